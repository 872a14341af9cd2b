import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.published.numbers import Confidence, Mention, find_mentions, reference_key


def only(text: str) -> Mention:
    (mention,) = find_mentions(text)
    return mention


@pytest.mark.parametrize(
    "text",
    [
        "20-1554",
        "Status 20-1554?",
        "Drs. 20-1554",
        "Drs.20-1554",
        "Drs20-1554",
        "DS.20-1554",
        "DS20-1554",
        "Drs.-Nr. 20-1554",
        "Drs.: 20-1554",
        "Drucksachen-Nr. 20-1554",
        "Drucksache-20-1554.txt",
        "Drs_20-1554.pdf",
        "Antrag - 20-1554",
        "was ist mit 20-1554?",
        "20–1554",
        "20—1554",
        "20‑1554",
        "20−1554",
        "20‐1554",
        "20 - 1554",
        "20\xa0–\xa01554",
        "20-\n1554",
        "(20-1554)",
        "„20-1554“",
        "»20-1554«!",
        "20-1554.",
        "20-1554, bitte",
        "20-1554/Anlage",
        "TOP 5 20-1554",
        "am 17.05.2016 20-1554",
        "im Mai 2016 20-1554",
        "2\u200b0-15\u00ad54",
        "２０－１５５４",
        "٢٠-١٥٥٤",
    ],
)
def test_district_number_is_found_however_it_is_written(text: str) -> None:
    mention = only(text)
    assert mention.candidates == ("20-1554",)
    assert mention.confidence is not Confidence.GUESS
    assert not mention.state_parliament


@pytest.mark.parametrize(
    "text",
    ["Status 20-1554?", "Drs. 20-1554", "DS.20-1554", "drucksache 20-1554", "Vorlage 20-1554", "Nr. 20-1554"],
)
def test_a_keyword_makes_a_number_sure(text: str) -> None:
    assert only(text).confidence is Confidence.SURE


def test_a_slash_may_be_a_slash_or_a_dash() -> None:
    assert only("drucksache 20/1554").candidates == ("20/1554", "20-1554")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("was ist mit 20-1554.1?", "20-1554.1"),
        ("22-1940.01", "22-1940.01"),
        ("22-2173.1.1", "22-2173.1.1"),
        ("22-0593.0.5", "22-0593.0.5"),
        ("22-M2076.1", "22-M2076.1"),
        ("22-1703B", "22-1703B"),
        ("23-1862", "23-1862"),
        ("Drs.: 2373/13", "2373/13"),
        ("1664/99", "1664/99"),
        ("V/0462/2026", "V/0462/2026"),
        ("v/0462/2026", "V/0462/2026"),
        ("Vorlage V / 0462 / 2026", "V/0462/2026"),
        ("DS0380/25/10/1", "DS0380/25/10/1"),
        ("DS0004/19", "DS0004/19"),
        ("A0048/24/1", "A0048/24/1"),
        ("A0249/25 /1", "A0249/25/1"),
        ("26/SVV/0541", "26/SVV/0541"),
        ("26/SVV/0341-001", "26/SVV/0341-001"),
        ("VO/26/23343/D2", "VO/26/23343/D2"),
        ("VO/26/23344/63", "VO/26/23344/63"),
        ("VO/3561/26", "VO/3561/26"),
        ("VO/2026/5756", "VO/2026/5756"),
        ("Drs.VO/26/23343/D2", "VO/26/23343/D2"),
        ("2026/245", "2026/245"),
        ("2026/245/1", "2026/245/1"),
        ("25/085", "25/085"),
        ("466/2021", "466/2021"),
        ("VI-DS-01825", "VI-DS-01825"),
        ("VII-A-01234", "VII-A-01234"),
        ("VII-A-01234-NF-01", "VII-A-01234-NF-01"),
        ("V/3638", "V/3638"),
        ("V/A HP 43", "V/A HP 43"),
        ("V/EF 214", "V/EF 214"),
        ("RBV-1441/12", "RBV-1441/12"),
        ("26-29090-02", "26-29090-02"),
        ("212134-01", "212134-01"),
        ("BD/2023/367-1", "BD/2023/367-1"),
        ("RA/2024/291", "RA/2024/291"),
        ("K 2026/0725", "K 2026/0725"),
        ("k 2026/0725", "K 2026/0725"),
        ("2026-152-01", "2026-152-01"),
        ("16051-09-E1", "16051-09-E1"),
        ("BV-25-2026-007", "BV-25-2026-007"),
        ("0305/III", "0305/III"),
        ("1265/II", "1265/II"),
        ("DS/0016/2002", "DS/0016/2002"),
        ("2015/0305", "2015/0305"),
        ("DHH/2024/0123", "DHH/2024/0123"),
        ("DHH/2023/4101/1", "DHH/2023/4101/1"),
        ("1. Ergänzung zu 431/2021", "1. Ergänzung zu 431/2021"),
        ("20-2013", "20-2013"),
    ],
)
def test_numbers_of_many_councils_are_recognised(text: str, first: str) -> None:
    mention = only(text)
    assert mention.candidates[0] == first
    assert mention.confidence is not Confidence.GUESS


@pytest.mark.parametrize(
    ("text", "last"),
    [("K 2026/0725", "2026/0725"), ("DS 0380/25", "0380/25"), ("1. Ergänzung zu 431/2021", "431/2021")],
)
def test_letters_before_a_number_may_be_left_off(text: str, last: str) -> None:
    assert only(text).candidates[-1] == last


def test_a_blank_after_the_letters_finds_the_number_without_it() -> None:
    assert "DS0380/25" in only("DS 0380/25").candidates


