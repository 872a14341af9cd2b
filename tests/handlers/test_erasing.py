"""`/loeschen`: one question, and then nothing of this chat is left, not even in the files' bytes."""

from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from handlers.desk import Desk
from simulator.telegram import Telegram
from storage.database import Database
from tests.handlers.calendar import record_calendar
from tests.handlers.conftest import Chat, answering_bot, buttons, now, pressed, stored
from tests.handlers.test_following import AGREE, CARD, followed
from tests.handlers.test_my_data import remember
from tests.handlers.test_settings import answered
from tests.storage.test_erasing import is_in

YES, NO = "Ja, alles löschen", "Nein, behalten"


@pytest.fixture
async def database(database: Database) -> Database:
    await record_calendar(database)
    return database


async def asked(chat: Chat, **how: Any) -> dict[str, Any]:
    (question,) = await chat.answers("/loeschen", **how)
    return question


async def test_there_may_be_nothing_to_erase(chat: Chat) -> None:
    answer = await chat.ask("/loeschen")
    assert answer == "Über diesen Chat ist nichts gespeichert; es gibt nichts zu löschen."
    assert await chat.ask("/erase") == answer


async def test_after_one_question_it_is_gone_down_to_the_bytes(chat: Chat, database: Database) -> None:
    await followed(chat)
    assert is_in(database.path, chat.id), "the control"
    question = await asked(chat)
    assert question["text"].startswith(
        "Soll ich alles löschen, was ich über diesen Chat gespeichert habe?\n• ein Abo\n"
    )
    assert "Zurückholen kann ich nichts." in question["text"]
    assert buttons(question) == {YES: "v1:erase", NO: "v1:keep"}
    assert await pressed(chat, question, YES) == []
    done = now(chat, question)
    assert done["text"].startswith("Gelöscht. Über diesen Chat ist nichts mehr gespeichert.\nDas war:\n• ein Abo\n")
    assert buttons(done) == {}
    assert not is_in(database.path, chat.id)
    assert (await chat.ask("/abos")).startswith("Du folgst noch nichts.")
    assert await chat.ask("/meinedaten") == "Über diesen Chat ist nichts gespeichert."


async def test_whoever_thinks_better_of_it_keeps_everything(chat: Chat, database: Database) -> None:
    await followed(chat)
    question = await asked(chat)
    await pressed(chat, question, NO)
    assert now(chat, question)["text"] == "In Ordnung, es bleibt alles, wie es ist."
    assert len(await stored(database, "SELECT * FROM subscriptions")) == 1


async def test_pressed_again_it_says_that_nothing_is_left(chat: Chat, telegram: Telegram) -> None:
    await followed(chat)
    question = await asked(chat)
    for _ in range(2):
        await chat.press(question, "v1:erase")
    assert telegram.callback_answers[-1].text.startswith("Über diesen Chat ist nichts gespeichert")
    await chat.settled()
    assert now(chat, question)["text"].startswith("Gelöscht.")


async def test_only_this_chat_is_erased(chat: Chat, telegram: Telegram, database: Database) -> None:
    await followed(chat)
    other = Chat(telegram, telegram.add_private_chat("Bert"))
    await followed(other)
    question = await asked(other)
    await pressed(other, question, YES)
    assert await stored(database, "SELECT chat FROM subscribers") == [(chat.id,)]
    assert is_in(database.path, chat.id)
    assert not is_in(database.path, other.id)


async def test_following_again_asks_again(chat: Chat) -> None:
    await followed(chat)
    question = await asked(chat)
    await pressed(chat, question, YES)
    (card,) = await chat.answers(CARD)
    (consent,) = await pressed(chat, card, "Folgen")
    assert AGREE in buttons(consent)


async def test_in_a_group_only_admins_erase_and_all_topics_go(telegram: Telegram, database: Database) -> None:
    admin, member = telegram.add_person("Ada"), telegram.add_person("Mia")
    group = Chat(telegram, telegram.add_forum("Fraktion Linden", [admin, member]))
    topic = telegram.add_topic(group.id, "Verkehr")
    await remember(database, group.id, topics=(None, topic))
    question = await asked(group, sender=member, topic=topic)
    assert "alle ihre Themen" in question["text"]
    for number, data in enumerate(("v1:erase", "v1:keep"), start=1):
        telegram.press(group.id, question["message_id"], data, sender=member)
        await telegram.wait_until(partial(answered, telegram, number))
        assert telegram.callback_answers[-1].text.startswith("In dieser Gruppe entscheiden nur Admins")
    assert len(await stored(database, "SELECT * FROM subscribers")) == 2
    assert is_in(database.path, group.id)
    await pressed(group, question, YES)
    assert await stored(database, "SELECT * FROM subscribers") == []
    assert not is_in(database.path, group.id)


async def test_there_is_never_anything_to_cancel(chat: Chat) -> None:
    answer = await chat.ask("/abbrechen")
    assert answer.startswith("Es gibt nichts abzubrechen")
    assert await chat.ask("/cancel") == answer


async def test_whoever_is_shut_out_still_has_rights(desk: Desk, database: Database) -> None:
    async with answering_bot(replace(desk, allowed_chats=frozenset({-1}))) as telegram:
        chat = Chat(telegram, telegram.add_private_chat("Anna"))
        await remember(database, chat.id)
        assert (await chat.ask("/abos")).startswith("Dieser Assistent antwortet nur in freigeschalteten Chats.")
        assert (await chat.ask("/datenschutz")).startswith("Datenschutz")
        assert "document" in (await chat.answers("/meinedaten"))[0]
        await pressed(chat, await asked(chat), YES)
        assert await stored(database, "SELECT * FROM subscribers") == []
