"""The table of an agenda as items: told by links, forms and what stands in a cell, never by its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from council.published.meetings import AgendaItem
from sources.allris.flowing_text import node_line
from sources.allris.head_table import cells, has_class, rows
from sources.allris.keys import hidden_key, key_in
from sources.allris.openness import Openness, is_public
from sources.allris.row_links import program_in, row_links
from sources.allris.stops import NO_RESULT
from sources.allris.subject_text import subject
from sources.errors import Unreadable

UNKNOWN_SHAPE = "Der Aufbau der Tagesordnung ist unbekannt; die Seite wird nicht gelesen, damit nichts verloren geht."
# The longest agenda of a plenary session has some hundred rows; each takes about a millisecond.
MOST_ROWS = 5_000
NUMBER, SUBJECT = "top", "betreff"

_NUMBER = re.compile(r"(?:TOP |(?:Ö|NÖ|N|V) ?)?(?:TOP )?[0-9]{1,3}(?:\.[0-9]{1,3})*[a-z]?[.)]?|Ö|NÖ|N", re.IGNORECASE)
_KEY = re.compile(r"[0-9]{1,18}")
_LATE = re.compile(r"Nachtrags?[- ]?TOP", re.IGNORECASE)
# What the button itself is called where it does not carry the result.
_BUTTONS = NO_RESULT | {"auszug", "protokollauszug", "niederschriftsauszug", "zum auszug", "auszug anzeigen", "öffnen"}
_LONE_WORD = re.compile(r"\S*[0-9]\S*")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row with something on it. `where` is the words in its number's cell, "" if it has none."""

    where: str
    item: AgendaItem


def agenda_tables(tree: LexborHTMLParser) -> list[LexborNode]:
    """The tables of items: those under the words TOP and Betreff, else those with links to items in their rows."""
    tables = tree.css("table")
    headed = [table for table in tables if any(map(_is_header, rows(table)))]
    return headed or [table for table in tables if has_class(table, "tl1") and any(map(_item_key, rows(table)))]


def header_row(table: LexborNode) -> LexborNode | None:
    """The row with the words TOP and Betreff."""
    return next(filter(_is_header, rows(table)), None)


def agenda_items(tables: list[LexborNode], session: Openness) -> tuple[AgendaItem, ...]:
    """All items in the order of the page, non-public ones by number only; () if the tables are empty.

    Raises Unreadable where no item has a name: that is another table than the one we know.
    """
    nodes = [node for table in tables for node in rows(table)]
    found = [row for node in nodes[:MOST_ROWS] if (row := _row(node)) is not None]
    if len(nodes) > MOST_ROWS or (found and not any(row.item.name for row in found)):
        raise Unreadable(UNKNOWN_SHAPE)
    items: list[AgendaItem] = []
    # A heading without a number goes with the first numbered item below it; below the last one, with that.
    numbered = next((row.where for row in reversed(found) if row.where), "")
    for row in reversed(found):
        numbered = row.where or numbered
        items.append(_as_public(row.item, numbered, session))
    return tuple(item for item in reversed(items) if item.public or item.number)


def is_late(node: LexborNode) -> bool:
    """Whether something inside says "Nachtrags-TOP": the item was added after the agenda was published."""
    return any(_LATE.search(each.attributes.get("title") or "") for each in node.css("[title]"))


def _as_public(item: AgendaItem, number: str, session: Openness) -> AgendaItem:
    return item if is_public(number, item.name, session=session) else AgendaItem(number=item.number, public=False)


def _row(node: LexborNode) -> _Row | None:
    """None for rows without an item: the header, lines, blank ones, and those with minutes to download only."""
    if _names_columns(node) or not node_line(node):
        return None
    number = _number_cell(node)
    where = node_line(number) if number is not None else ""
    key = _item_key(node)
    if not where and key is None and node.css_first("form") is not None:
        return None
    reference, paper_key = _paper(node)
    item = AgendaItem(
        number=where if any(char.isdigit() for char in where) else None,
        name=_name(node, number),
        public=True,
        id=key,
        paper=reference,
        paper_id=paper_key,
        result=_result(node),
        late=is_late(node),
    )
    return _Row(where, item)


