"""The assistant put together: conversations and notices on top, the database below, Telegram and councils beside."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace

from bot.clock import Now, now_of
from bot.clock_skew import clock_skew
from bot.collecting.collector import collecting
from bot.holiday_calendar import is_holiday
from bot.notifying import notifying
from bot.settings import Settings
from bot.telegram.application import build_application, running
from bot.telegram.errors import TokenRejected
from bot.telegram.messenger import TelegramMessenger
from bot.telegram.pacing import Pacing
from bot.telegram.polling import Polling
from bot.telegram.transport import AiohttpRequest
from council.published.deadlines import Deadlines
from council.served.controller import Controller
from handlers.desk import Desk
from handlers.looked_up import tell
from handlers.menu import add_conversations, introduce
from notices.errors import Unwelcome
from notices.messenger import Messenger
from notices.post import Post
from storage.database import Database
from storage.subscribers import Defaults
from storage.wanted import Waiting

# Seconds from one question "what is due?" to the next; faster only where the council is read faster (the demo).
_TICK = 20.0


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
            operators=settings.operators,
            defaults=defaults_of(settings),
            controller=controller_of(settings),
            deadlines=Deadlines(settings.deadlines, is_holiday),
        )


def controller_of(settings: Settings) -> Controller:
    """Who the privacy notice names."""
    return Controller(
        name=settings.controller_name,
        contact=settings.controller_contact,
        authority=settings.controller_authority,
    )


def defaults_of(settings: Settings) -> Defaults:
    """What a chat gets that chose nothing."""
    return Defaults(remind_before=settings.remind_before, quiet_hours=settings.quiet_hours, language=settings.language)


def post_of(desk: Desk, settings: Settings, messenger: Messenger) -> Post:
    """What delivering needs."""
    return Post(
        database=desk.database,
        messenger=messenger,
        now=desk.now,
        zone=desk.zone,
        defaults=defaults_of(settings),
        operators=settings.operators,
    )


async def serve(desk: Desk, settings: Settings, *, token: str, api: str, stop: asyncio.Event) -> None:
    """Answers Telegram's updates, reads the configured councils and tells people, until `stop`.

    Raises telegram's errors where going on is useless.
    """
    pacing, skew = Pacing(rate=settings.send_rate), clock_skew(settings, desk.now)
    transport = AiohttpRequest(on_date=skew.heard)
    application = build_application(token=token, api=api, transport=transport, pacing=pacing)
    post = post_of(desk, settings, TelegramMessenger(application.bot, pacing))

    async def tell_those_who_wait(due: Sequence[Waiting]) -> None:
        await tell(application.bot, desk, due)

    try:
        async with (
            running(application),
            collecting(settings, desk.database, now=desk.now, on_due=tell_those_who_wait) as collector,
            notifying(post, every=min(_TICK, settings.sync_every * 30), stop=stop, may_remind=skew.trusted),
        ):
            add_conversations(application, replace(desk, wake=collector.wake))
            await introduce(application.bot, desk)
            await Polling(application, request=AiohttpRequest(on_date=skew.heard)).run(stop)
    except Unwelcome:
        raise TokenRejected from None
