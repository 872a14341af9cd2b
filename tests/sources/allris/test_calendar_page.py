from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from council.published.meetings import Meeting
from council.published.readings import Page
from sources.allris.page import read_page
from sources.errors import NotPublic, Unreadable
from tests.sources.calendar_pages import COLUMNS, CalendarPage, Met, Note
from tests.sources.pages import HOST

BERLIN = ZoneInfo("Europe/Berlin")
SEVEN = ("weekday", "day", "time", "agenda", "title", "minutes", "room")
EIGHT = ("weekday", "day", "time", "ics", "agenda", "title", "minutes", "room")


def sessions(page: CalendarPage) -> tuple[Meeting, ...]:
    return read_page(page.served()).meetings


def session(row: Met) -> Meeting:
    (found,) = sessions(CalendarPage(rows=(row,)))
    return found


def test_calendar_reads_to_all_its_facts() -> None:
    reading = read_page(CalendarPage().served())
    assert (reading.kind, reading.page, reading.host) == ("allris", Page.CALENDAR, HOST)
    assert reading.assembly == "Bezirksversammlung Musterbek"
    assert reading.meetings == (
        Meeting(
            name="Sitzung des Haushaltsausschusses",
            public=True,
            id="1002655",
            day=date(2023, 10, 4),
            start=datetime(2023, 10, 4, 18, 0, tzinfo=BERLIN),
            end=datetime(2023, 10, 4, 18, 38, tzinfo=BERLIN),
            room="Großer Saal",
            has_agenda=True,
            web=f"http://{HOST}/bi/to010.asp?SILFDNR=1002655",
        ),
    )


@pytest.mark.parametrize("columns", [SEVEN, EIGHT, COLUMNS, tuple(reversed(COLUMNS))])
def test_columns_of_different_towns_read_to_the_same(columns: tuple[str, ...]) -> None:
    assert sessions(CalendarPage(columns=columns)) == sessions(CalendarPage())


def test_further_sessions_of_a_day_carry_its_date() -> None:
    rows = (Met(), Met(weekday=None, title="Rat", key="2"), Met(weekday="Do", day=5, key="3"))
    assert [each.day for each in sessions(CalendarPage(rows=rows))] == [date(2023, 10, day) for day in (4, 4, 5)]


def test_holidays_and_empty_days_are_no_sessions_but_what_is_in_them_is() -> None:
    holiday = Note(weekday="Di", day=3, words="Tag der Deutschen Einheit")
    assert sessions(CalendarPage(rows=(Note(), holiday))) == ()
    later = Met(weekday=None, style="zl1m")
    assert [each.day for each in sessions(CalendarPage(rows=(holiday, later)))] == [date(2023, 10, 3)]


def test_session_of_a_faction_has_a_key_and_no_agenda() -> None:
    found = session(Met(title="Sitzung der SPD-Fraktion", agenda=False, room=""))
    assert (found.id, found.public, found.has_agenda, found.web, found.room) == ("1002655", True, False, None, None)


def test_session_without_buttons_has_no_key() -> None:
    found = session(Met(title="Sitzung Kulturverein", key=None))
    assert (found.id, found.name, found.public) == (None, "Sitzung Kulturverein", True)


def test_cancelled_session_is_known_by_its_title() -> None:
    found = session(Met(title="ENTFÄLLT! Sitzung des Rates", agenda=False, time="18:00"))
    assert (found.name, found.cancelled) == ("Sitzung des Rates", True)


def test_cancelled_session_without_time_and_key_is_one() -> None:
    found = session(Met(title="ENTFÄLLT! Sitzung des Rates", key=None, time=""))
    assert (found.cancelled, found.start, found.day) == (True, None, date(2023, 10, 4))


def test_cancelled_in_the_column_of_rooms() -> None:
    found = session(Met(room="fällt aus"))
    assert (found.cancelled, found.room) == (True, None)


@pytest.mark.parametrize("title", ["Unterausschuss KANARIENVOGEL (nichtöffentlich)", "NICHTÖFFENTLICHE SITZUNG! Rat"])
def test_of_non_public_sessions_only_key_and_day_are_read(title: str) -> None:
    assert session(Met(title=title)) == Meeting(name="", public=False, id="1002655", day=date(2023, 10, 4))
    assert sessions(CalendarPage(rows=(Met(title=title, key=None),))) == ()


