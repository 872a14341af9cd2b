"""Sessions and people for tests of reminders, and the ticks that ask for them."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from council.served.languages import Language
from council.served.lead_times import parse_lead_times
from council.served.notices import NewNotice
from council.served.quiet_hours import parse_quiet_hours
from council.served.reminders import Concerned, SessionAhead, due_reminders
from council.served.subscribers import ChatKind, Subscriber

BERLIN = ZoneInfo("Europe/Berlin")


def a_session(start: datetime | None, day: date | None = None, *, row: int = 7, **other: bool) -> SessionAhead:
    day = day or (start.astimezone(BERLIN).date() if start else date(2026, 11, 9))
    facts = {"cancelled": False, "public": True} | other
    return SessionAhead(row=row, body="harburg", day=day, start=start, **facts)


def somebody(leads: str = "1d,2h", quiet: str = "-", *, row: int = 1, told: datetime | None = None) -> Concerned:
    to = Subscriber(
        row=row,
        chat=1000 + row,
        kind=ChatKind.PRIVATE,
        language=Language.DE,
        remind_before=parse_lead_times(leads),
        quiet_hours=parse_quiet_hours(quiet),
    )
    return Concerned(to, told)


def asked(session: SessionAhead, who: Concerned, ticks: Iterable[datetime]) -> list[tuple[datetime, NewNotice]]:
    """What the ticks find, each reminder once, as the outbox keeps it: with the tick that found it first."""
    kept: dict[str, tuple[datetime, NewNotice]] = {}
    for now in sorted(ticks):
        for notice in due_reminders(session, [who], now=now.astimezone(UTC), zone=BERLIN):
            kept.setdefault(notice.dedupe, (now, notice))
    return list(kept.values())
