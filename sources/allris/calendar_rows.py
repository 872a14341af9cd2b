"""The rows of a calendar, each cell known by what is in it: towns have seven, eight or nine columns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from sources.allris.cancelled_words import read_title
from sources.allris.columns import body_rows, header_of, list_tables
from sources.allris.flowing_text import node_line
from sources.allris.head_table import cells, has_class
from sources.allris.keys import hidden_key, key_in
from sources.allris.row_links import program_in, row_links
from sources.errors import Unreadable

UNKNOWN_SHAPE = "Der Aufbau des Kalenders ist unbekannt; er wird nicht gelesen, damit nichts verloren geht."
_SHORT = ("mo", "di", "mi", "do", "fr", "sa", "so")
_LONG = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
_WEEKDAYS = {name: at for names in (_SHORT, _LONG) for at, name in enumerate(names)} | {"sonnabend": 5}
_DAY = re.compile(rf"(?:(?P<weekday>{'|'.join(_WEEKDAYS)})[.,]?)? ?(?:(?P<day>[0-9]{{1,2}})\.?)?", re.IGNORECASE)
_CLOCK = "[0-9]{1,2}[:.][0-9]{2}"
_TIMES = re.compile(
    rf"(?:{_CLOCK}|[0-9]{{1,2}} ?Uhr)(?: ?Uhr)?(?: ?(?:-|–|bis) ?(?:{_CLOCK})?(?: ?Uhr)?)?", re.IGNORECASE
)
# What overviews hold in the last column is a room only where the header says so.
_ROOM = re.compile(r"(?:Sitzungs)?(?:raum|ort|saal)(?: ?/ ?Ort)?|Tagungsort", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarRow:
    """A row with the day it opens, if it opens one (`weekday` 0 is Monday), and its session, if there is one.

    `words` is all that stands in it. `agenda` is the link to the public agenda, "" where only a button leads there.
    """

    weekday: int | None = None
    day: int | None = None
    times: str = ""
    title: str = ""
    room: str = ""
    words: str = ""
    id: str | None = None
    agenda: str | None = None
    organization: str | None = None

    @property
    def is_session(self) -> bool:
        """Not a mere remark on the day ("Schulferien"): it has a time or a key, or is called off."""
        return bool(self.times or self.id or read_title(self.title).cancelled)


def calendar_rows(tree: LexborHTMLParser) -> tuple[CalendarRow, ...]:
    """The rows of all days in their order; () if the page has no table of days."""
    found = tuple(row for table in list_tables(tree) for row in table_rows(table))
    return found if any(row.day for row in found) else ()


def table_rows(table: LexborNode) -> Iterator[CalendarRow]:
    """The rows of one list, whether it is a table of days or not."""
    header = header_of(table)
    has_rooms = header is not None and header.place(_ROOM) is not None
    return (_row(row, has_rooms=has_rooms) for row in body_rows(table))


def _row(row: LexborNode, *, has_rooms: bool) -> CalendarRow:
    filled = [(cell, words) for cell in cells(row) if (words := node_line(cell))]
    rooms = [at for at, (cell, _) in enumerate(filled) if has_rooms and has_class(cell, "text4")]
    room = filled.pop(rooms[-1])[1] if rooms else ""
    others = [words for _, words in filled]
    weekday, day = _weekday_and_day(others)
    plain = (words for words in others if not (_DAY.fullmatch(words) or _TIMES.fullmatch(words)))
    found = CalendarRow(
        weekday=weekday,
        day=day,
        times=next(filter(_TIMES.fullmatch, others), ""),
        title=_linked_title(row) or next(plain, ""),
        room=room,
        words=node_line(row),
        id=_key(row),
        agenda=_agenda(row),
        organization=_organization(row),
    )
    if found.is_session and not found.title:
        raise Unreadable(UNKNOWN_SHAPE)
    return found


def _weekday_and_day(cells_words: list[str]) -> tuple[int | None, int | None]:
    """From two cells ("Mo", "2") or one ("Mo, 2.")."""
    dated = [found for words in cells_words if (found := _DAY.fullmatch(words))]
    weekday = next((_WEEKDAYS[name.lower()] for each in dated if (name := each["weekday"])), None)
    return weekday, next((int(number) for each in dated if (number := each["day"])), None)


def _linked_title(row: LexborNode) -> str:
    """All words of the cell with the link: "(nichtöffentlich)" may stand behind it."""
    for cell in cells(row):
        if any(link.program == "to010" and link.words for link in row_links(cell)):
            return node_line(cell)
    return ""


def _key(row: LexborNode) -> str | None:
    """The session's SILFDNR: the same in the title's link and in every button of the row."""
    linked = {key for link in row_links(row) if (key := key_in(link.address, "SILFDNR"))}
    buttons = {key for form in row.css("form") if (key := hidden_key(form, "SILFDNR"))}
    keys = linked | buttons
    if len(keys) > 1:
        raise Unreadable(UNKNOWN_SHAPE)
    return next(iter(keys), None)


def _agenda(row: LexborNode) -> str | None:
    for link in row_links(row):
        if link.program == "to010" and link.words:
            return link.address
    forms = (form for form in row.css("form") if program_in(form.attributes.get("action")) == "to010")
    return "" if any(not _exports(form) for form in forms) else None


def _exports(form: LexborNode) -> bool:
    """Whether the button gives a date for one's own calendar, not the agenda; every session has that one."""
    names = {(field.attributes.get("name") or "").casefold() for field in form.css("input")}
    return bool(names & {"template", "selfaction"})


def _organization(row: LexborNode) -> str | None:
    """Only where the row links one: the title declines its name ("Sitzung des Hauptausschusses")."""
    named = (link.words for link in row_links(row) if link.program in {"au020", "pa020", "pa021", "fr020"})
    return next(filter(None, named), None)
