"""How polling ends: asked to, cancelled, or because going on is useless; and what does not end it."""

import asyncio
import logging

import pytest

from bot.telegram.errors import AnotherInstance, TokenRejected
from bot.telegram.polling import Limits
from tests.bot.telegram.pollers import Book, eventually, polling, ready
from tests.bot.telegram.queue_server import QueueServer


async def test_outage_recovers(server: QueueServer, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    book = Book()
    for status in (500, 502, 409, 409, 500, 400):
        server.fail_next("getUpdates", status)
    server.fail_next("deleteWebhook", 503)
    await server.write(1, "a")
    async with polling(server, book.handle):
        await eventually(lambda: not server.unconfirmed)
    assert book.texts[1] == ["a"]
    assert caplog.messages.count("telegram.outage") == caplog.messages.count("telegram.recovered") == 2


async def test_third_conflict_ends_it(server: QueueServer) -> None:
    server.fail_next("getUpdates", 409, times=3)
    with pytest.raises(AnotherInstance):
        async with polling(server, Book().handle):
            await asyncio.sleep(0.5)
    assert server.calls["getUpdates"] == 3


async def test_revoked_token_ends_it_at_once(server: QueueServer) -> None:
    server.fail_next("getUpdates", 401)
    with pytest.raises(TokenRejected):
        async with polling(server, Book().handle):
            await asyncio.sleep(0.5)
    assert server.calls["getUpdates"] == 1


async def test_stop_lets_the_hand_finish_and_confirms(server: QueueServer) -> None:
    book = Book()
    async with polling(server, book.handle):
        await server.write(1, "wait")
        await book.begun["wait"].wait()
        asyncio.get_running_loop().call_later(0.2, book.may_end["wait"].set)
    assert book.texts[1] == ["wait"]
    assert not server.unconfirmed
    assert (server.asked[-1]["timeout"], server.asked[-1]["limit"]) == ("0", "1")


async def test_stop_leaves_unfinished_updates_unconfirmed(server: QueueServer) -> None:
    book = Book()
    limits = Limits(long_poll=2, farewell=0.05)
    async with polling(server, book.handle, limits=limits):
        done = await server.write(2, "done")
        await eventually(lambda: done not in server.unconfirmed)
        late = await server.write(1, "wait")
        await book.begun["wait"].wait()
    assert server.unconfirmed == {late}


async def test_stop_ends_a_long_poll(server: QueueServer) -> None:
    async with asyncio.timeout(5), polling(server, Book().handle, limits=Limits(long_poll=50)):
        await eventually(lambda: bool(server.asked))


async def test_stop_ends_an_outage(server: QueueServer) -> None:
    server.fail_next("getUpdates", 500, times=100)
    async with asyncio.timeout(5), polling(server, Book().handle, limits=Limits(first_pause=60, longest_pause=60)):
        await eventually(lambda: server.calls["getUpdates"] == 1)


async def test_cancelling_lets_the_hand_finish_too(server: QueueServer) -> None:
    book = Book()
    async with ready(server, book.handle) as bot:
        task = asyncio.create_task(bot.run(asyncio.Event()))
        await server.write(1, "wait")
        await book.begun["wait"].wait()
        task.cancel()
        asyncio.get_running_loop().call_later(0.1, book.may_end["wait"].set)
        with pytest.raises(asyncio.CancelledError):
            await task
    assert book.texts[1] == ["wait"]
    assert not server.unconfirmed
