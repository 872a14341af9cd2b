"""Calendar files, opened by two parsers that know nothing of each other."""

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from ical.event import EventStatus

from council.published.known_meetings import NOT_FOUND, KnownItem
from council.published.meetings import AgendaItem, Meeting
from council.served.languages import Language
from council.served.shown import ShownItem, ShownSession
from tests.builders import READ_AT
from views.calendar_entry import CalendarEntry, entry_uid
from views.calendar_file import calendar_file
from views.wording import words_of

BERLIN = ZoneInfo("Europe/Berlin")
WINTER = datetime(2027, 1, 12, 18, 0, tzinfo=BERLIN)


def an_entry(*items: ShownItem, sequence: int = 0, uid: str = "musterfeld-12@ratsbote", **fields: Any) -> CalendarEntry:
    defaults: dict[str, Any] = {
        "name": "Sitzung des Hauptausschusses",
        "organization": "Hauptausschuss",
        "public": True,
        "day": WINTER.date(),
        "start": WINTER,
        "room": "Saal 2",
        "address": "Rathausplatz 1; Eingang B, 1. Stock",
        "web": "https://rat.example/bi/to010.asp?SILFDNR=12",
    }
    session = ShownSession(meeting=Meeting(**(defaults | fields)), items=items)
    return CalendarEntry(uid=uid, sequence=sequence, session=session, body="Musterfeld", read_at=READ_AT)


def own(number: str, name: str, *, withdrawn: str | None = None, **fields: Any) -> ShownItem:
    item = AgendaItem(public=True, number=number, name=name, **fields)
    return ShownItem(item=KnownItem(item=item, withdrawn=withdrawn), own=True)


def written(*entries: CalendarEntry, language: Language = Language.DE, zone: ZoneInfo = BERLIN) -> str:
    return calendar_file(entries, now=READ_AT, zone=zone, words=words_of(language)).decode()


def both(text: str) -> tuple[icalendar.Calendar, Calendar]:
    """The file as each of the two reads it; neither may find anything wrong."""
    first = icalendar.Calendar.from_ical(text)
    assert [event.errors for event in first.walk()] == [[] for _ in first.walk()]
    return first, IcsCalendarStream.calendar_from_ics(text)


def test_both_parsers_read_the_same_session() -> None:
    entry = an_entry(own("Ö 5", "Radwege; Bänke, Bäume", paper="22-1940"), end=WINTER + timedelta(hours=3), sequence=4)
    first, second = both(written(entry))
    (one,), (other,) = first.events, second.events
    assert one["UID"] == other.uid == "musterfeld-12@ratsbote"
    assert one["SEQUENCE"] == other.sequence == 4
    assert one["SUMMARY"] == other.summary == "Hauptausschuss"
    assert one["LOCATION"] == other.location == "Saal 2, Rathausplatz 1; Eingang B, 1. Stock"
    assert one["URL"] == str(other.url) == "https://rat.example/bi/to010.asp?SILFDNR=12"
    assert one["DESCRIPTION"] == other.description
    assert "Deine Punkte\n• Ö 5 Radwege; Bänke, Bäume (22-1940)" in str(one["DESCRIPTION"])
    assert one.start == other.start_datetime == WINTER
    assert one.end == other.end_datetime == WINTER + timedelta(hours=3)
    assert one["STATUS"] == "CONFIRMED"
    assert other.status == EventStatus.CONFIRMED


@pytest.mark.parametrize("day", [date(2027, 1, 12), date(2027, 7, 6), date(2027, 3, 28), date(2027, 10, 31)])
def test_six_o_clock_is_six_o_clock_by_the_files_own_rules(day: date) -> None:
    """Not by the zone database of the machine that opens the file: its zone may have another name there."""
    start = datetime(day.year, day.month, day.day, 18, 0, tzinfo=BERLIN)
    text = written(an_entry(day=day, start=start)).replace("Europe/Berlin", "Musterfeld/Rathaus")
    first, second = both(text)
    there = first.events[0].start
    assert isinstance(there, datetime)
    assert there.astimezone(UTC) == start.astimezone(UTC)
    assert second.events[0].start_datetime.astimezone(UTC) == start.astimezone(UTC)


