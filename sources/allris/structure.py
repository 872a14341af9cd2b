"""Whether a page is built as known: where it is not, it may add to what is stored and change none of it.

Only what could make a wrong change counts, for towns differ in everything else. Each function returns what is not
as known, in words for operators, or None.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from sources.allris.agenda_rows import header_row
from sources.allris.calendar_rows import table_rows
from sources.allris.columns import Header, header_in, header_of, list_tables
from sources.allris.flowing_text import node_line
from sources.allris.head_table import Values, cells, has_class, rows, table_of
from sources.allris.keys import links
from sources.allris.known_columns import AGENDA, CALENDAR, Layout, column_oddity
from sources.allris.labels import SPELLINGS, Field, known_field
from sources.allris.meeting_head import Label, MeetingHead, known_label, name_of
from sources.allris.row_links import program_in
from sources.allris.stops import names_day, stops_table

OTHER_CLOCK = "Uhrzeit in unbekannter Form"
OTHER_DATE = "Datum in unbekannter Form"

_OF_AGENDA = (Label.ORGANIZATION, Label.DAY, Label.STATUS)
_OF_ITEM = (*_OF_AGENDA, Label.NUMBER, Label.RESULT)
_OF_PAPER = (Field.NAME, Field.STATUS, Field.TYPE)
# Of these a second one would be passed over unread. The status stands twice where an item has a paper.
_ONCE = (Label.DAY, Label.TIME, Label.RESULT)
# "6:00 PM" would be read as six in the morning. Small letters are words: "18.00 am Markt".
_TWELVE_HOURS = re.compile(r"[0-9] ?(?:AM|PM|a\.m\.|p\.m\.)(?![A-Za-z])")
_JUMP = re.compile(r".{0,200}#(allris[a-z]{2})", re.IGNORECASE)


def agenda_oddity(head: MeetingHead, tables: Sequence[LexborNode]) -> str | None:
    """Of a session's page. Without a table it has no items to be wrong about."""
    return _head_oddity(head, _OF_AGENDA) or _first(map(_agenda_table_oddity, tables))


def item_oddity(head: MeetingHead) -> str | None:
    return _head_oddity(head, _OF_ITEM)


def calendar_oddity(tree: LexborHTMLParser) -> str | None:
    """Of the tables that hold days; the month of an empty one counts too."""
    return _first(map(_calendar_table_oddity, list_tables(tree)))


def list_oddity(headers: Iterable[Header | None], layout: Layout) -> str | None:
    """Of lists of papers, organizations and members: only their columns say what their cells are."""
    return _first(column_oddity(header, layout) for header in headers)


def paper_oddity(tree: LexborHTMLParser, values: Values) -> str | None:
    """Of a paper's head, its Beratungsfolge, and the texts that the page leads to."""
    missing = next((field for field in _OF_PAPER if field not in values), None)
    if missing is not None:
        return f"Angabe „{SPELLINGS[missing][0]}“ fehlt"
    swallowed = _swallowed((cell for places in values.values() for cell in places), known_field)
    return swallowed or _stops_oddity(tree, values) or _text_oddity(tree)


def _head_oddity(head: MeetingHead, required: Iterable[Label]) -> str | None:
    missing = next((label for label in required if label not in head.values), None)
    if missing is not None:
        return f"Angabe „{name_of(missing)}“ fehlt"
    doubled = next((label for label in _ONCE if len(head.values.get(label, ())) > 1), None)
    if doubled is not None:
        return f"Angabe „{name_of(doubled)}“ steht doppelt da"
    if _TWELVE_HOURS.search(head.line(Label.TIME)):
        return OTHER_CLOCK
    values = (cell for places in head.values.values() for cells_behind in places for cell in cells_behind)
    return _swallowed(values, known_label)


def _agenda_table_oddity(table: LexborNode) -> str | None:
    header = header_row(table)
    if not has_class(table, "tl1"):
        return "Tagesordnung in einer Tabelle ohne die Klasse „tl1“"
    return column_oddity(None if header is None else header_in(header), AGENDA)


def _calendar_table_oddity(table: LexborNode) -> str | None:
    found = tuple(table_rows(table))
    if not any(row.day for row in found):
        return None
    if any(row.is_session and _TWELVE_HOURS.search(row.words) for row in found):
        return OTHER_CLOCK
    return column_oddity(header_of(table), CALENDAR)


def _stops_oddity(tree: LexborHTMLParser, values: Values) -> str | None:
    table = stops_table(tree)
    if table is None:
        head = table_of(values[Field.NAME][0]) if values[Field.NAME] else None
        leads_on = head is not None and any(program_in(address) == "to010" for address in links(head))
        return "Sitzungen außerhalb der Beratungsfolge" if leads_on else None
    met = [row for row in rows(table) if any(has_class(cell, "text2") for cell in cells(row))]
    if any(_is_dated_otherwise(row) for row in met):
        return f"Beratungsfolge: {OTHER_DATE}"
    results = [sum(has_class(cell, "text3") for cell in cells(row)) for row in met]
    return None if set(results) <= {1} else "Beratungsfolge: Spalte der Ergebnisse nicht zu erkennen"


def _is_dated_otherwise(row: LexborNode) -> bool:
    dated = (words for cell in cells(row) if has_class(cell, "text2") and (words := node_line(cell)))
    return not all(map(names_day, dated))


def _text_oddity(tree: LexborHTMLParser) -> str | None:
    """Of each text that the right column leads to there has to be the anchor: texts end at the next one's."""
    jumps = (_JUMP.fullmatch(link.attributes.get("href") or "") for link in tree.css("a[href]"))
    there = {(link.attributes.get("name") or "").casefold() for link in tree.css("a[name]")}
    missing = next((jump[1] for jump in jumps if jump and jump[1].casefold() not in there), None)
    return f"Abschnitt „{missing}“ fehlt" if missing else None


def _swallowed(values: Iterable[LexborNode], known: Callable[[str], object]) -> str | None:
    """A label that lost its class reads as a part of the value before it."""
    lines = (words for cell in values if (words := node_line(cell)).endswith(":"))
    return next((f"„{words}“ steht als Wert da" for words in lines if known(words) is not None), None)


def _first(findings: Iterable[str | None]) -> str | None:
    return next((finding for finding in findings if finding is not None), None)
