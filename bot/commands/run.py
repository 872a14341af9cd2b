"""`ratsbote run`: the assistant in Telegram."""

import argparse
import asyncio
import logging
import signal

from telegram.error import TelegramError

from bot.assistant import desk_of, serve
from bot.clock import refuse_moved_clock
from bot.errors import CommandError
from bot.instance import only_instance
from bot.logs import set_up_logging
from bot.settings import Settings, load_settings, unknown_names
from bot.telegram.errors import AnotherInstance, TokenRejected

_log = logging.getLogger(__name__)


def run(options: argparse.Namespace) -> int:
    """Until SIGTERM or SIGINT, or until going on is useless."""
    settings = load_settings()
    refuse_moved_clock(settings)
    token = settings.token()
    set_up_logging(settings.log_level, settings.log_format)
    for name in unknown_names():
        _log.warning("setting.unknown", extra={"setting": name})
    with only_instance(settings.database):
        asyncio.run(_serve(settings, token))
    return 0


async def _serve(settings: Settings, token: str) -> None:
    stop = asyncio.Event()
    for wanted in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(wanted, stop.set)
    async with desk_of(settings) as desk:
        try:
            await serve(desk, settings, token=token, api=settings.telegram_api, stop=stop)
        except (TokenRejected, AnotherInstance) as useless:
            raise CommandError(useless.message, exit_code=78) from None
        except TelegramError as fault:
            raise CommandError(f"Telegram ({settings.telegram_api}) antwortet nicht: {fault.message}") from None
