"""What goes out next: one a chat, in order, nothing early, and nobody hidden behind somebody else's many."""

import sqlite3
from datetime import timedelta

import pytest

from council.served.notices import NoticeKind, Subject
from storage.outbox import expire, next_due, put_back
from storage.subscribers import set_gone
from tests.storage.chats import BOOT, CHAT, a_chat, a_notice, claimed, notices, promised
from tests.storage.sessions import NOW, later

LATER = NOW + timedelta(hours=10)


def subject(row: int) -> Subject:
    return Subject(Subject.MEETING, row)


def test_one_a_chat_and_the_most_urgent_first(connection: sqlite3.Connection) -> None:
    one, other = a_chat(connection, 1), a_chat(connection, 2)
    promised(
        connection,
        a_notice(one, NoticeKind.AGENDA, subject=subject(1)),
        a_notice(one, NoticeKind.RESULT, subject=subject(2)),
        a_notice(one, NoticeKind.SESSION, subject=subject(3)),
        a_notice(other, NoticeKind.REMINDER, subject=subject(4)),
    )
    first = claimed(connection)
    assert [(notice.to.chat, notice.kind) for notice in first] == [(1, "session"), (2, "reminder")]
    assert notices(connection, "state", "boot") == [
        ("pending", None),
        ("pending", None),
        ("sending", BOOT),
        ("sending", BOOT),
    ]
    assert claimed(connection) == ()


def test_topics_of_one_group_are_one_chat(connection: sqlite3.Connection) -> None:
    topics = [a_chat(connection, -5, topic=topic) for topic in (1, 2)]
    promised(connection, *map(a_notice, topics))
    assert len(claimed(connection)) == 1


def test_a_chat_with_much_waiting_hides_nobody(connection: sqlite3.Connection) -> None:
    much, little = a_chat(connection, 1), a_chat(connection, 2)
    promised(connection, *(a_notice(much, subject=subject(row)) for row in range(500)))
    promised(connection, a_notice(little, not_before=NOW + timedelta(minutes=1)))
    at = later(hours=1)
    assert [notice.to.chat for notice in claimed(connection, now=at, most=1, busy={1})] == [2]
    assert [notice.to.chat for notice in claimed(connection, now=at)] == [1]


def test_busy_chats_wait(connection: sqlite3.Connection) -> None:
    promised(connection, *(a_notice(a_chat(connection, chat)) for chat in (1, 2, 3)))
    assert [notice.to.chat for notice in claimed(connection, busy={1, 3})] == [2]


def test_no_more_than_asked_for(connection: sqlite3.Connection) -> None:
    promised(connection, *(a_notice(a_chat(connection, chat)) for chat in range(10)))
    assert [notice.to.chat for notice in claimed(connection, most=3)] == [0, 1, 2]
    assert claimed(connection, most=0) == ()
    assert len(claimed(connection, most=50)) == 7


def test_what_is_not_due_yet_holds_nothing_back(connection: sqlite3.Connection) -> None:
    row = a_chat(connection)
    bundle = a_notice(row, NoticeKind.SESSION, not_before=LATER, dedupe="bundle")
    promised(connection, bundle, a_notice(row, NoticeKind.REMINDER))
    assert [notice.kind for notice in claimed(connection)] == ["reminder"]
    assert next_due(connection, now=NOW) == LATER
    assert next_due(connection, now=LATER) is None


def test_what_was_tried_holds_back_its_chat_and_then_goes_first(connection: sqlite3.Connection) -> None:
    row, other = a_chat(connection, 1), a_chat(connection, 2)
    promised(connection, a_notice(row, subject=subject(1)))
    [notice] = claimed(connection)
    put_back(connection, notice, boot=BOOT, not_before=LATER, tried=True, uncertain=False, now=NOW)
    promised(connection, a_notice(row, NoticeKind.SESSION, subject=subject(2)), a_notice(other, subject=subject(2)))
    assert [each.to.chat for each in claimed(connection)] == [2]
    again = claimed(connection, now=LATER)
    assert [(each.row, each.tried) for each in again] == [(notice.row, 1)]
    assert claimed(connection, now=LATER) == ()


def test_what_never_left_us_holds_nothing_back(connection: sqlite3.Connection) -> None:
    row = a_chat(connection)
    promised(connection, a_notice(row, subject=subject(1)))
    [notice] = claimed(connection)
    put_back(connection, notice, boot=BOOT, not_before=LATER, tried=False, uncertain=False, now=NOW)
    promised(connection, a_notice(row, NoticeKind.REMINDER, subject=subject(2)))
    assert [each.kind for each in claimed(connection)] == ["reminder"]


def test_of_one_subject_nothing_later_overtakes_what_is_due(connection: sqlite3.Connection) -> None:
    row = a_chat(connection)
    promised(connection, a_notice(row, NoticeKind.AGENDA), a_notice(row, NoticeKind.REMINDER))
    assert [notice.kind for notice in claimed(connection)] == ["agenda"]


def test_taking_back_overtakes_everything(connection: sqlite3.Connection) -> None:
    row = a_chat(connection)
    promised(connection, a_notice(row, NoticeKind.AGENDA), a_notice(row, NoticeKind.RETRACTION, edits=5))
    assert [notice.kind for notice in claimed(connection)] == ["retraction"]


@pytest.mark.parametrize("wait", [timedelta(0), timedelta(days=3)])
def test_what_is_of_no_use_any_more_is_not_sent(connection: sqlite3.Connection, wait: timedelta) -> None:
    promised(connection, a_notice(a_chat(connection), expires_at=LATER))
    assert claimed(connection, now=LATER + wait) == ()
    assert notices(connection, "state", "why") == [("expired", "its time was over")]
    assert expire(connection, now=LATER + wait) == 0


def test_a_chat_that_is_gone_is_passed_over(connection: sqlite3.Connection) -> None:
    promised(connection, a_notice(a_chat(connection)))
    set_gone(connection, CHAT, "blocked", now=NOW)
    connection.execute("UPDATE notices SET state = 'pending', settled_at = NULL")
    assert claimed(connection) == ()


def test_a_claimed_notice_knows_all_it_was_promised_with(connection: sqlite3.Connection) -> None:
    given = a_notice(a_chat(connection), NoticeKind.REMINDER, facts={"lead": "1d"}, silent=True, edits=8)
    promised(connection, given)
    [notice] = claimed(connection)
    assert (notice.kind, notice.subject, notice.facts) == (given.kind, given.subject, {"lead": "1d"})
    assert (notice.silent, notice.edits, notice.body) == (True, 8, None)
    assert (notice.not_before, notice.expires_at) == (given.not_before, given.expires_at)
