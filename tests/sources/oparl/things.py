"""Invented objects in the shape servers give them: a small town, with addresses for ids."""

import datetime as dt
import json
from collections.abc import Iterable
from typing import Any
from zoneinfo import ZoneInfo

from council.published.meetings import AgendaItem, Meeting
from council.published.papers import Consultation, Paper
from council.published.readings import Reading
from sources.oparl.directory import Directory
from sources.oparl.json_text import read_json
from sources.oparl.reading import read_objects

Thing = dict[str, Any]
ROOT = "https://ris.elbdorf.example/oparl"
SCHEMA = "https://schema.oparl.org/1.1/"
ZONE = ZoneInfo("Europe/Berlin")
TODAY = dt.date(2026, 10, 1)


def url(path: str) -> str:
    return f"{ROOT}/{path}"


def thing(type_: str, path: str, **fields: Any) -> Thing:
    """An object of that type; a field given as None is null, one given as `...` is left out."""
    every = {"id": url(path), "type": SCHEMA + type_, **fields}
    return {name: value for name, value in every.items() if value is not ...}


def organization(row: int = 1, name: str = "Bauausschuss", /, **fields: Any) -> Thing:
    return thing("Organization", f"organizations/{row}", **{"name": name, **fields})


def stop(row: int = 1, /, **fields: Any) -> Thing:
    given = {"organization": [url("organizations/1")], "meeting": url("meetings/1"), "role": "Entscheidung"}
    return thing("Consultation", f"consultations/{row}", **{**given, "agendaItem": url("agendaitems/1"), **fields})


def paper(row: int = 1, /, **fields: Any) -> Thing:
    given = {
        "reference": f"2026/{row:04}",
        "name": "Bänke am Elbufer",
        "date": "2026-08-01",
        "consultation": [stop()],
    }
    return thing("Paper", f"papers/{row}", **{**given, **fields})


def item(row: int = 1, /, **fields: Any) -> Thing:
    given = {"number": str(row), "name": "Mehr Bänke", "public": True, "meeting": url("meetings/1"), "order": row}
    return thing("AgendaItem", f"agendaitems/{row}", **{**given, **fields})


def meeting(row: int = 1, /, **fields: Any) -> Thing:
    given = {
        "name": "Sitzung des Bauausschusses",
        "start": "2026-09-03T18:00:00+02:00",
        "end": "2026-09-03T20:15:00+02:00",
        "organization": [url("organizations/1")],
        "agendaItem": [item(result="einstimmig beschlossen")],
    }
    return thing("Meeting", f"meetings/{row}", **{**given, **fields})


def tombstone(of: Thing) -> Thing:
    return {"id": of["id"], "type": of["type"], "deleted": True, "modified": "2026-09-30T08:00:00+02:00"}


def read(*things: Thing, known: Iterable[Thing] = ()) -> Reading:
    """All of them read together, as they come off the wire; `known` are learned but not read."""
    served = [read_json(json.dumps(each).encode()) for each in things]
    directory = Directory(ZONE)
    for each in (*known, *served):
        assert isinstance(each, dict)
        directory.learn(each)
    return read_objects([each for each in served if isinstance(each, dict)], directory, today=TODAY)


def read_paper(of: Thing, *known: Thing) -> Paper:
    (found,) = read(of, known=known).papers
    return found


def read_meeting(of: Thing, *known: Thing) -> Meeting:
    (found,) = read(of, known=known).meetings
    return found


def only_stop(of: Thing, *known: Thing) -> Consultation:
    (found,) = read_paper(of, *known).consultations
    return found


def agenda(of: Thing, *known: Thing) -> tuple[AgendaItem, ...]:
    found = read_meeting(of, *known).agenda
    assert found is not None
    return found
