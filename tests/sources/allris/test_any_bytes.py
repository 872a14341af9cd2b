"""Whatever the bytes: a Reading or a SourceError, nothing else."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from council.published.readings import Reading
from sources.allris.page import read_page
from sources.errors import SourceError
from tests.sources.allris.test_saved_text import RUN_TOGETHER
from tests.sources.pages import PaperPage

PAGE = PaperPage(annex="<p>Anlage/n: -</p>").served()
TEXT = RUN_TOGETHER.encode()
PIECES = sorted({*re.findall(rb"<[^>]*>|[^<>]+", PAGE), b"\x00", b"<!--", b"&#xD800;", b"<table>", b"\xff\xfe", b"\t"})
LINES = [*TEXT.split(b"\n"), b"Stammbaum:", b"Anlagen:", b"31.02.2026", b"\t\tRat\t", b"Petitum:"]


def assert_reading_or_source_error(data: bytes) -> None:
    try:
        outcome = read_page(data)
    except SourceError:
        return
    assert isinstance(outcome, Reading)
    assert all(paper.public and paper.reference for paper in outcome.papers)


@given(st.binary(max_size=300))
def test_arbitrary_bytes(data: bytes) -> None:
    assert_reading_or_source_error(data)


@given(st.text(max_size=300))
def test_arbitrary_text(text: str) -> None:
    assert_reading_or_source_error(text.encode("utf-8", "ignore"))


@settings(deadline=None, max_examples=200)
@given(st.data())
def test_page_with_pieces_lost_doubled_and_swapped(data: st.DataObject) -> None:
    pieces = re.findall(rb"<[^>]*>|[^<>]+", PAGE)
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(pieces) - 1))
        pieces[at : at + data.draw(st.integers(0, 3))] = data.draw(st.lists(st.sampled_from(PIECES), max_size=3))
    assert_reading_or_source_error(b"".join(pieces))


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(LINES), max_size=40))
def test_text_with_its_lines_in_any_order(lines: list[bytes]) -> None:
    head = b"Drucksache - 22-1\nBetreff: A\nStatus:\xc3\xb6ffentlich\n"
    assert_reading_or_source_error(head + b"\n".join(lines))
