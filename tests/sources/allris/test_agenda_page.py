import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from council.published.meetings import AgendaItem, Meeting
from council.published.readings import Page
from sources.allris.page import read_page
from sources.errors import NotPublic, Unreadable
from tests.sources.agenda_pages import BLANK_ROW, AgendaPage, Item
from tests.sources.pages import HOST

BERLIN = ZoneInfo("Europe/Berlin")
HIDDEN = Item(number="N&nbsp;10", name="(nichtöffentlich)", key=None)


def meeting(page: AgendaPage) -> Meeting:
    (found,) = read_page(page.served()).meetings
    return found


def agenda(*items: Item, status: str = "öffentlich/nichtöffentlich") -> tuple[AgendaItem, ...]:
    found = meeting(AgendaPage(items=items, status=status)).agenda
    assert found is not None
    return found


def test_page_reads_to_all_its_facts() -> None:
    reading = read_page(AgendaPage().served())
    assert (reading.kind, reading.page, reading.host) == ("allris", Page.AGENDA, HOST)
    assert reading.assembly == "Bezirksversammlung Musterbek"
    assert reading.meetings == (
        Meeting(
            name="Sitzung des Hauptausschusses",
            public=True,
            id="1003063",
            organization="Hauptausschuss",
            day=date(2025, 11, 3),
            start=datetime(2025, 11, 3, 18, tzinfo=BERLIN),
            end=datetime(2025, 11, 3, 19, 45, tzinfo=BERLIN),
            room="Großer Saal",
            address="Am Mühlenteich 1, 21073 Musterbek",
            has_agenda=True,
            web=f"http://{HOST}/bi/to010.asp?SILFDNR=1003063",
            agenda=(AgendaItem(number="Ö 1", name="Mitteilungen der Verwaltung", public=True, id="1045621"),),
        ),
    )


def test_item_with_a_paper_and_a_result() -> None:
    row = Item(number="Ö&nbsp;2.1", name="Bänke", paper="22-0794.01", result="ungeändert beschlossen / überwiesen")
    assert agenda(row) == (
        AgendaItem(
            number="Ö 2.1",
            name="Bänke",
            public=True,
            id="1045621",
            paper="22-0794.01",
            paper_id="1013101",
            result="ungeändert beschlossen / überwiesen",
        ),
    )


@pytest.mark.parametrize("title", ["(offen)", "", "Auszug", None])
def test_button_without_a_result(title: str | None) -> None:
    assert agenda(Item(result=title))[0].result is None


def test_heading_without_a_page_of_its_own_keeps_its_key() -> None:
    (found,) = agenda(Item(result=None))
    assert (found.name, found.id) == ("Mitteilungen der Verwaltung", "1045621")


@pytest.mark.parametrize("number", ["SI/2025/065", "2025/061/S+B", "SI/3312/26"])
def test_approval_of_minutes_is_no_paper(number: str) -> None:
    for name in ("Genehmigung der Niederschrift", ""):
        (found,) = agenda(Item(name="x"), Item(name=name, minutes_of=number))[1:]
        assert (found.paper, found.paper_id, found.name) == (None, None, name or None)


def test_late_item() -> None:
    assert [item.late for item in agenda(Item(), Item(late=True), Item())] == [False, True, False]


def test_button_for_a_late_announcement_makes_no_item_late() -> None:
    assert not agenda(Item())[0].late


def test_changed_decision_adds_a_picture_and_moves_nothing() -> None:
    assert agenda(Item(changed=True, paper="22-1")) == agenda(Item(paper="22-1"))


def test_name_keeps_its_lines_and_loses_what_is_added_to_it() -> None:
    added = '<span style="color: #888a85" title="Zusatzinfo">(wird <b>vertagt</b>)</span>'
    for broken in ("Bänke\nEingabe vom 05.10.", "Bänke<br  />Eingabe vom 05.10.", "Bänke \r\n Eingabe vom 05.10.\n"):
        assert agenda(Item(name=f"{broken} {added}"))[0].name == "Bänke\nEingabe vom 05.10."


def test_name_that_says_withdrawn_is_left_as_it_is() -> None:
    assert agenda(Item(name="- abgesetzt -"))[0].name == "- abgesetzt -"


@pytest.mark.parametrize("words", ["(nichtöffentlich)", "(vertraulich)", "KANARIENVOGEL"])
def test_non_public_item_is_a_number_and_nothing_else(words: str) -> None:
    found = agenda(Item(), Item(number="N&nbsp;10", name=words, key=None), Item(number="Ö&nbsp;15"))
    assert [(item.number, item.public) for item in found] == [("Ö 1", True), ("N 10", False), ("Ö 15", True)]
    assert found[1] == AgendaItem(number="N 10", public=False)


