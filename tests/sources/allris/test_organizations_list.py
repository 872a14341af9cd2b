from datetime import date

import pytest

from council.published.organizations import Organization
from council.published.readings import Page
from sources.allris.page import read_page
from sources.errors import NotPublic, Unreadable
from tests.sources.organization_pages import Named, OrganizationsPage


def test_factions_are_read_with_those_of_the_past() -> None:
    reading = read_page(OrganizationsPage().served())
    assert (reading.page, reading.assembly) == (Page.ORGANIZATION, "Bezirksversammlung Musterbek")
    assert reading.organizations == (
        Organization(name="SPD-Fraktion", id="1122", kind="Fraktion"),
        Organization(name="FDP-Gruppe", id="1128", kind="Gruppe", end_date=date(2019, 5, 28)),
    )


def test_committees_have_their_own_keys() -> None:
    rows = (Named(name="Hauptausschuss", key="25", program="au020", key_name="AULFDNR"),)
    page = OrganizationsPage(program="au010", headline="Ausschüsse", rows=rows)
    assert read_page(page.served()).organizations == (Organization(name="Hauptausschuss", id="25", kind="Ausschuss"),)


def test_addresses_are_lasting_ones() -> None:
    saved = "<!-- saved from url=(0040)https://musterbek.example/bi/fr010.asp -->"
    reading = read_page(OrganizationsPage(extra={"<html": f"{saved}<html"}).served())
    assert reading.organizations[0].web == "https://musterbek.example/bi/fr020.asp?FRLFDNR=1122"


def test_list_without_its_rows_is_not_empty() -> None:
    for page in (OrganizationsPage(rows=()), OrganizationsPage(extra={'class="tl1"': 'class="neu"'})):
        with pytest.raises(Unreadable, match="Fraktionen"):
            read_page(page.served())


def test_refusal_is_not_public() -> None:
    page = b'<html><div id="allriscontainer" class="au010">Zugriff verweigert (Programm au010.asp).</div></html>'
    with pytest.raises(NotPublic):
        read_page(page)
