"""The columns of a list (table.tl1) by the words of its header, and the rows below it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from sources.allris.flowing_text import node_line
from sources.allris.head_table import cells, rows

# No list of any installation is wider; a huge colspan is somebody's joke.
_WIDEST = 200


@dataclass(frozen=True, slots=True)
class Header:
    """The header's words and the place each one begins at, counted in columns; `width` is all of them."""

    places: tuple[tuple[str, int], ...]
    width: int

    def place(self, pattern: re.Pattern[str]) -> int | None:
        """Where the first column with such a name begins."""
        return next((at for words, at in self.places if pattern.fullmatch(words)), None)


def list_tables(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    """The lists of a page. One inside another is none: looking into each of a thousand nested ones would never end."""
    seen: set[int] = set()
    for table in tree.css("table.tl1"):
        if not any(around.mem_id in seen for around in _around(table)):
            seen.add(table.mem_id)
            yield table


def _around(node: LexborNode) -> Iterator[LexborNode]:
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent


def header_of(table: LexborNode) -> Header | None:
    """The first row of header cells that says anything; lists repeat an empty one at their end."""
    for row in rows(table):
        if any(cell.tag == "th" and node_line(cell) for cell in cells(row)):
            return header_in(row)
    return None


def header_in(row: LexborNode) -> Header:
    """A row read as a header, whatever its cells are."""
    return Header(places=tuple((words, at) for _, words, at in _placed(row) if words), width=_width(row))


def body_rows(table: LexborNode) -> Iterator[LexborNode]:
    """The rows that are no header."""
    return (row for row in rows(table) if any(cell.tag == "td" for cell in cells(row)))


def cell_at(row: LexborNode, place: int | None, *, header: Header) -> LexborNode | None:
    """The cell beginning under that place of the header; None in a row that is not as wide as its header."""
    if place is None or _width(row) != header.width:
        return None
    return next((cell for cell, _, at in _placed(row) if at == place), None)


def _placed(row: LexborNode) -> Iterator[tuple[LexborNode, str, int]]:
    at = 0
    for cell in cells(row):
        yield cell, node_line(cell), at
        at += _span(cell)


def _width(row: LexborNode) -> int:
    return sum(_span(cell) for cell in cells(row))


def _span(cell: LexborNode) -> int:
    said = (cell.attributes.get("colspan") or "").strip()
    return min(int(said), _WIDEST) if re.fullmatch("[1-9][0-9]{0,2}", said) else 1
