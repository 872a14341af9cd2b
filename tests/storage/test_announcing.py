"""From a change to notices: everybody whom it concerns, once, in steps that a kill may end anywhere."""

import sqlite3
from datetime import datetime
from typing import Any

import pytest

from council.published.changes import ChangeKind
from council.published.papers import Consultation
from council.served.told import ToldSession
from storage.announcing import Announced
from storage.changes import open_changes
from storage.recording import record_papers
from storage.subscribers import set_gone
from storage.subscriptions import pause, subscriptions_of
from storage.told import tell_session, told_paper, told_session
from tests.storage.chats import (
    an_open_change,
    announce_everything,
    announced,
    following,
    notices,
    step_of,
)
from tests.storage.sessions import (
    DAY,
    NOW,
    START,
    ZONE,
    a_paper,
    a_session,
    a_visit,
    an_item,
    end_round,
    later,
    seen,
)

NIGHT = datetime(2026, 11, 2, 23, 0, tzinfo=ZONE)
MORNING = datetime(2026, 11, 3, 7, 0, tzinfo=ZONE)
ON_AGENDA = an_item("9002", paper="22-1001", paper_id="1001")


def a_stored_session(connection: sqlite3.Connection, *items: Any, **fields: Any) -> int:
    return seen(connection, a_session(an_item("9001"), *items, **fields)).rows[0]


def a_stored_paper(connection: sqlite3.Connection, key: str = "1001", *stops: Consultation, **fields: Any) -> int:
    return record_papers(connection, a_visit(connection), [a_paper(key, *stops, **fields)]).rows[0]


def told_kinds(connection: sqlite3.Connection) -> list[Any]:
    return notices(connection, "subscriber", "kind", "subject")


def test_an_agenda_reaches_the_committees_followers_and_those_of_its_papers(connection: sqlite3.Connection) -> None:
    paper = a_stored_paper(connection)
    session = a_stored_session(connection, ON_AGENDA)
    committee, own = following(connection, 1), following(connection, 2, paper=paper)
    both = following(connection, 3)
    following(connection, 3, paper=paper)
    following(connection, 4, organization="Hauptausschuss")
    change = an_open_change(connection, ChangeKind.AGENDA_PUBLISHED, meeting=session)
    assert announced(connection, change) == 3
    subject = f"meeting:{session}"
    assert told_kinds(connection) == [
        (committee, "agenda", subject),
        (own, "scheduled", subject),
        (both, "scheduled", subject),
    ]
    assert announced(connection, change) == 0
    assert [each.row for each in open_changes(connection)] == []


def test_names_of_committees_are_compared_generously(connection: sqlite3.Connection) -> None:
    following(connection, 1, organization="BAUAUSSCHUSS ")
    session = a_stored_session(connection)
    assert announced(connection, an_open_change(connection, ChangeKind.AGENDA_PUBLISHED, meeting=session)) == 1


def test_an_item_reaches_only_the_followers_of_its_paper(connection: sqlite3.Connection) -> None:
    papers = [a_stored_paper(connection, key) for key in ("1001", "1002")]
    session = a_stored_session(connection, ON_AGENDA, an_item("9003", paper="22-1002", paper_id="1002"))
    own, _ = (following(connection, chat, paper=paper) for chat, paper in enumerate(papers, start=1))
    change = an_open_change(connection, ChangeKind.ITEM_ADDED, meeting=session, item="9002", paper="22-1001")
    assert announced(connection, change) == 1
    assert told_kinds(connection) == [(own, "scheduled", f"meeting:{session}")]


