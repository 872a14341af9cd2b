"""Rounds: gone on with after a kill, and judged once at their end."""

import sqlite3

import pytest

from council.published.changes import ChangeKind
from council.published.fuse import Tally
from council.published.meetings import Meeting
from council.published.papers import Consultation
from storage.changes import ChangeState, announced, open_changes
from storage.held import drop_held, held_rounds, release_held
from storage.recording import record_papers
from storage.rounds import begin_round, finish_round
from tests.storage.builders import SEESTADT
from tests.storage.sessions import (
    DAY,
    a_paper,
    a_row,
    a_session,
    a_source,
    a_visit,
    an_item,
    end_round,
    kinds,
    later,
    seen,
)


def calendar(count: int, **fields: object) -> list[Meeting]:
    return [a_row(**({"id": f"{number}", "name": f"Ausschuss {number}"} | fields)) for number in range(count)]


def cancelled(connection: sqlite3.Connection, known: int, touched: int) -> bool:
    """Whether cancelling so many of so many known sessions is held."""
    seen(connection, *calendar(known))
    end_round(connection)
    seen(connection, *calendar(touched, cancelled=True), now=later(minutes=15))
    ended = end_round(connection, now=later(minutes=15))
    assert ended.sessions == Tally(known=known, touched=touched)
    return ended.held


def test_a_round_left_by_a_kill_goes_on(connection: sqlite3.Connection) -> None:
    source = a_source(connection)
    first = begin_round(connection, source, now=later())
    again = begin_round(connection, source, now=later(minutes=5))
    assert (again.row, again.started_at, again.resumed) == (first.row, first.started_at, True)
    finish_round(connection, first.row, now=later(minutes=6))
    assert begin_round(connection, source, now=later(minutes=15)).row != first.row


def test_a_round_of_yesterday_is_finished_first(connection: sqlite3.Connection) -> None:
    seen(connection, a_row())
    now = later(days=1)
    fresh = begin_round(connection, a_source(connection), now=now)
    assert not fresh.resumed
    assert kinds(tuple(each.change for each in open_changes(connection))) == [ChangeKind.MEETING_ANNOUNCED]


def test_changes_wait_for_the_end_of_their_round(connection: sqlite3.Connection) -> None:
    seen(connection, a_row())
    assert open_changes(connection) == ()
    assert end_round(connection).told == ((ChangeKind.MEETING_ANNOUNCED, 1),)
    [told] = open_changes(connection)
    assert (told.state, told.serial, told.change.meeting) == (ChangeState.OPEN, 1, "700")
    announced(connection, [told.row])
    assert open_changes(connection) == ()


def test_finishing_twice_tells_once(connection: sqlite3.Connection) -> None:
    seen(connection, a_row())
    row = begin_round(connection, a_source(connection), now=later()).row
    assert finish_round(connection, row, now=later()).told
    assert finish_round(connection, row, now=later()).told == ()
    assert len(open_changes(connection)) == 1


@pytest.mark.parametrize(
    ("known", "touched", "held"), [(60, 20, False), (63, 21, False), (62, 21, True), (21, 21, True)]
)
def test_the_fuse_holds_more_than_twenty_and_more_than_a_third(
    connection: sqlite3.Connection, known: int, touched: int, held: bool
) -> None:
    assert cancelled(connection, known, touched) is held
    assert bool(open_changes(connection, after=known)) is not held


def test_new_sessions_and_first_agendas_never_trip_the_fuse(connection: sqlite3.Connection) -> None:
    seen(connection, *calendar(100))
    assert not end_round(connection).held
    for number in range(60):
        page = a_session(an_item(f"i{number}"), id=f"{number}", name=f"Ausschuss {number}")
        seen(connection, page, now=later(hours=1))
    ended = end_round(connection, now=later(hours=1))
    assert (ended.held, ended.sessions.touched) == (False, 0)


def test_sessions_that_all_move_into_the_past_are_held(connection: sqlite3.Connection) -> None:
    seen(connection, *calendar(30))
    end_round(connection)
    seen(connection, *calendar(30, day=DAY.replace(year=2006), start=None), now=later(hours=1))
    assert end_round(connection, now=later(hours=1)).held


def test_sessions_under_other_keys_are_held(connection: sqlite3.Connection) -> None:
    seen(connection, *calendar(30))
    end_round(connection)
    seen(connection, *(a_row(id=f"9{number}", name=f"Ausschuss {number}") for number in range(30)))
    assert end_round(connection).sessions == Tally(known=30, touched=30)


def test_papers_are_judged_by_those_read_in_the_round(connection: sqlite3.Connection) -> None:
    papers = [a_paper(f"{number}", Consultation(organization="Rat")) for number in range(40)]
    record_papers(connection, a_visit(connection), papers)
    end_round(connection)
    changed = [a_paper(f"{number}", name="?") for number in range(25)]
    record_papers(connection, a_visit(connection), [*changed, *papers[25:30]])
    ended = end_round(connection)
    assert (ended.papers, ended.held) == (Tally(known=30, touched=25), True)


def test_held_changes_are_listed_and_released_behind_what_opened_meanwhile(connection: sqlite3.Connection) -> None:
    assert cancelled(connection, 30, 30)
    [held] = held_rounds(connection)
    assert held.counts == ((ChangeKind.MEETING_CANCELLED, 30),)
    assert (held.body.key, held.kind, len(held.examples)) == ("elbdorf", "allris", 5)
    seen(connection, a_row(id="new", name="Neu"), now=later(minutes=30))
    end_round(connection, now=later(minutes=30))
    cursor = open_changes(connection)[-1].serial or 0
    assert release_held(connection, held.row) == 30
    released = open_changes(connection, after=cursor)
    assert [each.serial for each in released] == list(range(cursor + 1, cursor + 31))
    assert (held_rounds(connection), release_held(connection)) == ((), 0)


def test_dropped_changes_are_never_told(connection: sqlite3.Connection) -> None:
    assert cancelled(connection, 30, 30)
    before = open_changes(connection)
    assert (drop_held(connection), drop_held(connection)) == (30, 0)
    assert (held_rounds(connection), open_changes(connection)) == ((), before)
    assert seen(connection, *calendar(30, cancelled=True)).told == ()


def test_rounds_of_two_sources_are_apart(connection: sqlite3.Connection) -> None:
    here, there = a_source(connection), a_source(connection, body=SEESTADT)
    seen(connection, a_row())
    other = begin_round(connection, there, now=later())
    assert finish_round(connection, other.row, now=later()).told == ()
    assert finish_round(connection, begin_round(connection, here, now=later()).row, now=later()).told
