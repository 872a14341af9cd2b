"""In groups: addressed, or silent."""

import pytest

from simulator.telegram import Telegram
from tests.handlers.conftest import Chat


@pytest.fixture
def group(telegram: Telegram) -> Chat:
    return Chat(telegram, telegram.add_group("Fraktion Linden"))


async def test_a_command_is_answered_as_a_reply(group: Chat) -> None:
    (answer,) = await group.answers("/status 20-1554")
    assert answer["text"].startswith("Zurückgezogen")
    assert answer["reply_to_message"]["text"] == "/status 20-1554"


async def test_a_reply_to_the_bot_is_a_question(group: Chat) -> None:
    (first,) = await group.answers("/status 20-1554")
    (second,) = await group.answers("und 22-0101?", reply_to=first["message_id"])
    assert "22-0101" in second["text"]


async def test_what_is_not_meant_for_the_bot_gets_no_answer(group: Chat) -> None:
    for text in ("20-1554", "@ratsbote_bot 20-1554", "/status@other_bot 20-1554", "/unknown"):
        group.telegram.write(group.id, text)
    (answer,) = await group.answers("/status 22-0101")
    assert [message["message_id"] for message in group.heard()] == [answer["message_id"]]


async def test_an_unknown_command_that_names_the_bot_is_answered(group: Chat) -> None:
    assert (await group.ask("/foo@ratsbote_bot")).startswith("Den Befehl /foo kenne ich nicht.")
