"""Invented sessions and items with sane defaults; a test names only what it is about."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from council.published.changes import Change, ChangeKind
from council.published.known_meetings import KnownMeeting
from council.published.meeting_changes import MeetingOutcome, compare_meeting
from council.published.meetings import AgendaItem, Meeting

ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 2, 9, 0, tzinfo=ZONE)
DAY = date(2026, 11, 12)
START = datetime(2026, 11, 12, 18, 0, tzinfo=ZONE)
AFTER = datetime(2026, 11, 14, 9, 0, tzinfo=ZONE)


def an_item(key: str | None, name: str | None = None, **fields: Any) -> AgendaItem:
    defaults: dict[str, Any] = {"public": True, "number": f"Ö {key}", "name": name or f"Bericht {key}"}
    return AgendaItem(id=key, **(defaults | fields))


def a_hidden_row(number: str) -> AgendaItem:
    return AgendaItem(public=False, number=number)


def items(*keys: str) -> tuple[AgendaItem, ...]:
    return tuple(an_item(key, number=f"Ö {place}") for place, key in enumerate(keys, start=1))


def a_session(*agenda: AgendaItem, **fields: Any) -> Meeting:
    """What the agenda's page says; `agenda=None` makes it a row of the calendar."""
    defaults: dict[str, Any] = {
        "name": "Sitzung des Bauausschusses",
        "public": True,
        "id": "700",
        "day": DAY,
        "start": START,
        "room": "Saal 2",
        "agenda": agenda,
    }
    return Meeting(**(defaults | fields))


def compared(
    before: KnownMeeting | None, after: Meeting, *, now: datetime = NOW, structure_ok: bool = True, **more: Any
) -> MeetingOutcome:
    return compare_meeting(before, after, now=now, structure_ok=structure_ok, **more)


def known(meeting: Meeting, *, now: datetime = NOW) -> KnownMeeting:
    return compared(None, meeting, now=now).known


def read_again(before: KnownMeeting, *readings: Meeting, every: timedelta = timedelta(hours=1)) -> list[Change]:
    """All changes of several readings, one after the other."""
    changes: list[Change] = []
    for count, reading in enumerate(readings, start=1):
        outcome = compared(before, reading, now=NOW + count * every)
        before = outcome.known
        changes += outcome.changes
    return changes


def kinds(changes: tuple[Change, ...] | list[Change]) -> list[ChangeKind]:
    return [change.kind for change in changes]
