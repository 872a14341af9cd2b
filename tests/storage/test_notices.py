"""Promises: each thing once, and of news one row that grows with what is folded into it."""

import sqlite3
from datetime import timedelta

from council.served.notices import NoticeKind, Subject
from storage.notices import add_notices
from storage.outbox import put_back
from tests.storage.chats import BOOT, a_chat, a_notice, claimed, notices, promised
from tests.storage.sessions import NOW, later

MORNING = NOW + timedelta(hours=5)


def test_the_same_thing_is_promised_once(connection: sqlite3.Connection) -> None:
    reminder = a_notice(a_chat(connection), NoticeKind.REMINDER)
    assert (promised(connection, reminder, reminder), promised(connection, reminder)) == (1, 0)
    assert notices(connection, "kind") == ["reminder"]


def test_what_was_told_is_not_promised_again(connection: sqlite3.Connection) -> None:
    row = a_chat(connection)
    promised(connection, a_notice(row))
    connection.execute("UPDATE notices SET state = 'sent'")
    assert promised(connection, a_notice(row)) == 0
    assert promised(connection, a_notice(row, dedupe="another change")) == 1


def test_news_of_what_waits_is_folded_into_it(connection: sqlite3.Connection) -> None:
    row = a_chat(connection)
    promised(connection, a_notice(row, NoticeKind.AGENDA, dedupe="1", not_before=MORNING, expires_at=later(days=9)))
    urgent = a_notice(row, NoticeKind.SESSION, dedupe="2", not_before=NOW, expires_at=later(days=1), silent=True)
    assert promised(connection, urgent) == 0
    assert promised(connection, a_notice(row, NoticeKind.RESULT, dedupe="3", not_before=MORNING)) == 0
    columns = ("kind", "priority", "not_before", "expires_at", "silent")
    expires = int(later(days=10).timestamp())
    assert notices(connection, *columns) == [("session", 1, int(NOW.timestamp()), expires, 1)]


def test_news_of_another_subject_or_chat_is_another_notice(connection: sqlite3.Connection) -> None:
    one, other = a_chat(connection), a_chat(connection, 5)
    paper = Subject(Subject.PAPER, 12)
    assert promised(connection, a_notice(one), a_notice(other), a_notice(one, subject=paper)) == 3


def test_reminders_are_never_folded(connection: sqlite3.Connection) -> None:
    row = a_chat(connection)
    both = (a_notice(row, NoticeKind.REMINDER, dedupe="1d"), a_notice(row, NoticeKind.REMINDER, dedupe="2h"))
    assert promised(connection, *both, a_notice(row)) == 3


def test_what_telegram_asked_us_to_hold_back_is_not_hurried_by_more_news(connection: sqlite3.Connection) -> None:
    row = a_chat(connection)
    promised(connection, a_notice(row))
    [notice] = claimed(connection)
    put_back(connection, notice, boot=BOOT, not_before=later(hours=1), tried=True, uncertain=False, now=NOW)
    promised(connection, a_notice(row, NoticeKind.SESSION, dedupe="2"))
    assert notices(connection, "kind", "not_before") == [("session", int(later(hours=1).timestamp()))]


def test_a_chat_that_is_not_there_gets_nothing(connection: sqlite3.Connection) -> None:
    assert add_notices(connection, [a_notice(99)], body=None, now=NOW) == 0
