"""The head of an agenda's and an item's page: what it says of the session."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from selectolax.lexbor import LexborHTMLParser, LexborNode

from sources.allris.flowing_text import node_line, node_lines
from sources.allris.head_table import is_same, table_of, value_cells
from sources.allris.stops import day_in
from sources.errors import Unreadable

UNKNOWN_DATE = "Das Datum der Sitzung steht in einer unbekannten Form da; die Seite wird nicht gelesen."
# "Mo, 03.11.2025", "Di., 1.9.2026"; a year like 0202 is a slip, not another way of writing.
_DATE = re.compile(r"[0-9]{1,2}\. ?[0-9]{1,2}\. ?[0-9]{4}")


class Label(StrEnum):
    """What a label of a session's head stands before. OTHER: known, but not kept."""

    NAME = "name"
    ORGANIZATION = "organization"
    DAY = "day"
    TIME = "time"
    STATUS = "status"
    ROOM = "room"
    ADDRESS = "address"
    NUMBER = "number"
    RESULT = "result"
    OTHER = "other"


_SPELLINGS: dict[Label, tuple[str, ...]] = {
    Label.NAME: ("Bezeichnung", "Sitzung"),
    Label.ORGANIZATION: ("Gremium", "Gremien"),
    Label.DAY: ("Datum", "Sitzungsdatum"),
    Label.TIME: ("Zeit", "Uhrzeit"),
    Label.STATUS: ("Status",),
    Label.ROOM: ("Raum", "Sitzungsraum"),
    Label.ADDRESS: ("Ort", "Sitzungsort"),
    Label.NUMBER: ("TOP",),
    Label.RESULT: ("Beschlussart", "Beschluss-Art"),
    Label.OTHER: ("Anlass", "Zusatz"),
}
_LABELS = {spelling.casefold(): label for label, spellings in _SPELLINGS.items() for spelling in spellings}


@dataclass(frozen=True, slots=True)
class MeetingHead:
    """`table` holds the labels and, on an item's page, the links to the session and the paper as well.

    `values` are the cells behind each label, once for every time it stands there.
    """

    table: LexborNode
    values: Mapping[Label, list[tuple[LexborNode, ...]]]

    def line(self, label: Label) -> str:
        """A value on one line, several joined by ", "; "" where there is none, or nothing but a dash."""
        return self._lines(label)[0] if label in self.values else ""

    @property
    def statuses(self) -> tuple[str, ...]:
        """That of the session, then, on the page of an item with a paper, that of the paper."""
        return self._lines(Label.STATUS)

    @property
    def day(self) -> date | None:
        """None for a day no calendar has. Raises Unreadable for a date written in a way we do not know."""
        written = self.line(Label.DAY)
        if written and not _DATE.search(written):
            raise Unreadable(UNKNOWN_DATE)
        return day_in(written)

    def _lines(self, label: Label) -> tuple[str, ...]:
        return tuple(_one_line(places) for places in self.values.get(label, ()))


def known_label(words: str) -> Label | None:
    """The label these words name, colon or not."""
    return _LABELS.get(words.removesuffix(":").strip().casefold())


def name_of(label: Label) -> str:
    """How most towns spell it."""
    return _SPELLINGS[label][0]


def meeting_head(tree: LexborHTMLParser) -> MeetingHead | None:
    """None for a page without a session's date and status: no such page, or one in a shape we do not know."""
    found = [(known_label(node_line(cell)), cell) for cell in tree.css("td.kb1, th.kb1")]
    table = next((table_of(cell) for label, cell in found if label is Label.DAY), None)
    if table is None:
        return None
    values: dict[Label, list[tuple[LexborNode, ...]]] = {}
    for label, cell in found:
        if label is not None and is_same(table_of(cell), table):
            values.setdefault(label, []).append(tuple(value_cells(cell)))
    return MeetingHead(table, values)


def _one_line(places: tuple[LexborNode, ...]) -> str:
    lines = (line for cell in places for line in node_lines(cell))
    return ", ".join(line for line in lines if any(char.isalnum() for char in line))
