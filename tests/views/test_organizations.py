"""Committees inside a sentence."""

import pytest

from council.served.languages import Language
from views.organizations import at_organization
from views.wording import words_of


@pytest.mark.parametrize(
    ("name", "german"),
    [
        ("Hauptausschuss", "im Hauptausschuss"),
        ("Ausschuss für Soziales, Bildung und Integration", "im Ausschuss für Soziales, Bildung und Integration"),
        ("Regionalausschuss Barmbek-Uhlenhorst", "im Regionalausschuss Barmbek-Uhlenhorst"),
        ("Stadtrat", "im Stadtrat"),
        ("Rat der Stadt Bonn", "im Rat der Stadt Bonn"),
        ("Bezirksversammlung", "in der Bezirksversammlung"),
        ("Bezirksvertretung Nippes", "in der Bezirksvertretung Nippes"),
        # Not "im Ständiger Ausschuss": an adjective would have to be inflected, so it is set off instead.
        ("Ständiger Ausschuss", "– Ständiger Ausschuss"),
        ("Plenum", "– Plenum"),
        ("", "– "),
    ],
)
def test_the_preposition_fits_or_is_avoided(name: str, german: str) -> None:
    assert at_organization(name, words_of(Language.DE)) == german


def test_english_has_one_preposition_for_all() -> None:
    assert at_organization("Stadtrat", words_of(Language.EN)) == "in the Stadtrat"
