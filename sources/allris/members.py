"""The members a page of a committee, a faction or an assembly lists, each with what the page says they are in it."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from council.published.organizations import Member
from sources.allris.columns import Header, body_rows, cell_at, header_of, list_tables
from sources.allris.flowing_text import node_line
from sources.allris.head_table import cells
from sources.allris.row_links import row_links
from sources.errors import Unreadable

UNKNOWN_SHAPE = "Der Aufbau der Mitgliederliste ist unbekannt; sie wird nicht gelesen, damit nichts verloren geht."
_NAME = re.compile(r"Name|Mitglied(?:er)?|Person", re.IGNORECASE)
# In Hamburg "Funktion" holds the faction ("SPD-Fraktion"), so it tells the role only where nothing else does.
_ROLES = (re.compile(r"Art der (?:Mitarbeit|Mitgliedschaft)", re.IGNORECASE), re.compile("Funktion", re.IGNORECASE))
_COUNT = re.compile(r"Anzahl: ?([0-9]{1,6})")


def members(tree: LexborHTMLParser) -> tuple[Member, ...] | None:
    """All of them in the order of the page, without nameless rows; None if the page has no such list.

    Raises Unreadable where rows do not lie under their header, or where the page counts members and lists none.
    """
    found: list[Member] = []
    lists = [(table, header) for table in list_tables(tree) if (header := _header(table)) is not None]
    for table, header in lists:
        found.extend(_listed(table, header))
    if lists and not found and _counted(tree):
        raise Unreadable(UNKNOWN_SHAPE)
    return tuple(found) if lists else None


def member_headers(tree: LexborHTMLParser) -> tuple[Header, ...]:
    """Those of the lists that `members` reads."""
    return tuple(header for table in list_tables(tree) if (header := _header(table)) is not None)


def _header(table: LexborNode) -> Header | None:
    header = header_of(table)
    return header if header is not None and header.place(_NAME) is not None else None


def _listed(table: LexborNode, header: Header) -> Iterator[Member]:
    role_at = next((at for pattern in _ROLES if (at := header.place(pattern)) is not None), None)
    group: str | None = None
    for row in body_rows(table):
        person = _person(row)
        cell = cell_at(row, header.place(_NAME), header=header)
        if person is None and cell is None:
            group = _only_words(row) or group
            continue
        if cell is None or (person is not None and not _holds(cell, person)):
            raise Unreadable(UNKNOWN_SHAPE)
        if name := node_line(cell):
            yield Member(name=name, role=_role(row, role_at, header) or (group if role_at is None else None))


def _person(row: LexborNode) -> LexborNode | None:
    """The link to a person's page. Without words on it where the system keeps the name to itself."""
    return next((link.node for link in row_links(row) if link.program in {"kp020", "kp021"}), None)


def _role(row: LexborNode, place: int | None, header: Header) -> str | None:
    cell = cell_at(row, place, header=header)
    return (node_line(cell) or None) if cell is not None else None


def _holds(cell: LexborNode, link: LexborNode) -> bool:
    return any(each.mem_id == link.mem_id for each in cell.css("a"))


def _only_words(row: LexborNode) -> str | None:
    """The words of a row with a single filled cell: a heading over the members below it ("Vorsitz")."""
    filled = [words for cell in cells(row) if (words := node_line(cell))]
    return filled[0] if len(filled) == 1 else None


def _counted(tree: LexborHTMLParser) -> int:
    body = tree.body
    said = _COUNT.search(node_line(body)) if body is not None else None
    return int(said[1]) if said else 0
