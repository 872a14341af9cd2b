"""An erased chat is in no byte of the files: neither as digits nor as SQLite writes an integer."""

import random
import sqlite3
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from council.served.notices import NoticeKind, NoticeState
from council.served.told import ToldSession
from storage.chat_tables import chat_tables
from storage.database import Database
from storage.erasing import erase_chat, held_of, rewrite
from storage.notices import add_notices
from storage.outbox import Settled, put_back, settle
from storage.subscribers import move_chat, set_gone
from storage.wanted import Question, answered, due_answers, want
from tests.storage.chats import BOOT, a_chat, a_notice, claimed, following, promised
from tests.storage.sessions import DAY, NOW, later

PERSON, GROUP = 6_111_222_333, -1_001_987_654_321


def forms(number: int) -> tuple[bytes, ...]:
    """The digits, and every length in which SQLite's record format may hold the number."""
    fitting = [size for size in (4, 6, 8) if number.bit_length() < size * 8]
    return (str(abs(number)).encode(), *(number.to_bytes(size, "big", signed=True) for size in fitting))


def is_in(path: Path, number: int) -> bool:
    raw = b"".join(file.read_bytes() for file in sorted(path.parent.glob(f"{path.name}*")))
    return any(form in raw for form in forms(number))


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with Database.open(tmp_path / "r.db") as database:
        yield database


def settled_in(connection: sqlite3.Connection, chat: int) -> None:
    """Follows, has been told, waits, asked."""
    row = following(connection, chat)
    promised(connection, a_notice(row), a_notice(row, NoticeKind.REMINDER))
    [notice, *_] = claimed(connection)
    assert settle(connection, notice, Settled(state=NoticeState.SENT, message=9), boot=BOOT, now=NOW)
    want(connection, Question(chat=chat, message=1, language="de", reference="20-1"), now=NOW)


@pytest.mark.parametrize("chat", [PERSON, GROUP])
async def test_the_number_of_an_erased_chat_is_in_no_byte(database: Database, chat: int) -> None:
    await database.transaction(settled_in, chat)
    assert is_in(database.path, chat)
    held = await database.transaction(erase_chat, chat)
    assert (held.places, held.subscriptions, held.notices, held.questions) == (1, 1, 2, 1)
    assert is_in(database.path, chat), "the control: deleting alone leaves it in the log"
    assert await database.scrub()
    assert not is_in(database.path, chat)
    assert not await database.read(held_of, chat)


def crowd(connection: sqlite3.Connection, chats: list[int]) -> None:
    for chat in chats:
        a_chat(connection, chat)
    for chat in chats[::2]:
        named = {"chat": chat}
        connection.execute("UPDATE subscribers SET remind_before = '1w,3d,1d,2h' WHERE chat = :chat", named)


def erase_all(connection: sqlite3.Connection, chats: list[int]) -> None:
    for chat in chats:
        erase_chat(connection, chat)


async def test_copies_that_split_pages_keep_are_written_over(database: Database) -> None:
    numbers = random.Random(1)
    chats = [numbers.randrange(5 * 10**9, 7 * 10**9) for _ in range(2000)]
    await database.transaction(crowd, chats)
    gone, staying = chats[:1000], chats[1000:]
    await database.transaction(erase_all, gone)
    await database.empty_log()
    assert any(is_in(database.path, chat) for chat in gone), "the control: secure_delete alone is not enough"
    assert await database.scrub()
    raw = database.path.read_bytes()
    assert [chat for chat in gone if any(form in raw for form in forms(chat))] == []
    left = await database.read(lambda c: [row["chat"] for row in c.execute("SELECT chat FROM subscribers ORDER BY id")])
    assert left == staying


def test_writing_the_tables_anew_changes_nothing(connection: sqlite3.Connection) -> None:
    settled_in(connection, PERSON)
    settled_in(connection, GROUP)
    before = "\n".join(connection.iterdump())
    rewrite(connection)
    assert "\n".join(connection.iterdump()) == before
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


async def test_a_reader_of_what_is_older_keeps_the_log_until_it_is_done(database: Database) -> None:
    def read_on(connection: sqlite3.Connection) -> None:
        connection.execute("SELECT count(*) FROM subscribers").fetchone()

    other = sqlite3.connect(database.path, isolation_level=None)
    try:
        other.execute("BEGIN")
        read_on(other)
        await database.transaction(settled_in, PERSON)
        await database.transaction(lambda c: c.execute("PRAGMA busy_timeout = 10").fetchone())
        assert not await database.empty_log()
    finally:
        other.close()
    assert await database.empty_log()


def test_what_is_on_its_way_does_not_bring_a_chat_back(connection: sqlite3.Connection) -> None:
    settled_in(connection, PERSON)
    [reminder] = claimed(connection)
    want(connection, Question(chat=PERSON, message=2, language="de", reference="20-2"), now=NOW)
    waiting = due_answers(connection, now=NOW + timedelta(minutes=1))
    erase_chat(connection, PERSON)
    end = Settled(state=NoticeState.SENT, message=10, told=ToldSession(day=DAY, start=None), mentions=("meeting:12",))
    assert not settle(connection, reminder, end, boot=BOOT, now=NOW)
    assert not put_back(connection, reminder, boot=BOOT, not_before=NOW, tried=True, uncertain=False, now=NOW)
    late = a_notice(reminder.to.row, NoticeKind.REMINDER, dedupe="asked for before, promised after")
    assert add_notices(connection, [late], body=None, now=NOW) == 0
    answered(connection, [each.row for each in waiting], now=NOW)
    set_gone(connection, PERSON, "blocked", now=NOW)
    move_chat(connection, PERSON, GROUP, now=NOW)
    for chat in (PERSON, GROUP):
        assert not held_of(connection, chat)
    for table in chat_tables(connection):
        assert connection.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0] == 0, table.name


def test_a_row_is_not_given_to_the_next_chat(connection: sqlite3.Connection) -> None:
    settled_in(connection, PERSON)
    [reminder] = claimed(connection)
    erase_chat(connection, PERSON)
    rewrite(connection)
    assert a_chat(connection, GROUP) > reminder.to.row
    assert not settle(connection, reminder, Settled(state=NoticeState.SENT), boot=BOOT, now=later(minutes=1))
