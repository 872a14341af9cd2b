"""Telegram's flood limits, on a stopwatch of the test."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from simulator.telegram import Telegram
from tests.simulator.calling import Caller

BUTTONS = {"inline_keyboard": [[{"text": "Ja", "callback_data": "y"}]]}


class Stopwatch:
    def __init__(self) -> None:
        self.seconds = 1_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def watch() -> Stopwatch:
    return Stopwatch()


@pytest.fixture
async def telegram(watch: Stopwatch) -> AsyncIterator[Telegram]:
    async with Telegram(limits=True, monotonic=watch).serving() as served:
        yield served


async def test_a_person_gets_three_at_once_and_then_one_a_second(
    telegram: Telegram, call: Caller, watch: Stopwatch
) -> None:
    chat = telegram.add_private_chat()
    sent = [(await call("sendMessage", chat_id=chat, text="x")).status for _ in range(4)]
    assert sent == [200, 200, 200, 429]
    for _ in range(3):
        watch.seconds += 1
        assert (await call("sendMessage", chat_id=chat, text="x")).status == 200
        assert (await call("sendMessage", chat_id=chat, text="x")).status == 429
    assert len(telegram.answers(chat)) == 6
    assert telegram.refused_for_rate == 4


async def test_refusal_names_the_pause_three_times(
    telegram: Telegram, call: Caller, session: aiohttp.ClientSession
) -> None:
    chat = telegram.add_private_chat()
    for _ in range(3):
        await call("sendMessage", chat_id=chat, text="x")
    async with session.post(f"{call.address}/sendMessage", data={"chat_id": str(chat), "text": "x"}) as answer:
        assert answer.headers["Retry-After"] == "1"
        assert await answer.json() == {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 1",
            "parameters": {"retry_after": 1},
        }


async def test_pause_holds_to_its_end(telegram: Telegram, call: Caller, watch: Stopwatch) -> None:
    group = telegram.add_group("Fraktion", announce=False)
    for _ in range(20):
        assert (await call("sendMessage", chat_id=group, text="x")).status == 200
        watch.seconds += 1
    refused = await call("sendMessage", chat_id=group, text="x")
    assert refused.content["parameters"] == {"retry_after": 40}
    watch.seconds += 39.5
    refused = await call("sendMessage", chat_id=group, text="x")
    assert refused.content["parameters"] == {"retry_after": 1}
    watch.seconds += 0.5
    assert (await call("sendMessage", chat_id=group, text="x")).status == 200


async def test_no_minute_of_a_group_has_more_than_twenty(telegram: Telegram, call: Caller, watch: Stopwatch) -> None:
    group = telegram.add_group("Fraktion", announce=False)
    taken = []
    for _ in range(200):
        if (await call("sendMessage", chat_id=group, text="x")).status == 200:
            taken.append(watch.seconds)
        watch.seconds += 1
    assert len(taken) == 80
    assert all(late - early >= 60 for early, late in zip(taken, taken[20:], strict=False))


async def test_all_chats_together_get_thirty_a_second(telegram: Telegram, call: Caller, watch: Stopwatch) -> None:
    chats = [telegram.add_private_chat() for _ in range(31)]
    sent = [(await call("sendMessage", chat_id=chat, text="x")).status for chat in chats]
    assert sent == [200] * 30 + [429]
    watch.seconds += 0.9
    assert (await call("sendMessage", chat_id=chats[0], text="x")).status == 429
    watch.seconds += 0.1
    sent = [(await call("sendMessage", chat_id=chat, text="x")).status for chat in chats]
    assert sent == [200] * 30 + [429]


async def test_one_chat_that_is_too_much_holds_up_no_other(telegram: Telegram, call: Caller) -> None:
    anna, jonas = telegram.add_private_chat("Anna"), telegram.add_private_chat("Jonas")
    for _ in range(5):
        await call("sendMessage", chat_id=anna, text="x")
    assert (await call("sendMessage", chat_id=jonas, text="x")).status == 200


async def test_edits_and_files_count_like_messages(
    telegram: Telegram, call: Caller, session: aiohttp.ClientSession
) -> None:
    chat = telegram.add_private_chat()
    await call("sendMessage", chat_id=chat, text="x")
    await call("editMessageText", chat_id=chat, message_id=1, text="y")
    await call("editMessageReplyMarkup", chat_id=chat, message_id=1, reply_markup=BUTTONS)
    form = aiohttp.FormData({"chat_id": str(chat)})
    form.add_field("document", b"x", filename="a.txt")
    async with session.post(f"{call.address}/sendDocument", data=form) as answer:
        assert answer.status == 429


async def test_what_makes_no_message_does_not_count(telegram: Telegram, call: Caller) -> None:
    chat = telegram.add_private_chat()
    for number in range(4):
        telegram.press(chat, 1, "y")
        query = (await call("getUpdates", offset=-1)).result[0]["callback_query"]["id"]
        assert (await call("answerCallbackQuery", callback_query_id=query)).status == 200
        assert (await call("sendChatAction", chat_id=chat, action="typing")).status == 200
        assert (await call("getMe")).status == 200
        assert (await call("setMyDescription", description=str(number))).status == 200
        assert (await call("sendMessage", chat_id=chat, text="")).status == 400
    assert (await call("sendMessage", chat_id=chat, text="x")).status == 200
    assert telegram.refused_for_rate == 0


async def test_without_limits_nobody_counts(session: aiohttp.ClientSession) -> None:
    async with Telegram().serving() as telegram:
        call = Caller(session, f"{telegram.url}/bot{telegram.token}")
        chat = telegram.add_private_chat()
        for _ in range(40):
            assert (await call("sendMessage", chat_id=chat, text="x")).status == 200
        telegram.enforce_limits()
        assert [(await call("sendMessage", chat_id=chat, text="x")).status for _ in range(4)][-1] == 429
        telegram.enforce_limits(enforced=False)
        assert (await call("sendMessage", chat_id=chat, text="x")).status == 200
        assert telegram.refused_for_rate == 1