def test_a_move_is_the_same_entry_with_a_higher_sequence() -> None:
    later = WINTER + timedelta(days=170, hours=1)
    before = both(written(an_entry(sequence=0)))
    after = both(written(an_entry(sequence=1, day=later.date(), start=later)))
    for old, new in zip(before, after, strict=True):
        assert isinstance(old, type(new))
    assert before[0].events[0]["UID"] == after[0].events[0]["UID"] == after[1].events[0].uid
    assert after[0].events[0]["SEQUENCE"] == after[1].events[0].sequence == 1
    assert after[0].events[0].start == after[1].events[0].start_datetime == later


def test_a_cancellation_says_so_in_status_and_title() -> None:
    first, second = both(written(an_entry(cancelled=True, sequence=2)))
    assert first.events[0]["STATUS"] == "CANCELLED"
    assert second.events[0].status == EventStatus.CANCELLED
    assert first.events[0]["SUMMARY"] == second.events[0].summary == "Entfällt: Hauptausschuss"
    assert "Die Sitzung entfällt." in str(first.events[0]["DESCRIPTION"])


def test_a_session_without_an_hour_takes_the_day_and_blocks_nothing() -> None:
    text = written(an_entry(start=None))
    first, second = both(text)
    assert first.events[0].start == second.events[0].dtstart == date(2027, 1, 12)
    assert second.events[0].end == date(2027, 1, 13)
    assert "Uhrzeit nicht veröffentlicht" in str(first.events[0]["DESCRIPTION"])
    assert first.events[0]["TRANSP"] == "TRANSPARENT"
    assert "VTIMEZONE" not in text


def test_an_end_that_is_not_published_is_not_invented() -> None:
    first, _ = both(written(an_entry()))
    assert "DTEND" not in first.events[0]
    assert "Das Ende ist nicht veröffentlicht." in str(first.events[0]["DESCRIPTION"])


def test_items_taken_off_are_marked_and_others_items_left_out() -> None:
    foreign = ShownItem(item=KnownItem(item=AgendaItem(public=True, number="Ö 2", name="Fragestunde")))
    items = (foreign, own("Ö 5", "Radwege", withdrawn="abgesetzt"), own("Ö 6", "Bänke", withdrawn=NOT_FOUND))
    description = str(both(written(an_entry(*items)))[0].events[0]["DESCRIPTION"])
    assert "• Ö 5 Radwege · „abgesetzt“\n• Ö 6 Bänke · steht nicht mehr auf der Tagesordnung" in description
    assert "Fragestunde" not in description


def test_many_sessions_stand_in_one_file_with_one_zone() -> None:
    entries = [
        an_entry(uid=f"musterfeld-{n}@ratsbote", day=(WINTER + timedelta(days=n)).date(), start=WINTER + timedelta(n))
        for n in range(60)
    ]
    text = written(*entries)
    first, second = both(text)
    assert len(first.events) == len(second.events) == len({event["UID"] for event in first.events}) == 60
    assert text.count("BEGIN:VTIMEZONE") == 1
    assert all(event.start == WINTER + timedelta(n) for n, event in enumerate(first.events))


def test_an_address_that_is_no_web_address_is_left_out() -> None:
    assert "URL" not in both(written(an_entry(web="javascript:alert(1)")))[0].events[0]


@given(name=st.text(max_size=900), room=st.text(max_size=900), item=st.text(max_size=900), zone=st.booleans())
def test_whatever_a_council_writes_stays_inside_its_field(name: str, room: str, item: str, *, zone: bool) -> None:
    entry = an_entry(own("Ö 1", item), organization=name, name=name, room=room, address=item)
    text = written(entry, language=Language.EN, zone=BERLIN if zone else ZoneInfo("UTC"))
    first, second = both(text)
    assert len(first.events) == len(second.events) == 1
    assert first.events[0]["UID"] == second.events[0].uid == "musterfeld-12@ratsbote"
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_the_uid_is_the_key_it_was_first_seen_with_else_our_row() -> None:
    assert entry_uid("musterfeld", "12", 7) == "musterfeld-12@ratsbote"
    assert entry_uid("musterfeld", None, 7) == "musterfeld-r7@ratsbote"


def test_the_library_is_loaded_only_by_those_who_need_a_file() -> None:
    code = "import sys, handlers.menu; sys.exit('icalendar' in sys.modules or 'PIL' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
