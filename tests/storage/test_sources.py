"""How reading a source goes: kept apart from what was read."""

import sqlite3

from council.published.readings import Page
from storage.sources import (
    ensure_source,
    first_read_done,
    note_structure,
    source_failed,
    source_good,
    source_may_be_read,
    source_states,
)
from tests.storage.builders import ELBDORF, SEESTADT
from tests.storage.sessions import NOW, SYSTEM, a_source, later


def test_a_source_is_made_once(connection: sqlite3.Connection) -> None:
    first = ensure_source(connection, ELBDORF, *SYSTEM)
    assert ensure_source(connection, ELBDORF, *SYSTEM, can_look_up=True) == first
    ensure_source(connection, ELBDORF, "files", "./inbox")
    ensure_source(connection, SEESTADT, *SYSTEM)
    assert [state.can_look_up for state in source_states(connection)] == [True, False, False]
    assert [state.kind for state in source_states(connection, body="elbdorf")] == ["allris", "files"]


def test_a_fresh_source_claims_nothing(connection: sqlite3.Connection) -> None:
    a_source(connection, is_known=False)
    [state] = source_states(connection)
    assert (state.body, state.failures, state.structures) == (ELBDORF, 0, ())
    unknown = (state.first_read_done_at, state.last_good_at, state.failing_since, state.may_read, state.next_due_at)
    assert unknown == (None,) * 5


def test_since_when_it_does_not_answer_and_when_it_last_did(connection: sqlite3.Connection) -> None:
    source = a_source(connection)
    source_good(connection, source, now=NOW)
    for minutes in (15, 30):
        source_failed(connection, source, now=later(minutes=minutes), kind="unreachable", sentence="Keine Antwort.")
    [state] = source_states(connection)
    assert (state.last_good_at, state.failing_since, state.failures) == (NOW, later(minutes=15), 2)
    source_good(connection, source, now=later(minutes=45))
    [state] = source_states(connection)
    assert (state.failing_since, state.failures, state.error) == (None, 0, None)


def test_the_first_read_is_done_once(connection: sqlite3.Connection) -> None:
    source = a_source(connection, is_known=False)
    for hours in (1, 2):
        first_read_done(connection, source, now=later(hours=hours))
    assert source_states(connection)[0].first_read_done_at == later(hours=1)


def test_the_word_of_robots_is_kept_with_its_reason(connection: sqlite3.Connection) -> None:
    source = a_source(connection)
    source_may_be_read(connection, source, allowed=False, reason="Disallow: /", now=NOW)
    [state] = source_states(connection)
    assert (state.may_read, state.may_read_reason) == (False, "Disallow: /")


def test_changed_structures_are_counted_in_a_row_and_by_kind_of_page(connection: sqlite3.Connection) -> None:
    source = a_source(connection)
    for times in (1, 2, 3):
        note = note_structure(connection, source, Page.AGENDA, finding="table.tl1", now=later(hours=times))
        assert (note.times, note.before) == (times, times - 1)
    assert note_structure(connection, source, Page.PAPER, finding=None, now=NOW).before == 0
    [state] = source_states(connection)
    assert [(each.page, each.since, each.times, each.finding) for each in state.structures] == [
        (Page.AGENDA, later(hours=1), 3, "table.tl1")
    ]
    assert note_structure(connection, source, Page.AGENDA, finding=None, now=later(hours=4)).before == 3
    assert source_states(connection)[0].structures == ()


def test_operators_are_told_of_a_changed_structure_once_and_once_of_its_end(connection: sqlite3.Connection) -> None:
    source = a_source(connection)
    findings = ["Kopf", "Kopf", "Kopf", "Kopf", None, None, "Kopf", None]
    notes = [note_structure(connection, source, Page.AGENDA, finding=finding, now=NOW) for finding in findings]
    assert [place for place, note in enumerate(notes) if note.is_to_be_told] == [2]
    assert [place for place, note in enumerate(notes) if note.is_over] == [4]
