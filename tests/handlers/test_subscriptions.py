"""What a chat follows: seen, paused, resumed, ended, each with one tap."""

import sqlite3
from typing import Any

import pytest

from council.served.languages import Language
from council.served.subscribers import ChatKind
from simulator.telegram import Telegram
from storage.database import Database
from storage.subscribers import consent, ensure_subscriber
from storage.subscriptions import follow_organization, follow_paper
from tests.builders import READ_AT
from tests.handlers.calendar import record_calendar
from tests.handlers.conftest import Chat, buttons, now, pressed, stored


@pytest.fixture
async def database(database: Database) -> Database:
    await record_calendar(database)
    return database


async def followed(chat: Chat, database: Database, *, papers: tuple[int, ...] = (), committees: str = "") -> None:
    """As if the chat had followed these long ago; `committees` is one name."""

    def follow(connection: sqlite3.Connection) -> None:
        row = ensure_subscriber(
            connection, chat=chat.id, topic=None, kind=ChatKind.PRIVATE, language=Language.DE, now=READ_AT
        )
        consent(connection, row, 1, now=READ_AT)
        for paper in papers:
            follow_paper(connection, row, paper, now=READ_AT)
        found = connection.execute("SELECT id FROM organizations WHERE name = ?", (committees,)).fetchall()
        for organization in found:
            follow_organization(connection, row, organization["id"], now=READ_AT)

    await database.transaction(follow)


async def listed(chat: Chat) -> dict[str, Any]:
    (message,) = await chat.answers("/abos")
    return message


async def test_whoever_follows_nothing_is_told_what_to_do(chat: Chat) -> None:
    answer = await chat.ask("/abos")
    assert answer.startswith("Du folgst noch nichts.")
    assert "/gremien" in answer
    assert await chat.ask("/following") == answer
    assert await chat.ask("Abos") == answer


async def test_each_stands_there_with_its_last_and_next_stop(chat: Chat, database: Database) -> None:
    await followed(chat, database, papers=(2, 1), committees="Hauptausschuss")
    assert (await listed(chat))["text"].splitlines() == [
        "Du folgst 3 Vorgängen und Gremien",
        "",
        "1. 22-1940",
        "Antrag betr. Beachclub am Treidelweg",
        "Überwiesen am Di., 19.05.2026 im Hauptausschuss",
        "Als Nächstes im Hauptausschuss: Di., 12.01.2027, 18:00 Uhr, TOP Ö 5",
        "",
        "2. 20-1554",
        'Antrag Grüne betr. Hamburg als "Welcoming City" - Weiterentwicklung des Hamburg Welcome Centers',
        "Zurückgezogen am Mo., 10.04.2017 im Ausschuss für Soziales, Bildung und Integration",
        "",
        "3. Hauptausschuss",
        "Zuletzt: Di., 10.11.2026, 18:00 Uhr",
        "Nächste Sitzung: Di., 12.01.2027, 18:00 Uhr",
    ]


async def test_pausing_and_resuming_is_one_tap_each_in_place(chat: Chat, database: Database) -> None:
    await followed(chat, database, papers=(2,))
    message = await listed(chat)
    assert await pressed(chat, message, "1. Pause") == []
    assert "1. 22-1940 · pausiert" in now(chat, message)["text"]
    assert await stored(database, "SELECT paused FROM subscriptions") == [(1,)]
    await pressed(chat, now(chat, message), "1. Fortsetzen")
    assert now(chat, message)["text"] == message["text"]
    assert await stored(database, "SELECT paused FROM subscriptions") == [(0,)]


async def test_what_was_ended_can_be_followed_again(chat: Chat, database: Database) -> None:
    await followed(chat, database, papers=(2,))
    message = await listed(chat)
    await pressed(chat, message, "1. Beenden")
    ended = now(chat, message)
    assert ended["text"].startswith("Du folgst 22-1940 nicht mehr.\n\nDu folgst noch nichts.")
    assert await stored(database, "SELECT * FROM subscriptions") == []
    (confirmation,) = await pressed(chat, ended, "Wieder folgen: 22-1940")
    assert confirmation["text"].startswith("Du folgst jetzt 22-1940.")


async def test_a_long_list_is_turned_in_place(chat: Chat, database: Database) -> None:
    await followed(chat, database, papers=tuple(range(1, 11)))
    message = await listed(chat)
    assert message["text"].startswith("Du folgst 10 Vorgängen und Gremien · Seite 1 von 3\n")
    await pressed(chat, message, "Weiter ›")
    await pressed(chat, now(chat, message), "Weiter ›")
    last = now(chat, message)
    assert "Seite 3 von 3" in last["text"]
    assert "9. " in last["text"]
    for place in ("10. Beenden", "9. Beenden"):
        await pressed(chat, now(chat, message), place)
    assert "Seite 2 von 2" in now(chat, message)["text"]
    assert "‹ Zurück" in buttons(now(chat, message))


async def test_an_old_button_for_something_ended_changes_nothing(
    chat: Chat, telegram: Telegram, database: Database
) -> None:
    await followed(chat, database, papers=(2, 1))
    message = await listed(chat)
    stop = buttons(message)["1. Beenden"]
    await chat.press(message, stop)
    await chat.press(message, stop)
    assert telegram.callback_answers[-1].text == "Dem folgst du nicht. Geändert habe ich nichts."
    assert len(await stored(database, "SELECT * FROM subscriptions")) == 1


async def test_a_notice_keeps_its_words_and_turns_its_buttons_over(
    chat: Chat, telegram: Telegram, database: Database
) -> None:
    await followed(chat, database, papers=(2,))
    (card,) = await chat.answers("20-1554")
    await chat.press(card, "v1:pause:1")
    assert telegram.callback_answers[-1].text == "Pausiert: 22-1940. Bis du fortsetzt, kommt dazu nichts."
    await chat.press(card, "v1:stop:1")
    assert telegram.callback_answers[-1].text == "Du folgst 22-1940 nicht mehr."
    await chat.settled()
    assert now(chat, card)["text"] == card["text"]
    assert await stored(database, "SELECT * FROM subscriptions") == []
