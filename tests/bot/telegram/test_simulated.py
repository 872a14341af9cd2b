"""The whole way, against the simulated Telegram."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from telegram.ext import MessageHandler, filters

from bot.telegram.application import build_application, running
from bot.telegram.errors import AnotherInstance
from bot.telegram.polling import Limits, Polling
from bot.telegram.transport import AiohttpRequest
from simulator.telegram import Telegram
from tests.bot.telegram.echo_bot import echo

QUICK = Limits(first_pause=0.01, longest_pause=0.05)


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    async with Telegram().serving() as served:
        yield served


@asynccontextmanager
async def echoing(telegram: Telegram) -> AsyncIterator["asyncio.Task[None]"]:
    application = build_application(
        token=telegram.token,
        api=telegram.url,
        transport=AiohttpRequest(),
        handlers=[MessageHandler(filters.TEXT, echo)],
    )
    stop = asyncio.Event()
    async with running(application):
        task = asyncio.create_task(Polling(application, request=AiohttpRequest(), limits=QUICK).run(stop))
        yield task
        stop.set()
        await task


async def test_question_is_answered_and_confirmed(telegram: Telegram) -> None:
    chat = telegram.add_private_chat("Anna")
    async with echoing(telegram):
        telegram.write(chat, "Wo steht 20-1554?")
        assert (await telegram.wait_for_answer(chat, after=0))["text"] == "Wo steht 20-1554?"
        await telegram.wait_until(lambda: telegram.unconfirmed == 0)


async def test_lost_answer_of_sending_is_rather_repeated_than_lost(telegram: Telegram) -> None:
    chat = telegram.add_private_chat("Anna")
    telegram.drop_answer("sendMessage")
    async with echoing(telegram):
        telegram.write(chat, "a")
        await telegram.wait_until(lambda: telegram.unconfirmed == 0)
    assert [message["text"] for message in telegram.answers(chat)] == ["a", "a"]


async def test_lost_and_cut_batches_are_fetched_again(telegram: Telegram) -> None:
    chat = telegram.add_private_chat("Anna")
    telegram.drop_answer("getUpdates", times=2)
    telegram.cut_answer("getUpdates", times=2)
    telegram.fail_next("getUpdates", 502, "Bad Gateway")
    async with echoing(telegram):
        telegram.write(chat, "a")
        await telegram.wait_until(lambda: telegram.unconfirmed == 0)
    assert [message["text"] for message in telegram.answers(chat)] == ["a"]


async def test_blocked_bot_does_not_hold_up_others(telegram: Telegram) -> None:
    blocking, other = telegram.add_private_chat("Anna"), telegram.add_private_chat("Berta")
    telegram.fail_next("sendMessage", 403, "Forbidden: bot was blocked by the user")
    async with echoing(telegram):
        telegram.write(blocking, "a")
        await telegram.wait_until(lambda: telegram.unconfirmed == 0)
        telegram.write(other, "b")
        await telegram.wait_until(lambda: telegram.unconfirmed == 0)
    assert [message["text"] for message in telegram.answers(other)] == ["b"]


async def test_conflict_that_stays_ends_polling(telegram: Telegram) -> None:
    telegram.fail_next("getUpdates", 409, "Conflict: terminated by other getUpdates request", times=3)
    with pytest.raises(AnotherInstance):
        async with echoing(telegram) as task:
            await asyncio.wait((task,), timeout=10)
