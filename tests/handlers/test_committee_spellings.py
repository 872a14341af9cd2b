"""Slips of the pen, letters and English names: the committee that is meant, or none."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.committee_choice import choose


@dataclass(frozen=True, slots=True)
class Named:
    name: str


MAIN, ASSEMBLY = Named("Hauptausschuss"), Named("Bezirksversammlung")
SOCIAL = Named("Ausschuss für Soziales, Bildung und Integration")
TRAFFIC = Named("Ausschuss für Mobilität und Straßenbau")
YOUTH = Named("Jugendhilfeausschuss")
CULTURE = Named("Ausschuss für Kultur, Sport und Freizeit")
CLIMATE = Named("Ausschuss für Klima, Umwelt und Verbraucherschutz")
BUDGET = Named("Haushalts- und Vergabeausschuss")
PLANNING = Named("Stadtplanungsausschuss")
REGION = Named("Regionalausschuss Süderufer")
SENIORS = Named("Seniorenbeirat")
ALL = (MAIN, ASSEMBLY, SOCIAL, TRAFFIC, YOUTH, CULTURE, CLIMATE, BUDGET, PLANNING, REGION, SENIORS)

# What people type, and what they mean by it.
TYPED = {
    "Hauptausschuss": MAIN,
    "Bezirksversammlung": ASSEMBLY,
    "Sozialausschuss": SOCIAL,
    "Bildungsausschuss": SOCIAL,
    "Mobilitätsausschuss": TRAFFIC,
    "Jugendhilfeausschuss": YOUTH,
    "Kulturausschuss": CULTURE,
    "Sportausschuss": CULTURE,
    "Umweltausschuss": CLIMATE,
    "Klimaausschuss": CLIMATE,
    "Haushaltsausschuss": BUDGET,
    "Vergabeausschuss": BUDGET,
    "Stadtplanungsausschuss": PLANNING,
    "Regionalausschuss": REGION,
    "Seniorenbeirat": SENIORS,
}
# Committees that other councils have.
FOREIGN = (
    "Verkehrsausschuss", "Finanzausschuss", "Wirtschaftsausschuss", "Schulausschuss", "Rechnungsprüfungsausschuss",
    "Wahlausschuss", "Petitionsausschuss", "Gesundheitsausschuss", "Hafenausschuss", "Digitalausschuss",
    "Rechtsausschuss", "Betriebsausschuss", "Werksausschuss", "Ältestenrat", "Stadtrat", "Kreistag", "Ortsrat Linden",
    "Gleichstellungsbeirat", "Naturschutzbeirat", "Sonderausschuss", "Personalausschuss", "Vergaberat",
)  # fmt: skip


@pytest.mark.parametrize(("typed", "meant"), TYPED.items())
def test_the_usual_short_name_is_enough(typed: str, meant: Named) -> None:
    choice = choose(typed, ALL)
    assert choice.found == (meant,)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Hauptauschuss", MAIN), ("Sozailausschuss", SOCIAL), ("Sozialasuschuss", SOCIAL), ("Kulturausschus", CULTURE),
        ("Bezirksversamlung", ASSEMBLY), ("Mobiltätsausschuss", TRAFFIC), ("Jugendhifleausschuss", YOUTH),
        ("BV", ASSEMBLY), ("ha", MAIN), ("JHA", YOUTH), ("main committee", MAIN), ("social committee", SOCIAL),
        ("transport committee", TRAFFIC), ("budget committee", BUDGET), ("district assembly", ASSEMBLY),
        ("youth welfare committee", YOUTH), ("environment", CLIMATE),
    ],
)  # fmt: skip
def test_slips_letters_and_english_names_are_understood(typed: str, meant: Named) -> None:
    assert choose(typed, ALL).found == (meant,)


@pytest.mark.parametrize("typed", FOREIGN)
def test_a_committee_of_another_council_is_no_slip_of_ours(typed: str) -> None:
    assert choose(typed, ALL).found == ()


@pytest.mark.parametrize("typed", ["Huaptausschuss", "Kultrausschuss", "Multurausschuss"])
def test_short_words_and_first_letters_are_only_offered(typed: str) -> None:
    choice = choose(typed, ALL)
    assert choice.found == ()
    assert len(choice.near) == 1


@pytest.mark.parametrize(
    "topic", ["Radweg", "Rat", "Rathaus", "Hafen", "die Grünen", "Bahnhof", "Spielplatz", "to", "HH", "Kitas", "Baum"]
)
def test_a_topic_is_no_committee(topic: str) -> None:
    assert choose(topic, ALL).found == ()


def test_little_words_are_no_letters_of_a_name() -> None:
    assert choose("am", (Named("Ausschuss Mobilität"),)).found == ()
    assert choose("AM", (Named("Ausschuss Mobilität"), MAIN)).found == ()


def test_two_names_a_slip_away_are_nobodys() -> None:
    both = (Named("Ausschuss Norden"), Named("Ausschuss Norder"))
    choice = choose("Nordenn", (*both,))
    assert len(choice.found) <= 1
    assert choose("Nordem", both).found == ()


@given(st.sampled_from(sorted(TYPED)), st.integers(0, 30), st.sampled_from("abcdefghijklmnopqrstuvwxyzäöü"), st.data())
def test_no_slip_leads_to_another_committee(typed: str, place: int, letter: str, data: st.DataObject) -> None:
    at = place % len(typed)
    slips = (
        typed[:at] + typed[at + 1 :],
        typed[:at] + letter + typed[at + 1 :],
        typed[:at] + letter + typed[at:],
        typed[:at] + typed[at + 1 : at + 2] + typed[at : at + 1] + typed[at + 2 :],
    )
    slip = data.draw(st.sampled_from(slips))
    assert choose(slip, ALL).found in {(), (TYPED[typed],)}
