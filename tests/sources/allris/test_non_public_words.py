import pytest

from sources.allris.non_public_words import says_non_public


@pytest.mark.parametrize(
    "words",
    [
        "NICHTÖFFENTLICHE VIDEOKONFERENZ! Sitzung des Rates",
        "Sitzung des Unterausschusses Bau (nichtöffentlich)",
        "Sitzung (nicht öffentlich)",
        "nicht-öffentliche Sitzung",
        "nichtöff. Sitzung",
        "Sitzung (nö)",
        "vertrauliche Sitzung",
        "Nichtöffentliche Sitzung des Ausschusses für öffentliche Ordnung",
        "nichtöffentliche Sitzung des Ausschusses für Sicherheit und öffentliche Ordnung",
        "x" * 3_000,
    ],
)
def test_whatever_says_non_public_is(words: str) -> None:
    assert says_non_public(words)


@pytest.mark.parametrize(
    "words",
    [
        "Sitzung der Bezirksversammlung",
        "Öffentliche Sitzung",
        "Sitzung des Ausschusses für öffentliche Ordnung",
        "Sitzung (öffentlich/nichtöffentlich)",
        "öffentlicher und nichtöffentlicher Teil",
        "nichtöffentlicher und öffentlicher Teil",
        "",
    ],
)
def test_silence_and_a_public_part_are_public(words: str) -> None:
    assert not says_non_public(words)
