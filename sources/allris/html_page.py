"""An HTML page that is all there and sane to parse, before anybody asks what it says."""

import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from selectolax.lexbor import LexborHTMLParser

from sources.allris.bounds import check_bounds
from sources.allris.complete import is_complete
from sources.allris.flowing_text import node_line
from sources.allris.other_pages import NO_COUNCIL_PAGE, program_of
from sources.errors import Unreadable

CUT = "Die Seite ist nicht vollständig (ihr Ende fehlt); bitte noch einmal neu speichern."
# A refusal may be a bare line without any of these; a page that has them has an end as well.
_DOCUMENT = re.compile(r"<html[\s>/]|<\?xml|<!doctype|<!--", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """`program` made the page ("vo020"), None where neither frame nor headline tells. `zone` is the council's."""

    html: str
    tree: LexborHTMLParser
    program: str | None
    zone: ZoneInfo

    @property
    def assembly(self) -> str | None:
        """The assembly's name in the page's head."""
        head = self.tree.css_first(".topHeadline")
        return (node_line(head) or None) if head is not None else None


def open_page(html: str, *, zone: ZoneInfo) -> HtmlPage:
    """Raises Unreadable for a page that is cut or built to hang its reader."""
    check_bounds(html)
    tree = LexborHTMLParser(html)
    if not is_complete(html) and (tree.css_first("td.kb1, th.kb1") is not None or _DOCUMENT.search(html)):
        raise Unreadable(CUT if re.search("allris", html, re.IGNORECASE) else NO_COUNCIL_PAGE)
    return HtmlPage(html=html, tree=tree, program=program_of(tree), zone=zone)
