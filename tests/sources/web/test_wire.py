"""Facts between two processes: equal on both sides, and nothing but facts."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.published.papers import Paper
from council.published.readings import Page, Reading
from sources.allris.page import read_page
from sources.web.wire import packed, unpacked
from tests.sources.pages import PaperPage

ZONES = st.sampled_from(
    [dt.UTC, ZoneInfo("Europe/Berlin"), ZoneInfo("UTC"), dt.timezone(dt.timedelta(hours=-3.5)), None]
)
PLAIN = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(st.characters()),
    st.dates(),
    st.times(),
    st.datetimes(timezones=ZONES),
    st.sampled_from(Page),
)
VALUES = st.recursive(PLAIN, lambda inner: st.lists(inner, max_size=4).map(tuple), max_leaves=20)


@given(VALUES)
def test_values_come_out_as_they_went_in(value: object) -> None:
    there = unpacked(packed(value))
    assert there == value
    assert type(there) is type(value)
    if isinstance(value, dt.datetime):
        assert isinstance(there, dt.datetime)
        assert there.utcoffset() == value.utcoffset()


def test_a_whole_reading_comes_out_as_it_went_in() -> None:
    reading = read_page(PaperPage().served())
    assert unpacked(packed(reading)) == reading


@pytest.mark.parametrize("value", [{"a": 1}, ["a"], b"a", object(), Paper, ({1},), dt.timedelta(1)])
def test_anything_else_is_not_sent(value: object) -> None:
    with pytest.raises(TypeError):
        packed(value)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"{}",
        b"\xff",
        b"[" * 100_000,
        b"9" * 5_000,
        b'{"os:system": "true"}',
        b'{"builtins:eval": {"source": "1"}}',
        b'{"council.published.papers:dt.date": {"year": 1, "month": 1, "day": 1}}',
        b'{"council.published.papers:field": {}}',
        b'{"council.published.papers:Paper": {}}',
        b'{"council.published.papers:Paper": []}',
        b'{"council.published.papers:Nobody": {}}',
        b'{"council.published.nowhere:Paper": {}}',
        b'{"council.published.readings:Page": "nobody"}',
        b'{"sources.errors:Unreadable": {}}',
        b'{"sources.web.child:subprocess.Popen": {"args": "true"}}',
        b'{"sources.:x": {}}',
        b'{"tests.sources.web.councils:Clock": {}}',
        b'{"time": ["datetime", "gestern"]}',
        b'{"time": ["datetime", "2026-03-02T08:00:00", "../../etc/passwd", 0]}',
        b'{"time": ["datetime", "2026-03-02T08:00:00", "Europe/Nirgends", 0]}',
        b'{"time": 5}',
        b'{"a": 1, "b": 2}',
    ],
)
def test_nothing_but_facts_can_be_received(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it is, that is what the caller knows
        unpacked(data)


def test_a_reading_keeps_its_kinds() -> None:
    reading = Reading(kind="allris", page=Page.PAPER, papers=(Paper(reference="22-1", name="x", public=True),))
    there = unpacked(packed(reading))
    assert isinstance(there, Reading)
    assert isinstance(there.page, Page)
    assert isinstance(there.papers, tuple)
