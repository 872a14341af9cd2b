"""Days as people name them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.served.days import Days, named_days, split_days

MONDAY = date(2026, 11, 23)


def written(sentence: str, today: date = MONDAY) -> list[str]:
    named = named_days(sentence, today=today)
    return [] if named is None else [each.written for each in named.meanings]


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("heute", "20261123-20261123"),
        ("uebermorgen", "20261125-20261125"),
        ("the day after tomorrow", "20261125-20261125"),
        ("gestern", "20261122-20261122"),
        ("am mittwoch", "20261125-20261125"),
        ("am mi", "20261125-20261125"),
        ("diesen freitag", "20261127-20261127"),
        ("kommenden montag", "20261130-20261130"),
        ("letzten mittwoch", "20261118-20261118"),
        ("montag naechster woche", "20261130-20261130"),
        ("naechste woche am dienstag", "20261201-20261201"),
        ("diese woche", "20261123-20261129"),
        ("naechste woche", "20261130-20261206"),
        ("uebernaechste woche", "20261207-20261213"),
        ("last week", "20261116-20261122"),
        ("am wochenende", "20261128-20261129"),
        ("in zwei wochen", "20261207-20261213"),
        ("in 3 tagen", "20261126-20261126"),
        ("in den naechsten 14 tagen", "20261123-20261207"),
        ("kw 48", "20261123-20261129"),
        ("kw 1", "20270104-20270110"),
        ("am 23.11", "20261123-20261123"),
        ("am 22.11", "20271122-20271122"),
        ("am 12.1.27", "20270112-20270112"),
        ("2027-01-12", "20270112-20270112"),
        ("am 12 januar", "20270112-20270112"),
        ("am 12 januar 2028", "20280112-20280112"),
        ("on january 12", "20270112-20270112"),
        ("on the 12th", "20261212-20261212"),
        ("am 31", "20261231-20261231"),
        ("vom 20.12 bis 10.1", "20261220-20270110"),
        ("im november", "20261123-20261130"),
        ("im maerz", "20270301-20270331"),
        ("in may", "20270501-20270531"),
        ("februar 2028", "20280201-20280229"),
        ("naechsten monat", "20261201-20261231"),
        ("dieses jahr", "20261123-20261231"),
        ("bis jahresende", "20261123-20261231"),
        ("tomorrow evening", "20261124-20261124"),
    ],
)
def test_days_are_the_councils_calendar_days(sentence: str, days: str) -> None:
    assert written(sentence) == [days]


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("am montag", ["20261123-20261123", "20261130-20261130"]),
        ("naechsten mittwoch", ["20261125-20261125", "20261202-20261202"]),
        ("next wednesday", ["20261125-20261125", "20261202-20261202"]),
        ("naechsten montag", ["20261130-20261130"]),
    ],
)
def test_what_people_mean_differently_has_both_meanings(sentence: str, days: list[str]) -> None:
    assert written(sentence) == days


@pytest.mark.parametrize(
    "sentence",
    ["am 31.2", "kw 60", "wochenende", "may i ask", "radweg", "", "22-1554", "1.2.3.4", "montagsmarkt", "am 40"],
)
def test_what_names_no_day_has_none(sentence: str) -> None:
    assert written(sentence) == []


def test_the_place_in_the_sentence_is_told() -> None:
    named = named_days("was steht am montag im hauptausschuss an", today=MONDAY)
    assert named is not None
    assert (named.start, named.end) == (2, 4)


def test_the_last_days_of_the_calendar_do_no_harm() -> None:
    assert written("naechste woche", date(9999, 12, 31)) == []
    assert written("gestern", date(1, 1, 1)) == []


@given(st.dates(), st.integers(0, 400), st.text(max_size=20))
def test_days_survive_a_button(first: date, length: int, words: str) -> None:
    days = Days(first, min(date.max, first + timedelta(days=length)) if first < date(9990, 1, 1) else first)
    carried = " ".join(words.split())
    assert split_days(f"{days.written} {carried}".strip()) == (days, carried)


@pytest.mark.parametrize(
    "words", ["", "Haupt", "20270101-20260101", "20270199-20270201", "2027-01-01", "20270101-2027010"]
)
def test_other_words_are_left_alone(words: str) -> None:
    assert split_days(words) == (None, words)
