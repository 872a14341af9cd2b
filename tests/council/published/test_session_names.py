"""A title that only names its session tells whose it is, where that is certain."""

import pytest

from council.published.session_names import organization_named

KNOWN = (
    "Bezirksversammlung",
    "Hauptausschuss",
    "Haushaltsausschuss",
    "Ausschuss für Umwelt, Klima und Mobilität",
    "Regionalausschuss Süderelbe",
    "Seniorenbeirat",
)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Sitzung der Bezirksversammlung", "Bezirksversammlung"),
        ("Sitzung des Hauptausschusses", "Hauptausschuss"),
        ("Öffentliche Sitzung des Haushaltsausschusses", "Haushaltsausschuss"),
        ("Sondersitzung des Ausschusses für Umwelt, Klima und Mobilität", "Ausschuss für Umwelt, Klima und Mobilität"),
        ("Sitzung des Regionalausschusses Süderelbe", "Regionalausschuss Süderelbe"),
        ("Sitzung des Seniorenbeirats", "Seniorenbeirat"),
        ("Hauptausschuss", "Hauptausschuss"),
        ("Sitzung des Kulturausschusses", None),
        ("Gemeinsame Sitzung des Hauptausschusses und des Haushaltsausschusses", None),
        ("Interfraktionelle Runde", None),
        ("", None),
    ],
)
def test_the_title_tells_the_one_organization_it_declines(title: str, name: str | None) -> None:
    assert organization_named(title, KNOWN) == name


def test_two_that_could_be_meant_are_none() -> None:
    assert organization_named("Sitzung des Beirats", ("Beirat", "beirat")) is None
