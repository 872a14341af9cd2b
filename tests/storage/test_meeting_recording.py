"""Remembering sessions: which is which, what is told, and what is silent."""

import sqlite3
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from council.published.agenda_changes import OwnPages
from council.published.changes import ChangeKind
from council.published.known_meetings import KnownMeeting
from council.published.meeting_changes import compare_meeting
from council.published.meetings import AgendaItemText
from storage.changes import open_changes
from storage.cleaning import storable
from storage.meeting_recording import record_meetings
from storage.meetings import StoredMeeting, meeting_by_item, meeting_by_key, meetings_between, paper_keys_on_agendas
from storage.visits import Visit
from tests.storage.builders import ELBDORF, SEESTADT
from tests.storage.sessions import (
    DAY,
    NOW,
    START,
    ZONE,
    a_row,
    a_session,
    a_source,
    a_visit,
    an_item,
    end_round,
    everything,
    kinds,
    later,
    seen,
)

RICH = an_item(
    "9002",
    paper="22-1001",
    paper_id="1001",
    result="vertagt",
    late=True,
    meeting="700",
    organization="Bauausschuss",
    date=DAY,
    text=AgendaItemText(protocol="Es wurde beraten.", decision="Ja", vote="einstimmig"),
)


def stored(connection: sqlite3.Connection, key: str = "700") -> StoredMeeting:
    found = meeting_by_key(connection, "elbdorf", key)
    assert found is not None
    return found


def test_a_session_comes_back_as_the_comparison_left_it(connection: sqlite3.Connection) -> None:
    session = a_session(an_item(), RICH, an_item(None, public=False, name=None), end=START + timedelta(hours=2))
    seen(connection, a_row(address="Rathaus"))
    seen(connection, session)
    expected = compare_meeting(None, storable(a_row(address="Rathaus")), now=NOW, structure_ok=True).known
    expected = compare_meeting(expected, storable(session), now=NOW, structure_ok=True).known
    found = stored(connection)
    assert found.known == expected
    assert (found.body, found.read_at, found.agenda_read_at) == (ELBDORF, NOW, NOW)


def test_a_calendar_row_belongs_to_the_organization_its_title_declines(connection: sqlite3.Connection) -> None:
    seen(connection, a_session(an_item(), id="699", day=DAY - timedelta(days=30), start=None))
    seen(connection, a_row(), a_row(id="701", name="Sitzung des Kulturausschusses"))
    assert stored(connection).known.meeting.organization == "Bauausschuss"
    assert stored(connection, "701").known.meeting.organization is None


def test_the_same_pages_again_tell_and_change_nothing(connection: sqlite3.Connection) -> None:
    for page in (a_row(), a_session(an_item(), RICH)):
        seen(connection, page)
    before = everything(connection)
    for page in (a_row(), a_session(an_item(), RICH)):
        again = seen(connection, page)
        assert (again.told, again.unchanged, again.new, again.changed) == ((), 1, 0, 0)
    assert everything(connection) == before


def test_only_the_hour_moves_with_a_later_reading(connection: sqlite3.Connection) -> None:
    seen(connection, a_session(an_item()))
    seen(connection, a_session(an_item()), now=later(hours=1))
    seen(connection, a_row(), now=later(hours=2))
    found = stored(connection)
    assert (found.read_at, found.agenda_read_at) == (later(hours=2), later(hours=1))


def test_a_late_item_is_told_once(connection: sqlite3.Connection) -> None:
    seen(connection, a_session(an_item("1")))
    page = a_session(an_item("1"), an_item("2", late=True, paper="22-1001"))
    told = [*seen(connection, page).told, *seen(connection, page).told]
    assert [(change.kind, change.item, change.paper) for change in told] == [(ChangeKind.ITEM_ADDED, "2", "22-1001")]


def test_the_first_sight_of_a_source_is_silent(connection: sqlite3.Connection) -> None:
    source = a_source(connection, is_known=False)
    visit = Visit(body=ELBDORF, now=NOW, source=source, round=None)
    assert record_meetings(connection, visit, [a_row()]).told == ()
    assert record_meetings(connection, replace(visit, round=1, silent=True), [a_session(an_item())]).told == ()
    assert stored(connection).known.items


@pytest.mark.parametrize("how", [{"round": None}, {"silent": True}, {"round": None, "source": None}])
def test_questions_imports_and_new_parsers_are_silent(connection: sqlite3.Connection, how: dict[str, Any]) -> None:
    assert seen(connection, a_row(), **how).told == ()
    assert stored(connection).known.meeting.room == "Saal 2"
    assert open_changes(connection) == ()


def test_a_saved_page_only_adds_to_what_a_source_tells(connection: sqlite3.Connection) -> None:
    seen(connection, a_session(an_item("1")))
    old = a_session(an_item("1", name="Anders"), an_item("2"), room="Keller", start=START - timedelta(days=1))
    seen(connection, old, source=None, round=None)
    found = stored(connection)
    assert (found.known.meeting.room, found.known.meeting.start) == ("Saal 2", START)
    assert [each.item.name for each in found.known.items] == ["Bericht 1", "Bericht 2"]
    assert seen(connection, a_session(an_item("1"), an_item("2"))).told == ()


