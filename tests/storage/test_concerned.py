"""What a tick of reminders asks: sessions ahead with all whom they concern."""

import sqlite3
from datetime import UTC, timedelta
from typing import Any

import pytest

from council.served.told import ToldSession
from storage.concerned import ConcernedSession, concerned_sessions
from storage.recording import record_papers
from storage.subscribers import set_gone
from storage.subscriptions import pause, subscriptions_of
from storage.told import tell_session
from tests.storage.chats import DEFAULTS, following
from tests.storage.sessions import DAY, NOW, START, a_paper, a_row, a_session, a_visit, an_item, later, seen

ON_AGENDA = an_item("9002", paper="22-1001")


def ahead(connection: sqlite3.Connection) -> tuple[ConcernedSession, ...]:
    return concerned_sessions(connection, NOW.date(), NOW.date() + timedelta(days=28), defaults=DEFAULTS)


def test_committees_and_papers_followers_are_reminded_once_each(connection: sqlite3.Connection) -> None:
    [paper] = record_papers(connection, a_visit(connection), [a_paper("1001")]).rows
    [meeting] = seen(connection, a_session(an_item("9001"), ON_AGENDA)).rows
    rows = [following(connection, 1), following(connection, 2, paper=paper), following(connection, 3)]
    following(connection, 3, paper=paper)
    following(connection, 4, organization="Hauptausschuss")
    [found] = ahead(connection)
    assert (found.session.row, found.session.body, found.session.day) == (meeting, "elbdorf", DAY)
    assert found.session.start == START
    assert [each.to.row for each in found.concerned] == rows
    assert {each.to.remind_before for each in found.concerned} == {DEFAULTS.remind_before}


@pytest.mark.parametrize("how", ["parent", "related", "number"])
def test_a_papers_family_is_enough(connection: sqlite3.Connection, how: str) -> None:
    known: dict[str, dict[str, Any]] = {"parent": {"parent": "22-1001"}, "related": {"related": ("22-1001",)}}
    fields = known.get(how, {})
    number = "1001.01" if how == "number" else "7"
    papers = [a_paper("1001"), *([] if how == "number" else [a_paper(number, **fields)])]
    root = record_papers(connection, a_visit(connection), papers).rows[0]
    seen(connection, a_session(an_item("9", paper=f"22-{number}")))
    row = following(connection, paper=root)
    assert [each.to.row for found in ahead(connection) for each in found.concerned] == [row]


def test_sessions_without_an_agenda_concern_the_committees_followers(connection: sqlite3.Connection) -> None:
    seen(connection, a_row(organization="Bauausschuss", start=None))
    following(connection)
    [found] = ahead(connection)
    assert (found.session.start, len(found.concerned)) == (None, 1)


def test_nobody_is_reminded_of_what_does_not_take_place(connection: sqlite3.Connection) -> None:
    [paper] = record_papers(connection, a_visit(connection), [a_paper("1001")]).rows
    following(connection)
    following(connection, 2, paper=paper)
    off = an_item("1", paper="22-1001", name="- abgesetzt - Antrag")
    sessions = [
        a_session(ON_AGENDA, id="1", cancelled=True),
        a_session(ON_AGENDA, id="2", public=False),
        a_session(ON_AGENDA, id="3", day=later(days=40).date()),
        a_session(ON_AGENDA, id="4", day=later(days=-1).date()),
        a_session(off, id="5", organization="Hauptausschuss"),
    ]
    seen(connection, *sessions)
    assert ahead(connection) == ()


def test_nobody_is_reminded_who_paused_or_left(connection: sqlite3.Connection) -> None:
    seen(connection, a_session())
    resting = following(connection, 1)
    following(connection, 2)
    [followed] = subscriptions_of(connection, resting)
    pause(connection, resting, followed.row, paused=True)
    set_gone(connection, 2, "blocked", now=NOW)
    assert ahead(connection) == ()


def test_sessions_far_ahead_are_only_for_those_who_want_to_know_early(connection: sqlite3.Connection) -> None:
    seen(connection, *(a_session(id=str(days), day=later(days=days).date()) for days in (3, 9, 20, 30)))
    rows = [following(connection, chat) for chat in (1, 2, 3)]
    for row, leads in ((rows[1], "1w,2h"), (rows[2], "4w")):
        connection.execute("UPDATE subscribers SET remind_before = ? WHERE id = ?", (leads, row))
    days = (NOW.date(), later(days=31).date())
    assert all(len(each.concerned) == 3 for each in concerned_sessions(connection, *days, defaults=DEFAULTS))
    found = concerned_sessions(connection, *days, defaults=DEFAULTS, soon_only=True)
    assert {each.session.day: [one.to.row for one in each.concerned] for each in found} == {
        later(days=3).date(): rows,
        later(days=9).date(): rows[1:],
        later(days=20).date(): rows[2:],
        later(days=30).date(): rows[2:],
    }


def test_since_when_a_start_is_known_counts_for_this_very_start(connection: sqlite3.Connection) -> None:
    [meeting] = seen(connection, a_session()).rows
    rows = [following(connection, chat) for chat in (1, 2, 3, 4)]
    in_utc = START.astimezone(UTC)
    for row, day, start, since in (
        (rows[0], DAY, in_utc, NOW),
        (rows[1], DAY, START - timedelta(hours=1), NOW),
        (rows[2], DAY, START, None),
    ):
        told = ToldSession(day=day, start=start, start_told_at=since)
        tell_session(connection, row, meeting, told, now=NOW)
    [found] = ahead(connection)
    assert [each.start_told_at for each in found.concerned] == [NOW, None, None, None]
