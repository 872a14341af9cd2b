"""Blocked, let in again, moved: the chats themselves are looked after."""

import sqlite3
from typing import Any

from council.served.languages import Language
from council.served.subscribers import ChatKind
from storage.database import Database
from storage.subscribers import consent, ensure_subscriber
from tests.builders import READ_AT
from tests.handlers.conftest import Chat


async def remembered(database: Database, chat: int, kind: ChatKind = ChatKind.PRIVATE) -> None:
    def remember(connection: sqlite3.Connection) -> None:
        row = ensure_subscriber(connection, chat=chat, topic=None, kind=kind, language=Language.DE, now=READ_AT)
        consent(connection, row, 1, now=READ_AT)

    await database.transaction(remember)


async def subscribers(database: Database) -> list[Any]:
    def found(connection: sqlite3.Connection) -> list[Any]:
        return [tuple(row) for row in connection.execute("SELECT chat, gone_at IS NOT NULL FROM subscribers")]

    return await database.read(found)


async def test_who_blocks_is_gone_and_who_comes_back_is_there(chat: Chat, database: Database) -> None:
    await remembered(database, chat.id)
    chat.telegram.remove_bot(chat.id)
    await chat.settled()
    assert await subscribers(database) == [(chat.id, 1)]
    chat.telegram.add_bot(chat.id)
    await chat.settled()
    assert await subscribers(database) == [(chat.id, 0)]


async def test_a_group_keeps_what_it_follows_under_its_new_number(chat: Chat, database: Database) -> None:
    telegram = chat.telegram
    group = telegram.add_group("Fraktion")
    await remembered(database, group, ChatKind.GROUP)
    moved = telegram.migrate(group)
    await chat.settled()
    assert await subscribers(database) == [(moved, 0)]
