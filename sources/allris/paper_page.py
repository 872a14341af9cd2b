"""The page of a paper (vo020, ALLRIS 3) as a Reading."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from council.published.papers import Paper
from council.published.readings import Page, Reading
from sources.allris.annexes import family, files
from sources.allris.bounds import check_bounds
from sources.allris.complete import is_complete
from sources.allris.flowing_text import node_line, node_lines
from sources.allris.head_table import Values, head_values
from sources.allris.labels import Field
from sources.allris.other_pages import NO_COUNCIL_PAGE, headline_of, other_page, program_of
from sources.allris.page_address import PageAddress, page_address
from sources.allris.public import require_public
from sources.allris.sections import paper_text
from sources.allris.stops import consultations
from sources.errors import Unreadable

CUT = "Die Seite ist nicht vollständig (ihr Ende fehlt); bitte noch einmal neu speichern."
NO_REFERENCE = "Die Überschrift nennt keine Nummer der Drucksache; die Seite wird nicht gelesen."
# A refusal may be a bare line without any of these; a page that has them has an end as well.
_DOCUMENT = re.compile(r"<html[\s>/]|<\?xml|<!doctype|<!--", re.IGNORECASE)


def read_paper_page(html: str) -> Reading:
    """The one paper of a vo020 page, as served or as a browser saved it.

    A subject (Betreff) of several lines stays that, joined by "\\n". Raises Unreadable for a cut page, another kind
    of page or an unknown shape, NotPublic unless the page says outright that the paper is public.
    """
    check_bounds(html)
    tree = LexborHTMLParser(html)
    values = head_values(tree)
    if not is_complete(html) and (values or _DOCUMENT.search(html)):
        raise Unreadable(CUT if re.search("allris", html, re.IGNORECASE) else NO_COUNCIL_PAGE)
    if not values or program_of(tree) not in {"vo020", None}:
        raise other_page(tree, html)
    require_public([node_line(cell) for cell in values.get(Field.STATUS, [])])
    address = page_address(tree, html)
    return Reading(
        kind="allris",
        page=Page.PAPER,
        papers=(_paper(tree, values, address),),
        assembly=_assembly(tree),
        host=address.host,
    )


def _paper(tree: LexborHTMLParser, values: Values, address: PageAddress) -> Paper:
    reference = reference_in(headline_of(tree))
    return Paper(
        reference=reference,
        name=_lines(values, Field.NAME),
        public=True,
        id=address.id,
        paper_type=_line(values, Field.TYPE),
        originators=tuple(dict.fromkeys(_all_lines(values, Field.ORIGINATORS))),
        under_direction_of=_line(values, Field.LEAD),
        web=address.web,
        parent=_parent(values),
        related=family(tree, reference),
        files=files(tree, address.web),
        text=paper_text(tree),
        consultations=consultations(tree),
    )


def reference_in(headline: str) -> str:
    """All that stands behind the first " - " of "Drucksache - 22-1940.01", "Vorlage - VO/26/23343/D2"."""
    reference = headline.partition(" - ")[2].strip()
    if not any(char.isdigit() for char in reference):
        raise Unreadable(NO_REFERENCE)
    return reference


def _assembly(tree: LexborHTMLParser) -> str | None:
    head = tree.css_first("p.topHeadline, .topHeadline")
    return (node_line(head) or None) if head is not None else None


def _all_lines(values: Values, field: Field) -> tuple[str, ...]:
    return tuple(line for cell in values.get(field, []) for line in node_lines(cell))


def _lines(values: Values, field: Field) -> str:
    lines = _all_lines(values, field)
    if not lines:
        raise Unreadable("Die Seite nennt keinen Betreff; sie wird nicht gelesen.")
    return "\n".join(lines)


def _line(values: Values, field: Field) -> str | None:
    return ", ".join(_all_lines(values, field)) or None


def _parent(values: Values) -> str | None:
    for cell in values.get(Field.PARENT, []):
        links: list[LexborNode] = cell.css("a")
        named = next((text for link in links if (text := node_line(link))), node_line(cell))
        if named:
            return named
    return None
