"""A bot that says what it is told, made of our parts; run as a process of its own, to be killed."""

import asyncio
import signal
import sys
from typing import Any

from telegram import Update
from telegram.ext import MessageHandler, filters

from bot.telegram.application import build_application, running
from bot.telegram.polling import Polling
from bot.telegram.transport import AiohttpRequest


async def echo(update: Update, _context: Any) -> None:
    assert update.effective_message is not None
    assert update.effective_message.text is not None
    await update.effective_message.reply_text(update.effective_message.text)


async def main(api: str, token: str) -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    application = build_application(
        token=token, api=api, transport=AiohttpRequest(), handlers=[MessageHandler(filters.TEXT, echo)]
    )
    async with running(application):
        await Polling(application, request=AiohttpRequest()).run(stop)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2]))