def test_a_page_of_changed_structure_adds_and_changes_nothing(connection: sqlite3.Connection) -> None:
    seen(connection, a_session(an_item("1")))
    odd = a_session(an_item("1", name="?"), an_item("2"), room="?", day=DAY + timedelta(days=9), cancelled=True)
    seen(connection, odd, structure_ok=False, now=later(hours=1))
    found = stored(connection)
    assert (found.known.meeting.day, found.known.meeting.room) == (DAY, "Saal 2")
    assert found.agenda_read_at == NOW
    assert [each.item.name for each in found.known.items] == ["Bericht 1", "Bericht 2"]


def test_a_moved_session_keeps_its_row(connection: sqlite3.Connection) -> None:
    first = seen(connection, a_row())
    moved = seen(connection, a_row(day=DAY + timedelta(days=7), start=START + timedelta(days=7)))
    assert (moved.rows, kinds(moved.told)) == (first.rows, [ChangeKind.MEETING_MOVED])
    assert seen(connection, a_row(day=DAY + timedelta(days=7), start=START + timedelta(days=7))).told == ()


def test_a_session_that_gets_its_key_late_keeps_its_row(connection: sqlite3.Connection) -> None:
    first = seen(connection, a_row(id=None))
    assert seen(connection, a_row()).rows == first.rows
    assert stored(connection).row == first.rows[0]


def test_a_key_twice_on_a_page_is_one_session(connection: sqlite3.Connection) -> None:
    assert seen(connection, a_row(), a_row(name="Anders")).new == 1


def test_the_same_key_in_another_council_is_another_session(connection: sqlite3.Connection) -> None:
    seen(connection, a_row())
    record_meetings(connection, Visit(body=SEESTADT, now=NOW), [a_row(name="Rat")])
    assert stored(connection).known.meeting.name == "Sitzung des Bauausschusses"
    between = meetings_between(connection, DAY, DAY)
    assert {each.body.key for each in between} == {"elbdorf", "seestadt"}
    assert [each.row for each in meetings_between(connection, DAY, DAY, body="elbdorf")] == [stored(connection).row]


def test_a_shrinking_calendar_takes_nothing_away(connection: sqlite3.Connection) -> None:
    seen(connection, a_row(), a_row(id="701", name="Hauptausschuss"))
    assert seen(connection, a_row()).told == ()
    assert seen(connection).told == ()
    assert len(meetings_between(connection, DAY, DAY)) == 2


@pytest.mark.parametrize("fold", [0, 1])
def test_a_session_in_the_repeated_hour_is_never_moved_by_reading_it_again(
    connection: sqlite3.Connection, fold: int
) -> None:
    odd = a_row(day=date(2027, 10, 31), start=datetime(2027, 10, 31, 2, 30, fold=fold, tzinfo=ZONE))
    seen(connection, odd)
    assert seen(connection, odd).told == ()


@pytest.mark.parametrize("year", [201, 2206, 9999])
def test_nonsensical_years_are_stored_as_they_stand(connection: sqlite3.Connection, year: int) -> None:
    odd = a_row(day=date(year, 1, 1), start=datetime(year, 1, 1, 18, tzinfo=ZONE))
    seen(connection, odd)
    assert seen(connection, odd).told == ()
    assert stored(connection).known.meeting.day == date(year, 1, 1)


def test_an_item_is_gone_only_when_its_own_page_says_so(connection: sqlite3.Connection) -> None:
    seen(connection, a_session(an_item("1"), an_item("2")))
    told = [seen(connection, a_session(an_item("1")), now=later(hours=hours)).told for hours in (1, 12, 26)]
    assert told == [(), (), ()]
    missing = stored(connection).known.items[1].missing
    assert missing
    assert (missing.since, missing.times) == (later(hours=1), 3)
    visit = a_visit(connection, now=later(hours=27))
    gone = record_meetings(connection, visit, [a_session(an_item("1"))], own_pages=OwnPages(gone=frozenset({"2"})))
    assert kinds(gone.told) == [ChangeKind.ITEM_WITHDRAWN]


def test_lone_surrogates_are_stored_as_question_marks_and_then_unchanged(connection: sqlite3.Connection) -> None:
    odd = a_session(an_item(name="B\ud800"), room="\udfff")
    seen(connection, odd)
    assert seen(connection, odd).told == ()
    assert stored(connection).known.items[0].item.name == "B?"


def test_an_agenda_knows_where_a_paper_may_be_read(connection: sqlite3.Connection) -> None:
    seen(connection, a_session(an_item(), RICH))
    assert paper_keys_on_agendas(connection, "22–1001") == (("elbdorf", "1001"),)
    assert paper_keys_on_agendas(connection, "22-1001", body="seestadt") == ()
    found = meeting_by_item(connection, "elbdorf", "9002")
    assert found
    assert found.known.meeting.id == "700"
    assert meeting_by_item(connection, "elbdorf", "\ud800") is None


def test_a_known_session_is_an_ordinary_value(connection: sqlite3.Connection) -> None:
    seen(connection, a_row())
    assert isinstance(hash(stored(connection).known), int)
    assert isinstance(stored(connection).known, KnownMeeting)
    assert end_round(connection).told == ((ChangeKind.MEETING_ANNOUNCED, 1),)
