"""Pages read again and again: what is due, what failed, and what something else said of them."""

import sqlite3
from datetime import datetime, timedelta

import pytest

from council.published.freshness import (
    DAILY,
    EACH_ROUND,
    HOURLY,
    WEEKLY,
    SessionFacts,
    Window,
    agenda_windows,
    list_windows,
    month_windows,
)
from council.published.rounds import TargetKind, due_at
from storage.agenda_planning import session_facts
from storage.item_recording import record_item
from storage.meetings import meeting_by_key
from storage.recording import record_papers
from storage.rounds import begin_round
from storage.targets import (
    Outcome,
    TargetKey,
    due_targets,
    forget_target,
    next_due_at,
    nudge,
    plan_target,
    settle_target,
    unread_targets,
)
from storage.windows import windows_from, windows_text
from tests.storage.sessions import (
    DAY,
    NOW,
    START,
    ZONE,
    a_paper,
    a_row,
    a_session,
    a_source,
    a_visit,
    an_item,
    later,
    seen,
)

MONTH = TargetKey(kind=TargetKind.MONTH, key="2026-11")
LIST = TargetKey(kind=TargetKind.PAPERS, key="")
AGENDA = TargetKey(kind=TargetKind.AGENDA, key="700")
PAPER = TargetKey(kind=TargetKind.PAPER, key="1001")
DAILY_ONLY = (Window(rhythm=DAILY),)


def due(connection: sqlite3.Connection, now: datetime = NOW) -> list[TargetKey]:
    found = due_targets(connection, a_source(connection), now=now)
    return [TargetKey(kind=each.kind, key=each.key) for each in found]


def settle(
    connection: sqlite3.Connection, key: TargetKey, outcome: Outcome = Outcome.OK, now: datetime = NOW
) -> datetime | None:
    return settle_target(connection, a_source(connection), key, outcome=outcome, now=now)


@pytest.mark.parametrize(
    "windows",
    [
        (),
        DAILY_ONLY,
        list_windows(),
        month_windows(2026, 11, zone=ZONE),
        agenda_windows(SessionFacts(day=DAY, start=START), zone=ZONE),
    ],
)
def test_windows_come_back_as_they_were(windows: tuple[Window, ...]) -> None:
    assert windows_from(windows_text(windows)) == windows


def test_a_page_never_read_is_due_and_then_after_its_rhythm(connection: sqlite3.Connection) -> None:
    source = a_source(connection)
    assert plan_target(connection, source, MONTH, DAILY_ONLY, now=NOW)
    assert not plan_target(connection, source, MONTH, DAILY_ONLY, now=NOW)
    assert (due(connection), unread_targets(connection, source, now=NOW)) == ([MONTH], 1)
    settle(connection, MONTH)
    assert (due(connection), unread_targets(connection, source, now=NOW)) == ([], 0)
    assert next_due_at(connection, source) == NOW + DAILY
    assert due(connection, NOW + DAILY) == [MONTH]


def test_other_windows_are_reckoned_at_once(connection: sqlite3.Connection) -> None:
    source = a_source(connection)
    plan_target(connection, source, MONTH, DAILY_ONLY, now=NOW)
    settle(connection, MONTH)
    plan_target(connection, source, MONTH, (Window(rhythm=HOURLY),), now=NOW)
    assert next_due_at(connection, source) == NOW + HOURLY
    plan_target(connection, source, MONTH, (), now=NOW)
    assert next_due_at(connection, source) is None


def test_what_is_stored_is_due_as_the_rules_say(connection: sqlite3.Connection) -> None:
    source = a_source(connection)
    plan_target(connection, source, LIST, list_windows(), now=NOW)
    for hours in range(4):
        settle(connection, LIST, Outcome.REJECTED, later(hours=hours, microseconds=5))
        [target] = due_targets(connection, source, now=later(days=2))
        assert (target.failures, next_due_at(connection, source)) == (hours + 1, due_at(target))


def test_failures_are_left_alone_ever_longer_and_forgotten_with_a_good_reading(connection: sqlite3.Connection) -> None:
    source = a_source(connection)
    plan_target(connection, source, LIST, DAILY_ONLY, now=NOW)
    settle(connection, LIST, Outcome.FAILED)
    assert due(connection, later(minutes=13)) == []
    assert due(connection, later(minutes=14)) == [LIST]
    settle(connection, LIST, Outcome.OK, later(minutes=14))
    assert next_due_at(connection, source) == later(minutes=14) + DAILY


@pytest.mark.parametrize("outcome", [Outcome.NOT_PUBLIC, Outcome.GONE])
def test_that_something_is_not_there_is_an_answer(connection: sqlite3.Connection, outcome: Outcome) -> None:
    plan_target(connection, a_source(connection), PAPER, DAILY_ONLY, now=NOW)
    since = [settle(connection, PAPER, outcome, later(hours=hours)) for hours in (0, 30, 60)]
    assert since == [NOW, NOW, NOW]
    assert settle(connection, PAPER, Outcome.OK, later(hours=90)) == later(hours=90)
    assert settle(connection, MONTH) is None


