"""What is kept for a time only."""

import sqlite3
from datetime import timedelta

from council.served.notices import NoticeState, Subject
from council.served.told import ToldSession
from storage.erasing import held_of
from storage.instants import seconds
from storage.outbox import Settled, settle
from storage.retention import forget_gone_chats, tidy
from storage.subscribers import came_back, set_gone
from storage.subscriptions import subscriptions_of
from storage.told import tell_session, told_session
from storage.wanted import Question, want
from tests.storage.chats import BOOT, CHAT, a_chat, a_notice, claimed, following, notices, promised
from tests.storage.sessions import DAY, NOW, a_session, everything, later, seen


def test_notices_that_ended_are_kept_thirty_days(connection: sqlite3.Connection) -> None:
    row = a_chat(connection)
    promised(connection, a_notice(row), a_notice(row, subject=Subject(Subject.PAPER, 1), expires_at=later(days=99)))
    [notice] = claimed(connection)
    settle(connection, notice, Settled(state=NoticeState.SENT, message=1), boot=BOOT, now=NOW)
    assert tidy(connection, now=later(days=30)) == 0
    assert tidy(connection, now=later(days=30, seconds=1)) == 1
    assert notices(connection, "state") == ["pending"]


def test_a_bound_is_kept_and_the_rest_comes_next(connection: sqlite3.Connection) -> None:
    promised(connection, *(a_notice(a_chat(connection, chat)) for chat in range(5)))
    connection.execute("UPDATE notices SET state = 'sent', settled_at = 0")
    assert [tidy(connection, now=NOW, most=3) for _ in range(3)] == [3, 2, 0]


def test_what_was_told_of_a_session_is_forgotten_a_month_after_it(connection: sqlite3.Connection) -> None:
    [meeting] = seen(connection, a_session()).rows
    row = a_chat(connection)
    tell_session(connection, row, meeting, ToldSession(day=DAY, start=None), now=NOW)
    month = NOW.replace(year=DAY.year, month=DAY.month, day=DAY.day) + timedelta(days=30)
    assert tidy(connection, now=month) == 0
    assert told_session(connection, row, meeting)
    assert tidy(connection, now=month + timedelta(days=1)) == 1
    assert told_session(connection, row, meeting) is None


def test_a_chat_that_is_gone_is_forgotten_after_thirty_days(connection: sqlite3.Connection) -> None:
    row = following(connection, 987654321)
    set_gone(connection, 987654321, "blocked", now=NOW)
    assert forget_gone_chats(connection, now=later(days=30)) == 0
    assert subscriptions_of(connection, row)
    assert forget_gone_chats(connection, now=later(days=31)) == 1
    assert "987654321" not in everything(connection)


def test_a_chat_that_came_back_keeps_what_it_follows(connection: sqlite3.Connection) -> None:
    row = following(connection)
    set_gone(connection, CHAT, "blocked", now=NOW)
    came_back(connection, CHAT)
    assert forget_gone_chats(connection, now=later(days=99)) == 0
    assert subscriptions_of(connection, row)


def test_an_answered_question_is_forgotten_after_a_day(connection: sqlite3.Connection) -> None:
    want(connection, Question(chat=CHAT, message=1, language="de", reference="20-1"), now=NOW)
    connection.execute("UPDATE wanted SET state = 'answered', answered_at = :now", {"now": seconds(NOW)})
    tidy(connection, now=later(hours=23))
    assert held_of(connection, CHAT).questions == 1
    tidy(connection, now=later(days=1))
    assert not held_of(connection, CHAT)
