"""In which language a chat is answered: the one it chose, else its Telegram's, in groups the council's."""

import logging

from telegram import Update
from telegram.constants import ChatType

from council.served.languages import Language, spoken
from handlers.desk import Desk, Place
from storage.choosing import language_of
from storage.errors import StorageError

_log = logging.getLogger(__name__)


def usual_language(update: Update, desk: Desk) -> Language:
    """In private the person's own language as Telegram tells it, in groups the council's."""
    chat, user = update.effective_chat, update.effective_user
    if chat is None or user is None or chat.type != ChatType.PRIVATE:
        return desk.language
    return spoken(user.language_code, desk.language)


async def chosen_language(place: Place | None, desk: Desk) -> Language | None:
    """The one stored for this chat or topic; None where there is none, or where it cannot be read just now."""
    if place is None:
        return None
    try:
        return await desk.database.read(language_of, place.chat, place.topic)
    except StorageError as fault:
        # Whatever is wrong, the person gets an answer that says so.
        _log.warning("language.unread", extra={"why": str(fault)})
        return None
