"""One spelling for what is indexed and what is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.folding import fold, fold_for_index, words_to_ask

ANYTHING = st.text(st.characters(codec=None))


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Müller", "mueller"),
        ("Mu\u0308ller", "mueller"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("STRAẞE", "strasse"),
        ("Größe", "groesse"),
        ("Café Señor Łódź", "cafe senor łodz"),
        ("Rad\u00adwege\u200bkonzept", "radwegekonzept"),
        ("ﬁnanzen", "finanzen"),
        ("Akkoç", "akkoc"),
        ("a\x00b\ud800c", "a b c"),
        ("", ""),
    ],
)
def test_folding_table(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        (written, asked)
        for written, spellings in {
            "Müllerstraße": ("müllerstraße", "muellerstrasse", "mullerstrasse", "MÜLLERSTRASSE"),
            "Mueller": ("müller", "mueller"),
            "Größe": ("größe", "groesse", "grosse"),
        }.items()
        for asked in spellings
    ],
)
def test_every_usual_spelling_finds_what_is_written(written: str, asked: str) -> None:
    assert fold(asked) in fold_for_index(written).split()


def test_words_without_umlauts_are_indexed_once() -> None:
    assert fold_for_index("Radweg für Übergänge") == "radweg fuer uebergaenge fur ubergange"


def test_stop_words_are_left_out_unless_there_is_nothing_else() -> None:
    assert words_to_ask("der Radweg und die Straße") == ("radweg", "strasse")
    assert words_to_ask("und die") == ("und", "die")


def test_a_number_is_asked_by_its_parts() -> None:
    assert words_to_ask("20-1554 20") == ("20", "1554")


@given(ANYTHING)
def test_folding_takes_any_text_and_is_done_after_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold_for_index(text).startswith(fold(text).rstrip())
    fold_for_index(text).encode()
    assert len(words_to_ask(text)) <= 6