def test_words_behind_the_link_belong_to_the_title() -> None:
    page = CalendarPage(extra={"ausschusses</a>": "ausschusses</a> (nichtöffentlich)"})
    assert [each.public for each in sessions(page)] == [False]


def test_odd_times() -> None:
    assert session(Met(time="9:00")).start == datetime(2023, 10, 4, 9, 0, tzinfo=BERLIN)
    assert session(Met(time="15:02 - 16:04")).end == datetime(2023, 10, 4, 16, 4, tzinfo=BERLIN)
    assert session(Met(time="18:00 - 00:00")).end is None
    assert session(Met(time="")).start is None


def test_times_are_those_of_the_councils_wall_clock() -> None:
    (found,) = read_page(CalendarPage().served(), timezone="America/New_York").meetings
    assert found.start == datetime(2023, 10, 4, 18, 0, tzinfo=ZoneInfo("America/New_York"))


def test_last_column_is_a_room_only_where_the_header_says_so() -> None:
    assert [each.room for each in sessions(CalendarPage(room_header="Bemerkung"))] == [None]


def test_month_comes_from_any_place_that_fits_the_weekdays() -> None:
    wanted = sessions(CalendarPage())
    assert sessions(CalendarPage(form=None)) == wanted
    assert sessions(CalendarPage(month=None)) == wanted
    assert sessions(CalendarPage(month=None, form=None)) == wanted
    assert sessions(CalendarPage(form=("01.11.2023", "30.11.2023"))) == wanted


def test_month_that_does_not_fit_is_not_read() -> None:
    wrong = CalendarPage(month="November&nbsp;2023", form=None, query="")
    with pytest.raises(Unreadable, match="Monat"):
        sessions(wrong)
    with pytest.raises(Unreadable, match="Monat"):
        sessions(CalendarPage(month=None, form=None, query=""))


def test_span_of_days_goes_on_into_the_next_month() -> None:
    rows = (Met(weekday="Mo", day=30), Note(weekday="Mi", day=1), Met(weekday="Do", day=2, key="2"))
    page = CalendarPage(rows=rows, month=None, form=("30.10.2023", "15.11.2023"))
    assert [each.day for each in sessions(page)] == [date(2023, 10, 30), date(2023, 11, 2)]


def test_session_before_any_day_is_an_unknown_shape() -> None:
    with pytest.raises(Unreadable):
        sessions(CalendarPage(rows=(Met(weekday=None), Note(weekday="Mi", day=4))))


def test_row_of_two_keys_is_an_unknown_shape() -> None:
    with pytest.raises(Unreadable, match="Aufbau"):
        sessions(CalendarPage(extra={'to010.asp?SILFDNR=1002655">': 'to010.asp?SILFDNR=7">'}))


def test_session_without_a_name_is_an_unknown_shape() -> None:
    with pytest.raises(Unreadable, match="Aufbau"):
        session(Met(title="", agenda=False))


def test_calendar_without_its_table_is_not_an_empty_month() -> None:
    for extra in ({'class="tl1"': 'class="neu"'}, {'<table class="tl1"': "<p><i", "</table>\n</td></tr></table>": ""}):
        with pytest.raises(Unreadable, match="Sitzungskalender"):
            sessions(CalendarPage(extra=extra))


def test_refused_program_is_not_public() -> None:
    page = b'<html><div id="allriscontainer" class="si010">Zugriff verweigert (Programm si010.asp).</div></html>'
    with pytest.raises(NotPublic):
        read_page(page)


def test_organization_only_where_the_row_links_one() -> None:
    linked = {
        "<td>&nbsp;</td>\n<td>&nbsp;</td>": '<td><a href="au020.asp?AULFDNR=3">Haushaltsausschuss</a></td><td></td>'
    }
    assert [each.organization for each in sessions(CalendarPage(rows=(Met(),), extra=linked))] == ["Haushaltsausschuss"]
    assert [each.organization for each in sessions(CalendarPage())] == [None]


def test_page_saved_by_a_browser_has_absolute_links() -> None:
    page = CalendarPage(subscribed=False, extra={'href="to010.asp?': f'href="https://{HOST}/bi/to010.asp?x=1&amp;'})
    assert [each.web for each in sessions(page)] == [f"https://{HOST}/bi/to010.asp?SILFDNR=1002655"]
    assert [each.web for each in sessions(CalendarPage(subscribed=False))] == [None]


def test_page_in_the_towns_own_frame_is_known_by_its_headline() -> None:
    assert sessions(CalendarPage(container=False)) == sessions(CalendarPage())
