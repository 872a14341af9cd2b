"""Agendas and items, cut or mangled: a Reading or a SourceError, and never a page with less."""

import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from council.published.meetings import AgendaItem
from council.published.readings import Reading
from sources.allris.page import read_page
from sources.errors import SourceError, Unreadable
from tests.shared import SHARED, needs_shared
from tests.sources.agenda_pages import AgendaPage, Item, ItemPage

WHOLE = bool(os.environ.get("RATSBOTE_NIGHTLY"))
ITEMS = (
    Item(paper="22-1", late=True),
    Item(number="N&nbsp;2", name="KANARIENVOGEL", key=None),
    Item(minutes_of="SI/1"),
)
AGENDA, ITEM = AgendaPage(items=ITEMS).served(), ItemPage().served()
SAVED = sorted((SHARED / "pages" / "allris3").glob("*_to0[12]0*.html"))
TAGS = rb"<[^>]*>|[^<>]+"
PIECES = sorted(
    {*re.findall(TAGS, AGENDA + ITEM), b"<table>", b"<!--", b"N 1", b"<th>TOP</th>", b"24:00", b"99.99.9999"}
)


def cuts(page: bytes) -> list[int]:
    """Every hundredth of the page and every tag's end, a sample of those in CI."""
    end = len(page.rstrip())
    tags = [found.end() for found in re.finditer(rb">", page)]
    steps = [end * percent // 100 for percent in range(100)]
    return sorted({at for at in (*steps, *(tags if WHOLE else tags[::12]), *tags[-30:]) if at < end})


def assert_every_prefix_is_unreadable(page: bytes) -> None:
    for at in cuts(page):
        with pytest.raises(Unreadable):
            read_page(page[:at])


@pytest.mark.parametrize("page", [AGENDA, ITEM], ids=["agenda", "item"])
def test_cut_page_is_never_a_page_with_less(page: bytes) -> None:
    assert_every_prefix_is_unreadable(page)


@needs_shared
@pytest.mark.parametrize("path", SAVED, ids=lambda path: path.stem)
def test_cut_real_page_is_never_a_page_with_less(path: Path) -> None:
    page = path.read_bytes()
    assert read_page(page).host
    assert_every_prefix_is_unreadable(page)


def items_of(reading: Reading) -> tuple[AgendaItem, ...]:
    agendas = (meeting.agenda or () for meeting in reading.meetings)
    return (*reading.items, *(item for agenda in agendas for item in agenda))


def assert_reading_or_source_error(data: bytes) -> None:
    try:
        outcome = read_page(data)
    except SourceError:
        return
    assert isinstance(outcome, Reading)
    for item in items_of(outcome):
        assert item.public or item == AgendaItem(number=item.number, public=False)
    for meeting in outcome.meetings:
        assert meeting.name
        assert meeting.end is None or (meeting.start is not None and meeting.start < meeting.end)


@settings(deadline=None, max_examples=2_000 if WHOLE else 150)
@given(st.data(), st.sampled_from([AGENDA, ITEM]))
def test_page_with_pieces_lost_doubled_and_swapped(data: st.DataObject, page: bytes) -> None:
    pieces = re.findall(TAGS, page)
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(pieces) - 1))
        pieces[at : at + data.draw(st.integers(0, 3))] = data.draw(st.lists(st.sampled_from(PIECES), max_size=3))
    assert_reading_or_source_error(b"".join(pieces))


@needs_shared
@settings(deadline=None, max_examples=1_000 if WHOLE else 40)
@given(st.data())
def test_real_page_with_pieces_lost_doubled_and_swapped(data: st.DataObject) -> None:
    pieces = re.findall(TAGS, data.draw(st.sampled_from(SAVED)).read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(pieces) - 1))
        pieces[at : at + data.draw(st.integers(0, 2))] = data.draw(st.lists(st.sampled_from(PIECES), max_size=2))
    assert_reading_or_source_error(b"".join(pieces))


@settings(deadline=None, max_examples=200)
@given(
    st.lists(
        st.builds(
            Item,
            number=st.sampled_from(["Ö&nbsp;1", "Ö&nbsp;6.1.8", "N&nbsp;2", "3", "&nbsp;", "Ö"]),
            name=st.sampled_from(["Bänke", "22-1", "(nichtöffentlich)", "", "TOP"]),
            key=st.sampled_from(["1", None]),
            result=st.sampled_from(["vertagt", "(offen)", None]),
            paper=st.sampled_from(["22-0001", None]),
            late=st.booleans(),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_no_numbered_row_is_lost(items: list[Item]) -> None:
    page = AgendaPage(items=tuple(items)).served()
    try:
        (meeting,) = read_page(page).meetings
    except Unreadable:
        assert not any(item.name and any(map(str.isdigit, item.number)) for item in items)
        return
    found = [item.number for item in meeting.agenda or () if item.number]
    assert found == [item.number.replace("&nbsp;", " ") for item in items if any(map(str.isdigit, item.number))]
