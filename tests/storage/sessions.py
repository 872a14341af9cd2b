"""Sessions, sources and rounds with sane defaults, for the tests of what rounds remember."""

import sqlite3
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from council.published.bodies import Body
from council.published.changes import Change, ChangeKind
from council.published.meetings import AgendaItem, Meeting
from council.published.papers import Consultation, Paper
from storage.meeting_recording import MeetingOutcomes, record_meetings
from storage.rounds import Round, RoundEnd, begin_round, finish_round
from storage.sources import ensure_source, first_read_done
from storage.visits import Visit
from tests.storage.builders import ELBDORF

ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 2, 9, 0, tzinfo=ZONE)
DAY = date(2026, 11, 12)
START = datetime(2026, 11, 12, 18, 0, tzinfo=ZONE)
SYSTEM = ("allris", "https://ris.elbdorf.example/bi/")
MARKER = "Geheimnis"


def an_item(key: str | None = "9001", **fields: Any) -> AgendaItem:
    defaults: dict[str, Any] = {"public": True, "number": f"Ö {key}", "name": f"Bericht {key}"}
    return AgendaItem(id=key, **(defaults | fields))


def a_session(*agenda: AgendaItem, **fields: Any) -> Meeting:
    """What the agenda's page says."""
    defaults: dict[str, Any] = {
        "name": "Sitzung des Bauausschusses",
        "public": True,
        "id": "700",
        "organization": "Bauausschuss",
        "day": DAY,
        "start": START,
        "room": "Saal 2",
        "has_agenda": True,
        "agenda": agenda,
    }
    return Meeting(**(defaults | fields))


def a_row(**fields: Any) -> Meeting:
    """What the calendar says."""
    return a_session(**({"agenda": None, "organization": None} | fields))


def a_paper(key: str = "1001", *stops: Consultation, **fields: Any) -> Paper:
    defaults: dict[str, Any] = {"name": f"Antrag {key}", "public": True, "date": NOW.date()}
    return Paper(id=key, reference=f"22-{key}", consultations=stops, **(defaults | fields))


def a_source(connection: sqlite3.Connection, *, body: Body = ELBDORF, is_known: bool = True) -> int:
    """One whose first sight is over, if not told otherwise."""
    source = ensure_source(connection, body, *SYSTEM)
    if is_known:
        first_read_done(connection, source, now=NOW)
    return source


def a_visit(connection: sqlite3.Connection, *, now: datetime = NOW, **fields: Any) -> Visit:
    """Of a page in the round that is on, for a source whose first sight is over."""
    source = a_source(connection)
    defaults: dict[str, Any] = {"source": source, "round": begin_round(connection, source, now=now).row}
    return Visit(body=ELBDORF, now=now, **(defaults | fields))


def seen(connection: sqlite3.Connection, *meetings: Meeting, now: datetime = NOW, **fields: Any) -> MeetingOutcomes:
    """In the round that is on."""
    return record_meetings(connection, a_visit(connection, now=now, **fields), meetings)


def end_round(connection: sqlite3.Connection, *, now: datetime = NOW) -> RoundEnd:
    on: Round = begin_round(connection, a_source(connection), now=now)
    return finish_round(connection, on.row, now=now)


def kinds(changes: tuple[Change, ...]) -> list[ChangeKind]:
    return [change.kind for change in changes]


def everything(connection: sqlite3.Connection) -> str:
    """All that stands in any cell of any table, the indexes' included."""
    tables = [row["name"] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return "\n".join(str(tuple(row)) for table in tables for row in connection.execute(f"SELECT * FROM {table}"))


def later(**by: float) -> datetime:
    return NOW + timedelta(**by)
