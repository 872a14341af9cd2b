import asyncio

import aiohttp

from simulator.telegram import Telegram
from tests.simulator.calling import Caller, Reply


async def waiting(telegram: Telegram, call: Caller, **parameters: object) -> asyncio.Task[Reply]:
    """A long poll that has arrived at the server."""
    task = asyncio.create_task(call("getUpdates", timeout=50, **parameters))
    await telegram.wait_until(lambda: telegram.polled)
    return task


async def test_unconfirmed_updates_are_returned_again(telegram: Telegram, call: Caller) -> None:
    chat = telegram.add_private_chat()
    first, second = telegram.write(chat, "eins"), telegram.write(chat, "zwei")
    assert first is not None
    assert second == first + 1
    for _ in range(2):
        assert [each["update_id"] for each in (await call("getUpdates")).result] == [first, second]
    assert [each["update_id"] for each in (await call("getUpdates", offset=second)).result] == [second]
    assert telegram.unconfirmed == 1
    assert (await call("getUpdates", offset=second + 1)).result == []
    assert telegram.unconfirmed == 0


async def test_long_poll_ends_with_the_next_update(telegram: Telegram, call: Caller) -> None:
    chat = telegram.add_private_chat()
    poll = await waiting(telegram, call)
    telegram.write(chat, "endlich")
    assert [each["message"]["text"] for each in (await poll).result] == ["endlich"]


async def test_newer_poll_ends_the_older_one(telegram: Telegram, call: Caller) -> None:
    older = await waiting(telegram, call)
    assert (await call("getUpdates")).result == []
    reply = await older
    assert reply.status == 409
    assert reply.content == {
        "ok": False,
        "error_code": 409,
        "description": "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running",
    }


async def test_limit_is_cut_to_what_telegram_takes(telegram: Telegram, call: Caller) -> None:
    chat = telegram.add_private_chat()
    for place in range(3):
        telegram.write(chat, str(place))
    assert len((await call("getUpdates", limit=2)).result) == 2
    assert len((await call("getUpdates", limit=0)).result) == 1
    assert len((await call("getUpdates", limit=1000)).result) == 3


async def test_allowed_updates_hold_until_others_are_named(telegram: Telegram, call: Caller) -> None:
    chat = telegram.add_private_chat()
    await call("getUpdates", allowed_updates=["callback_query"])
    await call("getUpdates")
    assert telegram.write(chat, "ungehört") is None
    assert (await call("getWebhookInfo")).result["allowed_updates"] == ["callback_query"]
    await call("getUpdates", allowed_updates=[])
    assert telegram.write(chat, "gehört") is not None


async def test_unreadable_list_of_allowed_updates_changes_nothing(telegram: Telegram, call: Caller) -> None:
    chat = telegram.add_private_chat()
    await call("getUpdates", allowed_updates=["callback_query"])
    await call("getUpdates", allowed_updates="message")
    assert telegram.write(chat, "ungehört") is None


async def test_webhook_information_counts_waiting_updates(telegram: Telegram, call: Caller) -> None:
    telegram.write(telegram.add_private_chat(), "x")
    assert (await call("getWebhookInfo")).result == {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": 1,
    }


async def test_waiting_updates_can_be_dropped(telegram: Telegram, call: Caller) -> None:
    telegram.write(telegram.add_private_chat(), "x")
    assert (await call("deleteWebhook")).result is True
    assert telegram.unconfirmed == 1
    assert (await call("deleteWebhook", drop_pending_updates=True)).result is True
    assert telegram.unconfirmed == 0


async def test_closing_lets_the_waiting_poll_go() -> None:
    telegram = Telegram()
    async with aiohttp.ClientSession() as session:
        async with telegram.serving():
            poll = await waiting(telegram, Caller(session, f"{telegram.url}/bot{telegram.token}"))
        assert (await poll).result == []
