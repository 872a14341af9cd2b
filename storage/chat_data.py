"""Everything that is stored of one chat, complete by construction: all tables of chats, all their columns."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias, cast

from storage.chat_tables import ChatTable, chat_tables, references_of
from storage.instants import instant

# A value of a column, what JSON it holds, an instant in UTC, or the published name of what it refers to.
Value: TypeAlias = str | int | float | datetime | list[object] | dict[str, object] | None

# Published by what people know it; what is public no more keeps our number alone.
_NAMES = {
    "author_names": "SELECT key FROM author_names WHERE id = :row",
    "bodies": "SELECT name FROM bodies WHERE id = :row",
    "organizations": "SELECT name FROM organizations WHERE id = :row",
    "papers": "SELECT coalesce(nullif(reference, ''), name) FROM papers WHERE id = :row AND public",
}
_JSON = frozenset({"facts"})
_INSTANTS = frozenset({"since", "not_before"})
_YES_OR_NO = frozenset({"is_news", "paused", "silent"})


@dataclass(frozen=True, slots=True)
class StoredRows:
    """Rows of one table, each column → value."""

    table: str
    rows: tuple[Mapping[str, Value], ...]


def data_of_chat(connection: sqlite3.Connection, chat: int) -> tuple[StoredRows, ...]:
    """Of the chat and all its topics; only tables that hold something of it."""
    found = (_rows(connection, table, chat) for table in chat_tables(connection))
    return tuple(each for each in found if each.rows)


def _rows(connection: sqlite3.Connection, table: ChatTable, chat: int) -> StoredRows:
    # Its names come from the schema.
    sql = f'SELECT * FROM "{table.name}" WHERE {table.rows}'  # noqa: S608
    names = {column: _NAMES[there] for column, there, _ in references_of(connection, table.name) if there in _NAMES}
    rows = connection.execute(sql, {"chat": chat}).fetchall()
    return StoredRows(table.name, tuple(_row(connection, row, names) for row in rows))


def _row(connection: sqlite3.Connection, row: sqlite3.Row, names: Mapping[str, str]) -> Mapping[str, Value]:
    return {column: _value(connection, column, row[column], names.get(column)) for column in row.keys()}  # noqa: SIM118


def _value(connection: sqlite3.Connection, column: str, value: Value, name: str | None) -> Value:
    if name is not None and value is not None:
        found = connection.execute(name, {"row": value}).fetchone()
        return cast(Value, found[0]) if found else value
    if column in _JSON and isinstance(value, str):
        return cast(Value, json.loads(value))
    if column in _YES_OR_NO:
        return bool(value)
    if isinstance(value, int) and (column.endswith("_at") or column in _INSTANTS):
        return instant(value)
    return value
