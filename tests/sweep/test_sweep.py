"""Damaged pages by the thousand: nothing that is known is taken away, nothing gets past the wall of SourceErrors."""

import os
import re
from pathlib import Path
from random import Random

import pytest

from council.published.changes import ChangeKind
from simulator.council.pages.agenda_page import agenda_page
from simulator.council.pages.calendar_page import month_page
from simulator.council.pages.item_page import item_page
from simulator.council.pages.list_filter import View
from simulator.council.pages.list_page import list_page
from simulator.council.pages.organization_pages import organization_page
from simulator.council.pages.paper_page import paper_page
from simulator.council.pages.shown_paper import shown_paper
from tests.conftest import Figures
from tests.shared import SHARED, needs_shared
from tests.simulator.council.stories import HOST, state
from tests.storage.builders import connected
from tests.sweep.swept_council import Counts, SweptCouncil
from tests.sweep.variants import KINDS, variants

IS_NIGHTLY = bool(os.environ.get("RATSBOTE_NIGHTLY"))
OF_REAL_PAGES = 11_000 if IS_NIGHTLY else 230
OF_INVENTED_PAGES = 4_000 if IS_NIGHTLY else 72
SEED = 20


def real_pages() -> dict[str, bytes]:
    return {path.stem: path.read_bytes() for path in sorted((SHARED / "pages" / "allris3").glob("*.html"))}


def invented_pages() -> dict[str, bytes]:
    """The longest agenda, the item and the paper that say most, and the lists of one day."""
    now = state(45)
    agenda = max(now.meetings, key=lambda key: len(now.agenda(key) or ()))
    item = max((each for each in now.items.values() if each.public and each.decision), key=lambda each: each.key)
    papers = (shown_paper(now, key) for key in now.papers)
    paper = max(filter(None, papers), key=lambda each: len(each.stops))
    pages = {
        "to010": agenda_page(now, agenda, host_url=HOST),
        "to020": item_page(now, item.key, host_url=HOST),
        "vo020": paper_page(paper, council_name=now.council, host_url=HOST),
        "si010_e": month_page(now, 2026, 10, host_url=HOST),
        "vo040": list_page(now, View(), host_url=HOST),
        "au020": organization_page(now, next(iter(now.organizations.values())), host_url=HOST),
    }
    return {name: page for name, page in pages.items() if page is not None}


def sweep(folder: Path, pages: dict[str, bytes], number: int) -> Counts:
    each = -(-number // (len(pages) * len(KINDS)))
    with connected(folder / "ratsbote.db") as connection:
        council = SweptCouncil(connection, pages)
        for name, page in pages.items():
            for kind, damaged in variants(page, each=each, random=Random(f"{SEED} {name}")):
                council.see(name, kind, damaged)
    return council.counts


def assert_nothing_is_taken_away(counts: Counts, tell: Figures) -> None:
    tell(f"sweep: {counts}")
    assert counts.exceptions == []
    assert counts.removals == []


def test_damaged_invented_pages_take_nothing_away(tmp_path: Path, tell: Figures) -> None:
    counts = sweep(tmp_path, invented_pages(), OF_INVENTED_PAGES)
    assert counts.variants >= OF_INVENTED_PAGES
    assert_nothing_is_taken_away(counts, tell)


@needs_shared
def test_damaged_real_pages_take_nothing_away(tmp_path: Path, tell: Figures) -> None:
    counts = sweep(tmp_path, real_pages(), OF_REAL_PAGES)
    assert counts.variants >= OF_REAL_PAGES
    assert_nothing_is_taken_away(counts, tell)


def test_an_item_really_withdrawn_is_one_change(tmp_path: Path) -> None:
    page = invented_pages()["to010"]
    with connected(tmp_path / "ratsbote.db") as connection:
        council = SweptCouncil(connection, {"to010": page})
        assert council.told("to010", page) == []
        assert council.told("to010", with_first_name(page, b"- abgesetzt -")) == [ChangeKind.ITEM_WITHDRAWN]


@needs_shared
@pytest.mark.parametrize("name", ["hh_altona_to010", "hh_hamburg_nord_to010", "hh_harburg_to010"])
def test_an_item_withdrawn_on_a_real_page_is_one_change(tmp_path: Path, name: str) -> None:
    page = real_pages()[name]
    with connected(tmp_path / "ratsbote.db") as connection:
        council = SweptCouncil(connection, {name: page})
        assert council.told(name, with_first_name(page, b"- abgesetzt -")) == [ChangeKind.ITEM_WITHDRAWN]


def test_the_sweep_sees_what_is_taken_away(tmp_path: Path) -> None:
    page = invented_pages()["to010"]
    with connected(tmp_path / "ratsbote.db") as connection:
        council = SweptCouncil(connection, {"to010": page})
        council.see("to010", "withdrawn", with_first_name(page, b"- abgesetzt -"))
    assert council.counts.removals == ["to010, withdrawn: item of 1", "to010, withdrawn: item_withdrawn"]


def with_first_name(page: bytes, name: bytes) -> bytes:
    """The first item of an agenda that has a page of its own, under another name."""
    return re.sub(rb'(<a href="to020\.asp\?TOLFDNR=\d+"[^>]*>)[^<]+', lambda link: link[1] + name, page, count=1)
