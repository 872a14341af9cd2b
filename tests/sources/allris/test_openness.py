import pytest

from sources.allris.openness import Openness, is_public, letters_of, openness_of
from sources.errors import NotPublic


@pytest.mark.parametrize(
    ("status", "openness"),
    [
        ("öffentlich", Openness.WHOLE),
        ("öffentlich (Anwesenheit bearbeitet)", Openness.WHOLE),
        ("öffentlich/nichtöffentlich", Openness.PART),
        ("nichtöffentlich / öffentlich", Openness.PART),
        ("Öffentlich, nicht öffentlich", Openness.PART),
    ],
)
def test_status_of_a_session(status: str, openness: Openness) -> None:
    assert openness_of(status) is openness


@pytest.mark.parametrize(
    "status",
    ["", "/", "nichtöffentlich", "öffentlich/vertraulich", "öffentlich (nichtöffentlich)", "un-öffentlich", "gemischt"],
)
def test_any_other_status_is_not_public(status: str) -> None:
    with pytest.raises(NotPublic):
        openness_of(status)


@pytest.mark.parametrize(
    ("number", "letters"),
    [
        ("Ö 2.1", "Ö"),
        ("ö2", "Ö"),
        ("N 10", "N"),
        ("NÖ 3", "NÖ"),
        ("2.1", ""),
        ("TOP 2", ""),
        ("TOP Ö 2", "Ö"),
        ("", ""),
    ],
)
def test_letters_of_a_number(number: str, letters: str) -> None:
    assert letters_of(number) == letters


@pytest.mark.parametrize("number", ["Ö 1", "Ö", "TOP Ö 1"])
def test_item_that_says_public_is(number: str) -> None:
    assert is_public(number, "Bänke", session=Openness.PART)


@pytest.mark.parametrize("number", ["N 1", "NÖ 1", "V 1", "1", "", "A 1"])
def test_item_that_does_not_is_not(number: str) -> None:
    assert not is_public(number, "Bänke", session=Openness.PART)


def test_letter_n_counts_in_a_session_that_is_public_as_a_whole() -> None:
    assert is_public("1", "Bänke", session=Openness.WHOLE)
    assert not is_public("N 1", "Bänke", session=Openness.WHOLE)


@pytest.mark.parametrize("name", ["(nichtöffentlich)", "Vertraulich", "( nicht öffentlich )", "[nicht-öffentlich]"])
def test_withheld_name_is_not_public_whatever_the_number(name: str) -> None:
    assert not is_public("Ö 1", name, session=Openness.WHOLE)
    assert is_public("Ö 1", "Nichtöffentliche Vergaben: Bericht", session=Openness.WHOLE)
