"""Days people name: "am Montag", "nächste Woche", "12.1.", "next month", as the council's calendar days."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from council.served.day_words import MONTHS, NUMBERS, PHRASES, RELATIVE, WEEKDAYS

_WRITTEN = re.compile(r"([0-9]{8})-([0-9]{8})(?: (.*))?")
_DATE = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})(?:\.([0-9]{4}|[0-9]{2})?)?")
_DAY = dt.timedelta(days=1)
_WEEK = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Days:
    """Calendar days of the council, both included."""

    first: dt.date
    last: dt.date

    @property
    def written(self) -> str:
        """ "20270101-20270131": what a button carries and `split_days` reads."""
        return "-".join(each.isoformat().replace("-", "") for each in (self.first, self.last))


@dataclass(frozen=True, slots=True)
class NamedDays:
    """Words `start` to `end` (exclusive) of a sentence name days; two `meanings` where people differ."""

    start: int
    end: int
    meanings: tuple[Days, ...]


def named_days(sentence: str, *, today: dt.date) -> NamedDays | None:
    """The days that a sentence names; None where it names none, or some that do not exist.

    `sentence` is folded (small letters, umlauts written out) with single blanks.
    """
    found = [(match, kind) for kind, pattern in PHRASES if (match := pattern.search(sentence))]
    if not found:
        return None
    # Of phrases that overlap, the one that begins first, and of those the longest, is meant.
    match, kind = min(found, key=lambda each: (each[0].start(), -each[0].end()))
    try:
        meanings = tuple(_MEANINGS[kind](match, today))
    except (ValueError, OverflowError):
        return None  # "31.2.", or a year beyond the calendar
    start = sentence[: match.start()].count(" ")
    return NamedDays(start, start + match[0].count(" ") + 1, meanings) if meanings else None


def split_days(words: str) -> tuple[Days | None, str]:
    """What `Days.written` wrote at the beginning of words, and the other words."""
    match = _WRITTEN.fullmatch(words)
    if match is None:
        return None, words
    try:
        first, last = (dt.datetime.strptime(part, "%Y%m%d").date() for part in match.groups()[:2])  # noqa: DTZ007
    except ValueError:
        return None, words
    return (Days(first, last), match[3] or "") if first <= last else (None, words)


Meaning: TypeAlias = Callable[[re.Match[str], dt.date], Iterator[Days]]


def _day(day: dt.date) -> Days:
    return Days(day, day)


def _monday(day: dt.date) -> dt.date:
    return day - day.weekday() * _DAY


def _week(monday: dt.date) -> Days:
    return Days(monday, monday + 6 * _DAY)


def _shift(word: str | None) -> int:
    """In weeks or months: "diese" 0, "nächste" 1, "übernächste" 2, "letzte" -1."""
    if not word or word.startswith(("dies", "this")):
        return 0
    if word.startswith(("letzt", "last", "vergangen", "vorig", "previous")):
        return -1
    return 2 if word.startswith("ueber") else 1


def _relative(match: re.Match[str], today: dt.date) -> Iterator[Days]:
    yield _day(today + RELATIVE[match["day"]] * _DAY)


def _weekday(match: re.Match[str], today: dt.date) -> Iterator[Days]:
    """Who says "nächsten Mittwoch" on a Monday may mean either of two, and "am Montag" on a Monday as well."""
    wanted = WEEKDAYS[match["weekday"]]
    ahead = (wanted - today.weekday()) % 7
    which = match["which"] or ""
    if _shift(which) < 0:
        yield _day(today - ((today.weekday() - wanted) % 7 or 7) * _DAY)
        return
    if which.startswith("kommend"):
        yield _day(today + (ahead or 7) * _DAY)
        return
    is_next = _shift(which) > 0
    first = ahead or (7 if is_next else 0)
    yield _day(today + first * _DAY)
    if (is_next and today.weekday() < wanted) or (not which and ahead == 0):
        yield _day(today + (first + 7) * _DAY)


def _weekday_of_week(match: re.Match[str], today: dt.date) -> Iterator[Days]:
    yield _day(_monday(today) + _shift(match["which"]) * _WEEK + WEEKDAYS[match["weekday"]] * _DAY)


def _whole_week(match: re.Match[str], today: dt.date) -> Iterator[Days]:
    shift = _shift(match["which"])
    week = _week(_monday(today) + shift * _WEEK)
    yield Days(today, week.last) if shift == 0 else week


def _weekend(match: re.Match[str], today: dt.date) -> Iterator[Days]:
    saturday = _monday(today) + _shift(match["which"]) * _WEEK + 5 * _DAY
    yield Days(saturday, saturday + _DAY)


def _calendar_week(match: re.Match[str], today: dt.date) -> Iterator[Days]:
    number = int(match["number"])
    monday = dt.date.fromisocalendar(today.isocalendar().year, number, 1)
    if monday + 6 * _DAY < today:
        monday = dt.date.fromisocalendar(today.isocalendar().year + 1, number, 1)
    yield _week(monday)


def _span(match: re.Match[str], today: dt.date) -> Iterator[Days]:
    """ "die nächsten zwei Wochen"."""
    yield Days(today, today + _count(match) * (7 if match["unit"].startswith("w") else 1) * _DAY)


def _in_weeks(match: re.Match[str], today: dt.date) -> Iterator[Days]:
    if match["unit"].startswith("w"):
        yield _week(_monday(today) + _count(match) * _WEEK)
    else:
        yield _day(today + _count(match) * _DAY)


def _count(match: re.Match[str]) -> int:
    written = match["number"] or "2"
    return NUMBERS.get(written) or int(written)


def _this_month(match: re.Match[str], today: dt.date) -> Iterator[Days]:
    months = today.year * 12 + today.month - 1 + _shift(match["which"])
    yield from _month_of(months // 12, months % 12 + 1, today)


def _year(match: re.Match[str], today: dt.date) -> Iterator[Days]:
    shift = _shift(match["which"])
    year = today.year + shift
    yield Days(today if shift == 0 else dt.date(year, 1, 1), dt.date(year, 12, 31))


def _month(match: re.Match[str], today: dt.date) -> Iterator[Days]:
    month = MONTHS[match["month"]]
    year = int(match["year"] or today.year + (month < today.month))
    yield from _month_of(year, month, today)


def _month_of(year: int, month: int, today: dt.date) -> Iterator[Days]:
    """Of the month that runs, what is still to come."""
    first = dt.date(year, month, 1)
    last = (first + 31 * _DAY).replace(day=1) - _DAY
    yield Days(max(first, today) if first <= today <= last else first, last)


def _of_month(match: re.Match[str], today: dt.date) -> Iterator[Days]:
    """ "am 12.": the next one."""
    day = int(match["day"])
    for months in range(today.year * 12 + today.month - 1, today.year * 12 + today.month + 12):
        try:
            found = dt.date(months // 12, months % 12 + 1, day)
        except ValueError:
            continue
        if found >= today:
            yield _day(found)
            return


def _day_and_month(match: re.Match[str], today: dt.date) -> Iterator[Days]:
    yield _day(_next_one(int(match["day"]), MONTHS[match["month"]], match["year"], today))


def _iso(match: re.Match[str], _: dt.date) -> Iterator[Days]:
    yield _day(dt.date.fromisoformat(match["date"]))


def _dates(match: re.Match[str], today: dt.date) -> Iterator[Days]:
    first = _written_date(match["first"], today)
    last = _written_date(match["last"], first)
    if first <= last:
        yield Days(first, last)


def _date(match: re.Match[str], today: dt.date) -> Iterator[Days]:
    yield _day(_written_date(match["date"], today))


def _written_date(text: str, today: dt.date) -> dt.date:
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError(text)
    return _next_one(int(match[1]), int(match[2]), match[3], today)


def _next_one(day: int, month: int, year: str | None, today: dt.date) -> dt.date:
    """Without a year the next one, today included."""
    if year:
        return dt.date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    this_year = dt.date(today.year, month, day)
    return this_year if this_year >= today else dt.date(today.year + 1, month, day)


_MEANINGS: dict[str, Meaning] = {
    "dates": _dates,
    "date": _date,
    "iso": _iso,
    "day and month": _day_and_month,
    "of month": _of_month,
    "month": _month,
    "this month": _this_month,
    "year": _year,
    "calendar week": _calendar_week,
    "span": _span,
    "in weeks": _in_weeks,
    "weekend": _weekend,
    "weekday of week": _weekday_of_week,
    "whole week": _whole_week,
    "weekday": _weekday,
    "relative": _relative,
}
