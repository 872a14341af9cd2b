"""The assistant put together: conversations on top, the database below, Telegram in front."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from bot.settings import Settings
from bot.telegram.application import build_application, running
from bot.telegram.polling import Polling
from bot.telegram.transport import AiohttpRequest
from handlers.desk import Desk
from handlers.menu import add_conversations, introduce
from storage.database import Database


@asynccontextmanager
async def desk_of(settings: Settings) -> AsyncIterator[Desk]:
    """What conversations need, on an open database."""
    async with Database.open(settings.database) as database:
        yield Desk(
            database=database,
            now=lambda: datetime.now(UTC),
            zone=settings.zone,
            language=settings.language,
            allowed_chats=settings.allowed_chats,
        )


async def serve(desk: Desk, *, token: str, api: str, stop: asyncio.Event) -> None:
    """Answers Telegram's updates until `stop`. Raises telegram's errors where going on is useless."""
    application = build_application(token=token, api=api, transport=AiohttpRequest())
    add_conversations(application, desk)
    async with running(application):
        await introduce(application.bot, desk)
        await Polling(application, request=AiohttpRequest()).run(stop)
