"""The list of committees (au010) or factions (fr010), ALLRIS 3, as a Reading."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from council.published.organizations import Organization
from council.published.readings import Page, Reading
from sources.allris.columns import body_rows, header_of, list_tables
from sources.allris.flowing_text import node_line
from sources.allris.head_table import cells
from sources.allris.html_page import HtmlPage
from sources.allris.keys import key_in
from sources.allris.known_columns import ORGANIZATIONS
from sources.allris.organization_kinds import KEYS, kind_of
from sources.allris.other_pages import other_page
from sources.allris.page_address import host_of, page_base
from sources.allris.row_links import lasting_address, row_links
from sources.allris.stops import day_in
from sources.allris.structure import list_oddity

_ENDED = re.compile(r"\(bis [0-9.]{6,10}\)")


def read_organizations_list(page: HtmlPage) -> Reading:
    """Every organization of the list, without members; those of the past with the day they ended.

    Raises Unreadable for a page without the list, NotPublic for a refusal.
    """
    base = page_base(page.tree, page.html)
    found = tuple(_organizations(page.tree, base))
    if not found:
        raise other_page(page.tree, page.html)
    return Reading(
        kind="allris",
        page=Page.ORGANIZATION,
        organizations=found,
        assembly=page.assembly,
        host=host_of(base),
        oddity=list_oddity(filter(None, map(header_of, list_tables(page.tree))), ORGANIZATIONS),
    )


def _organizations(tree: LexborHTMLParser, base: str | None) -> Iterator[Organization]:
    for table in list_tables(tree):
        if header_of(table) is not None:
            yield from (each for row in body_rows(table) if (each := _organization(row, base)) is not None)


def _organization(row: LexborNode, base: str | None) -> Organization | None:
    link = next((link for link in row_links(row) if link.program in KEYS and link.words), None)
    if link is None:
        return None
    named = KEYS[link.program]
    ended = (node_line(cell) for cell in cells(row) if _ENDED.fullmatch(node_line(cell)))
    return Organization(
        name=link.words,
        id=key_in(link.address, named),
        kind=kind_of(link.words, link.program),
        web=lasting_address(link.address, base=base, named=named),
        end_date=day_in(next(ended, "")),
    )