def _is_header(row: LexborNode) -> bool:
    return _names_columns(row) and (has_class(row, "zk1") or any(cell.tag == "th" for cell in cells(row)))


def _names_columns(row: LexborNode) -> bool:
    words = {node_line(cell).casefold() for cell in cells(row)}
    return {NUMBER, SUBJECT} <= words


def _number_cell(row: LexborNode) -> LexborNode | None:
    """The cell with the link to its own place on the page; where nothing is decided, the first that looks like it."""
    for cell in cells(row):
        if any(key_in(address, "TOLFDNR") for address in _links(cell, "to010")):
            return cell
    numbered = (cell for cell in cells(row) if _NUMBER.fullmatch(node_line(cell)))
    return next(numbered, None) or next((cell for cell in cells(row) if has_class(cell, "text4")), None)


def _item_key(row: LexborNode) -> str | None:
    """TOLFDNR, from the number's link, the subject's, the button for the excerpt, or the remark behind the subject."""
    linked = (key_in(address, "TOLFDNR") for address in (*_links(row, "to010"), *_links(row, "to020")))
    key = next(filter(None, linked), None) or hidden_key(row, "TOLFDNR")
    return key or next(filter(None, map(_remarked_key, cells(row))), None)


def _remarked_key(cell: LexborNode) -> str | None:
    """ALLRIS notes an item's key in a comment behind the cell with its subject."""
    after = cell.next
    while after is not None and after.is_text_node:
        after = after.next
    words = (after.comment_content or "").strip() if after is not None and after.is_comment_node else ""
    return words if _KEY.fullmatch(words) else None


def _result(row: LexborNode) -> str | None:
    """The title of the button that leads to the item's own page."""
    forms = [form for form in row.css("form") if program_in(form.attributes.get("action")) == "to020"]
    for button in (*row.css("input.il1_naz"), *(each for form in forms for each in form.css("input[type=submit]"))):
        title = " ".join((button.attributes.get("title") or "").split())
        if title.casefold() not in _BUTTONS:
            return title
    return None


def _paper(row: LexborNode) -> tuple[str | None, str | None]:
    """Reference and VOLFDNR. A link to another agenda in that place is the approval of its minutes, no paper."""
    links = [link for link in row.css("a[href]") if program_in(link.attributes.get("href")) == "vo020"]
    named = next((link for link in links if node_line(link)), None)
    key = next(filter(None, (key_in(link.attributes.get("href"), "VOLFDNR") for link in links)), None)
    forms = (form for form in row.css("form") if program_in(form.attributes.get("action")) == "vo020")
    key = key or next(filter(None, (hidden_key(form, "VOLFDNR") for form in forms)), None)
    return (node_line(named) if named is not None else None), key


def _name(row: LexborNode, number: LexborNode | None) -> str | None:
    """The link to the item's own page, else its cell, else the first words that are neither number nor paper."""
    for link in row.css("a[href]"):
        if program_in(link.attributes.get("href")) == "to020" and (name := subject(link)):
            return name
    noted = next((cell for cell in cells(row) if _remarked_key(cell)), None)
    if noted is not None and (name := subject(noted)):
        return name
    others = [cell for cell in cells(row) if not _is(cell, number)]
    plain = [cell for cell in others if not any(row_links(cell))]
    named = [name for cell in (*plain, *others) if (name := subject(cell)) and not _LONE_WORD.fullmatch(name)]
    return next(iter(named), None) or next(filter(None, map(subject, plain)), None)


def _links(node: LexborNode, program: str) -> Iterator[str]:
    for link in node.css("a[href]"):
        address = link.attributes.get("href") or ""
        if program_in(address) == program:
            yield address


def _is(cell: LexborNode, other: LexborNode | None) -> bool:
    return other is not None and cell.mem_id == other.mem_id
