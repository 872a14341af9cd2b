"""`Verlauf`: a picture of a paper's way."""

import asyncio
from functools import partial

from telegram import CallbackQuery

from handlers.attaching import attach
from handlers.desk import Question
from handlers.opening import by_row
from handlers.sending import acknowledge
from views.actions import Action
from views.way import way_attachment


async def show_way(query: CallbackQuery, question: Question, action: Action) -> None:
    """The picture as a new message."""
    desk = question.desk
    opening = await by_row(desk, action.number, question.place)
    if opening is None:
        await acknowledge(query, question.words.label("text-gone"))
        return
    paper = opening.paper
    drawing = partial(way_attachment, today=desk.today(), zone=desk.zone, words=question.words)
    picture = await asyncio.to_thread(drawing, paper.known, paper.way)
    await acknowledge(query)
    await attach(query, picture)
