"""The reference in front of a paper's subject, whatever of the subject the agenda item is named after."""

import pytest

from sources.allris.subject_text import reference_before

SUBJECT = "Mitteilung betr. Mittagessen an der Grundschule"
NUMBERS = [
    *("22-0206", "22-2173.1.1", "22-1703B", "20-1554.01", "22/0206", "V/0462/2026", "V/0462/2026/1"),
    *("VO/26/23343/D2", "VO/26/23344/63", "25/085", "A0249/25 /1", "DS0380/25/10/1", "K 2026/0725", "V/A HP 43"),
    *("2026/245/1", "2026-152-01", "466/2021", "1. Ergänzung zu 431/2021", "26/SVV/0341-001", "VII-A-01234-NF-01"),
    *("16051-09", "212134-01", "26-29090-02", "RBV-1441/12", "BV-25-2026-007", "0305/III", "BD/2023/367-1"),
]


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize(
    "name",
    [SUBJECT, "Mittagessen an der Grundschule", "an der\nGrundschule", f"{SUBJECT} (Neufassung)", "Schulessen", None],
    ids=["the subject", "its tail", "its last words in two lines", "more than the subject", "another name", "no name"],
)
def test_a_papers_number_ends_where_its_subject_begins(number: str, name: str | None) -> None:
    assert reference_before(f"{number} {SUBJECT}", name) == number


@pytest.mark.parametrize(
    "subject", ["5 Bänke am Teich", "2. Bauabschnitt", "1. Ergänzung zum Haushalt", "2027/2028: Haushalt", "- Anfrage"]
)
@pytest.mark.parametrize("number", NUMBERS)
def test_a_subject_may_begin_with_a_number_of_its_own(number: str, subject: str) -> None:
    assert reference_before(f"{number} {subject}", subject) == number
    assert reference_before(f"{number} {subject}", "Schulessen") == number
    assert reference_before(f"{number} Mitteilung betr. {subject}", subject) == number


@pytest.mark.parametrize("number", ["22-0621-A", "XY.7b", "17", "A 12/2026", "M 3 c"])
def test_a_number_of_an_unknown_form_is_what_stands_before_the_common_subject(number: str) -> None:
    assert reference_before(f"{number} Bänke am Teich", "Bänke am Teich") == number
    assert reference_before(f"{number}: Bänke am Teich", "Bänke am Teich") == number


@pytest.mark.parametrize("words", ["Antrag betr. Bänke am Teich", "Bänke am Teich", "Antrag zu 22-0621 an den Rat", ""])
@pytest.mark.parametrize("name", ["Bänke am Teich", "Plan", None])
def test_words_that_do_not_begin_with_a_number_name_none(words: str, name: str | None) -> None:
    assert reference_before(words, name) is None
