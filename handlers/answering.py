"""The frame around every conversation: who may ask, in which language, and an answer even when something breaks."""

import logging
from collections.abc import Awaitable, Callable, Collection, Coroutine
from typing import Any, TypeAlias

from telegram import CallbackQuery, Update
from telegram import Message as Received
from telegram.ext import CallbackContext, ExtBot

from handlers.attaching import attach_below
from handlers.desk import Desk, Question
from handlers.pending import Answer, Answers, Pending, wait_for
from handlers.places import place_of
from handlers.sending import acknowledge, reply
from handlers.speaking import chosen_language, usual_language
from views.attachment import Attachment
from views.trouble import not_allowed, trouble
from views.wording import Words, words_of

_log = logging.getLogger(__name__)

# python-telegram-bot's own generics; nothing of ours is kept in its dictionaries.
Context: TypeAlias = CallbackContext[ExtBot[Any], dict[Any, Any], dict[Any, Any], dict[Any, Any]]
Conversation: TypeAlias = Callable[[Question], Awaitable[Answers]]
Pressing: TypeAlias = Callable[[CallbackQuery, Question], Awaitable[None]]
Callback: TypeAlias = Callable[[Update, Context], Coroutine[Any, Any, None]]


def answering(conversation: Conversation, desk: Desk, *, for_all: bool = False) -> Callback:
    """A callback for python-telegram-bot that answers a message by a conversation, whatever happens.

    `for_all`: also in chats that are not enabled (any more).
    """

    async def callback(update: Update, context: Context) -> None:
        received = update.effective_message
        if received is None:
            return
        usual, place = usual_language(update, desk), place_of(received)
        if not (for_all or desk.allows(received.chat.id)):
            await reply(received, not_allowed(received.chat.id, words=words_of(usual)))
            return
        command, text = split_command(received.text or "")
        words = words_of(await chosen_language(place, desk) or usual)
        question = Question(text=text, words=words, desk=desk, command=command, place=place, usual_language=usual)
        for answer in await _answers(conversation, question, update):
            await _send(received, answer, question)

    return callback


def pressing(press: Pressing, desk: Desk, *, for_all: Collection[str] = ()) -> Callback:
    """The same for a pressed button, whose data become the question's text; `for_all` are data of buttons."""

    async def callback(update: Update, context: Context) -> None:
        query = update.callback_query
        if query is None:
            return
        usual, place = usual_language(update, desk), place_of(query.message)
        chat = query.message.chat.id if query.message else query.from_user.id
        if not (query.data in for_all or desk.allows(chat)):
            await acknowledge(query, not_allowed(chat, words=words_of(usual)).text.unescape())
            return
        words = words_of(await chosen_language(place, desk) or usual)
        question = Question(text=query.data or "", words=words, desk=desk, place=place, usual_language=usual)
        await _press(press, query, question, update)

    return callback


def split_command(text: str) -> tuple[str, str]:
    """("/status", "20-1554") of "/status@ratsbote_bot 20-1554"; ("", text) of anything else."""
    if not text.startswith("/"):
        return "", text
    command, *rest = text.split(maxsplit=1)
    return command.partition("@")[0], rest[0] if rest else ""


async def _send(received: Received, answer: Answer, question: Question) -> None:
    if isinstance(answer, Attachment):
        await attach_below(received, answer)
    elif isinstance(answer, Pending):
        await wait_for(answer, await reply(received, answer.message), question)
    else:
        await reply(received, answer)


async def _answers(conversation: Conversation, question: Question, update: Update) -> Answers:
    try:
        return await conversation(question)
    except Exception:  # noqa: BLE001 - the update handler: whatever breaks, the person gets an answer
        return (trouble(_logged(update), words=question.words),)


async def _press(press: Pressing, query: CallbackQuery, question: Question, update: Update) -> None:
    try:
        await press(query, question)
    except Exception:  # noqa: BLE001 - as above, for buttons
        _logged(update)
        await acknowledge(query, _short(question.words))


def _logged(update: Update) -> str:
    """Logs the fault being handled and gives the reference that finds it."""
    reference = f"{update.update_id:x}"
    _log.exception("update failed", extra={"update": update.update_id, "reference": reference})
    return reference


def _short(words: Words) -> str:
    return words.label("trouble-short")
