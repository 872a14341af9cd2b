"""By when a question should be answered, and when nothing is said of it."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.published.deadlines import (
    DeadlineRule,
    Deadlines,
    Overdue,
    Unit,
    last_day,
    parse_deadlines,
)
from council.published.papers import File, PaperText
from tests.builders import a_known_paper, a_paper, a_stop

FILED = date(2026, 3, 27)  # a Friday; Good Friday is 3 April, Easter Monday 6 April
EASTER = {date(2026, 4, 3), date(2026, 4, 6)}
SMALL = DeadlineRule(body="musterfeld", paper_type="Kleine Anfrage", count=8, unit=Unit.WORKING_DAYS, state="HH")


def is_easter(state: str, day: date) -> bool:
    return state == "HH" and day in EASTER


def a_rule(text: str) -> DeadlineRule:
    (rule,) = parse_deadlines(f"musterfeld:Anfrage={text}")
    return rule


def overdue(
    *stops: Any, rules: str = "musterfeld:Kleine Anfrage=8d@HH", relatives: Iterable[str] = (), **fields: Any
) -> Overdue | None:
    defaults: dict[str, Any] = {"paper_type": "Kleine Anfrage", "date": FILED, "name": "Anfrage betr. Bänke"}
    today = fields.pop("today", date(2026, 6, 1))
    known = a_known_paper(a_paper("22-1940", *stops, **(defaults | fields)))
    return Deadlines(parse_deadlines(rules), is_easter).overdue(known, relatives=relatives, today=today)


@pytest.mark.parametrize(
    ("rule", "filed", "last"),
    [
        ("1d@HH", FILED, date(2026, 3, 30)),
        ("8d@HH", FILED, date(2026, 4, 10)),  # over two weekends, Good Friday and Easter Monday
        ("8d@BY", FILED, date(2026, 4, 8)),
        ("1d@HH", date(2026, 3, 28), date(2026, 3, 30)),
        ("1w", FILED, date(2026, 4, 3)),
        ("1w@HH", FILED, date(2026, 4, 7)),
        ("8w", FILED, date(2026, 5, 22)),
        ("1m", date(2026, 1, 31), date(2026, 3, 2)),  # 28 February is a Saturday
        ("1m", date(2026, 2, 3), date(2026, 3, 3)),
        ("12m", date(2026, 12, 15), date(2027, 12, 15)),
        ("3m", date(2026, 11, 30), date(2027, 3, 1)),  # 28 February is a Sunday
    ],
)
def test_the_last_day_to_answer(rule: str, filed: date, last: date) -> None:
    assert last_day(a_rule(rule), filed, is_easter) == last


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 250))
def test_so_many_working_days_lie_between(filed: date, count: int) -> None:
    last = last_day(a_rule(f"{count}d@HH"), filed, is_easter)
    days = (filed + timedelta(days=n) for n in range(1, (last - filed).days + 1))
    assert sum(day.weekday() < 5 and day not in EASTER for day in days) == count


def test_overdue_is_the_day_after_the_last() -> None:
    assert overdue(today=date(2026, 4, 10)) is None
    assert overdue(today=date(2026, 4, 11)) == Overdue(since=date(2026, 4, 11), filed=FILED, rule=SMALL)


@pytest.mark.parametrize(
    "fields",
    [
        {"date": None},
        {"paper_type": "Große Anfrage"},
        {"paper_type": "Kleine Anfragen-Statistik"},
        {"paper_type": None},
        {"rules": ""},
        {"rules": "elbdorf:Kleine Anfrage=8d@HH"},
    ],
)
def test_without_a_rule_for_it_nothing_is_overdue(fields: dict[str, Any]) -> None:
    assert overdue(**fields) is None


@pytest.mark.parametrize(
    "fields",
    [
        {"relatives": ["22-1940.01"]},
        {"related": ("22-1940.01",)},
        {"name": "Antwort zur Anfrage betr. Bänke"},
        {"name": "Stellungnahme der Verwaltung"},
        {"files": (File(name="Beantwortung.pdf"),)},
        {"text": PaperText(sachverhalt="Wie viele?\nDas Amt beantwortet die Anfrage vom 3. Mai wie folgt: 4.")},
        {"text": PaperText(beschluss="Viele Bänke?\n Antwort der Verwaltung: vier")},
    ],
)
def test_what_may_be_the_answer_is_taken_for_it(fields: dict[str, Any]) -> None:
    assert overdue() is not None
    assert overdue(**fields) is None


@pytest.mark.parametrize(
    ("result", "is_open"), [("vertagt", True), ("(offen)", True), ("zur Kenntnis genommen", False)]
)
def test_a_result_may_be_an_answer_unless_it_only_moves_the_question_on(result: str, *, is_open: bool) -> None:
    assert (overdue(a_stop("Hauptausschuss", FILED, result)) is not None) == is_open


def test_a_question_that_asks_for_an_answer_is_still_open() -> None:
    text = PaperText(sachverhalt="Wir bitten um Beantwortung. Wer antwortet auf Briefe?")
    assert overdue(text=text) is not None
    assert overdue(relatives=["22-1940"], parent="22-1900", related=("22-1900",)) is not None


def test_the_most_exact_kind_counts() -> None:
    rules = "musterfeld:Anfrage=1m musterfeld:Kleine Anfrage=8d@HH, musterfeld:Kleine Anfrage gem. § 24=2w"
    found = overdue(rules=rules, paper_type="Kleine Anfrage gem. § 24 BezVG öffentlich")
    assert found is not None
    assert (found.rule.count, found.rule.unit) == (2, Unit.WEEKS)


def test_several_rules_are_read_with_blanks_in_their_kinds() -> None:
    rules = parse_deadlines("  harburg:Kleine Anfrage=8d@HH harburg:Große Anfrage=1m;\nelbdorf:Anfrage=10w@NI ")
    assert [(rule.body, rule.paper_type, rule.count, str(rule.unit), rule.state) for rule in rules] == [
        ("harburg", "Kleine Anfrage", 8, "d", "HH"),
        ("harburg", "Große Anfrage", 1, "m", None),
        ("elbdorf", "Anfrage", 10, "w", "NI"),
    ]
    assert parse_deadlines(" ") == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Anfrage=8w", "„Anfrage=8w“ ist keine Frist; gemeint ist etwas wie harburg:"),
        ("harburg:Anfrage", "ist keine Frist"),
        ("harburg:Anfrage=8", "ist keine Frist"),
        ("harburg:=8w", "ist keine Frist"),
        ("harburg:Anfrage=8y", "ist keine Frist"),
        ("harburg:Anfrage=0w", "möglich sind 1 bis 52 (w)"),
        ("harburg:Anfrage=999d@HH", "möglich sind 1 bis 250 (d)"),
        ("harburg:Anfrage=8d", "Arbeitstage brauchen das Land"),
        ("harburg:Anfrage=8d@XX", "das Land „XX“ gibt es nicht; möglich sind BB, BE"),
        ("harburg:Anfrage=8w harburg:anfrage=9w", "gibt es zwei Fristen"),
    ],
)
def test_a_wrong_rule_gets_a_clear_sentence(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        parse_deadlines(text)


@given(st.text(max_size=60))
def test_any_other_text_is_refused_or_read(text: str) -> None:
    try:
        parse_deadlines(text)
    except ValueError as refused:
        assert "„" in str(refused)  # noqa: PT017 - a text that is read is no failure