@pytest.mark.parametrize("text", ["22 1554", "221554", "22.1554", "22_1554"])
def test_a_number_without_its_dash_is_a_guess(text: str) -> None:
    assert only(text).candidates == ("22-1554",)
    assert only(text).confidence is Confidence.GUESS


@pytest.mark.parametrize("text", ["Drs 22 1554", "Drucksache 221554", "Drs. 22-794"])
def test_a_keyword_makes_a_guess_likely(text: str) -> None:
    assert only(text).confidence is Confidence.LIKELY


def test_a_zero_left_out_is_tried_too() -> None:
    assert only("22-794").candidates == ("22-794", "22-0794")


@pytest.mark.parametrize("text", ["20-14264", "20/14264", "Drucksache 20-14264"])
def test_five_digits_are_the_state_parliaments_but_still_looked_up(text: str) -> None:
    mention = only(text)
    assert mention.state_parliament
    assert set(mention.candidates) == {"20-14264", "20/14264"}


def test_several_numbers_come_in_order_and_once() -> None:
    text = "20-1554, 22-1940.01 und V/0462/2026; nochmal 20-1554"
    assert [mention.written for mention in find_mentions(text)] == ["20-1554", "22-1940.01", "V/0462/2026"]


@pytest.mark.parametrize("text", ["20-1554,20-1555", "20-1554/20-1555", "20-1554+20-1555", "20-1554\n- 20-1555"])
def test_numbers_standing_close_together_are_two(text: str) -> None:
    assert [mention.written for mention in find_mentions(text)] == ["20-1554", "20-1555"]


def test_a_keyword_speaks_for_the_whole_list() -> None:
    found = find_mentions("Drs. 22 1554, 22 1555 und 22 1556 – und 22 1557")
    assert [mention.confidence.value for mention in found] == ["likely", "likely", "likely", "guess"]


def test_a_repeated_number_keeps_the_surest_sighting() -> None:
    assert only("20-1554 meint Drucksache 20-1554").confidence is Confidence.SURE


@pytest.mark.parametrize(
    "text",
    [
        "Übersicht ab 05-2013",
        "Drs. 05-2013",
        "12/2025",
        "Schuljahr 2026/27",
        "2026/27",
        "Haushalt 2025/2026",
        "2015-2020",
        "12.05.2025",
        "12.05.25",
        "17.05.2016 bis 18.05.2016",
        "17/05/2016",
        "2016-05-17",
        "2016-05-17T18:00:00+02:00",
        "18:00 - 19:45",
        "18.00-19.30 Uhr",
        "21073 Hamburg",
        "D-21073",
        "428 28-2056",
        "040 42871-2056",
        "(040) 428 71-2056",
        "040/42871-2056",
        "+49 40 42871-2056",
        "0049 40 428712056",
        "Tel. 28-2056",
        "Durchwahl: 28-2056",
        "§ 27 BezVG",
        "§§ 117 und 119",
        "KW 26",
        "KW 26/2025",
        "Winsener Straße 34/36",
        "Metrobuslinie 1",
        "Bebauungsplan Steilshoop 12",
        "60.3/4144/202",
        "Az. 1234/25",
        "SI/2025/065",
        "SI/3312/26",
        "2025/061/S+B",
        "DE12 3456 7890 1234 5678 90",
        "1.200,00 Euro",
        "1554,20 €",
        "Klasse A 2026/27",
        "DHH 2024/2025",
        "https://ratsinfo.example/bi/vo020.asp?VOLFDNR=20-1554",
        "www.ratsinfo.example/20-1554",
        "sitzungsdienst-harburg.hamburg.de/bi/vo020.asp?VOLFDNR=1005554",
        "20-1554@example.org",
        "3/4 der Mitglieder, 24/7",
        "und/oder 25",
        "20-1554-1-2",
        "",
        "Radweg Winsener Straße",
    ],
)
def test_what_is_no_papers_number_is_at_most_a_guess(text: str) -> None:
    assert all(mention.confidence is Confidence.GUESS for mention in find_mentions(text))


def test_only_as_much_as_a_message_holds_is_read() -> None:
    assert find_mentions("x " * 3000 + "20-1554") == ()


FRAGMENTS = st.sampled_from(
    [
        *("20-1554", "22", "1554", "-", "–", "/", ".", ",", " ", "\n", "\xa0", "\u200b", "V", "DS", "A", "VO", "III"),
        *("Drs", "Drucksache", "Nr", "Tel", "040", "+49", "2026", "0305", "01", "1. Ergänzung zu ", "SVV", "(", ")"),
        *("ä", "a\u0308", "https://", ".de/", "@", "§", "KW", "E1", "٢", "２", "und"),
    ]
)


@given(st.text(max_size=200) | st.lists(FRAGMENTS, max_size=20).map("".join))
def test_any_text_gives_mentions_that_find_themselves_again(text: str) -> None:
    for mention in find_mentions(text):
        again = find_mentions(mention.written)
        assert [found.candidates for found in again] == [mention.candidates]
        assert again[0].written == mention.written
        assert find_mentions(mention.candidates[0])


@given(st.lists(FRAGMENTS, max_size=20).map("".join))
def test_every_candidate_has_a_key_of_its_own(text: str) -> None:
    for mention in find_mentions(text):
        keys = [reference_key(candidate) for candidate in mention.candidates]
        assert len(set(keys)) == len(keys)
        assert [reference_key(key) for key in keys] == keys


@pytest.mark.parametrize(
    "pump",
    ["0", "20-", "20-1554 ", "1.1.", "a/", "/s@", "DE12 3456 ", "A ", "+4 ", "Drs. ", "antrag-nr. ", "x.", "(0", "12 "],
)
def test_endless_texts_are_read_all_the_same(pump: str) -> None:
    assert len(find_mentions(pump * (100_000 // len(pump)))) <= 600
