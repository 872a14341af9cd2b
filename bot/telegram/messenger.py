"""The door through which notices go out: python-telegram-bot on this side, DeliveryErrors on the other."""

from typing import Any

from telegram import LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import InvalidToken, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.telegram.pacing import Pacing, Purpose
from bot.telegram.undelivered import delivery_error, stands_already
from handlers.sending import keyboard
from notices.errors import DeliveryError, TryLater, Uncertain, Unwelcome
from views.message import LONGEST_TEXT, Message, plain

# What python-telegram-bot makes of an answer that says "ok" and then something else than a message.
_UNREADABLE = (AttributeError, KeyError, TypeError, ValueError)


class TelegramMessenger:
    """Sends notices in their turn, each call one attempt. `pacing` is the bot's own rate limiter.

    Words without markup go as plain text, cut where a message ends: the last way for what Telegram refuses to read.
    """

    __slots__ = ("_bot", "_pacing")

    def __init__(self, bot: ExtBot[Any], pacing: Pacing) -> None:
        self._bot = bot
        self._pacing = pacing

    async def send(self, chat: int, topic: int | None, message: Message, *, silent: bool) -> int:
        """See `notices.messenger.Messenger`."""
        shape = _shape(message)
        try:
            sent = await self._bot.send_message(
                chat,
                message_thread_id=topic,
                disable_notification=silent,
                rate_limit_args=Purpose.NOTICE,
                **shape,
            )
            number = sent.message_id
        except TelegramError as error:
            raise self._explained(error, chat) from None
        except _UNREADABLE as error:
            raise Uncertain(f"The answer is not a message ({type(error).__name__})") from None
        return number

    async def edit(self, chat: int, message_id: int, message: Message) -> None:
        """See `notices.messenger.Messenger`."""
        shape = _shape(message)
        try:
            await self._bot.edit_message_text(
                chat_id=chat, message_id=message_id, rate_limit_args=Purpose.NOTICE, **shape
            )
        except TelegramError as error:
            if not stands_already(error):
                raise self._explained(error, chat) from None
        except _UNREADABLE as error:
            raise Uncertain(f"The answer is not a message ({type(error).__name__})") from None

    def ready_in(self, chat: int) -> float:
        """See `notices.messenger.Messenger`."""
        return self._pacing.ready_in(chat)

    def is_paused(self) -> bool:
        """See `notices.messenger.Messenger`."""
        return self._pacing.all_wait

    def _explained(self, error: TelegramError, chat: int) -> DeliveryError | Unwelcome:
        if isinstance(error, InvalidToken):
            return Unwelcome()
        if isinstance(error, RetryAfter):
            return TryLater(self.ready_in(chat), everywhere=self._pacing.all_wait)
        return delivery_error(error)


def _shape(message: Message) -> dict[str, Any]:
    has_markup = "<" in message.text
    return {
        "text": str(message.text) if has_markup else _cut(plain(message.text)),
        "parse_mode": ParseMode.HTML if has_markup else None,
        "reply_markup": keyboard(message),
        "link_preview_options": LinkPreviewOptions(is_disabled=True),
    }


def _cut(text: str) -> str:
    """As much of it as one message takes, in UTF-16 units."""
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * LONGEST_TEXT:
        return text
    return units[: 2 * (LONGEST_TEXT - 1)].decode("utf-16-le", "ignore") + "…"
