"""The page of a committee (au020), a faction (fr020) or an assembly (pa020, pa021), ALLRIS 3, as a Reading."""

from council.published.organizations import Organization
from council.published.readings import Page, Reading
from sources.allris.html_page import HtmlPage
from sources.allris.known_columns import MEMBERS
from sources.allris.members import member_headers, members
from sources.allris.organization_kinds import KEYS, kind_of
from sources.allris.other_pages import headline_of, other_page
from sources.allris.page_address import page_address
from sources.allris.structure import list_oddity


def read_organization_page(page: HtmlPage) -> Reading:
    """The organization and its members. Address, telephone and mail are not read.

    Raises Unreadable for a page without a name or a list of members, NotPublic for a refusal.
    """
    program = page.program or ""
    found, name = members(page.tree), headline_of(page.tree)
    if found is None or not name:
        raise other_page(page.tree, page.html)
    address = page_address(page.tree, page.html, named=KEYS[program])
    organization = Organization(name=name, id=address.id, kind=kind_of(name, program), web=address.web, members=found)
    return Reading(
        kind="allris",
        page=Page.ORGANIZATION,
        organizations=(organization,),
        assembly=page.assembly,
        host=address.host,
        oddity=list_oddity(member_headers(page.tree), MEMBERS),
    )
