import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.published.bodies import Body, ConfiguredBody, choose_body, find_body, slug

HARBURG = ConfiguredBody(key="harburg", hosts=("sitzungsdienst-harburg.hamburg.de",))
MITTE = ConfiguredBody(key="hamburg-mitte", hosts=("sitzungsdienst-hamburg-mitte.hamburg.de",))
HAMBURG = ConfiguredBody(key="hamburg", hosts=("ratsinfo.hamburg.example",))
STORED = Body(key="harburg", name="Bezirksversammlung Harburg", host="sitzungsdienst-harburg.hamburg.de")


def test_the_host_names_the_council_whatever_its_case() -> None:
    chosen = choose_body(None, "Sitzungsdienst-Harburg.hamburg.de", configured=[HARBURG, MITTE])
    assert chosen == Body(key="harburg", name="harburg", host="sitzungsdienst-harburg.hamburg.de")


def test_a_configured_council_takes_its_name_from_the_page() -> None:
    chosen = choose_body("Bezirksversammlung Harburg", HARBURG.hosts[0], configured=[HARBURG, MITTE])
    assert chosen == STORED


def test_a_stored_council_is_taken_as_it_is_stored() -> None:
    assert choose_body("Rat der Stadt", HARBURG.hosts[0], configured=[HARBURG], stored=[STORED]) is STORED


def test_a_stored_councils_own_host_counts_without_settings() -> None:
    assert choose_body(None, HARBURG.hosts[0], stored=[STORED]) is STORED


def test_another_assembly_on_a_known_host_is_another_council() -> None:
    stored = Body(key="first", name="Gemeinderat Erstheim", host="rat.example")
    chosen = choose_body("Gemeinderat Zweitheim", "rat.example", stored=(stored,))
    assert chosen == Body(key="gemeinderat-zweitheim", name="Gemeinderat Zweitheim", host="rat.example")


def test_the_name_decides_where_a_host_serves_two_councils() -> None:
    both = [Body(key="a", name="Rat A", host="ris.example"), Body(key="b", name="Rat B", host="ris.example")]
    assert choose_body("rat  b", "ris.example", stored=both) is both[1]


def test_the_stored_name_finds_the_council_of_a_saved_text() -> None:
    assert choose_body("BEZIRKSVERSAMMLUNG HARBURG", None, stored=[STORED]) is STORED


@pytest.mark.parametrize(
    ("assembly", "key"),
    [
        ("Bezirksversammlung Hamburg-Mitte", "hamburg-mitte"),
        ("Bezirksversammlung Harburg", "harburg"),
        ("Hamburg", "hamburg"),
    ],
)
def test_the_end_of_the_assemblys_name_matches_a_key(assembly: str, key: str) -> None:
    chosen = choose_body(assembly, None, configured=[HAMBURG, MITTE, HARBURG])
    assert chosen is not None
    assert (chosen.key, chosen.name) == (key, assembly)


def test_a_key_in_two_readings_is_not_guessed() -> None:
    chosen = choose_body("Bezirksversammlung Hamburg-Mitte", None, configured=[MITTE, ConfiguredBody(key="mitte")])
    assert chosen is not None
    assert chosen.key == "bezirksversammlung-hamburg-mitte"


def test_an_unknown_assembly_is_a_new_council() -> None:
    chosen = choose_body("Stadtrat Großköllnbach", "ris.example", configured=[HARBURG], stored=[STORED])
    assert chosen == Body(key="stadtrat-grosskoellnbach", name="Stadtrat Großköllnbach", host="ris.example")


def test_a_page_that_names_only_its_host_is_called_after_it() -> None:
    assert choose_body(None, "ris.example") == Body(key="ris-example", name="ris.example", host="ris.example")


@pytest.mark.parametrize("nothing", [None, "", "  "])
def test_a_page_that_names_nothing_belongs_to_nobody(nothing: str | None) -> None:
    assert choose_body(nothing, nothing, configured=[HARBURG], stored=[STORED]) is None


def test_long_names_get_short_keys_of_their_own() -> None:
    long = "Gemeinsamer Ausschuss der Gemeinden am Großen See und Umgebung"
    first = choose_body(f"{long} Nord", None)
    assert first is not None
    second = choose_body(f"{long} Süd", None, stored=[first])
    assert second is not None
    assert len(first.key) <= 40
    assert len(second.key) <= 40
    assert first.key != second.key


@given(st.text(max_size=80), st.text(max_size=30))
def test_the_same_page_finds_its_council_again(assembly: str, host: str) -> None:
    first = choose_body(assembly, host)
    if first is not None:
        assert choose_body(assembly, host, stored=[first]) == first
        assert first.key.isascii()
        assert 0 < len(first.key) <= 40


@pytest.mark.parametrize("name", ["harburg", "HARBURG", "bezirksversammlung  harburg"])
def test_people_name_a_council_by_key_or_name(name: str) -> None:
    assert find_body(name, [Body(key="x", name="Rat X"), STORED]) is STORED


def test_a_key_may_be_typed_like_a_name() -> None:
    mitte = Body(key="hamburg-mitte", name="Bezirksversammlung Hamburg-Mitte")
    assert find_body("Hamburg Mitte", [STORED, mitte]) is mitte


@pytest.mark.parametrize("name", ["", "harb", "Hamburg", "-"])
def test_nobody_is_named_by_half_a_name(name: str) -> None:
    assert find_body(name, [STORED]) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Bezirk Süd", "bezirk-sued"), ("Große Straße", "grosse-strasse"), ("A\u0308 / É", "ae-e"), ("市議会", "")],
)
def test_slugs_are_plain_ascii(name: str, expected: str) -> None:
    assert slug(name) == expected
