from datetime import date

import pytest

from council.published.meetings import AgendaItem, AgendaItemText
from council.published.readings import Page
from sources.allris.page import read_page
from sources.errors import NotPublic, Unreadable
from tests.sources.agenda_pages import MARK, ItemPage
from tests.sources.pages import HOST, paragraphs


def item(page: ItemPage) -> AgendaItem:
    (found,) = read_page(page.served()).items
    return found


def test_page_reads_to_all_its_facts() -> None:
    reading = read_page(ItemPage().served())
    assert (reading.kind, reading.page, reading.host) == ("allris", Page.ITEM, HOST)
    assert reading.assembly == "Bezirksversammlung Musterbek"
    assert reading.items == (
        AgendaItem(
            number="Ö 2.1",
            name="Bänke am Teich",
            public=True,
            id="1045621",
            paper="22-0815",
            paper_id="1013101",
            result="ungeändert beschlossen",
            meeting="1003063",
            organization="Hauptausschuss",
            date=date(2025, 11, 3),
            text=AgendaItemText(
                protocol="Der Ausschuss berät über die Bänke.",
                decision="Zwei Bänke werden aufgestellt.",
                vote="einstimmig mit zwei Enthaltungen",
            ),
        ),
    )


def test_item_without_paper_and_texts() -> None:
    found = item(ItemPage(paper=None, protocol=None, decision=None, vote=None, result="(offen)"))
    assert (found.paper, found.paper_id, found.result) == (None, None, None)
    assert not found.text


def test_filler_is_no_text() -> None:
    found = item(ItemPage(protocol=paragraphs("---"), decision=paragraphs("\u00a0"), vote=paragraphs("Beschluss:")))
    assert found.text == AgendaItemText()


def test_words_cut_after_umlauts_are_whole_and_paragraphs_stay() -> None:
    found = item(ItemPage(protocol=paragraphs("Die Behörde erläutert:", "\u00a0", "Beschluss: vertagt")))
    assert found.text.protocol == "Die Behörde erläutert:\n\nBeschluss: vertagt"


@pytest.mark.parametrize(
    ("words", "headline", "reference"),
    [
        ("22-0621 Bänke<br  />Eingabe vom 19.01.", "Auszug - Bänke\nEingabe vom 19.01.", "22-0621"),
        ("22-0206 Mitteilung betr. Mittagessen", "Auszug - Mittagessen", "22-0206"),
        ("V/0462/2026 Mitteilung betr. Mittagessen", "Auszug - Mittagessen", "V/0462/2026"),
        ("25/085 Annahme einer Spende", "Auszug - Spenden", "25/085"),
        ("VO/26/23343/D2 Haushalt", "Auszug - Haushalt 2027", "VO/26/23343/D2"),
        ("V/A HP 43 Haushalt", "Auszug - Haushalt", "V/A HP 43"),
        ("K 2026/0725 Haushalt", "Auszug - Plan", "K 2026/0725"),
        ("A0249/25 /1 Haushalt", "Auszug - Plan", "A0249/25 /1"),
        ("1. Ergänzung zum Haushalt", "Auszug - Plan", None),
        ("Haushalt", "Auszug - Plan", None),
    ],
)
def test_reference_is_told_from_the_subject_behind_it(words: str, headline: str, reference: str | None) -> None:
    found = item(ItemPage(paper=words, headline=headline))
    assert (found.paper, found.paper_id) == (reference, "1013101")


def test_name_of_several_lines_keeps_them() -> None:
    found = item(ItemPage(headline="Auszug - Bänke - am Teich\nEingabe vom 19.01."))
    assert found.name == "Bänke - am Teich\nEingabe vom 19.01."


def test_late_item() -> None:
    assert item(ItemPage(number=MARK.format("Ö&nbsp;2.1"))).late


@pytest.mark.parametrize("number", ["N&nbsp;2", "2", None, "?"])
def test_item_that_is_not_said_to_be_public(number: str | None) -> None:
    with pytest.raises(NotPublic) as refusal:
        item(ItemPage(number=number, headline="Auszug - KANARIENVOGEL"))
    assert "KANARIENVOGEL" not in str(refusal.value)


def test_item_of_a_session_that_is_public_as_a_whole() -> None:
    assert item(ItemPage(number="2", status="öffentlich")).number == "2"


@pytest.mark.parametrize("status", ["nichtöffentlich", "", None])
def test_item_of_a_session_that_is_not_public(status: str | None) -> None:
    with pytest.raises(NotPublic):
        item(ItemPage(status=status, paper_status="nichtöffentlich"))


def test_public_item_with_a_paper_that_is_not() -> None:
    with pytest.raises(NotPublic):
        item(ItemPage(paper_status="nichtöffentlich"))


@pytest.mark.parametrize(
    "page",
    [
        ItemPage(day=None),
        ItemPage(extra={'class="kb1"': 'class="neu"'}),
        ItemPage(number=None, extra={"Beschlussart:": "Ergebnis:"}),
        ItemPage(extra={'<a name="allrisWP">': '<a name="neu">'}),
    ],
    ids=["no date", "labels renamed", "neither number nor result", "announced text is missing"],
)
def test_page_in_an_unknown_shape_is_refused(page: ItemPage) -> None:
    with pytest.raises(Unreadable):
        item(page)


def test_page_in_a_frame_that_names_no_program() -> None:
    assert item(ItemPage(container=False)) == item(ItemPage())


def test_remarks_and_white_space_in_the_markup_change_nothing() -> None:
    noisy = ItemPage().html().replace("</td>", "<!-- neu -->\r\n</td>").replace('<td class="', '<td id="x" class="')
    assert read_page(noisy.encode("cp1252")) == read_page(ItemPage().served())
