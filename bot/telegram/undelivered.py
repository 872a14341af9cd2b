"""What a failed call to Telegram means for a notice: its errors as DeliveryErrors, by Telegram's own words."""

from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from bot.telegram.errors import Failure, failure_of
from notices.errors import ChatGone, ChatMoved, DeliveryError, NotAllowed, NotSent, Rejected, Uncertain

# Telegram Bot API server, Client.cpp. A 403 without one of the second kind means that the chat is out of reach.
_GONE = (
    "chat not found",
    "user is deactivated",
    "user not found",
    "peer_id_invalid",
    "group chat was deactivated",
    "group chat was deleted",
)
_NOT_ALLOWED = (
    "rights",  # "not enough rights to …", "have no rights to …", "need administrator rights in …"
    "topic_closed",
    "topic_deleted",
    "message thread not found",
    "chat_write_forbidden",
    "chat_restricted",
    "chat_send_plain_forbidden",
)


def delivery_error(error: TelegramError) -> DeliveryError:
    """Everything but a 429, which only the pacing can explain, and a rejected token, which is no matter of a notice."""
    if isinstance(error, ChatMigrated):
        return ChatMoved(error.new_chat_id)
    text = error.message.casefold()
    if isinstance(error, (BadRequest, Forbidden)) and any(words in text for words in _NOT_ALLOWED):
        return NotAllowed(error.message)
    if isinstance(error, Forbidden) or (isinstance(error, BadRequest) and any(words in text for words in _GONE)):
        return ChatGone(error.message)
    match failure_of(error):
        case Failure.NOT_SENT:
            return NotSent(error.message)
        case Failure.REFUSED:
            return Rejected(error.message)
        case _:
            return Uncertain(error.message)


def stands_already(error: TelegramError) -> bool:
    """The message to be edited already is as it should be."""
    return isinstance(error, BadRequest) and "message is not modified" in error.message.casefold()
