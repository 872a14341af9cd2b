"""Confirmed is only what was handled; each chat in order, chats side by side."""

import asyncio
import random

from bot.telegram.polling import Limits
from tests.bot.telegram.pollers import Book, eventually, polling
from tests.bot.telegram.queue_server import QueueServer


async def test_what_is_handled_is_confirmed(server: QueueServer) -> None:
    book = Book()
    async with polling(server, book.handle) as bot:
        for number in range(3):
            await server.write(7, str(number))
        await eventually(lambda: not server.unconfirmed)
        assert bot.counts.handled == 3
    assert book.texts[7] == ["0", "1", "2"]


async def test_blocked_update_stays_unconfirmed_while_others_go_on(server: QueueServer) -> None:
    book = Book()
    async with polling(server, book.handle):
        blocked = await server.write(1, "wait")
        await book.begun["wait"].wait()
        for number in range(20):
            await server.write(2, str(number))
            await eventually(lambda number=number: book.count == number + 1)  # type: ignore[misc]
        assert blocked in server.unconfirmed
        assert len(server.unconfirmed) == 21
        book.may_end["wait"].set()
        await eventually(lambda: not server.unconfirmed)
    assert book.texts[2] == [str(number) for number in range(20)]


async def test_waiting_for_one_update_does_not_spin(server: QueueServer) -> None:
    book = Book()
    limits = Limits(long_poll=2, breath=0.1, longest_breath=0.4)
    async with polling(server, book.handle, limits=limits):
        await server.write(1, "wait")
        await book.begun["wait"].wait()
        before = server.calls["getUpdates"]
        await asyncio.sleep(1.0)
        assert server.calls["getUpdates"] - before <= 6
        book.may_end["wait"].set()


async def test_full_window_moves_on_when_its_first_update_is_done(server: QueueServer) -> None:
    book = Book()
    await server.write(1, "wait")
    for number in range(150):
        await server.write(2 + number % 3, str(number))
    async with polling(server, book.handle):
        await eventually(lambda: book.count == 99)
        book.may_end["wait"].set()
        await eventually(lambda: not server.unconfirmed)
    assert book.count == 151


async def test_idle_bot_blocks_in_the_long_poll(server: QueueServer) -> None:
    book = Book()
    async with polling(server, book.handle):
        await server.write(1, "a")
        await eventually(lambda: not server.unconfirmed)
        before = server.calls["getUpdates"]
        await asyncio.sleep(0.5)
        assert server.calls["getUpdates"] - before <= 1


async def test_order_within_a_chat_is_kept_with_random_delays(server: QueueServer) -> None:
    book = Book()
    chance = random.Random(4)

    async def handle(chat: int, text: str) -> None:
        await asyncio.sleep(chance.random() * 0.01)
        await book.handle(chat, text)

    for number in range(200):
        await server.write(1 + number % 10, str(number))
    async with polling(server, handle):
        await eventually(lambda: not server.unconfirmed)
    assert book.count == 200
    for chat, texts in book.texts.items():
        assert texts == [str(number) for number in range(chat - 1, 200, 10)]


async def test_two_chats_run_side_by_side_and_one_chat_does_not(server: QueueServer) -> None:
    book = Book()
    async with polling(server, book.handle):
        for chat, text in ((1, "wait a"), (1, "wait b"), (2, "wait c")):
            await server.write(chat, text)
        await book.begun["wait a"].wait()
        await book.begun["wait c"].wait()
        assert not book.begun["wait b"].is_set()
        for text in ("wait a", "wait b", "wait c"):
            book.may_end[text].set()
    assert book.texts == {1: ["wait a", "wait b"], 2: ["wait c"]}


async def test_flood_of_unnumbered_updates_does_not_spin(server: QueueServer) -> None:
    await server.send_raw("never to be confirmed")
    limits = Limits(long_poll=2, breath=0.1, longest_breath=0.4)
    async with polling(server, Book().handle, limits=limits):
        await asyncio.sleep(1.0)
        assert server.calls["getUpdates"] <= 8


async def test_update_that_takes_too_long_is_given_up(server: QueueServer) -> None:
    book = Book()
    limits = Limits(long_poll=2, handling=0.05)
    async with polling(server, book.handle, limits=limits) as bot:
        await server.write(1, "wait")
        await server.write(1, "next")
        await eventually(lambda: not server.unconfirmed)
        assert bot.counts.given_up == 1
    assert book.texts[1] == ["next"]


async def test_failing_handler_does_not_stop_the_rest(server: QueueServer) -> None:
    async def handle(_chat: int, text: str) -> None:
        raise ValueError(text)

    await server.write(1, "a")
    async with polling(server, handle) as bot:
        await server.write(1, "b")
        await eventually(lambda: not server.unconfirmed)
        assert bot.counts.handled == 2


async def test_lower_numbers_after_a_silence_are_handled(server: QueueServer) -> None:
    book = Book()
    async with polling(server, book.handle):
        await server.write(1, "old")
        await eventually(lambda: not server.unconfirmed)
        server.restart_numbers_at(5)
        await server.write(1, "new")
        await eventually(lambda: not server.unconfirmed)
    assert book.texts[1] == ["old", "new"]


async def test_what_is_wanted_is_always_said(server: QueueServer) -> None:
    async with polling(server, Book().handle):
        await eventually(lambda: bool(server.asked))
    assert {form["allowed_updates"] for form in server.asked} == {'["message", "callback_query", "my_chat_member"]'}
    assert server.calls["deleteWebhook"] == 1


async def test_burst_is_confirmed_as_it_is_handled(server: QueueServer) -> None:
    """So that a kill repeats little: never more than a few dozen handled updates wait for confirmation."""
    handled = 0
    most = 0

    async def handle(_chat: int, _text: str) -> None:
        nonlocal handled, most
        await asyncio.sleep(0.005)
        handled += 1
        most = max(most, handled - (600 - len(server.unconfirmed)))

    for number in range(600):
        await server.write(number % 50, str(number))
    async with polling(server, handle, limits=Limits(long_poll=2)):
        await eventually(lambda: not server.unconfirmed)
    assert handled == 600
    assert most <= 100
