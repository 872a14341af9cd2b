from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from council.published.changes import ChangeKind, Facts
from council.published.meeting_changes import MeetingOutcome
from council.published.meetings import Meeting
from tests.council.published.sessions import AFTER, DAY, NOW, START, ZONE, a_session, an_item, compared, kinds

WEEK = timedelta(days=7)
MOVED = {"day": DAY + WEEK, "start": START + WEEK}


def row(**fields: Any) -> Meeting:
    return a_session(**({"agenda": None} | fields))


def page(**fields: Any) -> Meeting:
    return a_session(an_item("1"), **fields)


def in_turn(first: Meeting, *later: Meeting) -> MeetingOutcome:
    """The outcome of the last of several readings."""
    outcome = compared(None, first)
    for reading in later:
        outcome = compared(outcome.known, reading)
    return outcome


def test_a_new_session_is_announced_with_its_facts() -> None:
    (change,) = compared(None, row(organization="Bauausschuss")).changes
    assert (change.kind, change.meeting) == (ChangeKind.MEETING_ANNOUNCED, "700")
    assert change.after == Facts.of(
        name="Sitzung des Bauausschusses", organization="Bauausschuss", room="Saal 2", day=DAY, start=START
    )


@pytest.mark.parametrize(
    "fields", [{"day": date(2026, 10, 30)}, {"day": None}, {"cancelled": True}, {"public": False}], ids=str
)
def test_a_session_past_without_day_cancelled_or_non_public_is_not_announced(fields: dict[str, Any]) -> None:
    assert compared(None, row(**fields)).changes == ()


def test_a_session_moved_is_told_once_though_two_pages_say_so() -> None:
    stored = in_turn(row(), page()).known
    moved = compared(stored, row(**MOVED))
    assert kinds(moved.changes) == [ChangeKind.MEETING_MOVED]
    assert moved.changes[0].before == Facts.of(day=DAY, start=START)
    assert moved.changes[0].after == Facts.of(day=DAY + WEEK, start=START + WEEK)
    assert compared(moved.known, page()).changes == ()
    assert compared(moved.known, page(**MOVED)).changes == ()


def test_a_page_that_lags_behind_does_not_move_the_session_back() -> None:
    moved = in_turn(row(), page(), row(**MOVED), page(), row(**MOVED), page())
    assert (moved.changes, moved.known.meeting.day) == ((), DAY + WEEK)


def test_moved_back_is_moved_again() -> None:
    assert kinds(in_turn(row(), row(**MOVED), row()).changes) == [ChangeKind.MEETING_MOVED]


def test_another_start_moves_the_session_and_a_first_one_is_its_time() -> None:
    assert kinds(in_turn(row(), row(start=START + timedelta(minutes=30))).changes) == [ChangeKind.MEETING_MOVED]
    first = in_turn(row(start=None), row())
    assert (kinds(first.changes), first.known.meeting.start) == ([ChangeKind.MEETING_TIME], START)


def test_a_start_left_out_is_kept_but_not_on_another_day() -> None:
    assert in_turn(row(), row(start=None)).known.meeting.start == START
    moved = in_turn(row(), row(day=DAY + WEEK, start=None))
    assert kinds(moved.changes) == [ChangeKind.MEETING_MOVED]
    assert moved.known.meeting.start is None


def test_the_same_instant_in_another_zone_is_the_same_start() -> None:
    assert in_turn(row(), row(start=START.astimezone(ZONE).astimezone())).changes == ()


def test_an_end_after_the_session_and_the_true_start_of_the_minutes_are_no_news() -> None:
    stored = in_turn(row()).known
    held = compared(stored, row(start=START + timedelta(minutes=2), end=START + timedelta(hours=2)), now=AFTER)
    assert held.changes == ()
    assert held.known.meeting.end == START + timedelta(hours=2)


def test_cancelled_only_by_the_flag_then_revived_each_once() -> None:
    cancelled = in_turn(row(), row(cancelled=True))
    assert kinds(cancelled.changes) == [ChangeKind.MEETING_CANCELLED]
    assert compared(cancelled.known, row(cancelled=True)).changes == ()
    revived = compared(cancelled.known, row())
    assert kinds(revived.changes) == [ChangeKind.MEETING_REVIVED]


def test_the_agendas_page_without_the_word_does_not_revive_what_the_calendar_cancelled() -> None:
    outcome = in_turn(row(), page(), row(cancelled=True), page(), row(cancelled=True), page())
    assert (outcome.changes, outcome.known.meeting.cancelled) == ((), True)


@pytest.mark.parametrize("year", [202, 1026, 2206])
def test_a_slip_of_the_pen_in_the_year_moves_nothing(year: int) -> None:
    known = in_turn(row(), page()).known
    slipped = compared(known, page(day=DAY.replace(year=year), start=None))
    assert (slipped.changes, slipped.known.meeting.day, slipped.known.meeting.start) == ((), DAY, START)
    assert compared(slipped.known, page()).changes == ()
    assert kinds(compared(slipped.known, page(**MOVED)).changes) == [ChangeKind.MEETING_MOVED]


def test_another_room_is_told_and_another_spelling_is_not() -> None:
    assert in_turn(row(room="Saal 2"), row(room="Saal\u00a02 ")).changes == ()
    (change,) = in_turn(row(room="Saal 2"), row(room="Saal 3")).changes
    assert change.kind is ChangeKind.MEETING_ROOM
    assert (change.before["room"], change.after["room"]) == ("Saal 2", "Saal 3")


