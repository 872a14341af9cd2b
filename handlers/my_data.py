"""`/meinedaten`: everything that is stored about this chat, as a file."""

import asyncio
from functools import partial

from telegram import CallbackQuery

from council.served.subscribers import ChatKind
from handlers.attaching import attach
from handlers.deciding import decides
from handlers.desk import Question
from handlers.pending import Answers
from handlers.sending import acknowledge
from storage.chat_data import data_of_chat
from storage.erasing import held_of
from views import stored_data as views
from views.actions import Action
from views.attachment import Attachment


async def my_data(question: Question) -> Answers:
    """The file, in groups a button for it, or that there is nothing."""
    place = question.place
    if place is None or not await question.desk.database.read(held_of, place.chat):
        return (views.nothing_stored(question.words),)
    if place.kind is ChatKind.GROUP:
        return (views.ask_in_group(question.words),)
    return (await _file(question, place.chat),)


async def send_data(query: CallbackQuery, question: Question, _: Action) -> None:
    """The file for an admin who pressed."""
    place = await decides(query, question)
    if place is None:
        return
    if not await question.desk.database.read(held_of, place.chat):
        await acknowledge(query, question.words.label("data-nothing"))
        return
    file = await _file(question, place.chat)
    await acknowledge(query)
    await attach(query, file)


async def _file(question: Question, chat: int) -> Attachment:
    desk = question.desk
    found = await desk.database.read_slowly(data_of_chat, chat)
    tables = {each.table: each.rows for each in found}
    making = partial(views.stored_data, tables, now=desk.now(), zone=desk.zone, words=question.words)
    return await asyncio.to_thread(making)
