"""Following from the chat: consent first, then what is fixed already, and a way back."""

import json
import sqlite3
from typing import Any

import pytest

from council.published.readings import Page, Reading
from simulator.telegram import Telegram
from storage.database import Database
from storage.recording import record_reading
from tests.builders import READ_AT, a_paper
from tests.handlers.calendar import main_session, record, record_calendar
from tests.handlers.conftest import HARBURG, Chat, buttons, now, pressed, stored


@pytest.fixture
async def database(database: Database) -> Database:
    await record_calendar(database)
    return database


CARD = "https://rat.example/bi/vo020.asp?VOLFDNR=900"
AGREE = "Einverstanden, folgen"


async def followed(chat: Chat) -> dict[str, Any]:
    """Follows 22-1940 with the consent given; the confirmation."""
    (card,) = await chat.answers(CARD)
    (consent,) = await pressed(chat, card, "Folgen")
    await pressed(chat, consent, AGREE)
    return now(chat, consent)


async def test_the_first_follow_asks_and_stores_nothing_before_the_answer(chat: Chat, database: Database) -> None:
    (card,) = await chat.answers(CARD)
    (consent,) = await pressed(chat, card, "Folgen")
    assert consent["text"].startswith("Möchtest du 22-1940 folgen?\n")
    for named in ("die Nummer dieses Chats", "wem du folgst", "öffentlich macht", "Telegram kann mitlesen", "/abos"):
        assert named in consent["text"]
    assert await stored(database, "SELECT * FROM subscribers") == []
    await pressed(chat, consent, "Nein danke")
    assert now(chat, consent)["text"] == "In Ordnung. Ich habe nichts gespeichert."
    assert await stored(database, "SELECT * FROM subscribers") == []


async def test_the_confirmation_says_what_is_fixed_already(chat: Chat, database: Database) -> None:
    confirmation = await followed(chat)
    assert confirmation["text"].splitlines()[:4] == [
        "Du folgst jetzt 22-1940.",
        "",
        "Auf der Tagesordnung im Hauptausschuss: Di., 12.01.2027, 18:00 Uhr, TOP Ö 5",
        "Ort: Rathaus, Saal 2",
    ]
    assert "Erinnern werde ich dich einen Tag und 2 Stunden vor der Sitzung." in confirmation["text"]
    subjects = await stored(database, "SELECT subject FROM told ORDER BY subject")
    assert subjects == [("meeting:1",), ("paper:2",)]
    assert await stored(database, "SELECT consent, kind, topic FROM subscribers") == [(1, "private", 0)]


async def test_a_paper_without_a_session_is_followed_honestly(chat: Chat) -> None:
    await followed(chat)
    (card,) = await chat.answers("20-1554")
    (confirmation,) = await pressed(chat, card, "Folgen")
    assert "\nNoch kein Termin veröffentlicht.\n" in confirmation["text"]


async def test_what_only_an_agenda_knows_of_a_paper_is_fixed_too(chat: Chat) -> None:
    await followed(chat)
    (card,) = await chat.answers("22-2000.01")
    (confirmation,) = await pressed(chat, card, "Folgen")
    assert "Auf der Tagesordnung im Hauptausschuss: Di., 12.01.2027, 18:00 Uhr, TOP Ö 6" in confirmation["text"]


async def test_a_cancelled_session_is_confirmed_as_cancelled(chat: Chat, database: Database) -> None:
    await record(database, main_session(cancelled=True))
    lines = (await followed(chat))["text"].splitlines()
    assert lines[2] == "Entfällt im Hauptausschuss: Di., 12.01.2027, 18:00 Uhr"
    assert lines[3] == "Noch kein Termin veröffentlicht."


async def test_the_second_follow_needs_no_consent_and_the_button_turns_over(chat: Chat) -> None:
    await followed(chat)
    (card,) = await chat.answers("20-1554")
    (confirmation,) = await pressed(chat, card, "Folgen")
    assert confirmation["text"].startswith("Du folgst jetzt 20-1554.")
    assert "Nicht mehr folgen" in buttons(now(chat, card))
    assert now(chat, card)["text"] == card["text"]


async def test_following_twice_changes_nothing_and_says_so(chat: Chat, database: Database) -> None:
    await followed(chat)
    (card,) = await chat.answers(CARD)
    assert "Nicht mehr folgen" in buttons(card)
    for _ in range(2):
        await chat.press(card, "v1:fp:2")
    await chat.settled()
    assert chat.heard()[-1]["text"].startswith("Du folgst 22-1940 schon.")
    assert len(await stored(database, "SELECT * FROM subscriptions")) == 1


