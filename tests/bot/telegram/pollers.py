"""Bots that poll a queue on loopback, and a book of what they handled."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from telegram import Update
from telegram.ext import MessageHandler, filters

from bot.telegram.application import build_application, running
from bot.telegram.polling import Limits, Polling
from bot.telegram.transport import AiohttpRequest
from tests.bot.telegram.queue_server import TOKEN, QueueServer

QUICK = Limits(long_poll=2, first_pause=0.01, longest_pause=0.05, breath=0.01, longest_breath=0.05, farewell=5)
Handling = Callable[[int, str], Awaitable[None]]


@asynccontextmanager
async def ready(server: QueueServer, handling: Handling, *, limits: Limits = QUICK) -> AsyncIterator[Polling]:
    """A bot that has not begun to poll."""

    async def handle(update: Update, _context: Any) -> None:
        assert update.effective_message is not None
        await handling(update.effective_message.chat_id, update.effective_message.text or "")

    application = build_application(
        token=TOKEN, api=server.url, transport=AiohttpRequest(), handlers=[MessageHandler(filters.TEXT, handle)]
    )
    async with running(application):
        yield Polling(application, request=AiohttpRequest(), limits=limits)


@asynccontextmanager
async def polling(server: QueueServer, handling: Handling, *, limits: Limits = QUICK) -> AsyncIterator[Polling]:
    """A running bot; stopped at the end, with everything that entails."""
    stop = asyncio.Event()
    async with ready(server, handling, limits=limits) as bot:
        task = asyncio.create_task(bot.run(stop))
        try:
            yield bot
        finally:
            stop.set()
            await task


class Book:
    """What was handled, and handlers that wait until they may go on."""

    def __init__(self) -> None:
        self.texts: dict[int, list[str]] = defaultdict(list)
        self.begun: dict[str, asyncio.Event] = defaultdict(asyncio.Event)
        self.may_end: dict[str, asyncio.Event] = defaultdict(asyncio.Event)

    async def handle(self, chat: int, text: str) -> None:
        self.begun[text].set()
        if text.startswith("wait"):
            await self.may_end[text].wait()
        self.texts[chat].append(text)

    @property
    def count(self) -> int:
        return sum(len(texts) for texts in self.texts.values())


async def eventually(predicate: Callable[[], bool], *, seconds: float = 20.0) -> None:
    async with asyncio.timeout(seconds):
        while not predicate():  # noqa: ASYNC110 - what is looked at belongs to the part under test
            await asyncio.sleep(0.005)
