"""`/meinedaten`: everything stored about this chat as a file, and nothing about another."""

import json
import sqlite3
from typing import Any

import pytest

from council.served.languages import Language
from council.served.subscribers import ChatKind
from simulator.telegram import Telegram
from storage.database import Database
from storage.subscribers import consent, ensure_subscriber
from storage.subscriptions import follow_paper
from tests.builders import READ_AT
from tests.handlers.calendar import record_calendar
from tests.handlers.conftest import Chat, buttons, pressed


@pytest.fixture
async def database(database: Database) -> Database:
    await record_calendar(database)
    return database


async def remember(database: Database, chat: int, *, topics: tuple[int | None, ...] = (None,)) -> None:
    def follow(connection: sqlite3.Connection) -> None:
        kind = ChatKind.PRIVATE if chat > 0 else ChatKind.GROUP
        for topic in topics:
            row = ensure_subscriber(connection, chat=chat, topic=topic, kind=kind, language=Language.DE, now=READ_AT)
            consent(connection, row, 1, now=READ_AT)
            follow_paper(connection, row, 2, now=READ_AT)

    await database.transaction(follow)


def content(telegram: Telegram) -> dict[str, Any]:
    """The file that was sent last."""
    sent = telegram.calls("sendDocument")[-1]
    return json.loads(sent.sent.files["document"].content)  # type: ignore[no-any-return]


async def test_whoever_is_not_known_is_told_so(chat: Chat, telegram: Telegram) -> None:
    assert await chat.ask("/meinedaten") == "Über diesen Chat ist nichts gespeichert."
    assert telegram.calls("sendDocument") == []


async def test_a_person_gets_the_file_at_once(chat: Chat, telegram: Telegram, database: Database) -> None:
    await remember(database, chat.id)
    await remember(database, 4242)
    (message,) = await chat.answers("/meinedaten")
    assert message["document"]["file_name"] == "meine-daten.json"
    assert message["caption"].startswith("Alles, was über diesen Chat gespeichert ist.")
    found = content(telegram)
    assert found["Stand"] == "2026-11-23T11:05:00+01:00"
    ((known,), (followed,)) = found["Chat und Einstellungen"], found["Was verfolgt wird"]
    assert known["Nummer des Chats bei Telegram"] == chat.id
    assert known["Einwilligung erteilt am"] == "2026-11-23T11:05:00+01:00"
    assert (followed["Drucksache"], followed["Rat"]) == ("22-1940", "Bezirksversammlung Harburg")
    assert "4242" not in json.dumps(found)


async def test_the_names_are_in_the_readers_language(telegram: Telegram, database: Database) -> None:
    chat = Chat(telegram, telegram.add_private_chat("Ann", language_code="en"))
    await remember(database, chat.id)
    await database.transaction(lambda c: c.execute("UPDATE subscribers SET language = 'en'").rowcount)
    await chat.answers("/mydata")
    assert "Chat and settings" in content(telegram)


async def test_in_a_group_only_admins_get_it_with_all_topics(telegram: Telegram, database: Database) -> None:
    admin, member = telegram.add_person("Ada"), telegram.add_person("Mia")
    group = Chat(telegram, telegram.add_forum("Fraktion Linden", [admin, member]))
    topic = telegram.add_topic(group.id, "Verkehr")
    await remember(database, group.id, topics=(None, topic, topic + 1))
    (ask,) = await group.answers("/meinedaten", sender=member, topic=topic)
    assert "nur Admins" in ask["text"]
    telegram.press(group.id, ask["message_id"], buttons(ask)["Als Datei schicken"], sender=member)
    await telegram.wait_until(lambda: len(telegram.callback_answers) == 1)
    assert telegram.callback_answers[-1].text.startswith("In dieser Gruppe entscheiden nur Admins")
    assert telegram.calls("sendDocument") == []
    (sent,) = await pressed(group, ask, "Als Datei schicken")
    assert sent["message_thread_id"] == topic
    assert len(content(telegram)["Chat und Einstellungen"]) == 3


async def test_a_button_for_a_file_of_nothing_says_so(chat: Chat, telegram: Telegram) -> None:
    (message,) = await chat.answers("/start")
    await chat.press(message, "v1:data")
    assert telegram.callback_answers[-1].text == "Über diesen Chat ist nichts gespeichert."