def test_a_first_room_and_a_room_left_out_are_no_news() -> None:
    assert in_turn(row(room=None), row(room="Saal 2")).changes == ()
    gone = in_turn(row(room="Saal 2"), row(room=None), row(room="Saal 2"))
    assert (gone.changes, gone.known.meeting.room) == ((), "Saal 2")
    assert kinds(in_turn(row(), row(room=None), row(room="Saal 3")).changes) == [ChangeKind.MEETING_ROOM]


def test_two_pages_wording_the_room_differently_never_tell_of_another() -> None:
    rows, there = row(room="Rathaus, Saal 2"), page(room="Saal 2", address="Rathausplatz 1")
    outcome = in_turn(rows, there)
    for reading in (rows, there, rows, there):
        outcome = compared(outcome.known, reading)
        assert outcome.changes == ()


def test_another_room_worded_differently_by_two_pages_is_told_once() -> None:
    before = (row(room="Rathaus, Saal 2"), page(room="Saal 2"))
    told = in_turn(*before, row(room="Rathaus, Saal 3"))
    assert kinds(told.changes) == [ChangeKind.MEETING_ROOM]
    assert compared(told.known, page(room="Saal 3")).changes == ()


@pytest.mark.parametrize(
    ("rows", "there"),
    [
        ({"room": "Saal 7"}, {"room": "Saal 7", "address": "Schulstraße 3"}),
        ({"room": "Schule, Aula"}, {"room": "Aula", "address": "Schule"}),
        ({"room": "Schule"}, {"room": "Aula", "address": "Schule"}),
    ],
    ids=["more complete", "in other fields", "less complete"],
)
@pytest.mark.parametrize("calendar_first", [True, False])
def test_another_place_is_told_once_though_room_and_address_come_on_two_pages(
    rows: dict[str, str], there: dict[str, str], *, calendar_first: bool
) -> None:
    stored = in_turn(row(room="Rathaus, Saal 2"), page(room="Saal 2", address="Rathaus")).known
    readings = [row(**rows), page(**there)]
    told = []
    for reading in [*(readings if calendar_first else readings[::-1]), *readings]:
        outcome = compared(stored, reading)
        stored = outcome.known
        told += kinds(outcome.changes)
    assert told == [ChangeKind.MEETING_ROOM]
    assert (stored.meeting.room, stored.meeting.address) == (there["room"], there["address"])


@pytest.mark.parametrize("room_first", [True, False])
def test_a_place_that_only_becomes_more_complete_is_no_news(*, room_first: bool) -> None:
    room, address = row(room="Saal 2"), page(room=None, address="Rathaus")
    readings = [room, address] if room_first else [address, room]
    outcome = in_turn(readings[0])
    for reading in (*readings[1:], page(room="Saal 2", address="Rathaus"), *readings):
        outcome = compared(outcome.known, reading)
        assert ChangeKind.MEETING_ROOM not in kinds(outcome.changes)
    assert (outcome.known.meeting.room, outcome.known.meeting.address) == ("Saal 2", "Rathaus")


def test_another_address_told_later_is_news_of_its_own() -> None:
    stored = in_turn(row(room="Saal 2"), page(room="Saal 2", address="Rathaus")).known
    assert kinds(compared(stored, page(room="Saal 2", address="Schule")).changes) == [ChangeKind.MEETING_ROOM]
    assert kinds(compared(stored, page(room="Saal 3 statt Saal 2")).changes) == [ChangeKind.MEETING_ROOM]


def test_a_session_gone_non_public_leaves_id_and_day_alone() -> None:
    stored = in_turn(row(), page()).known
    outcome = compared(stored, row(public=False, name="Geheime Sache"))
    assert kinds(outcome.changes) == [ChangeKind.MEETING_NON_PUBLIC]
    assert outcome.purged == ("1",)
    assert not {"Geheime", "Bericht", "Bauausschuss", "Saal"} & set(repr(outcome).replace("'", " ").split())
    assert compared(outcome.known, row(public=False)).changes == ()
    assert kinds(compared(outcome.known, row()).changes) == [ChangeKind.MEETING_ANNOUNCED]


def test_a_past_session_is_corrected_silently() -> None:
    stored = in_turn(row(day=date(2026, 10, 20), start=None)).known
    assert compared(stored, row(day=date(2026, 10, 21), start=None, room="Saal 9", cancelled=True)).changes == ()


def test_a_session_moved_into_the_past_is_told() -> None:
    assert kinds(in_turn(row(), row(day=date(2026, 10, 1), start=None)).changes) == [ChangeKind.MEETING_MOVED]


def test_a_session_under_another_key_is_no_change_and_counted() -> None:
    outcome = in_turn(row(), row(id="9700"))
    assert (outcome.changes, outcome.remapped, outcome.known.meeting.id) == ((), 1, "9700")


def test_nothing_a_page_leaves_out_is_forgotten() -> None:
    full = page(organization="Bauausschuss", web="https://rat.example/700", address="Rathausplatz 1")
    bare = Meeting(name="", public=True, agenda=())
    outcome = in_turn(full, bare)
    assert outcome.changes == ()
    assert outcome.known.meeting == replace(full, agenda=None, has_agenda=True)


def test_odd_times_break_nothing() -> None:
    for start in (datetime(1, 1, 2, tzinfo=ZONE), datetime(9999, 12, 30, tzinfo=ZONE)):
        odd = row(day=start.date(), start=start, end=start - timedelta(hours=1))
        assert compared(None, odd, now=NOW).known.meeting.start == start
        assert compared(in_turn(row()).known, odd, now=NOW).known.meeting.start == START
