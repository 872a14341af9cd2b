"""The list of papers (vo040, ALLRIS 3) as a Reading."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from council.published.readings import ListedPaper, Page, Reading
from sources.allris.columns import Header, body_rows, cell_at, header_of, list_tables
from sources.allris.flowing_text import node_line, one_line
from sources.allris.html_page import HtmlPage
from sources.allris.keys import key_in
from sources.allris.known_columns import PAPERS
from sources.allris.non_public_words import says_non_public
from sources.allris.other_pages import other_page
from sources.allris.page_address import host_of, page_base
from sources.allris.row_links import RowLink, lasting_address, row_links
from sources.allris.stops import day_in, names_day
from sources.allris.structure import OTHER_DATE, list_oddity
from sources.errors import Unreadable

UNKNOWN_SHAPE = "Der Aufbau der Liste ist unbekannt; sie wird nicht gelesen, damit nichts verloren geht."
_PAPER = re.compile(r"(?:Drucksachen?|Vorlagen?|Nr\.?|Nummer|Betreff)", re.IGNORECASE)
# The same column shows the day of release ("Freig.") where a reader switched it over.
_CREATED = re.compile(r"Angel(?:\.|egt)?(?: am)?|Erstellt(?: am)?", re.IGNORECASE)
_TYPE = re.compile(r"(?:(?:D|V|Drs)\.? ?-? ?|(?:Drucksachen?|Vorlagen?) ?-? ?)?Art", re.IGNORECASE)
_RANGE = re.compile(
    r"Ergebnisse? ([0-9]{1,9}) ?(?:-|–|bis) ?([0-9]{1,9}) von (?:ungefähr )?([0-9]{1,9})", re.IGNORECASE
)


def read_papers_list(page: HtmlPage) -> Reading:
    """The rows of a list or of a search's answer in their order, and whether they are all of them.

    Only numbered rows whose type does not say that they are not public; who looked for one number must still look
    at each. An answer without rows reads as empty. Raises Unreadable for a page without the list's table or of an
    unknown shape, NotPublic for a refusal.
    """
    tables = [(table, header) for table in list_tables(page.tree) if (header := _header(table)) is not None]
    if not tables:
        raise other_page(page.tree, page.html)
    base = page_base(page.tree, page.html)
    found = [(row, link) for table, _ in tables for row in body_rows(table) if (link := _link(row)) is not None]
    header = tables[0][1]
    listed = tuple(filter(None, (_listed(row, link, header=header, base=base) for row, link in found)))
    if found and not any(_is_numbered(link) for _, link in found):
        raise Unreadable(UNKNOWN_SHAPE)
    return Reading(
        kind="allris",
        page=Page.PAPERS,
        listed=listed,
        complete=_is_complete(page.tree, len(found)),
        assembly=page.assembly,
        host=host_of(base),
        oddity=list_oddity((each for _, each in tables), PAPERS) or _date_oddity(found, header),
    )


def _date_oddity(found: list[tuple[LexborNode, RowLink]], header: Header) -> str | None:
    """Days that cannot be read make no paper old, and none new."""
    created = [words for row, _ in found if (words := _words(row, _CREATED, header))]
    return OTHER_DATE if created and not any(map(names_day, created)) else None


def _header(table: LexborNode) -> Header | None:
    header = header_of(table)
    return header if header is not None and header.place(_PAPER) is not None else None


def _link(row: LexborNode) -> RowLink | None:
    return next((link for link in row_links(row) if link.program == "vo020" and link.words), None)


def _listed(row: LexborNode, link: RowLink, *, header: Header, base: str | None) -> ListedPaper | None:
    reference, name = _numbered(link.node)
    if not _is_numbered(link):
        return None
    created, kind = (_words(row, pattern, header) for pattern in (_CREATED, _TYPE))
    if says_non_public(kind):
        return None
    return ListedPaper(
        reference=reference,
        id=key_in(link.address, "VOLFDNR"),
        name=name or None,
        paper_type=kind or None,
        date=day_in(created),
        web=lasting_address(link.address, base=base, named="VOLFDNR"),
    )


def _is_numbered(link: RowLink) -> bool:
    return any(char.isdigit() for char in _numbered(link.node)[0])


def _words(row: LexborNode, column: re.Pattern[str], header: Header) -> str:
    cell = cell_at(row, header.place(column), header=header)
    return node_line(cell) if cell is not None else ""


def _numbered(link: LexborNode) -> tuple[str, str]:
    """Number and subject: a no-break space parts them, for a number may hold blanks ("1. Ergänzung zu 431/2021").

    The lines of a subject are line feeds here (and <br> on the paper's own page).
    """
    words = (link.text(deep=True) or "").strip()
    number, parted, subject = words.partition("\u00a0")
    if not parted:
        number, _, subject = words.partition(" ")
    return one_line(number), "\n".join(line for line in map(one_line, subject.split("\n")) if line)


def _is_complete(tree: LexborHTMLParser, rows: int) -> bool | None:
    """Whether every row of the list is on this page; None where the page does not say."""
    body = tree.body
    said = _RANGE.search(node_line(body)) if body is not None else None
    if any(_leads_on(link) for link in tree.css("a[href]")):
        return False
    if said is None:
        return None
    first, last, total = (int(number) for number in said.groups())
    return first == 1 and last >= total and rows >= total


def _leads_on(link: LexborNode) -> bool:
    return "shownext" in (link.attributes.get("href") or "").lower()
