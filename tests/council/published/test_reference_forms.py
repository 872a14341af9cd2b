import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.published.reference_forms import near_misses, parents, reference_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("20-1554", "20–1554"),
        ("20-1554", "20‑1554"),
        ("20-1554", "20 − 1554"),
        ("20-1554", " 20-1554\xa0"),
        ("A0249/25 /1", "a0249/25/1"),
        ("V/A HP 43", "v/a  hp\xa043"),
        ("V/0462/2026", "V⁄0462⁄2026"),
        ("20-1554", "2\u200b0-15\u00ad54"),
        ("20-1554", "２０－１５５４"),
    ],
)
def test_spellings_of_one_reference_share_a_key(one: str, other: str) -> None:
    assert reference_key(one) == reference_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("22-1940.01", "22-1940.1"), ("20-1554", "20/1554"), ("20-1554", "20-1554.1"), ("V/A HP 43", "V/AHP43")],
)
def test_different_papers_keep_different_keys(one: str, other: str) -> None:
    assert reference_key(one) != reference_key(other)


@given(st.text(max_size=60))
def test_a_key_is_its_own_key(text: str) -> None:
    assert reference_key(reference_key(text)) == reference_key(text)


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("22-2173.1.1", ("22-2173.1", "22-2173")),
        ("22-1940.01", ("22-1940",)),
        ("22 – 1940.01", ("22-1940",)),
        ("22-M2076.1", ("22-M2076",)),
        ("22-1703B", ("22-1703",)),
        ("26/SVV/0341-001", ("26/SVV/0341",)),
        ("BD/2023/367-1", ("BD/2023/367",)),
        ("DHH/2023/4101/1", ("DHH/2023/4101",)),
        ("2026/245/1", ("2026/245",)),
        ("26-29090-02", ("26-29090",)),
        ("212134-01", ("212134",)),
        ("2026-152-01", ("2026-152",)),
        ("DS0380/25/10/1", ("DS0380/25/10", "DS0380/25")),
        ("16051-09-E1", ("16051-09",)),
        ("VII-A-01234-NF-01", ("VII-A-01234-NF", "VII-A-01234")),
        ("1. Ergänzung zu 431/2021", ("431/2021",)),
    ],
)
def test_parents_of_a_follow_up(reference: str, expected: tuple[str, ...]) -> None:
    assert parents(reference) == expected


@pytest.mark.parametrize(
    "reference",
    ["20-1554", "2026/245", "V/0462/2026", "VO/26/23344/63", "VO/26/23343/D2", "0305/III", "2015/0305", "", "Antrag"],
)
def test_whole_numbers_have_no_parent(reference: str) -> None:
    assert parents(reference) == ()


@given(st.text(alphabet="0123456789-/.ABDSV ", max_size=40))
def test_every_parent_is_shorter_than_its_child(reference: str) -> None:
    lengths = [len(reference), *(len(parent) for parent in parents(reference))]
    assert lengths == sorted(lengths, reverse=True)


def test_a_swap_is_the_nearest_miss() -> None:
    assert near_misses("20-1554")[:5] == ("20-1545", "20-5154", "02-1554", "20-1553", "20-1555")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("20-1545", "20-1554"),  # swapped
        ("20-1555", "20-1554"),  # the number after
        ("20-1500", "20-1499"),  # the number before, across a carry
        ("22-1554", "20-1554"),  # a wrong digit
        ("20-154", "20-1554"),  # one left out
        ("20-15554", "20-1554"),  # one too many
        ("v/0462/2026", "v/0463/2026"),
        ("2026/0725", "2026/0726"),
        ("20-2013", "20-2014"),
    ],
)
def test_one_slip_reaches_the_paper_meant(typed: str, meant: str) -> None:
    assert meant in near_misses(typed)


def test_years_are_not_counted_up_before_the_number() -> None:
    misses = near_misses("V/0462/2026")
    assert misses.index("v/0463/2026") < misses.index("v/0462/2027")


def test_number_zero_has_no_negative_neighbour() -> None:
    assert not any("--" in miss for miss in near_misses("20-0000"))


@given(st.from_regex(r"[0-9]{2}-[0-9]{4}(\.[0-9]{1,2})?", fullmatch=True), st.data())
def test_near_misses_hold_every_transposition(reference: str, data: st.DataObject) -> None:
    reference = reference_key(reference)
    places = [i for i in range(len(reference) - 1) if reference[i : i + 2].isdecimal()]
    place = data.draw(st.sampled_from(places))
    swapped = reference[:place] + reference[place + 1] + reference[place] + reference[place + 2 :]
    assert swapped in near_misses(reference) or swapped == reference


@given(st.text(max_size=80) | st.text(alphabet="0123456789-/.", max_size=80))
def test_near_misses_are_few_distinct_and_never_the_reference_itself(reference: str) -> None:
    misses = near_misses(reference)
    assert len(misses) == len(set(misses)) <= 400
    assert reference_key(reference) not in misses
    assert misses == near_misses(reference)


@pytest.mark.parametrize("pump", ["1", "20-1554.1", " ", "- ", "1/", "٣"])
def test_endless_references_are_refused_cheaply(pump: str) -> None:
    endless = pump * 20_000
    assert near_misses(endless) == parents(endless) == () or pump.isspace()