def test_a_paper_just_refused_is_read_again_after_a_day_and_then_as_seldom_as_before(
    connection: sqlite3.Connection,
) -> None:
    source = a_source(connection)
    plan_target(connection, source, PAPER, (Window(rhythm=WEEKLY),), now=NOW)
    settle(connection, PAPER)
    settle(connection, PAPER, Outcome.NOT_PUBLIC, later(days=7))
    assert next_due_at(connection, source) == later(days=8)
    # Something else said that it changed: the day still counts from the first refusal.
    settle(connection, PAPER, Outcome.NOT_PUBLIC, later(days=7, hours=10))
    assert next_due_at(connection, source) == later(days=8)
    settle(connection, PAPER, Outcome.NOT_PUBLIC, later(days=8))
    assert next_due_at(connection, source) == later(days=15)


def test_a_refused_agenda_keeps_its_rhythm(connection: sqlite3.Connection) -> None:
    source = a_source(connection)
    plan_target(connection, source, AGENDA, (Window(rhythm=WEEKLY),), now=NOW)
    settle(connection, AGENDA, Outcome.NOT_PUBLIC)
    assert next_due_at(connection, source) == later(days=7)


def test_a_nudged_page_is_due_until_it_is_read(connection: sqlite3.Connection) -> None:
    source = a_source(connection)
    plan_target(connection, source, PAPER, DAILY_ONLY, now=NOW)
    settle(connection, PAPER)
    nudge(connection, source, [PAPER, MONTH], now=NOW)
    assert due(connection, later(seconds=1)) == [PAPER]
    settle(connection, PAPER, now=later(seconds=2))
    assert due(connection, later(hours=1)) == []


def test_a_round_gone_on_with_reads_what_it_has_not_tried(connection: sqlite3.Connection) -> None:
    source = a_source(connection)
    on = begin_round(connection, source, now=NOW)
    for key in (MONTH, LIST):
        plan_target(connection, source, key, (Window(rhythm=EACH_ROUND),), now=NOW)
    settle_target(connection, source, MONTH, outcome=Outcome.OK, now=NOW, round_row=on.row)
    left = due_targets(connection, source, now=later(minutes=9), round_row=on.row)
    assert [each.kind for each in left] == [TargetKind.PAPERS]
    assert len(due_targets(connection, source, now=later(minutes=9), round_row=on.row + 1)) == 2


def test_a_forgotten_page_is_never_due(connection: sqlite3.Connection) -> None:
    plan_target(connection, a_source(connection), AGENDA, DAILY_ONLY, now=NOW)
    forget_target(connection, a_source(connection), AGENDA)
    assert due(connection) == []


def test_a_calendar_plans_the_agendas_of_its_sessions(connection: sqlite3.Connection) -> None:
    seen(connection, a_row(), a_row(id=None, name="Ohne Schlüssel"), a_row(id="701", public=False))
    assert due(connection) == [AGENDA]
    settle(connection, AGENDA)
    assert next_due_at(connection, a_source(connection)) == START - timedelta(days=10)


def test_an_agenda_is_read_as_soon_as_the_calendar_links_it(connection: sqlite3.Connection) -> None:
    seen(connection, a_row(has_agenda=False))
    settle(connection, AGENDA, Outcome.NOT_PUBLIC)
    seen(connection, a_row(has_agenda=False), now=later(minutes=15))
    assert due(connection, later(days=6)) == []
    seen(connection, a_row(), now=later(minutes=30))
    assert due(connection, later(minutes=30)) == [AGENDA]
    settle(connection, AGENDA, Outcome.NOT_PUBLIC, later(minutes=31))
    seen(connection, a_row(), now=later(minutes=45))
    assert due(connection, later(minutes=45)) == []


def test_an_agenda_plans_its_papers_and_nudges_them_with_news(connection: sqlite3.Connection) -> None:
    page = a_session(an_item("1", paper="22-1001", paper_id="1001"))
    seen(connection, page)
    assert PAPER in due(connection)
    settle(connection, PAPER)
    seen(connection, page, now=later(minutes=15))
    assert PAPER not in due(connection, later(minutes=16))
    record_item(
        connection, a_visit(connection, now=later(minutes=20)), an_item("1", result="beschlossen", paper="22-1001")
    )
    assert PAPER in due(connection, later(minutes=21))


def test_a_session_under_another_key_has_one_agenda(connection: sqlite3.Connection) -> None:
    seen(connection, a_row())
    seen(connection, a_row(id="900"))
    assert due(connection) == [TargetKey(kind=TargetKind.AGENDA, key="900")]


def test_a_recorded_paper_is_planned_and_a_saved_one_is_not(connection: sqlite3.Connection) -> None:
    record_papers(connection, a_visit(connection, source=None, round=None), [a_paper("1002")])
    record_papers(connection, a_visit(connection), [a_paper()])
    assert due(connection) == [PAPER]


@pytest.mark.parametrize(
    ("results", "settled"), [(("beschlossen", None), True), ((None, None), False), ((None, "vertagt"), False)]
)
def test_a_session_is_settled_once_every_paper_has_its_result(
    connection: sqlite3.Connection, results: tuple[str | None, str | None], settled: bool
) -> None:
    seen(connection, a_session(an_item("1", paper="22-1", result=results[0]), an_item("2", result=results[1])))
    found = meeting_by_key(connection, "elbdorf", "700")
    assert found
    assert session_facts(found.known).settled is settled
