"""The calendar of the council: working days, public holidays, school holidays, recurring days."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

_FIXED = (
    (1, 1, "Neujahr"),
    (5, 1, "Tag der Arbeit"),
    (10, 3, "Tag der Deutschen Einheit"),
    (10, 31, "Reformationstag"),
    (12, 25, "1. Weihnachtsfeiertag"),
    (12, 26, "2. Weihnachtsfeiertag"),
)
_AFTER_EASTER = (
    (-2, "Karfreitag"),
    (1, "Ostermontag"),
    (39, "Christi Himmelfahrt"),
    (50, "Pfingstmontag"),
)
# Month and day, first and last; roughly as in Hamburg, which is enough for a row in the calendar.
_SCHOOL_HOLIDAYS = (((3, 2), (3, 13)), ((7, 9), (8, 19)), ((10, 19), (10, 30)), ((12, 21), (12, 31)))


@lru_cache(maxsize=64)
def public_holidays(year: int) -> dict[date, str]:
    fixed = {date(year, month, day): name for month, day, name in _FIXED}
    easter = _easter(year)
    return fixed | {easter + timedelta(days=days): name for days, name in _AFTER_EASTER}


def school_holidays(day: date) -> bool:
    return any(first <= (day.month, day.day) <= last for first, last in _SCHOOL_HOLIDAYS)


def working_day(day: date) -> date:
    """The day itself, or the next one that is neither at the weekend nor a public holiday."""
    while day.weekday() > 4 or day in public_holidays(day.year):
        day += timedelta(days=1)
    return day


def recurring(start: date, *, offset: int, every: int, first: date, last: date) -> Iterator[date]:
    """Working days on the grid `start` + `offset` + n * `every`, from `first` to `last`."""
    day = start + timedelta(days=offset)
    day += timedelta(days=-((day - first).days // every) * every)
    while day <= last:
        yield working_day(day)
        day += timedelta(days=every)


def _easter(year: int) -> date:
    """Easter Sunday (the anonymous Gregorian rule)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
