import pytest

from sources.allris.flowing_text import tidy
from sources.allris.motion_text import before_letter, decision_line, facts_words, own_words, without_headings


@pytest.mark.parametrize(
    "heading",
    ["Sachverhalt:", "Hintergrund:\n", "Petitum / Beschluss:", "PETITUM:\n\n", "Petitum\n", "Beschlussvorschlag :"],
)
def test_headings_at_the_start_are_dropped(heading: str) -> None:
    assert without_headings(f"{heading} Bänke.") == "Bänke."


def test_two_headings_in_a_row_are_both_dropped() -> None:
    assert without_headings("Petitum:\n\nBeschlussvorschlag:\nBänke.") == "Bänke."


def test_first_word_that_only_looks_like_a_heading_stays() -> None:
    assert without_headings("Antrag Ada Übermut") == "Antrag Ada Übermut"
    assert without_headings("Beschlussfassung folgt") == "Beschlussfassung folgt"


def test_petitum_comes_before_a_quoted_decision() -> None:
    assert decision_line(["Sachverhalt:", "Beschluss: vertagt", "Petitum/Beschluss:"]) == 2
    assert decision_line(["Beschlussvorschlag:", "x"]) == 0
    assert decision_line(["nichts"]) is None


def test_letter_in_a_table_is_seen() -> None:
    assert before_letter("Bänke.\nFREIE UND HANSESTADT HAMBURG | Bezirksamt Musterbek\nAntwort") == "Bänke."


def test_message_of_the_authority_keeps_its_own_head_as_facts_only() -> None:
    letter = "FREIE UND HANSESTADT HAMBURG\nBezirksamt Musterbek\nDie Brücke ist gesperrt."
    assert facts_words(letter) == letter
    assert own_words(letter) is None


def test_long_runs_of_blanks_and_lines_take_no_time() -> None:
    assert tidy(" " * 400_000 + "\n" * 400_000 + " \n" * 400_000 + "\t" * 400_000 + "x") == "x"