def test_non_public_item_that_leaks_its_name_is_not_read() -> None:
    leaking = Item(number="N&nbsp;10", name="KANARIENVOGEL", paper="22-0001", late=True, result="beschlossen")
    assert agenda(Item(), leaking)[1] == AgendaItem(number="N 10", public=False)


def test_item_called_non_public_under_a_public_number() -> None:
    assert agenda(Item(), Item(number="Ö&nbsp;2", name="(nichtöffentlich)"))[1] == AgendaItem(
        number="Ö 2", public=False
    )


def test_agenda_of_non_public_items_only() -> None:
    found = agenda(HIDDEN)
    assert found == (AgendaItem(number="N 10", public=False),)


def test_number_without_a_letter_is_public_only_where_all_of_the_session_is() -> None:
    assert agenda(Item(number="3"), status="öffentlich")[0].name
    assert agenda(Item(), Item(number="3"))[1] == AgendaItem(number="3", public=False)


def test_heading_without_a_number_goes_with_what_is_below_it() -> None:
    heading = Item(number="&nbsp;", name="Öffentlicher Teil", result=None)
    secret = Item(number="&nbsp;", name="KANARIENVOGEL", result=None)
    found = agenda(heading, Item(), secret, HIDDEN)
    assert agenda(Item(), heading)[1].name == "Öffentlicher Teil"
    assert [(item.number, item.name) for item in found] == [
        (None, "Öffentlicher Teil"),
        ("Ö 1", "Mitteilungen der Verwaltung"),
        ("N 10", None),
    ]


@pytest.mark.parametrize("status", ["nichtöffentlich", "nicht öffentlich", "vertraulich", "", None, "Öffentlichkeit?"])
def test_session_that_is_not_said_to_be_public(status: str | None) -> None:
    with pytest.raises(NotPublic):
        meeting(AgendaPage(status=status))


@pytest.mark.parametrize("status", ["öffentlich", "öffentlich / nichtöffentlich", "öffentlich und nicht öffentlich"])
def test_session_with_a_public_part_is_public(status: str) -> None:
    assert meeting(AgendaPage(status=status)).public


def test_session_whose_name_says_that_it_is_not_public() -> None:
    with pytest.raises(NotPublic):
        meeting(AgendaPage(name="NICHTÖFFENTLICHE VIDEOKONFERENZ! Sitzung des Hauptausschusses"))


@pytest.mark.parametrize(
    "name",
    ["ENTFÄLLT! Sitzung des Rates", "Entfällt - Sitzung des Rates", "ABGESAGT: Sitzung des Rates"],
)
def test_cancelled_session_keeps_its_agenda_and_its_name(name: str) -> None:
    found = meeting(AgendaPage(name=name))
    assert (found.cancelled, found.name) == (True, "Sitzung des Rates")
    assert found.agenda


def test_session_called_off_in_place_of_its_room() -> None:
    found = meeting(AgendaPage(room="- entfällt -"))
    assert (found.cancelled, found.room) == (True, None)


def test_cancelled_session_may_have_lost_its_agenda() -> None:
    found = meeting(AgendaPage(headline="Tagesordnung - ENTFÄLLT! Sitzung des Rates", table=False))
    assert (found.cancelled, found.agenda, found.has_agenda) == (True, None, False)


@pytest.mark.parametrize("name", ["Sitzung des Rates", "Absage der Messe, Sondersitzung", "ENTFÄLLT NICHT: Rat"])
def test_running_text_cancels_nothing(name: str) -> None:
    found = meeting(AgendaPage(name=name))
    assert (found.cancelled, found.name) == (False, name)


def test_page_without_the_labels_some_towns_leave_out() -> None:
    found = meeting(AgendaPage(name=None, time=None, room=None, address=None, container=False, navigation=False))
    assert (found.name, found.id) == ("Sitzung des Hauptausschusses", "1003063")
    assert (found.day, found.start, found.end) == (date(2025, 11, 3), None, None)
    assert (found.room, found.address, found.web) == (None, None, None)


def test_empty_room_is_absent_and_a_long_one_is_kept() -> None:
    found = meeting(AgendaPage(room="&nbsp;", address="Rathaus oder online unter www.musterbek.example"))
    assert (found.room, found.address) == (None, "Rathaus oder online unter www.musterbek.example")


def test_joint_session_names_all_its_organizations() -> None:
    assert meeting(AgendaPage(organization="Bauausschuss<br />Kulturausschuss")).organization == (
        "Bauausschuss, Kulturausschuss"
    )


