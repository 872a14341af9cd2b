"""The page of a paper (vo020, ALLRIS 3) as a Reading."""

from selectolax.lexbor import LexborHTMLParser, LexborNode

from council.published.papers import Paper
from council.published.readings import Page, Reading
from sources.allris.annexes import family, files
from sources.allris.flowing_text import node_line, node_lines
from sources.allris.head_table import Values, head_values
from sources.allris.html_page import HtmlPage
from sources.allris.labels import Field
from sources.allris.other_pages import headline_of, other_page
from sources.allris.page_address import PageAddress, page_address
from sources.allris.public import require_public
from sources.allris.sections import paper_text
from sources.allris.stops import consultations
from sources.allris.structure import paper_oddity
from sources.errors import Unreadable

NO_REFERENCE = "Die Überschrift nennt keine Nummer der Drucksache; die Seite wird nicht gelesen."


def read_paper_page(page: HtmlPage) -> Reading:
    """The one paper of a vo020 page, as served or as a browser saved it.

    A subject (Betreff) of several lines stays that, joined by "\\n". Raises Unreadable for another kind of page or an
    unknown shape, NotPublic unless the page says outright that the paper is public.
    """
    tree = page.tree
    values = head_values(tree)
    if not values:
        raise other_page(tree, page.html)
    require_public([node_line(cell) for cell in values.get(Field.STATUS, [])])
    address = page_address(tree, page.html)
    return Reading(
        kind="allris",
        page=Page.PAPER,
        papers=(_paper(tree, values, address),),
        assembly=page.assembly,
        host=address.host,
        oddity=paper_oddity(tree, values),
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