@pytest.mark.parametrize("how", ["by number", "by parent", "by family"])
def test_a_papers_family_is_followed_with_it(connection: sqlite3.Connection, how: str) -> None:
    root = a_stored_paper(connection, "1940")
    known: dict[str, dict[str, Any]] = {"by parent": {"parent": "22-1940"}, "by family": {"related": ("22-1940",)}}
    fields = known.get(how, {})
    number = "1940.01" if how == "by number" else "1955"
    a_stored_paper(connection, number, **fields)
    session = a_stored_session(connection, an_item("9002", paper=f"22-{number}"))
    following(connection, 1, paper=root)
    assert announced(connection, an_open_change(connection, ChangeKind.AGENDA_PUBLISHED, meeting=session)) == 1


def test_nobody_is_told_who_paused_left_or_did_not_agree(connection: sqlite3.Connection) -> None:
    session = a_stored_session(connection)
    resting, gone, unasked = (following(connection, chat) for chat in (1, 2, 3))
    [followed] = subscriptions_of(connection, resting)
    pause(connection, resting, followed.row, paused=True)
    set_gone(connection, 2, "blocked", now=NOW)
    connection.execute("UPDATE subscribers SET consented_at = NULL WHERE id = ?", (unasked,))
    assert gone
    assert announced(connection, an_open_change(connection, ChangeKind.AGENDA_PUBLISHED, meeting=session)) == 0
    assert open_changes(connection) == ()


def test_a_change_is_announced_in_steps_that_may_end_anywhere(connection: sqlite3.Connection) -> None:
    session = a_stored_session(connection)
    rows = [following(connection, chat) for chat in range(1, 8)]
    change = an_open_change(connection, ChangeKind.AGENDA_PUBLISHED, meeting=session)
    assert step_of(connection, change, most=3) == Announced(notices=3, done=False)
    assert notices(connection, "subscriber") == rows[:3]
    assert [each.row for each in open_changes(connection)] == [change]
    announced(connection, change, most=2)
    assert notices(connection, "subscriber") == rows
    assert open_changes(connection) == ()


def test_somebody_who_follows_while_it_is_announced_misses_nothing(connection: sqlite3.Connection) -> None:
    session = a_stored_session(connection)
    for chat in (1, 2):
        following(connection, chat)
    change = an_open_change(connection, ChangeKind.AGENDA_PUBLISHED, meeting=session)
    step_of(connection, change, most=2)
    late = following(connection, 3)
    announced(connection, change)
    assert late in notices(connection, "subscriber")


def test_news_waits_for_the_end_of_quiet_hours_but_not_what_is_urgent(connection: sqlite3.Connection) -> None:
    tomorrow = {"day": MORNING.date(), "start": MORNING}
    session = a_stored_session(connection, **tomorrow)
    following(connection, 1)
    announced(connection, an_open_change(connection, ChangeKind.AGENDA_PUBLISHED, meeting=session), now=NIGHT)
    assert notices(connection, "not_before", "silent") == [(int(MORNING.timestamp()), 0)]
    after = {"day": "2026-11-03", "start": MORNING.isoformat()}
    cancelled = an_open_change(connection, ChangeKind.MEETING_CANCELLED, meeting=session, after=after)
    announced(connection, cancelled, now=NIGHT)
    assert notices(connection, "kind", "not_before", "silent") == [("session", int(NIGHT.timestamp()), 1)]


def test_a_moved_session_tells_from_when_also_whom_nobody_told(connection: sqlite3.Connection) -> None:
    session = a_stored_session(connection, day=later(days=20).date(), start=None)
    row = following(connection, 1)
    before = {"day": DAY, "start": START}
    moved = an_open_change(
        connection, ChangeKind.MEETING_MOVED, meeting=session, before=before, after={"day": "2026-11-22"}
    )
    assert announced(connection, moved) == 1
    told = told_session(connection, row, session)
    assert told
    assert (told.day, told.start, told.start_told_at) == (DAY, START, None)
    back = an_open_change(connection, ChangeKind.MEETING_MOVED, meeting=session, before={"day": "2026-11-22"})
    announced(connection, back)
    assert told_session(connection, row, session) == told


