"""`/loeschen`: one question, and then nothing of this chat is left; `/abbrechen`: there is nothing to cancel."""

import logging

from telegram import CallbackQuery

from council.served.subscribers import ChatKind
from handlers.deciding import decides
from handlers.desk import Question
from handlers.sending import acknowledge, replace
from storage.erasing import Held, erase_chat, held_of
from storage.errors import StorageError
from views import erasing as views
from views.actions import Action
from views.message import Message

_log = logging.getLogger(__name__)


async def erase(question: Question) -> tuple[Message, ...]:
    """What would go; only the button below it erases, and in groups only for admins."""
    place, words = question.place, question.words
    held = await question.desk.database.read(held_of, place.chat) if place else None
    if place is None or not held:
        return (views.nothing_to_erase(words),)
    return (views.ask(_forgotten(held), is_group=place.kind is ChatKind.GROUP, words=words),)


async def erase_now(query: CallbackQuery, question: Question, _: Action) -> None:
    """Erases the chat in which the button was pressed, all its topics included, down to the files' bytes."""
    place = await decides(query, question)
    if place is None:
        return
    database, words = question.desk.database, question.words
    held = await database.transaction(erase_chat, place.chat)
    if not held:
        await acknowledge(query, words.label("erase-nothing"))
        return
    try:
        await database.scrub()
    except StorageError as fault:
        # It is deleted; its bytes are tried again every few minutes (notices/finding.py).
        _log.warning("database.unscrubbed", extra={"why": str(fault)})
    await acknowledge(query)
    await replace(query, views.erased(_forgotten(held), words=words))


async def keep(query: CallbackQuery, question: Question, _: Action) -> None:
    """Nothing is erased."""
    if await decides(query, question) is None:
        return
    await acknowledge(query)
    await replace(query, views.kept(question.words))


async def cancel(question: Question) -> tuple[Message, ...]:
    """No conversation of ours waits for anything."""
    return (views.nothing_to_cancel(question.words),)


def _forgotten(held: Held) -> views.Forgotten:
    return views.Forgotten(
        places=held.places, subscriptions=held.subscriptions, notices=held.notices, questions=held.questions
    )
