import asyncio

import aiohttp
import pytest

from simulator.telegram import Telegram
from tests.simulator.calling import Caller


async def test_refusal_comes_as_often_as_asked_for(telegram: Telegram, call: Caller) -> None:
    chat = telegram.add_private_chat()
    telegram.fail_next("sendMessage", 403, "Forbidden: user is deactivated", times=2)
    assert (await call("getMe")).status == 200
    for _ in range(2):
        assert (await call("sendMessage", chat_id=chat, text="x")).content == {
            "ok": False,
            "error_code": 403,
            "description": "Forbidden: user is deactivated",
        }
    assert (await call("sendMessage", chat_id=chat, text="x")).status == 200
    assert len(telegram.messages(chat)) == 1
    assert [each.status for each in telegram.calls("sendMessage")] == [403, 403, 200]


async def test_flood_control_names_the_pause_twice(
    telegram: Telegram, call: Caller, session: aiohttp.ClientSession
) -> None:
    telegram.fail_next("*", 429, "Too Many Requests: retry after 7", parameters={"retry_after": 7})
    async with session.get(f"{call.address}/getMe") as answer:
        assert (await answer.json())["parameters"] == {"retry_after": 7}
        assert answer.headers["Retry-After"] == "7"


@pytest.mark.parametrize("loss", ["drop_answer", "cut_answer"])
async def test_call_is_done_though_its_answer_is_lost(telegram: Telegram, call: Caller, loss: str) -> None:
    chat = telegram.add_private_chat()
    getattr(telegram, loss)("sendMessage")
    with pytest.raises(aiohttp.ClientError):
        await call("sendMessage", chat_id=chat, text="x")
    assert len(telegram.messages(chat)) == 1
    assert [each.answered for each in telegram.calls()] == [False]
    assert (await call("sendMessage", chat_id=chat, text="x")).status == 200


async def test_delayed_call_is_done_at_once(telegram: Telegram, call: Caller) -> None:
    chat = telegram.add_private_chat()
    telegram.delay("sendMessage", 3600)
    sending = asyncio.create_task(call("sendMessage", chat_id=chat, text="x"))
    await telegram.wait_for_answer(chat, after=0)
    assert not sending.done()
    sending.cancel()
    telegram.end_faults()
    assert (await call("sendMessage", chat_id=chat, text="x")).status == 200


async def test_any_bytes_can_be_the_answer(telegram: Telegram, call: Caller, session: aiohttp.ClientSession) -> None:
    telegram.answer_next("getMe", 502, b"<html>Bad Gateway</html>")
    async with session.get(f"{call.address}/getMe") as answer:
        assert (answer.status, await answer.read()) == (502, b"<html>Bad Gateway</html>")
    assert (await call("getMe")).status == 200


@pytest.mark.parametrize("status", [403, 500, 504])
async def test_refusal_of_one_chat_leaves_the_others_alone(telegram: Telegram, call: Caller, status: int) -> None:
    anna, jonas = telegram.add_private_chat("Anna"), telegram.add_private_chat("Jonas")
    telegram.fail_next("sendMessage", status, "Internal Server Error", times=None, chat_id=anna)
    assert (await call("getMe")).status == 200
    for _ in range(2):
        assert (await call("sendMessage", chat_id=anna, text="x")).status == status
        assert (await call("sendMessage", chat_id=jonas, text="x")).status == 200


@pytest.mark.parametrize("loss", ["drop_answer", "cut_answer"])
async def test_answers_of_one_chat_are_lost(telegram: Telegram, call: Caller, loss: str) -> None:
    anna, jonas = telegram.add_private_chat("Anna"), telegram.add_private_chat("Jonas")
    getattr(telegram, loss)("sendMessage", chat_id=anna)
    assert (await call("sendMessage", chat_id=jonas, text="x")).status == 200
    with pytest.raises(aiohttp.ClientError):
        await call("sendMessage", chat_id=anna, text="x")
    assert (await call("sendMessage", chat_id=anna, text="y")).status == 200
    assert [each["text"] for each in telegram.answers(anna)] == ["x", "y"]


async def test_answers_of_one_chat_are_late(telegram: Telegram, call: Caller) -> None:
    anna, jonas = telegram.add_private_chat("Anna"), telegram.add_private_chat("Jonas")
    telegram.delay("sendMessage", 3600, chat_id=anna)
    sending = asyncio.create_task(call("sendMessage", chat_id=anna, text="x"))
    await telegram.wait_for_answer(anna, after=0)
    assert (await call("sendMessage", chat_id=jonas, text="x")).status == 200
    assert not sending.done()
    sending.cancel()


async def test_any_bytes_can_be_the_answer_of_one_chat(
    telegram: Telegram, call: Caller, session: aiohttp.ClientSession
) -> None:
    anna, jonas = telegram.add_private_chat("Anna"), telegram.add_private_chat("Jonas")
    telegram.answer_next("sendMessage", 200, b"{", chat_id=anna)
    assert (await call("sendMessage", chat_id=jonas, text="x")).status == 200
    async with session.post(f"{call.address}/sendMessage", data={"chat_id": str(anna), "text": "x"}) as answer:
        assert await answer.read() == b"{"
