"""What people type for a committee, and which one they mean."""

from dataclasses import dataclass

import pytest

from handlers.committee_choice import meant


@dataclass(frozen=True, slots=True)
class Named:
    name: str


MAIN = Named("Hauptausschuss")
SOCIAL = Named("Ausschuss für Soziales, Bildung und Integration")
TRAFFIC = Named("Ausschuss für Mobilität und Straßenbau")
BUILDING = Named("Unterausschuss Bau")
ASSEMBLY = Named("Bezirksversammlung")
ALL = (MAIN, SOCIAL, TRAFFIC, BUILDING, ASSEMBLY)


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("Hauptausschuss", (MAIN,)),
        ("haupt", (MAIN,)),
        ("Sozialausschuss", (SOCIAL,)),
        ("Ausschuss für Soziales", (SOCIAL,)),
        ("Mobilitätsausschuss", (TRAFFIC,)),
        ("mobilitaet", (TRAFFIC,)),
        ("strassenbau", (TRAFFIC,)),
        ("Bauausschuss", (BUILDING,)),
        ("versammlung", (ASSEMBLY,)),
        ("Bezirksversammlung.", (ASSEMBLY,)),
        ("Ausschuss", (MAIN, SOCIAL, TRAFFIC, BUILDING)),
        ("Quatsch", ()),
        ("??", ()),
        ("", ()),
    ],
)
def test_a_part_of_a_name_is_enough(asked: str, names: tuple[Named, ...]) -> None:
    assert meant(asked, ALL) == names
