"""Addresses of an ALLRIS 3 system's pages."""

import pytest

from council.published.links import LinkKind
from council.published.rounds import TargetKind
from sources.allris.addresses import Allris, organization_key

ROOT = "https://ratsinfo.example/bi/"


@pytest.mark.parametrize("place", [ROOT, "https://ratsinfo.example/bi", f"{ROOT}vo040.asp?SORT=1", f"{ROOT}#top"])
def test_any_page_of_a_system_names_it(place: str) -> None:
    assert Allris.at(place).root == ROOT


def test_a_system_may_lie_at_the_top_of_its_host() -> None:
    assert Allris.at("https://ratsinfo.example").root == "https://ratsinfo.example/"


@pytest.mark.parametrize(
    ("kind", "key", "page"),
    [
        (TargetKind.MONTH, "2026-09", "si010_e.asp?MM=9&YY=2026"),
        (TargetKind.PAPERS, "newest", "vo040.asp"),
        (TargetKind.AGENDA, "7", "to010.asp?SILFDNR=7"),
        (TargetKind.PAPER, "8", "vo020.asp?VOLFDNR=8"),
        (TargetKind.ORGANIZATION, "au010", "au010.asp"),
        (TargetKind.ORGANIZATION, "au020:12", "au020.asp?AULFDNR=12"),
        (TargetKind.ORGANIZATION, "fr020:3", "fr020.asp?FRLFDNR=3"),
        (TargetKind.ORGANIZATION, "pa021", "pa021.asp"),
    ],
)
def test_each_target_has_its_page(kind: TargetKind, key: str, page: str) -> None:
    assert Allris(ROOT).page(kind, key) == f"{ROOT}{page}"


def test_another_calendar_can_be_asked() -> None:
    assert Allris(ROOT).page(TargetKind.MONTH, "2026-12", calendar="si010_j") == f"{ROOT}si010_j.asp?MM=12&YY=2026"


def test_links_lead_to_the_same_pages() -> None:
    assert Allris(ROOT).linked(LinkKind.ITEM, "5") == f"{ROOT}to020.asp?TOLFDNR=5"
    assert Allris(ROOT).linked(LinkKind.AGENDA, "5") == f"{ROOT}to010.asp?SILFDNR=5"
    assert Allris(ROOT).linked(LinkKind.PAPER, "5") == f"{ROOT}vo020.asp?VOLFDNR=5"


def test_a_key_is_never_more_than_a_key() -> None:
    assert Allris(ROOT).page(TargetKind.PAPER, "8&x=/../") == f"{ROOT}vo020.asp?VOLFDNR=8%26x%3D%2F..%2F"


def test_only_lists_lead_to_organizations() -> None:
    assert organization_key("au010", "12") == "au020:12"
    assert organization_key("fr010", "12") == "fr020:12"
    assert organization_key("au020:12", "12") is None
    assert organization_key("pa021", "1") is None
