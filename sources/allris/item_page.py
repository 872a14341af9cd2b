"""The page of an agenda item (to020, ALLRIS 3: Auszug) as a Reading."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from council.published.meetings import AgendaItem, AgendaItemText
from council.published.readings import Page, Reading
from sources.allris.agenda_rows import is_late
from sources.allris.flowing_text import node_line
from sources.allris.html_page import HtmlPage
from sources.allris.keys import hidden_key, key_in
from sources.allris.meeting_head import Label, MeetingHead, meeting_head
from sources.allris.motion_text import FILLERS
from sources.allris.openness import is_public, openness_of
from sources.allris.other_pages import headline_node, other_page
from sources.allris.page_address import page_address
from sources.allris.public import require_public
from sources.allris.row_links import program_in
from sources.allris.sections import has_section, minutes_text
from sources.allris.stops import NO_RESULT
from sources.allris.structure import item_oddity
from sources.allris.subject_text import reference_before, subject, subject_lines
from sources.errors import NotPublic, Unreadable

ITEM_KEY = "TOLFDNR"
NOT_SAID_PUBLIC = "Die Seite sagt nicht, dass dieser Tagesordnungspunkt öffentlich ist; es ist nichts gelesen worden."
TEXT_MISSING = "Die Seite kündigt einen Text an, der nicht auf ihr steht; sie wird nicht gelesen."

_HEADLINE = re.compile(r"\s*Auszug(?: - |\s*-?\s*\Z)", re.IGNORECASE)
_HEADING = re.compile(
    r"(?:Protokoll|Wortprotokoll|Beschluss|Beschlusstext|Abstimmungsergebnis|Abstimmung)\s?(?::[^\S\n]*|\n|\Z)\s*",
    re.IGNORECASE,
)


def read_item_page(page: HtmlPage) -> Reading:
    """The one item of a to020 page. Raises NotPublic unless the page says that the item, and the paper on it, are
    public, Unreadable for an unknown shape.
    """
    tree = page.tree
    head, headline = meeting_head(tree), headline_node(tree)
    if head is None or headline is None or not head.values.keys() & {Label.NUMBER, Label.RESULT}:
        raise other_page(tree, page.html)
    name = _name(headline)
    session, *papers = head.statuses or ("",)
    if not is_public(head.line(Label.NUMBER), name, session=openness_of(session)):
        raise NotPublic(NOT_SAID_PUBLIC)
    if papers:
        require_public(papers)
    address = page_address(tree, page.html, named=ITEM_KEY)
    item = _item(head, name, key=address.id, text=_text(tree))
    return Reading(
        kind="allris",
        page=Page.ITEM,
        items=(item,),
        assembly=page.assembly,
        host=address.host,
        oddity=item_oddity(head),
    )


def _item(head: MeetingHead, name: str | None, *, key: str | None, text: AgendaItemText) -> AgendaItem:
    number, result = head.line(Label.NUMBER), head.line(Label.RESULT)
    paper, paper_key = _paper(head.table, name)
    return AgendaItem(
        number=number if any(char.isdigit() for char in number) else None,
        name=name,
        public=True,
        id=key,
        paper=paper,
        paper_id=paper_key,
        result=None if result.casefold() in NO_RESULT else result,
        late=is_late(head.table),
        meeting=hidden_key(head.table, "SILFDNR") or _linked_meeting(head.table),
        organization=head.line(Label.ORGANIZATION) or None,
        date=head.day,
        text=text,
    )


def _name(headline: LexborNode) -> str | None:
    """The headline's lines without "Auszug - "."""
    words = "\n".join(subject_lines(headline))
    return _HEADLINE.sub("", words, count=1) or None


def _linked_meeting(table: LexborNode) -> str | None:
    links = (link.attributes.get("href") for link in table.css("a[href]"))
    return next(filter(None, (key_in(link, "SILFDNR") for link in links if program_in(link) == "to010")), None)


def _paper(table: LexborNode, name: str | None) -> tuple[str | None, str | None]:
    """Reference and VOLFDNR of the paper, whose link reads "22-0621 Bänke am Teich"."""
    for link in table.css("a[href]"):
        address = link.attributes.get("href")
        if program_in(address) == "vo020" and node_line(link):
            key = key_in(address, "VOLFDNR") or hidden_key(table, "VOLFDNR")
            return reference_before(subject(link) or "", name), key
    return None, hidden_key(table, "VOLFDNR")


def _text(tree: LexborHTMLParser) -> AgendaItemText:
    """The minutes, the decision and the vote. Each that the page's right column leads to has to be there."""
    for link in tree.css("a[href]"):
        announced = re.fullmatch(r".{0,200}#(allris[a-z]{2})", link.attributes.get("href") or "", re.IGNORECASE)
        if announced and not has_section(tree, announced[1]):
            raise Unreadable(TEXT_MISSING)
    protocol, decision, vote = (_words(minutes_text(tree, f"allris{part}")) for part in ("WP", "BS", "AE"))
    return AgendaItemText(protocol=protocol, decision=decision, vote=vote)


def _words(text: str) -> str | None:
    words = _HEADING.sub("", text.strip(), count=1) if _HEADING.match(text.strip()) else text.strip()
    return None if words.strip(" .|").casefold() in FILLERS else words