def test_time_is_that_of_the_council() -> None:
    (found,) = read_page(AgendaPage().served(), timezone="America/St_Johns").meetings
    assert found.start == datetime(2025, 11, 3, 21, 30, tzinfo=UTC)


@pytest.mark.parametrize("day", ["03.11.2206", "03.11.0202"])
def test_year_of_nonsense_gives_a_day_and_no_instant(day: str) -> None:
    found = meeting(AgendaPage(day=day))
    assert found.day is not None
    assert (found.start, found.end) == (None, None)


def test_day_no_calendar_has() -> None:
    found = meeting(AgendaPage(day="Mo, 31.02.2025"))
    assert (found.day, found.start) == (None, None)


@pytest.mark.parametrize(
    "page",
    [
        AgendaPage(day=None),
        AgendaPage(day="3 November 2025"),
        AgendaPage(table=False),
        AgendaPage(items=()),
        AgendaPage(extra={'class="kb1"': 'class="neu"'}),
        AgendaPage(items=(Item(name=""),)),
        AgendaPage(name=None, headline="Tagesordnung"),
        AgendaPage(extra={BLANK_ROW: "<tr><td>x</td></tr>" * 5_001}),
    ],
    ids=["no date", "date in words", "no table", "no items", "labels renamed", "no names", "no name", "no end"],
)
def test_page_in_an_unknown_shape_is_refused(page: AgendaPage) -> None:
    with pytest.raises(Unreadable):
        meeting(page)


def test_renamed_table_is_known_by_its_header() -> None:
    assert meeting(AgendaPage(extra={'class="tl1"': 'class="neu"'})) == meeting(AgendaPage())


def test_table_without_its_header_is_known_by_its_links() -> None:
    plain = AgendaPage(extra={"<th": "<td", "</th>": "</td>", 'class="zk1"': ""})
    assert meeting(plain) == meeting(AgendaPage())


def test_other_columns_change_nothing() -> None:
    narrow = AgendaPage(items=(Item(paper="22-1"),), extra={"-->\n<td>&nbsp;</td>": "-->"})
    assert meeting(narrow) == meeting(AgendaPage(items=(Item(paper="22-1"),)))


@pytest.mark.parametrize("where", ["first", "last"])
def test_new_column_changes_nothing(where: str) -> None:
    page = AgendaPage(items=(Item(paper="22-1"), Item(result=None)))
    begin, end = (("<td>ganz neu</td>", ""), ("", "<td>ganz neu</td>"))[where == "last"]
    wider = re.sub(r'(<tr class="zl12">)(.*?)(</tr>)', rf"\1{begin}\2{end}\3", page.html(), flags=re.DOTALL)
    assert read_page(wider.encode("cp1252")) == read_page(page.served())


def test_swapped_columns_change_nothing() -> None:
    page = AgendaPage(items=(Item(paper="22-1", late=True), Item(), Item(result=None), Item(minutes_of="SI/2025/065")))
    rows = re.compile(r'(?<=<tr class="zl12">).*?(?=</tr>)', re.DOTALL)
    swapped = rows.sub(lambda row: "".join(reversed(re.findall(r"<td.*?</td>", row[0], re.DOTALL))), page.html())
    assert read_page(swapped.encode("cp1252")) == read_page(page.served())


def test_empty_agenda_is_one_only_where_the_page_says_so() -> None:
    found = meeting(AgendaPage(table=False, remark="<p>Es ist noch keine Tagesordnung vorhanden.</p>"))
    assert (found.agenda, found.has_agenda) == ((), False)


def test_page_embedded_in_a_towns_portal_in_utf_8() -> None:
    page = AgendaPage(container=False, extra={'<div id="risname">': '<h1>Stadt Musterbek</h1><div id="risname_raw">'})
    (found,) = read_page(page.served("utf-8")).meetings
    assert found == meeting(AgendaPage())


def test_remarks_and_white_space_in_the_markup_change_nothing() -> None:
    page = AgendaPage(items=(Item(paper="22-1", late=True), HIDDEN))
    noisy = page.html().replace("</td>", "<!-- neu -->\r\n</td>").replace('<td class="', '<td id="x" class="')
    assert read_page(noisy.encode("cp1252")) == read_page(page.served())


def test_refusal_in_the_frame_of_an_agenda_is_not_public() -> None:
    refusal = AgendaPage(extra={'class="kb1"': ""}, remark="Keine Information verfügbar")
    with pytest.raises(NotPublic):
        meeting(refusal)
