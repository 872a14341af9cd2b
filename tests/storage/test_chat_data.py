"""Everything stored of a chat is in its data: every table, every column."""

import json
import sqlite3
from datetime import UTC, datetime

from council.served.languages import Language
from storage.chat_data import data_of_chat
from storage.chat_tables import columns_of
from tests.storage.chats import following
from tests.storage.test_subscribers import fill_every_table_of, tables_of_chats
from views.stored_data import stored_name
from views.wording import words_of

CHAT, OTHER = 6_111_222_333, 4_242_424_242


def test_every_table_with_a_chat_in_it_appears_with_every_column(connection: sqlite3.Connection) -> None:
    fill_every_table_of(connection, CHAT)
    found = {each.table: each.rows for each in data_of_chat(connection, CHAT)}
    tables = tables_of_chats(connection)
    assert set(found) == tables
    for table in tables:
        assert len(found[table]) == connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        assert tuple(found[table][0]) == columns_of(connection, table)


def test_every_table_and_column_has_a_name_in_words(connection: sqlite3.Connection) -> None:
    names = tables_of_chats(connection)
    names |= {column for table in names for column in columns_of(connection, table)}
    for language in Language:
        words = words_of(language)
        assert {name for name in names if not words.knows(f"stored-{name}")} == set()
    assert stored_name("something_new", words_of(Language.DE)) == "something_new"


def test_nothing_of_another_chat_is_in_it(connection: sqlite3.Connection) -> None:
    fill_every_table_of(connection, CHAT)
    following(connection, OTHER)
    assert str(OTHER) not in str(data_of_chat(connection, CHAT))
    assert data_of_chat(connection, 1) == ()


def test_values_are_what_they_mean(connection: sqlite3.Connection) -> None:
    fill_every_table_of(connection, CHAT)
    found = {each.table: each.rows[0] for each in data_of_chat(connection, CHAT)}
    created = found["subscribers"]["created_at"]
    assert isinstance(created, datetime)
    assert created.tzinfo is UTC
    assert found["subscriptions"]["organization"] == "Bauausschuss"
    assert found["subscriptions"]["body"] == "Gemeindevertretung Elbdorf"
    assert isinstance(found["told"]["facts"], dict)
    assert found["subscriptions"]["paused"] is False
    json.dumps(found, default=str)
