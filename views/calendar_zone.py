"""A time zone's rules as calendar files carry them (RFC 5545, 3.6.5).

By a yearly rule where the zone follows one: programs that know a single rule for each half of the year (Outlook) take
nothing else, and icalendar's own list of dates begins summer an hour late.
"""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.prop import vRecur

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
# The year before the first session and those after: enough to tell a rule from a coincidence.
_YEARS = 6


@dataclass(frozen=True, slots=True)
class _Turn:
    """The clocks change: `wall` is what they showed at that instant, before."""

    wall: datetime
    before: timedelta
    after: timedelta
    name: str
    is_summer: bool


def zone_rules(zone: ZoneInfo, first_year: int) -> Timezone:
    """The rules from the year before `first_year` on; where they follow no yearly rule, for some years only."""
    turns = tuple(_turns(zone, first_year - 1))
    rules = Timezone()
    rules.add("tzid", zone.key)
    if not turns:
        rules.add_component(_half(_never(zone, first_year - 1), None))
        return rules
    yearly = [_rule([each for each in turns if each.is_summer is half]) for half in (False, True)]
    if all(yearly):
        for half, rule in zip((False, True), yearly, strict=True):
            rules.add_component(_half(next(each for each in turns if each.is_summer is half), rule))
        return rules
    rules.add_component(_half(_never(zone, first_year - 1), None))
    for each in turns:
        rules.add_component(_half(each, None))
    return rules


def _turns(zone: ZoneInfo, year: int) -> Iterator[_Turn]:
    begin, end = datetime(year, 1, 1, tzinfo=UTC), datetime(year + _YEARS, 1, 1, tzinfo=UTC)
    while begin < end:
        later = begin + timedelta(days=1)
        before, after = _offset(begin, zone), _offset(later, zone)
        if before != after:
            yield _turn(begin, later, zone)
        begin = later


def _turn(begin: datetime, later: datetime, zone: ZoneInfo) -> _Turn:
    """The one change between these instants, to the second."""
    before, after = _offset(begin, zone), _offset(later, zone)
    while later - begin > timedelta(seconds=1):
        middle = (begin + (later - begin) / 2).replace(microsecond=0)
        if _offset(middle, zone) == before:
            begin = middle
        else:
            later = middle
    there = later.astimezone(zone)
    wall = (later + before).replace(tzinfo=None)
    return _Turn(wall, before, after, there.tzname() or "", bool(there.dst()))


def _never(zone: ZoneInfo, year: int) -> _Turn:
    """What holds at the year's beginning."""
    begin = datetime(year, 1, 1, tzinfo=UTC).astimezone(zone)
    offset = begin.utcoffset() or timedelta(0)
    return _Turn(datetime(year, 1, 1), offset, offset, begin.tzname() or "", bool(begin.dst()))  # noqa: DTZ001


def _offset(instant: datetime, zone: ZoneInfo) -> timedelta:
    return instant.astimezone(zone).utcoffset() or timedelta(0)


def _rule(turns: Sequence[_Turn]) -> dict[str, str | int] | None:
    """ "The last Sunday in March", if that is what all of them are."""
    same = {(each.wall.month, each.wall.weekday(), each.wall.time(), each.before, each.after) for each in turns}
    if len(same) != 1 or len(turns) != _YEARS:
        return None
    month, weekday = turns[0].wall.month, turns[0].wall.weekday()
    if all(_is_last(each.wall.date()) for each in turns):
        return {"freq": "YEARLY", "bymonth": month, "byday": f"-1{_DAYS[weekday]}"}
    weeks = {(each.wall.day - 1) // 7 + 1 for each in turns}
    return {"freq": "YEARLY", "bymonth": month, "byday": f"{weeks.pop()}{_DAYS[weekday]}"} if len(weeks) == 1 else None


def _is_last(day: date) -> bool:
    return day.day + 7 > monthrange(day.year, day.month)[1]


def _half(turn: _Turn, rule: dict[str, str | int] | None) -> TimezoneStandard | TimezoneDaylight:
    half = TimezoneDaylight() if turn.is_summer else TimezoneStandard()
    half.add("dtstart", turn.wall)
    half.add("tzoffsetfrom", turn.before)
    half.add("tzoffsetto", turn.after)
    half.add("tzname", turn.name)
    if rule is not None:
        half.add("rrule", vRecur(rule))
    return half
