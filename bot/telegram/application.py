"""python-telegram-bot's Application, wired with our transport and pacing, and without its own polling."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Any, TypeAlias

from telegram import LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import InvalidToken
from telegram.ext import Application, BaseHandler, BaseRateLimiter, CallbackContext, Defaults, ExtBot
from telegram.request import BaseRequest

from bot.telegram.errors import TokenRejected
from bot.telegram.pacing import Pacing, Purpose

_Data: TypeAlias = dict[Any, Any]
# The builder does not tell a context's bot that there is pacing.
_Context: TypeAlias = CallbackContext[ExtBot[None], _Data, _Data, _Data]
BotApplication: TypeAlias = Application[ExtBot[Purpose], _Context, _Data, _Data, _Data, None]


def build_application(
    *,
    token: str,
    api: str,
    transport: BaseRequest,
    handlers: Iterable[BaseHandler[Any, _Context, Any]] = (),
    pacing: BaseRateLimiter[Purpose] | None = None,
) -> BotApplication:
    """`api` is the server's address without path, as in RATSBOTE_TELEGRAM_API. The transport belongs to the
    application from here on; updates come over another one, see `Polling`."""
    server = api.rstrip("/")
    application = (
        Application.builder()
        .token(token)
        .base_url(f"{server}/bot")
        .base_file_url(f"{server}/file/bot")
        .request(transport)
        .get_updates_request(transport)  # never used, but else an httpx client is made
        .defaults(Defaults(parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)))
        .rate_limiter(pacing or Pacing())
        .updater(None)
        .job_queue(None)
        .build()
    )
    application.add_handlers(list(handlers))
    return application


@asynccontextmanager
async def running(application: BotApplication) -> AsyncIterator[None]:
    """Ready for `process_update`; asks Telegram who the bot is. Raises TokenRejected and other TelegramErrors."""
    try:
        if await _is_welcome(application):
            yield
        else:
            raise TokenRejected
    finally:
        await application.shutdown()
        # A second time does nothing; the first may have been skipped, when initializing failed half-way.
        await application.bot.request.shutdown()


async def _is_welcome(application: BotApplication) -> bool:
    # python-telegram-bot's text contains the token: its error must not become cause or context of ours.
    try:
        await application.initialize()
    except InvalidToken:
        return False
    return True
