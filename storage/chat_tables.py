"""Which tables hold something of a chat: read from the schema itself, so that none can be forgotten."""

import sqlite3
from dataclasses import dataclass

TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid"


@dataclass(frozen=True, slots=True)
class ChatTable:
    """`has_number`: the chat's number itself stands in it. `rows` is the SQL condition for those of chat `:chat`."""

    name: str
    has_number: bool
    rows: str


def chat_tables(connection: sqlite3.Connection) -> tuple[ChatTable, ...]:
    """Every table with a chat's number in it, and whatever refers to a row of one, however far; parents first."""
    names = [row["name"] for row in connection.execute(TABLES)]
    found = {
        name: ChatTable(name, has_number=True, rows="chat = :chat")
        for name in names
        if "chat" in columns_of(connection, name)
    }
    waiting = [name for name in names if name not in found]
    while reached := {name: _through(connection, name, found) for name in waiting}:
        new = {name: ChatTable(name, has_number=False, rows=rows) for name, rows in reached.items() if rows}
        if not new:
            break
        found |= new
        waiting = [name for name in waiting if name not in new]
    return tuple(found.values())


def columns_of(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """Their names, in order."""
    return tuple(row["name"] for row in connection.execute(f'PRAGMA table_info("{table}")'))


def references_of(connection: sqlite3.Connection, table: str) -> tuple[tuple[str, str, str], ...]:
    """(column, table, column there) of its foreign keys."""
    keys = connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
    return tuple((key["from"], key["table"], key["to"] or "id") for key in keys)


def _through(connection: sqlite3.Connection, table: str, found: dict[str, ChatTable]) -> str:
    """The condition for its rows that belong to a row of a found table; empty where there are none."""
    conditions = [
        f'"{column}" IN (SELECT "{there}" FROM "{parent}" WHERE {found[parent].rows})'  # noqa: S608 - of the schema
        for column, parent, there in references_of(connection, table)
        if parent in found
    ]
    return " OR ".join(conditions)