async def test_leaving_is_one_tap_and_so_is_the_way_back(chat: Chat, telegram: Telegram, database: Database) -> None:
    await followed(chat)
    (card,) = await chat.answers(CARD)
    assert await pressed(chat, card, "Nicht mehr folgen") == []
    assert telegram.callback_answers[-1].text == "Du folgst 22-1940 nicht mehr."
    assert await stored(database, "SELECT * FROM subscriptions") == []
    (confirmation,) = await pressed(chat, now(chat, card), "Wieder folgen")
    await pressed(chat, confirmation, "Nicht mehr folgen")
    ended = now(chat, confirmation)
    assert ended["text"] == "Du folgst 22-1940 nicht mehr."
    assert list(buttons(ended)) == ["Wieder folgen"]


async def test_a_committee_is_followed_from_its_agenda(chat: Chat, database: Database) -> None:
    (agenda,) = await chat.answers("/tagesordnung Hauptausschuss")
    (consent,) = await pressed(chat, agenda, "Diesem Gremium folgen")
    await pressed(chat, consent, AGREE)
    assert now(chat, consent)["text"].splitlines()[:4] == [
        "Du folgst jetzt dem Hauptausschuss.",
        "",
        "• Di., 12.01.2027, 18:00 Uhr",
        "   Rathaus, Saal 2 · Tagesordnung veröffentlicht",
    ]
    ((facts,),) = await stored(database, "SELECT facts FROM told WHERE subject = 'meeting:1'")
    assert json.loads(facts)["whole"] is True


@pytest.mark.parametrize("data", ["v1:fp:999999", "v1:fo:999999", "v1:yp:999999", "v1:yo:999999"])
async def test_what_is_gone_or_made_up_cannot_be_followed(
    chat: Chat, telegram: Telegram, database: Database, data: str
) -> None:
    (card,) = await chat.answers("20-1554")
    await chat.press(card, data)
    assert telegram.callback_answers[-1].text == "Das gibt es hier nicht mehr öffentlich. Geändert habe ich nichts."
    assert await stored(database, "SELECT * FROM subscribers") == []


async def test_a_paper_gone_non_public_cannot_be_followed_but_left(
    chat: Chat, telegram: Telegram, database: Database
) -> None:
    await followed(chat)
    hidden = Reading(kind="allris", page=Page.PAPER, papers=(a_paper("22-1940", id="900", public=False),))
    await database.transaction(record_reading, HARBURG, hidden, read_at=READ_AT)
    (other,) = await chat.answers("20-1554")
    await chat.press(other, "v1:fp:2")
    assert "nicht mehr öffentlich" in telegram.callback_answers[-1].text
    listed = await chat.ask("/abos")
    assert listed.endswith("1. 22-1940\nnicht mehr öffentlich")
    await chat.press(other, "v1:lp:2")
    assert await stored(database, "SELECT * FROM subscriptions") == []


@pytest.mark.parametrize("data", ["v1:stop:1", "v1:pause:1", "v1:go:1", "v1:lp:2", "v1:stop:1:1"])
async def test_nobody_changes_what_another_chat_follows(
    chat: Chat, telegram: Telegram, database: Database, data: str
) -> None:
    await followed(chat)
    other = Chat(telegram, telegram.add_private_chat("Bert", language_code="de"))
    (card,) = await other.answers("20-1554")
    await other.press(card, data)
    assert telegram.callback_answers[-1].text == "Dem folgst du nicht. Geändert habe ich nichts."
    assert await stored(database, "SELECT paused FROM subscriptions") == [(0,)]


async def test_two_hundred_is_enough(chat: Chat, telegram: Telegram, database: Database) -> None:
    await followed(chat)

    def fill(connection: sqlite3.Connection) -> None:
        connection.execute(
            """INSERT INTO subscriptions (subscriber, body, follow, target_key, paper, since)
            WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 199)
            SELECT 1, 1, 'paper', 'x' || i, 1, 0 FROM n"""
        )

    await database.transaction(fill)
    (card,) = await chat.answers("22-2000.01")
    await pressed(chat, card, "Folgen")
    assert telegram.callback_answers[-1].text.startswith("Du folgst schon 200 Vorgängen und Gremien")
    assert len(await stored(database, "SELECT * FROM subscriptions")) == 200


async def test_a_button_under_a_message_that_is_gone_still_follows(chat: Chat, telegram: Telegram) -> None:
    await followed(chat)
    heard = len(chat.heard())
    telegram.press(chat.id, 987654, "v1:fp:1")
    await telegram.wait_until(lambda: len(chat.heard()) == heard + 1)
    assert chat.heard()[-1]["text"].startswith("Du folgst jetzt 20-1554.")


async def test_in_english(telegram: Telegram, database: Database) -> None:
    chat = Chat(telegram, telegram.add_private_chat("Ann", language_code="en"))
    (card,) = await chat.answers(CARD)
    (consent,) = await pressed(chat, card, "Follow")
    await pressed(chat, consent, "I agree, follow")
    confirmation = now(chat, consent)
    assert "On the agenda in the Hauptausschuss: Tue, 12.01.2027, 18:00, agenda item Ö 5" in confirmation["text"]
    assert "remind you one day and 2 hours before" in confirmation["text"]
    assert await stored(database, "SELECT language FROM subscribers") == [("en",)]
