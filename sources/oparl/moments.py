"""Days and instants as servers write them; what cannot be one is none."""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sources.oparl.fields import line
from sources.oparl.json_text import Json

# A year like "200-10-03" or 2206 is a slip of the keyboard.
_YEARS = range(1900, 2101)
_LONGEST_SESSION = dt.timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """When a session is: its day in the council's zone, aware instants where a time is really told."""

    day: dt.date | None = None
    start: dt.datetime | None = None
    end: dt.datetime | None = None


def day_of(value: Json, *, zone: ZoneInfo) -> dt.date | None:
    """The day of a date or of an instant."""
    found = _moment(value, zone)
    return found.date() if found else None


def session_of(start: Json, end: Json, *, zone: ZoneInfo) -> Session:
    """A start at midnight tells only the day. An end is none before the start, at midnight (Karlsruhe: of the same
    day, Bonn: of the next; both stand for "not told"), or a day later.
    """
    begin = _moment(start, zone)
    if begin is None:
        return Session()
    if _is_midnight(begin):
        return Session(day=begin.date())
    until = _moment(end, zone)
    if until is None or _is_midnight(until) or not begin < until < begin + _LONGEST_SESSION:
        until = None
    return Session(day=begin.date(), start=begin, end=until)


def _moment(value: Json, zone: ZoneInfo) -> dt.datetime | None:
    """In the council's zone; a day is its midnight."""
    told = line(value) if isinstance(value, str) else None
    if told is None or len(told) > 40:
        return None
    try:
        found = dt.datetime.fromisoformat(told)
        moment = found.replace(tzinfo=zone) if found.tzinfo is None else found.astimezone(zone)
    except (ValueError, OverflowError):
        return None
    return moment if moment.year in _YEARS else None


def _is_midnight(moment: dt.datetime) -> bool:
    return moment.time() == dt.time()
