"""The filters of the list of papers."""

from datetime import date

import pytest

from simulator.council.pages.list_filter import PAGE, View, changed, days_between
from tests.simulator.council.stories import state


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("15.08.2000-20.12.2000", date(2000, 8, 15), date(2000, 12, 20)),
        ("07/2001-", date(2001, 7, 1), date.max),
        ("-99", date.min, date(1999, 12, 31)),
        ("05/02", date(2002, 5, 1), date(2002, 5, 31)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("31.02.2026", date.min, date.max),
        ("gestern", date.min, date.max),
        ("", date.min, date.max),
    ],
)
def test_days_are_read_as_the_page_explains_them(written: str, first: date, last: date) -> None:
    assert days_between(written) == (first, last)


def references(view: View) -> list[str]:
    return [paper.reference for paper in view.select(state(0).papers.values())]


def test_a_part_of_a_number_finds_all_that_contain_it_and_exactly_finds_one() -> None:
    part = changed(View(), {"vo040fil1": "22-0101", "filtvoname": "filter"})
    assert references(part) == ["22-0101.01", "22-0101"]
    exact = changed(View(), {"vo040fil1": "22-0101", "filtvoname": "filter", "vo040fil1exakt.x": "3"})
    assert references(exact) == ["22-0101"]


def test_an_unknown_number_finds_nothing() -> None:
    assert references(View(number="22-9999", exact=True)) == []


def test_a_paper_that_is_not_public_is_not_found() -> None:
    assert references(View(number="22-0168", exact=True)) == []
    later = [paper.reference for paper in View(number="22-0168").select(state(13).papers.values())]
    assert later == ["22-0168"]


def test_subject_and_days_narrow_further() -> None:
    assert references(changed(View(), {"vo040fil2": "welcoming", "filtvobetr1": "filter"})) == ["20-1554"]
    assert references(changed(View(), {"vo040fil4": "-2016", "filtdatum": "filter"})) == ["20-1554"]


def test_a_reset_shows_all_again() -> None:
    assert changed(View(number="22-0101", offset=50), {"filtreset": "(alle)"}) == View()


def test_leafing_goes_by_fifty_and_a_new_filter_begins_again() -> None:
    second = changed(View(), {"shownext": "true"})
    assert second.offset == PAGE
    assert changed(second, {"showprev": "true"}) == View()
    assert changed(second, {"filtdatum": "filter", "vo040fil4": "2026"}).offset == 0


def test_papers_are_ordered_by_number_or_date_on_demand() -> None:
    by_number = references(changed(View(), {"sort": "1voname"}))
    assert by_number == sorted(by_number)
    assert references(changed(View(), {"sort": "1vocdat"})) == references(View())[::-1]
