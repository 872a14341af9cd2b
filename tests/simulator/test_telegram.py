import asyncio

import pytest

from simulator.telegram import Telegram
from tests.simulator.calling import Caller


def test_token_begins_with_the_number_of_the_bot() -> None:
    with pytest.raises(ValueError, match="Ein Token beginnt mit der Nummer"):
        Telegram(token="TEST")


async def test_answer_is_awaited_without_missing_a_quick_one(telegram: Telegram, call: Caller) -> None:
    chat = telegram.add_private_chat()
    await call("sendMessage", chat_id=chat, text="von vorhin")
    waiting = asyncio.create_task(telegram.wait_for_answer(chat))
    await asyncio.sleep(0)
    telegram.write(chat, "gehört nicht dem Bot")
    await call("sendMessage", chat_id=chat, text="neu")
    assert (await waiting)["text"] == "neu"
    assert (await telegram.wait_for_answer(chat, after=0))["text"] == "von vorhin"
    assert [each["text"] for each in telegram.answers(chat)] == ["von vorhin", "neu"]


async def test_waiting_in_vain_ends(telegram: Telegram) -> None:
    with pytest.raises(TimeoutError):
        await telegram.wait_until(lambda: False, timeout=0.01)


async def test_raw_update_reaches_the_bot_as_it_is(telegram: Telegram, call: Caller) -> None:
    number = telegram.send_raw({"message": {"date": 10**18}, "unheard_of": True})
    assert (await call("getUpdates")).result == [{"update_id": number, "message": {"date": 10**18}, "unheard_of": True}]


async def test_confirmed_updates_wake_who_waits_for_them(telegram: Telegram, call: Caller) -> None:
    number = telegram.write(telegram.add_private_chat(), "x")
    assert number is not None
    waiting = asyncio.create_task(telegram.wait_until(lambda: telegram.unconfirmed == 0))
    await call("getUpdates", offset=number + 1)
    await waiting
