"""Who decides what a chat follows: whoever is there in private, in groups their admins."""

from telegram import CallbackQuery

from council.served.subscribers import ChatKind
from handlers.desk import Place, Question
from handlers.places import is_admin
from handlers.sending import acknowledge


async def decides(query: CallbackQuery, question: Question) -> Place | None:
    """The place this person may decide for; None when not, and then that was said."""
    place = question.place
    if place is None:
        await acknowledge(query, question.words.label("stale-button"))
        return None
    if place.kind is ChatKind.GROUP and not await is_admin(query, place.chat):
        await acknowledge(query, question.words.label("follow-admins"))
        return None
    return place
