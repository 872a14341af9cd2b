"""The table of contents: which conversation answers what, and the menu Telegram shows."""

from typing import Any, TypeAlias

from telegram import BotCommand
from telegram import Message as Received
from telegram.constants import ChatType
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ExtBot,
    MessageHandler,
    filters,
)

from council.served.languages import Language
from handlers.agenda import agenda
from handlers.answering import Conversation, answering, pressing
from handlers.buttons import RIGHTS, press
from handlers.committees import committees
from handlers.desk import Desk
from handlers.erasing import cancel, erase
from handlers.free_text import free_text, unknown_command
from handlers.membership import membership, migration
from handlers.my_data import my_data
from handlers.open_papers import open_papers
from handlers.operations import operation
from handlers.privacy import privacy
from handlers.search import search
from handlers.sessions import sessions
from handlers.settings import settings
from handlers.status import status
from handlers.stock import stock_of
from handlers.subscriptions import subscriptions
from handlers.welcome import help_text, not_text, start
from views.welcome import descriptions, menu
from views.wording import words_of

App: TypeAlias = Application[Any, Any, Any, Any, Any, Any]

# Every command with its conversation; German first, then its English name.
COMMANDS: tuple[tuple[tuple[str, ...], Conversation], ...] = (
    (("status",), status),
    (("suche", "search"), search),
    (("gremien", "committees"), committees),
    (("termine", "sessions"), sessions),
    (("tagesordnung", "agenda"), agenda),
    (("offen", "open"), open_papers),
    (("abos", "following"), subscriptions),
    (("einstellungen", "settings"), settings),
    (("datenschutz", "privacy"), privacy),
    (("meinedaten", "mydata"), my_data),
    (("loeschen", "erase"), erase),
    (("abbrechen", "cancel"), cancel),
    (("hilfe", "help"), help_text),
    (("start",), start),
)

# What everybody has a right to, shut out or not.
_RIGHTS = frozenset({privacy, my_data, erase})

# What the command menu shows, in this order, and the phrase that explains it.
_MENU: dict[Language, tuple[tuple[str, str], ...]] = {
    Language.DE: (
        ("status", "menu-status"),
        ("offen", "menu-open"),
        ("abos", "menu-following"),
        ("gremien", "menu-committees"),
        ("termine", "menu-sessions"),
        ("tagesordnung", "menu-agenda"),
        ("suche", "menu-search"),
        ("einstellungen", "menu-settings"),
        ("hilfe", "menu-help"),
        ("start", "menu-start"),
        ("datenschutz", "menu-privacy"),
        ("meinedaten", "menu-my-data"),
        ("loeschen", "menu-erase"),
    ),
    Language.EN: (
        ("status", "menu-status"),
        ("open", "menu-open"),
        ("following", "menu-following"),
        ("committees", "menu-committees"),
        ("sessions", "menu-sessions"),
        ("agenda", "menu-agenda"),
        ("search", "menu-search"),
        ("settings", "menu-settings"),
        ("help", "menu-help"),
        ("start", "menu-start"),
        ("privacy", "menu-privacy"),
        ("mydata", "menu-my-data"),
        ("erase", "menu-erase"),
    ),
}

# Edited messages are not asked again.
_NEW = filters.UpdateType.MESSAGE


class _ReplyToUs(filters.MessageFilter):
    """In a group only a reply to one of our own messages is meant for us."""

    def filter(self, message: Received) -> bool:
        answered = message.reply_to_message
        return bool(answered and answered.from_user and answered.from_user.id == message.get_bot().id)


class _CommandForUs(filters.MessageFilter):
    """An unknown command: ours in private; in a group only if it names us, else it may be another bot's."""

    def filter(self, message: Received) -> bool:
        command = (message.text or "").split(maxsplit=1)[0]
        return message.chat.type == ChatType.PRIVATE or command.casefold().endswith(
            f"@{message.get_bot().username}".casefold()
        )


def add_conversations(application: App, desk: Desk) -> None:
    """Registers every conversation. The first that matches answers; what nobody matches is not meant for us."""
    for names, conversation in COMMANDS:
        callback = answering(conversation, desk, for_all=conversation in _RIGHTS)
        application.add_handler(CommandHandler(names, callback, filters=_NEW))
    # For anybody else, and in groups, this command does not exist.
    operators = filters.ChatType.PRIVATE & filters.User(desk.operators) & _NEW
    application.add_handler(CommandHandler(("betrieb", "operation"), answering(operation, desk), filters=operators))
    application.add_handler(CallbackQueryHandler(pressing(press, desk, for_all=RIGHTS)))
    application.add_handler(ChatMemberHandler(membership(desk), ChatMemberHandler.MY_CHAT_MEMBER))
    application.add_handler(MessageHandler(filters.StatusUpdate.MIGRATE, migration(desk)))
    unknown = filters.COMMAND & _CommandForUs() & _NEW
    application.add_handler(MessageHandler(unknown, answering(unknown_command, desk)))
    private = filters.ChatType.PRIVATE & _NEW
    asked = private | (filters.ChatType.GROUPS & _ReplyToUs() & _NEW)
    application.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND & asked, answering(free_text, desk)))
    content = private & ~filters.TEXT & ~filters.StatusUpdate.ALL
    application.add_handler(MessageHandler(content, answering(not_text, desk)))


async def introduce(bot: ExtBot[Any], desk: Desk) -> None:
    """Sets the command menu and the descriptions that Telegram shows, in every language."""
    stock, _ = await stock_of(desk)
    for language in Language:
        words = words_of(language)
        entries = menu(_MENU[language], words=words, example=stock.example)
        code = None if language is desk.language else str(language)
        await bot.set_my_commands([BotCommand(name, about) for name, about in entries], language_code=code)
        description, short = descriptions(words)
        await bot.set_my_description(description, language_code=code)
        await bot.set_my_short_description(short, language_code=code)
