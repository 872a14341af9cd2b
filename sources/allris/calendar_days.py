"""Which day a calendar's row is of: the page names month and year once, its rows only count."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from sources.allris.calendar_rows import CalendarRow
from sources.allris.flowing_text import node_line
from sources.allris.stops import day_in
from sources.errors import Unreadable

NO_MONTH = "Der Kalender sagt nicht eindeutig, von welchem Monat er ist; er wird nicht gelesen."
_MONTHS = (
    *("januar", "februar", "märz", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "dezember"),
)
_MONTH = re.compile(rf"(?P<month>{'|'.join(_MONTHS)}) (?P<year>[0-9]{{4}})", re.IGNORECASE)
# The form can be asked for any span of days; beyond this, day numbers alone prove nothing.
_LONGEST = dt.timedelta(days=800)
_DAY = dt.timedelta(days=1)
Span = tuple[dt.date, dt.date]


def days_of(rows: Sequence[CalendarRow], tree: LexborHTMLParser) -> tuple[dt.date, ...]:
    """The day of each row. A row that names none is of the day before it.

    Raises Unreadable unless something the page says of its month agrees with every day and weekday.
    """
    for span in _spans(tree):
        if (days := _counted(rows, span)) is not None:
            return days
    raise Unreadable(NO_MONTH)


def _counted(rows: Sequence[CalendarRow], span: Span) -> tuple[dt.date, ...] | None:
    at, last = span
    opened = False
    days = []
    for row in rows:
        if row.day is not None:
            found = _next(at, row.day, last)
            if found is None or row.weekday not in {None, found.weekday()}:
                return None
            at, opened = found, True
        elif row.is_session and not opened:
            return None
        days.append(at)
    return tuple(days)


def _next(at: dt.date, number: int, last: dt.date) -> dt.date | None:
    """The first day from `at` on with this number in its month, no later than `last`."""
    while at <= last:
        if at.day == number:
            return at
        at += _DAY
    return None


def _spans(tree: LexborHTMLParser) -> Iterator[Span]:
    """What the page says of its days, the surest first: the form's span, the heading's month, MM and YY."""
    fields = {_name(field): _value(field) for field in tree.css("input[name]")}
    first, last = day_in(fields.get("kaldatvon", "")), day_in(fields.get("kaldatbis", ""))
    if first and last and first <= last <= first + _LONGEST:
        yield first, last
    for heading in tree.css("h1, h2, h3, caption, th"):
        if found := _MONTH.fullmatch(node_line(heading)):
            yield from _month(int(found["year"]), _MONTHS.index(found["month"].lower()) + 1)
    selects = tree.css("select[name]")
    chosen = {_name(select): _value(option) for select in selects for option in select.css("option[selected]")}
    yield from _from_words({**fields, **chosen})
    # The page's own address, in its menu and its forms; links to other months are none of these.
    for place in tree.css("a[href*=toggleMenu], form[action]"):
        address = place.attributes.get("href") or place.attributes.get("action") or ""
        yield from _from_words(dict(re.findall(r"\b(mm|yy)=([0-9]{1,4})\b", address.lower())))


def _name(field: LexborNode) -> str:
    return (field.attributes.get("name") or "").casefold()


def _value(field: LexborNode) -> str:
    return (field.attributes.get("value") or "").strip()


def _from_words(words: dict[str, str]) -> Iterator[Span]:
    month, year = words.get("mm", ""), words.get("yy", "")
    if re.fullmatch("[0-9]{1,2}", month) and re.fullmatch("[0-9]{4}", year):
        yield from _month(int(year), int(month))


def _month(year: int, month: int) -> Iterator[Span]:
    if 1990 <= year < 2100 and 1 <= month <= 12:
        first = dt.date(year, month, 1)
        yield first, (first + 31 * _DAY).replace(day=1) - _DAY
