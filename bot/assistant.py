"""The assistant put together: conversations on top, the database below, Telegram and the councils on either side."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace

from bot.clock import Now, now_of
from bot.collecting.collector import collecting
from bot.settings import Settings
from bot.telegram.application import build_application, running
from bot.telegram.polling import Polling
from bot.telegram.transport import AiohttpRequest
from handlers.desk import Desk
from handlers.looked_up import tell
from handlers.menu import add_conversations, introduce
from storage.database import Database
from storage.wanted import Waiting


@asynccontextmanager
async def desk_of(settings: Settings, *, now: Now | None = None) -> AsyncIterator[Desk]:
    """What conversations need, on an open database. Without `now` the time is the settings' own."""
    async with Database.open(settings.database) as database:
        yield Desk(
            database=database,
            now=now or now_of(settings),
            zone=settings.zone,
            language=settings.language,
            allowed_chats=settings.allowed_chats,
        )


async def serve(desk: Desk, settings: Settings, *, token: str, api: str, stop: asyncio.Event) -> None:
    """Answers Telegram's updates and reads the configured councils until `stop`.

    Raises telegram's errors where going on is useless.
    """
    application = build_application(token=token, api=api, transport=AiohttpRequest())

    async def tell_those_who_wait(due: Sequence[Waiting]) -> None:
        await tell(application.bot, desk, due)

    async with (
        running(application),
        collecting(settings, desk.database, now=desk.now, on_due=tell_those_who_wait) as collector,
    ):
        add_conversations(application, replace(desk, wake=collector.wake))
        await introduce(application.bot, desk)
        await Polling(application, request=AiohttpRequest()).run(stop)
