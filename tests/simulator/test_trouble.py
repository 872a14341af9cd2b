"""Chats that refuse the bot for as long as their trouble lasts."""

import pytest

from simulator.telegram import Telegram
from simulator.trouble import Trouble
from tests.simulator.calling import Caller


@pytest.mark.parametrize(
    ("trouble", "status", "words"),
    [
        (Trouble.BLOCKED, 403, "Forbidden: bot was blocked by the user"),
        (Trouble.DEACTIVATED, 403, "Forbidden: user is deactivated"),
        (Trouble.KICKED, 403, "Forbidden: bot was kicked from the group chat"),
        (Trouble.GROUP_DELETED, 403, "Forbidden: the group chat was deleted"),
        (Trouble.NOT_FOUND, 400, "Bad Request: chat not found"),
        (Trouble.NO_RIGHTS, 400, "Bad Request: not enough rights to send text messages to the chat"),
        (Trouble.TOPIC_CLOSED, 400, "Bad Request: TOPIC_CLOSED"),
    ],
)
async def test_chat_in_trouble_refuses_every_message_until_it_ends(
    telegram: Telegram, call: Caller, trouble: Trouble, status: int, words: str
) -> None:
    chat, other = telegram.add_private_chat(), telegram.add_private_chat()
    await call("sendMessage", chat_id=chat, text="x")
    telegram.give_trouble(chat, trouble)
    refusal = {"ok": False, "error_code": status, "description": words}
    assert (await call("sendMessage", chat_id=chat, text="x")).content == refusal
    assert (await call("editMessageText", chat_id=chat, message_id=1, text="y")).content == refusal
    assert (await call("sendChatAction", chat_id=chat, action="typing")).content == refusal
    assert (await call("sendMessage", chat_id=other, text="x")).status == 200
    telegram.end_trouble(chat)
    assert (await call("sendMessage", chat_id=chat, text="x")).status == 200
    assert telegram.unconfirmed == 0


async def test_plain_text_gets_through_where_nothing_else_does(telegram: Telegram, call: Caller) -> None:
    chat = telegram.add_private_chat()
    telegram.give_trouble(chat, Trouble.CANNOT_PARSE)
    refused = await call("sendMessage", chat_id=chat, text="<b>x</b>", parse_mode="HTML")
    assert refused.refusal.startswith("can't parse entities")
    assert (await call("sendMessage", chat_id=chat, text="x")).status == 200


@pytest.mark.parametrize(("trouble", "heard"), [(Trouble.DEACTIVATED, False), (Trouble.NO_RIGHTS, True)])
def test_bot_hears_those_who_still_can_speak(trouble: Trouble, heard: bool) -> None:
    telegram = Telegram()
    chat = telegram.add_private_chat()
    telegram.give_trouble(chat, trouble)
    assert (telegram.write(chat, "x") is not None) is heard
