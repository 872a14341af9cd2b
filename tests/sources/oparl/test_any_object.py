"""Whatever a server sends: nothing crashes, nothing closed is told, everything left out is named."""

import json
import os
import random
from collections.abc import Sequence
from typing import Any

import pytest

from council.published.meetings import AgendaItem
from council.published.readings import Reading
from tests.shared import SHARED, needs_shared
from tests.sources.oparl.damage import damaged
from tests.sources.oparl.things import Thing, item, meeting, organization, paper, read, stop, thing, tombstone, url

IS_NIGHTLY = bool(os.environ.get("RATSBOTE_NIGHTLY"))
MARKER = "GEHEIM"


def everything() -> tuple[Thing, ...]:
    members = [{"id": url("memberships/1"), "person": {"id": url("persons/1"), "name": "Anna"}, "role": "Vorsitz"}]
    files = [{"id": url("files/1"), "name": "Plan", "accessUrl": "https://ris.elbdorf.example/1.pdf"}]
    return (
        thing("System", "system", body=url("bodies")),
        thing("Body", "bodies/1", name="Elbdorf", paper=url("papers")),
        organization(membership=members),
        thing("Person", "persons/1", name="Anna", membership=members),
        paper(mainFile=files[0], auxiliaryFile=files, superordinatedPaper=[url("papers/2")], web="https://x.example"),
        meeting(location={"room": "Saal"}, agendaItem=[item(consultation=stop()), item(2)]),
        item(3, resolutionText="So sei es."),
        stop(2, paper=url("papers/1")),
        tombstone(paper(3)),
    )


def assert_sound(reading: Reading) -> None:
    """What storage and views rely on."""
    for each in reading.papers:
        assert each.public or each == type(each)(id=each.id, reference="", name="", public=False)
        assert each.id or each.reference
    for session in reading.meetings:
        assert session.public or session == type(session)(id=session.id, name="", public=False)
        assert session.id or session.day
        assert session.end is None or (session.start and session.start < session.end)
    for found in (*reading.items, *(row for session in reading.meetings for row in session.agenda or ())):
        assert found.public or found == AgendaItem(public=False, id=found.id, number=found.number)
    repr(reading).encode("utf-8")


@pytest.mark.parametrize("number", range(9))
def test_invented_objects_with_anything_wrong_are_read_or_named(number: int) -> None:
    things = list(everything())
    for what, broken in damaged(things[number]):
        try:
            assert_sound(read(*things[:number], broken, *things[number + 1 :]))
        except Exception as error:
            raise AssertionError(what) from error


def closed() -> Sequence[Thing]:
    secret = {"name": MARKER, "result": MARKER, "resolutionText": MARKER, "number": "N 1"}
    return (
        meeting(1, name="Sitzung (nicht öffentlich)", agendaItem=[item(1, public=..., **{**secret, "number": "1"})]),
        meeting(2, public=False, name=MARKER, location={"room": MARKER}, agendaItem=[item(2, **secret)]),
        meeting(3, deleted=True, name=MARKER, agendaItem=[item(3, **secret)]),
        meeting(4, agendaItem=[item(4, **secret | {"public": False}), item(5, **secret | {"deleted": True})]),
        item(6, **secret | {"public": False}),
        paper(1, public=False, name=MARKER, reference=MARKER, mainFile={"name": MARKER, "text": MARKER}),
        paper(2, consultation=[stop(number, agendaItem=url(f"agendaitems/{number}")) for number in range(1, 7)]),
        paper(3, superordinatedPaper=[url("papers/1")], auxiliaryFile=[{"name": MARKER, "deleted": True}]),
    )


def test_nothing_of_what_is_closed_is_told() -> None:
    told = read(*closed(), organization())
    assert MARKER not in repr(told)
    assert len(told.papers) == 3
    assert len(told.meetings) == 4


def test_objects_out_of_order_and_twice_tell_the_same() -> None:
    things = [organization(), meeting(), paper()]
    told = read(*things, *things)
    assert told.papers[0] == told.papers[1] == read(*things).papers[0] == read(*reversed(things)).papers[0]


def real_objects() -> list[dict[str, Any]]:
    folder = SHARED / "pages"
    lines = [line for name in ("papers", "meetings") for line in _lines(f"karlsruhe/{name}-2024.jsonl")]
    alone = [path.read_text("utf-8") for path in sorted((folder / "oparl").glob("*.json"))]
    organizations = json.loads((folder / "karlsruhe" / "organizations.json").read_text("utf-8"))
    return [*(json.loads(text) for text in (*lines, *alone)), *organizations]


def _lines(name: str) -> list[str]:
    return (SHARED / "pages" / name).read_text("utf-8").splitlines()


@needs_shared
def test_real_objects_with_anything_wrong_are_read_or_named() -> None:
    every = real_objects()
    chosen = every if IS_NIGHTLY else random.Random(7).sample(every, 8)
    for each in chosen:
        for what, broken in damaged(each, thorough=False):
            try:
                assert_sound(read(broken))
            except Exception as error:
                raise AssertionError(f"{each['id']}: {what}") from error
