"""The portal's papers and the council's own pages are one: the richer fact stays, the own page wins."""

import json
from pathlib import Path

import pytest

from tests.bot.commands.conftest import Ratsbote
from tests.shared import SHARED, needs_shared
from tests.sources.ckan.test_packages import extras, paper, session
from tests.sources.pages import PaperPage


@pytest.fixture
def own_page(home: Path) -> Path:
    path = home / "vo020.html"
    path.write_bytes(PaperPage().served())
    return path


@pytest.fixture
def portal(home: Path) -> Path:
    """The same paper as the portal tells it: late, without its way."""
    found = paper(
        title="Bezirk Süd, Drucksache 22-0815.01",
        notes="Ein Titel des Portals",
        extras=extras(inforeg_id="Allris_S:VO_1014999", number="22-0815.01", publishing_date="2026-10-03T00:00:00"),
    )
    path = home / "portal.json"
    path.write_text(json.dumps({"success": True, "result": {"count": 2, "results": [found, session()]}}), "utf-8")
    return path


@pytest.mark.parametrize("order", [("own_page", "portal"), ("portal", "own_page")])
def test_one_paper_from_two_sources_is_one_and_the_own_page_wins(
    ratsbote: Ratsbote, order: tuple[str, str], request: pytest.FixtureRequest
) -> None:
    for name in order:
        assert ratsbote("import", request.getfixturevalue(name), "--body", "sued").code == 0
    told = ratsbote("show", "22-0815.01", "--body", "sued", "--json").json()
    assert told["name"] != "Ein Titel des Portals"
    assert told["consultations"]
    assert told["date"] == "2026-10-03"


def test_the_portals_licence_is_named(ratsbote: Ratsbote, portal: Path) -> None:
    ended = ratsbote("import", portal)
    assert "Datenlizenz Deutschland – Namensnennung – Version 2.0" in ended.out
    assert "1 Drucksache neu" in ended.out
    assert "Ein Titel des Portals" in ratsbote("ask", "22-0815.01").out
    assert ratsbote("read", portal, "--json").json()["source"]["attribution"].startswith("Quelle: ")


@needs_shared
def test_real_answers_go_to_the_districts_they_belong_to(ratsbote: Ratsbote) -> None:
    ended = ratsbote("import", SHARED / "pages" / "ckan")
    assert (ended.code, ended.err) == (0, "")
    assert "3 Sitzungen neu" in ended.out
    assert "3 Drucksachen neu" in ended.out
    assert ratsbote("show", "22-4443", "--body", "bezirksversammlung-wandsbek", "--json").json()["id"] == "1026156"
