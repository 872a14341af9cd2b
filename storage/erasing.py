"""A chat is forgotten: of it and its topics nothing stays, in no table and in no byte of the files."""

import sqlite3
from dataclasses import dataclass

from storage.chat_tables import chat_tables, columns_of

# What it follows, what it was told and its notices go with it (ON DELETE CASCADE).
SUBSCRIBERS = "DELETE FROM subscribers WHERE chat = :chat"
QUESTIONS = "DELETE FROM wanted WHERE chat = :chat"
HELD = """
SELECT
    (SELECT count(*) FROM subscribers WHERE chat = :chat) AS places,
    (SELECT count(*) FROM subscribers JOIN subscriptions ON subscriptions.subscriber = subscribers.id
     WHERE chat = :chat) AS subscriptions,
    (SELECT count(*) FROM subscribers JOIN notices ON notices.subscriber = subscribers.id
     WHERE chat = :chat) AS notices,
    (SELECT count(*) FROM wanted WHERE chat = :chat) AS questions
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """How much there is of a chat: it and its topics (`places`), what they follow, notices, and questions looked up."""

    places: int
    subscriptions: int
    notices: int
    questions: int

    def __bool__(self) -> bool:
        return bool(self.places or self.questions)


def held_of(connection: sqlite3.Connection, chat: int) -> Held:
    """Nothing is changed."""
    return Held(**dict(connection.execute(HELD, {"chat": chat}).fetchone()))


def erase_chat(connection: sqlite3.Connection, chat: int) -> Held:
    """What there was of it. To be followed by `Database.scrub`, which takes it out of the files' bytes."""
    held = held_of(connection, chat)
    for sql in (SUBSCRIBERS, QUESTIONS):
        connection.execute(sql, {"chat": chat})
    return held


def rewrite(connection: sqlite3.Connection) -> None:
    """Writes the tables with chats' numbers anew. Outside a transaction, as it makes its own.

    `secure_delete` overwrites what is deleted, but not the copy that stays in a page's gap when the page is split:
    measured with SQLite 3.40, the numbers of some of a thousand deleted chats could still be read.
    """
    # Else emptying a table would take with it whatever refers to its rows.
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        connection.execute("BEGIN IMMEDIATE")
        for table in chat_tables(connection):
            if table.has_number:
                _rewrite(connection, table.name)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def empty_log(connection: sqlite3.Connection) -> bool:
    """The log beside the file is carried over and cut to nothing; False while somebody reads what is older."""
    return not connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]


def _rewrite(connection: sqlite3.Connection, table: str) -> None:
    # In memory and not in a temporary table: that would be another file with numbers in it.
    rows = [tuple(row) for row in connection.execute(f'SELECT * FROM "{table}"')]  # noqa: S608 - of the schema
    places = ", ".join("?" * len(columns_of(connection, table)))
    connection.execute(f'DELETE FROM "{table}"')  # noqa: S608
    connection.executemany(f'INSERT INTO "{table}" VALUES ({places})', rows)  # noqa: S608