def test_what_was_told_is_no_baseline_again(connection: sqlite3.Connection) -> None:
    session = a_stored_session(connection)
    row = following(connection, 1)
    known = ToldSession(day=DAY, start=START, whole=True, items=(), start_told_at=NOW)
    tell_session(connection, row, session, known, now=NOW)
    before = {"day": "2026-10-01"}
    announced(connection, an_open_change(connection, ChangeKind.MEETING_MOVED, meeting=session, before=before))
    assert told_session(connection, row, session) == known


def test_a_result_reaches_the_papers_followers_wherever_it_was_read(connection: sqlite3.Connection) -> None:
    paper = a_stored_paper(connection)
    session = a_stored_session(connection, ON_AGENDA)
    own = following(connection, 1, paper=paper)
    following(connection, 2)
    after = {"result": "beschlossen"}
    for where in ({"meeting": session}, {"of_paper": paper}):
        announced(connection, _a_result(connection, after, **where))
    assert told_kinds(connection) == [(own, "result", f"paper:{paper}")]


def _a_result(connection: sqlite3.Connection, after: dict[str, Any], **where: int) -> int:
    return an_open_change(connection, ChangeKind.RESULT_APPEARED, item="9002", paper="22-1001", after=after, **where)


def test_a_result_of_a_paper_that_is_not_stored_is_nobodys_news(connection: sqlite3.Connection) -> None:
    session = a_stored_session(connection, an_item("9002", paper="22-9999"))
    following(connection, 1)
    row = _a_result(connection, {"result": "beschlossen"}, meeting=session)
    connection.execute("UPDATE changes SET paper = '22-9999'")
    assert announced(connection, row) == 0
    assert open_changes(connection) == ()


def test_a_cancelled_session_is_news_of_papers_that_only_name_it(connection: sqlite3.Connection) -> None:
    stop = Consultation(organization="Bauausschuss", date=DAY, meeting="700")
    paper = a_stored_paper(connection, "1001", stop)
    session = a_stored_session(connection)
    own = following(connection, 1, paper=paper)
    assert announced(connection, an_open_change(connection, ChangeKind.MEETING_CANCELLED, meeting=session)) == 1
    assert told_kinds(connection) == [(own, "result", f"paper:{paper}")]


def test_a_relative_of_a_followed_paper_is_told_from_now_on_only(connection: sqlite3.Connection) -> None:
    root = a_stored_paper(connection, "1940")
    decided = Consultation(organization="Rat", date=later(days=-30).date(), result="überwiesen")
    new = Consultation(organization="Bauausschuss", date=DAY)
    relative = a_stored_paper(connection, "1940.01", decided, new)
    row = following(connection, 1, paper=root)
    after = {"organization": "Bauausschuss", "date": DAY}
    announced(
        connection,
        an_open_change(connection, ChangeKind.PAPER_SCHEDULED, of_paper=relative, paper="22-1940.01", after=after),
    )
    told = told_paper(connection, row, relative)
    assert told
    assert [stop.day for stop in told.stops] == [decided.date]


def test_a_real_round_is_announced(connection: sqlite3.Connection) -> None:
    following(connection, 1)
    seen(connection, a_session())
    end_round(connection)
    announce_everything(connection)
    seen(connection, a_session(an_item("9001"), room="Saal 9", cancelled=True), now=later(hours=1))
    end_round(connection)
    assert announce_everything(connection, now=later(hours=2)) == 1
    assert notices(connection, "kind") == ["session"]


def test_dropped_and_held_changes_are_nobodys_news(connection: sqlite3.Connection) -> None:
    session = a_stored_session(connection)
    following(connection, 1)
    change = an_open_change(connection, ChangeKind.AGENDA_PUBLISHED, meeting=session)
    connection.execute("UPDATE changes SET state = 'held' WHERE id = ?", (change,))
    assert announced(connection, change) == 0
    assert notices(connection, "id") == []
