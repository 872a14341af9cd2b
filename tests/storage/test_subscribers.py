"""Chats: made once, gone and back, moved to another number, and forgotten whole."""

import sqlite3

import pytest

from council.served.languages import Language
from council.served.notices import NoticeKind, NoticeState, Subject
from council.served.subscribers import ChatKind
from council.served.told import ToldSession
from storage.erasing import erase_chat
from storage.outbox import Settled, put_back, settle
from storage.subscribers import (
    came_back,
    consent,
    ensure_subscriber,
    move_chat,
    set_gone,
    subscriber_by_row,
    subscriber_of,
)
from storage.subscriptions import pause, subscriptions_of
from storage.told import tell_session, told_session
from storage.wanted import Question, want
from tests.storage.chats import BOOT, CHAT, DEFAULTS, a_chat, a_notice, claimed, following, notices, promised
from tests.storage.sessions import DAY, NOW, a_session, an_item, everything, later, seen

GROUP, SUPERGROUP = -200, -100200


def test_a_chat_is_made_once_and_keeps_its_language(connection: sqlite3.Connection) -> None:
    first = a_chat(connection)
    again = ensure_subscriber(
        connection, chat=CHAT, topic=None, kind=ChatKind.PRIVATE, language=Language.EN, now=later(hours=1)
    )
    found = subscriber_of(connection, CHAT, None, defaults=DEFAULTS)
    assert found
    assert (again, found.row, found.language) == (first, first, Language.DE)
    assert found == subscriber_by_row(connection, first, defaults=DEFAULTS)
    assert subscriber_of(connection, CHAT + 1, None, defaults=DEFAULTS) is None


def test_topics_of_one_group_choose_for_themselves(connection: sqlite3.Connection) -> None:
    rows = {a_chat(connection, -5), a_chat(connection, -5, topic=7), a_chat(connection, -5, topic=8)}
    assert len(rows) == 3
    found = subscriber_of(connection, -5, 7, defaults=DEFAULTS)
    assert found
    assert found.topic == 7


def test_what_a_chat_did_not_choose_is_the_operators(connection: sqlite3.Connection) -> None:
    row = a_chat(connection)
    found = subscriber_by_row(connection, row, defaults=DEFAULTS)
    assert found
    assert (found.remind_before, found.quiet_hours) == (DEFAULTS.remind_before, DEFAULTS.quiet_hours)
    connection.execute("UPDATE subscribers SET remind_before = '3h', quiet_hours = '-'")
    found = subscriber_by_row(connection, row, defaults=DEFAULTS)
    assert found
    assert ([lead.text for lead in found.remind_before], found.quiet_hours) == (["3h"], None)


def test_agreeing_again_keeps_the_first_instant(connection: sqlite3.Connection) -> None:
    row = a_chat(connection, agreed=False)
    unasked = subscriber_by_row(connection, row, defaults=DEFAULTS)
    assert unasked
    assert unasked.consented_at is None
    consent(connection, row, 1, now=NOW)
    consent(connection, row, 1, now=later(days=1))
    agreed = subscriber_by_row(connection, row, defaults=DEFAULTS)
    assert agreed
    assert agreed.consented_at == NOW
    consent(connection, row, 2, now=later(days=2))
    anew = subscriber_by_row(connection, row, defaults=DEFAULTS)
    assert anew
    assert anew.consented_at == later(days=2)


def test_what_waits_for_a_gone_chat_is_undeliverable_and_nothing_new_is_promised(
    connection: sqlite3.Connection,
) -> None:
    topics = [a_chat(connection, -5, topic=topic) for topic in (1, 2)]
    other = a_chat(connection, 6)
    assert promised(connection, *map(a_notice, (*topics, other))) == 3
    assert set_gone(connection, -5, "bot was kicked", now=NOW) == 2
    assert notices(connection, "state") == ["undeliverable", "undeliverable", "pending"]
    assert promised(connection, a_notice(topics[0], NoticeKind.REMINDER)) == 0
    assert [notice.to.row for notice in claimed(connection)] == [other]
    assert came_back(connection, -5)
    assert not came_back(connection, -5)
    assert promised(connection, a_notice(topics[0], NoticeKind.REMINDER)) == 1


def test_what_was_on_its_way_to_a_gone_chat_does_not_wait_for_ever(connection: sqlite3.Connection) -> None:
    promised(connection, a_notice(a_chat(connection)))
    [notice] = claimed(connection)
    set_gone(connection, CHAT, "blocked", now=NOW)
    put_back(connection, notice, boot=BOOT, not_before=NOW, tried=True, uncertain=False, now=NOW)
    assert notices(connection, "state") == ["undeliverable"]


def test_a_group_that_became_a_supergroup_keeps_its_queue(connection: sqlite3.Connection) -> None:
    row = following(connection, GROUP)
    promised(connection, a_notice(row), a_notice(row, NoticeKind.REMINDER))
    [notice] = claimed(connection)
    for _ in range(2):
        move_chat(connection, GROUP, SUPERGROUP, now=NOW)
    assert put_back(connection, notice, boot=BOOT, not_before=NOW, tried=False, uncertain=False, now=NOW)
    [again] = claimed(connection)
    assert (again.row, again.to.chat, again.to.row) == (notice.row, SUPERGROUP, row)
    assert notices(connection, "state") == ["sending", "pending"]
    assert str(GROUP) not in {str(chat["chat"]) for chat in connection.execute("SELECT chat FROM subscribers")}


