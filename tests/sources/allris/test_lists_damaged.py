"""Calendars, lists and organizations cut short or shaken: never less than the page, never another error."""

import os
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from council.published.readings import Reading
from sources.allris.page import read_page
from sources.errors import SourceError, Unreadable
from tests.shared import SHARED, needs_shared
from tests.sources.calendar_pages import CalendarPage, Met, Note
from tests.sources.list_pages import ListPage, PapersPage
from tests.sources.organization_pages import MembersPage, OrganizationsPage

IS_NIGHTLY = bool(os.environ.get("RATSBOTE_NIGHTLY"))
SECRET = Met(weekday=None, title="Unterausschuss KANARIENVOGEL (nichtöffentlich)", key="7", room="")
PAGES: dict[str, ListPage] = {
    "calendar": CalendarPage(rows=(Note(), Note(day=2, weekday="Mo", words="Schulferien"), Met(), SECRET)),
    "papers": PapersPage(),
    "members": MembersPage(),
    "organizations": OrganizationsPage(),
}
KINDS = re.compile(r"_(?:si010|vo040|au0[12]0|fr0[12]0|pa02[01])")
REAL = sorted(path.name for path in SHARED.glob("pages/allris3/*.html") if KINDS.search(path.name))
SHAKEN = [re.findall(rb"<[^>]*>|[^<>]+", page.served()) for page in PAGES.values()]
ODD = [
    b"\x00",
    b"<!--",
    b"<table>",
    b"<table class='tl1'>",
    b"<td colspan='9999999999'>",
    b"<th>Name</th>",
    b"31",
    b"Mo",
]
PIECES = sorted({piece for pieces in SHAKEN for piece in pieces}) + ODD


def prefixes(page: bytes, *, every: int) -> Iterator[bytes]:
    """From the end, where a cut shows least, each byte of the last 200; before that one in `every`."""
    whole = len(page.rstrip())
    ends = {*range(0, whole, every), *range(max(0, whole - 200), whole)}
    return (page[:end] for end in sorted(ends))


def assert_never_read(pieces: Iterator[bytes]) -> None:
    for piece in pieces:
        with pytest.raises(Unreadable):
            read_page(piece)


@pytest.mark.parametrize("kind", PAGES)
def test_no_prefix_of_a_page_is_read(kind: str) -> None:
    assert_never_read(prefixes(PAGES[kind].served(), every=1 if IS_NIGHTLY else 29))


@needs_shared
@pytest.mark.parametrize("name", REAL or ["none"])
@pytest.mark.timeout(1800 if IS_NIGHTLY else 60)
def test_no_prefix_of_a_real_page_is_read(name: str) -> None:
    page = (SHARED / "pages" / "allris3" / name).read_bytes()
    assert_never_read(prefixes(page, every=1 if IS_NIGHTLY else 401))


@pytest.mark.parametrize("kind", PAGES)
def test_comments_blanks_and_spelling_of_the_markup_change_nothing(kind: str) -> None:
    page = PAGES[kind].html()
    changed = page.replace("</td>", "<!-- x -->  </td>").replace("<td>", "<TD >").replace('border="0"', "border=0")
    assert read_page(changed.encode("cp1252")) == read_page(PAGES[kind].served())


@pytest.mark.timeout(10)
def test_lists_inside_lists_are_no_endless_work() -> None:
    nested = '<table class="tl1"><tr><td>x' * 450
    page = CalendarPage(extra={'<table class="tl1"': f'{nested}<table class="tl1"'})
    with pytest.raises(Unreadable):
        read_page(page.served())


@settings(deadline=None, max_examples=300)
@given(st.data())
def test_shaken_page_is_a_reading_or_a_source_error(data: st.DataObject) -> None:
    pieces = list(data.draw(st.sampled_from(SHAKEN)))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(pieces) - 1))
        pieces[at : at + data.draw(st.integers(0, 3))] = data.draw(st.lists(st.sampled_from(PIECES), max_size=3))
    try:
        outcome = read_page(b"".join(pieces))
    except SourceError:
        return
    assert isinstance(outcome, Reading)
    assert "KANARIENVOGEL" not in repr(outcome.meetings)
    assert all(meeting.day for meeting in outcome.meetings)
