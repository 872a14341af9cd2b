from datetime import date

import pytest

from council.published.readings import ListedPaper, Page, Reading
from sources.allris.page import read_page
from sources.errors import NotPublic, Unreadable
from tests.sources.list_pages import Listed, PapersPage


def read(page: PapersPage) -> Reading:
    return read_page(page.served())


def listed(row: Listed) -> ListedPaper:
    (found,) = read(PapersPage(rows=(row,))).listed
    return found


def test_list_reads_to_all_its_rows() -> None:
    reading = read(PapersPage())
    assert (reading.kind, reading.page, reading.assembly) == ("allris", Page.PAPERS, "Bezirksversammlung Musterbek")
    assert [each.reference for each in reading.listed] == ["22-0815", "22-0814.1"]
    assert reading.listed[0] == ListedPaper(
        reference="22-0815",
        id="1016851",
        name="Bänke am Teich\nAntrag der GRÜNE-Fraktion",
        paper_type="Antrag",
        date=date(2026, 7, 7),
    )
    assert reading.papers == ()


@pytest.mark.parametrize("number", ["22-2173.1.1", "VO/26/23343/D2", "1. Ergänzung zu 431/2021", "A0249/25 /1"])
def test_number_ends_at_the_no_break_space(number: str) -> None:
    found = listed(Listed(number=number, subject="2. Steuerungsverfügung"))
    assert (found.reference, found.name) == (number, "2. Steuerungsverfügung")


def test_number_and_subject_parted_by_a_plain_blank() -> None:
    (found, _) = read(PapersPage(extra={"22-0815&nbsp;": "22-0815 "})).listed
    assert (found.reference, found.name) == ("22-0815", "Bänke am Teich\nAntrag der GRÜNE-Fraktion")


def test_column_switched_to_the_day_of_release_gives_no_date() -> None:
    assert [each.date for each in read(PapersPage(created="Freig.")).listed] == [None, None]


def test_type_that_says_non_public_is_left_out() -> None:
    rows = (Listed(kind="Sitzungsvorlage nichtöffentlich", subject="KANARIENVOGEL"), Listed(kind="Antrag öffentlich"))
    reading = read(PapersPage(rows=rows))
    assert "KANARIENVOGEL" not in repr(reading)
    assert [each.paper_type for each in reading.listed] == ["Antrag öffentlich"]


def test_rows_without_a_number_are_left_out() -> None:
    rows = (Listed(number="", subject="Ohne Nummer"), Listed())
    assert [each.reference for each in read(PapersPage(rows=rows)).listed] == ["22-0815"]
    with pytest.raises(Unreadable, match="Aufbau"):
        read(PapersPage(rows=rows[:1]))


@pytest.mark.parametrize(
    ("said", "more", "complete"),
    [
        ("Ergebnisse 1-2 von ungefähr 19200", True, False),
        ("Ergebnisse 1-2 von ungefähr 19200", False, False),
        ("Ergebnisse 1-2 von 2", False, True),
        ("Ergebnisse 51-52 von 52", False, False),
        ("Ergebnisse 1-3 von 3", False, False),
        (None, False, None),
        (None, True, False),
    ],
)
def test_whether_the_list_is_all_there(said: str | None, *, more: bool, complete: bool | None) -> None:
    assert read(PapersPage(said=said, more=more)).complete is complete


def test_answer_without_rows_is_empty() -> None:
    reading = read(PapersPage(rows=(), said="Keine Ergebnisse", more=False))
    assert (reading.page, reading.listed, reading.complete) == (Page.PAPERS, (), None)


def test_list_without_its_table_is_not_an_empty_one() -> None:
    for extra in ({'class="tl1"': 'class="neu"'}, {"<th": "<td", "</th>": "</td>"}):
        with pytest.raises(Unreadable, match="Übersicht von Drucksachen"):
            read(PapersPage(extra=extra))


def test_refused_program_is_not_public() -> None:
    page = b'<html><div id="allriscontainer" class="vo040">Zugriff verweigert (Programm vo040.asp).</div></html>'
    with pytest.raises(NotPublic):
        read_page(page)