def test_a_chat_that_is_there_under_both_numbers_becomes_one_with_nothing_twice(
    connection: sqlite3.Connection,
) -> None:
    old, new = following(connection, GROUP), following(connection, SUPERGROUP)
    following(connection, GROUP + 1)
    [both] = subscriptions_of(connection, new)
    pause(connection, new, both.row, paused=True)
    promised(connection, *(a_notice(row, NoticeKind.REMINDER, dedupe="reminder") for row in (old, new)))
    promised(connection, a_notice(old, NoticeKind.SESSION, dedupe="a"), a_notice(new, NoticeKind.AGENDA, dedupe="b"))
    promised(connection, a_notice(old, subject=Subject(Subject.MEETING, 99), dedupe="c"))
    move_chat(connection, GROUP, SUPERGROUP, now=NOW)
    assert subscriber_of(connection, GROUP, None, defaults=DEFAULTS) is None
    [left] = subscriptions_of(connection, new)
    assert not left.paused
    waiting = notices(connection, "kind", "subject", where=f"subscriber = {new}")
    assert sorted(waiting) == [("agenda", "meeting:99"), ("reminder", "meeting:12"), ("session", "meeting:12")]
    assert notices(connection, "priority", where="kind = 'session'") == [1]


def test_numbers_of_messages_do_not_move_along(connection: sqlite3.Connection) -> None:
    row = a_chat(connection, GROUP)
    promised(connection, a_notice(row), a_notice(row, NoticeKind.RETRACTION, edits=5, dedupe="retraction:5"))
    [retraction] = claimed(connection)
    assert retraction.edits == 5
    connection.execute("UPDATE notices SET body = NULL, message = 77 WHERE edits IS NULL")
    move_chat(connection, GROUP, SUPERGROUP, now=NOW)
    assert notices(connection, "state", "message") == [("pending", None), ("cancelled", None)]
    assert not settle(connection, retraction, Settled(state=NoticeState.SENT), boot=BOOT, now=NOW)


def test_what_was_told_last_counts_after_a_move(connection: sqlite3.Connection) -> None:
    [meeting] = seen(connection, a_session(an_item())).rows
    old, new = a_chat(connection, GROUP), a_chat(connection, SUPERGROUP)
    tell_session(connection, new, meeting, ToldSession(day=DAY, start=None), now=NOW)
    tell_session(connection, old, meeting, ToldSession(day=DAY, start=None, cancelled=True), now=later(hours=1))
    move_chat(connection, GROUP, SUPERGROUP, now=later(hours=2))
    told = told_session(connection, new, meeting)
    assert told
    assert told.cancelled


def fill_every_table_of(connection: sqlite3.Connection, chat: int) -> None:
    [meeting] = seen(connection, a_session(an_item())).rows
    subject = Subject(Subject.MEETING, meeting)
    row = following(connection, chat)
    topic = a_chat(connection, chat, topic=3)
    tell_session(connection, row, meeting, ToldSession(day=DAY, start=None), now=NOW)
    for each in (row, topic):
        connection.execute("DELETE FROM notices")
        promised(connection, a_notice(each, subject=subject))
        connection.execute("UPDATE notices SET body = 1")
        [notice] = claimed(connection)
        end = Settled(state=NoticeState.SENT, message=9, mentions=(str(subject),))
        assert settle(connection, notice, end, boot=BOOT, now=NOW)
    connection.execute("INSERT OR IGNORE INTO author_names (body, key) VALUES (1, 'name:ute weiß')")
    connection.execute("INSERT INTO excluded_names SELECT id, 1, 1 FROM subscriptions WHERE subscriber = ?", (row,))
    want(connection, Question(chat=chat, message=1, language="de", reference="20-1"), now=NOW)


def tables_of_chats(connection: sqlite3.Connection) -> set[str]:
    """Every table with a chat's number in it, or a reference to a row of one, however far."""
    tables = [row["name"] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    columns = {table: {row["name"] for row in connection.execute(f"PRAGMA table_info({table})")} for table in tables}
    found = {table for table in tables if "chat" in columns[table]}
    while True:
        more = {
            table
            for table in tables
            for key in connection.execute(f"PRAGMA foreign_key_list({table})")
            if key["table"] in found - {"wanted"}
        }
        if more <= found:
            return found
        found |= more


def test_a_chat_that_is_erased_is_in_no_table_any_more(connection: sqlite3.Connection) -> None:
    chat = 987654321
    fill_every_table_of(connection, chat)
    tables = tables_of_chats(connection)
    assert {"subscribers", "subscriptions", "told", "notices", "mentions", "wanted"} <= tables
    for table in tables:
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0], f"{table} is to be filled first"
    assert erase_chat(connection, chat)
    for table in tables:
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0, table
    assert str(chat) not in everything(connection)
    assert not erase_chat(connection, chat)


@pytest.mark.parametrize("other", [CHAT + 1, -CHAT])
def test_erasing_a_chat_leaves_others_alone(connection: sqlite3.Connection, other: int) -> None:
    following(connection, CHAT)
    following(connection, other)
    erase_chat(connection, CHAT)
    found = subscriber_of(connection, other, None, defaults=DEFAULTS)
    assert found
    assert len(subscriptions_of(connection, found.row)) == 1


def test_nothing_is_told_of_a_session_that_is_public_no_more(connection: sqlite3.Connection) -> None:
    [meeting] = seen(connection, a_session(an_item())).rows
    seen(connection, a_session(an_item(), public=False))
    row = a_chat(connection)
    tell_session(connection, row, meeting, ToldSession(day=DAY, start=None), now=NOW)
    assert told_session(connection, row, meeting) is None
