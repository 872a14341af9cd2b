"""`ratsbote ask TEXT`: the answer a private chat would get, by the same handlers, printed instead of sent."""

import argparse
import asyncio
from dataclasses import replace
from datetime import UTC, datetime

from telegram import Update

from bot.assistant import desk_of
from bot.settings import Settings, load_settings
from bot.telegram.application import build_application, running
from bot.telegram.printing import PRINTING_TOKEN, PrintingRequest
from council.served.languages import Language
from handlers.menu import add_conversations

_SOMEBODY = 2


def run(options: argparse.Namespace) -> int:
    """Prints every message of the answer, its buttons below it."""
    settings = load_settings()
    language = Language(options.language) if options.language else settings.language
    print("\n\n".join(asyncio.run(answers(settings, options.text, language))))
    return 0


async def answers(settings: Settings, text: str, language: Language) -> tuple[str, ...]:
    """The messages that a private chat in this language would get, as plain text."""
    printer = PrintingRequest()
    application = build_application(token=PRINTING_TOKEN, api=settings.telegram_api, transport=printer)
    async with desk_of(settings) as desk, running(application):
        # Whoever sits at the command line is the operator: no chat has to be enabled for that. And what is printed
        # cannot be edited into a later answer.
        here = replace(desk, language=language, allowed_chats=frozenset(), looks_up=False)
        add_conversations(application, here)
        update = Update.de_json(_message(text, language), application.bot)
        await application.process_update(update)
    return printer.collected


def _message(text: str, language: Language) -> dict[str, object]:
    person = {"id": _SOMEBODY, "is_bot": False, "first_name": "Mensch", "language_code": str(language)}
    message: dict[str, object] = {
        "message_id": 1,
        "date": int(datetime.now(UTC).timestamp()),
        "chat": {"id": _SOMEBODY, "type": "private", "first_name": "Mensch"},
        "from": person,
        "text": text,
    }
    if text.startswith("/"):
        command = text.split(maxsplit=1)[0]
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(command.encode("utf-16-le")) // 2}]
    return {"update_id": 1, "message": message}
