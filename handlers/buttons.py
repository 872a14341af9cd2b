"""Pressed buttons: each says what is wanted, so pressing twice or after a year does no harm."""

from telegram import CallbackQuery

from handlers.desk import Question
from handlers.search import results_page
from handlers.sending import acknowledge, add, replace
from handlers.status import card
from handlers.stock import stock_of
from storage.questions import OpenedPaper, open_row
from views.actions import Act, Action, parse_action
from views.message import Message
from views.paper_text import paper_text
from views.search_results import search_how
from views.welcome import help_text


async def press(query: CallbackQuery, question: Question) -> None:
    """Does what the button says. Data that no keyboard of ours ever had get a word, and change nothing."""
    action = parse_action(question.text)
    if action is None:
        await acknowledge(query, question.words.label("stale-button"))
        return
    if action.act in {Act.OPEN, Act.CARD, Act.TEXT}:
        await _about_paper(query, question, action)
        return
    message = await _general(question, action)
    await acknowledge(query)
    if action.act is Act.FIND:
        await replace(query, message)
    else:
        await add(query, (message,))


async def _about_paper(query: CallbackQuery, question: Question, action: Action) -> None:
    opened = await question.desk.database.read(open_row, action.number)
    if opened is None:
        await acknowledge(query, question.words.label("text-gone"))
        return
    # Made before the waiting sign ends: if that fails, the person can still be told.
    message = _about(question, action, opened)
    await acknowledge(query)
    if action.act is Act.OPEN:
        await add(query, (message,))
    else:
        await replace(query, message)


def _about(question: Question, action: Action, opened: OpenedPaper) -> Message:
    if action.act is Act.TEXT:
        return paper_text(opened.known, page=action.page, words=question.words)
    return card(question, opened)


async def _general(question: Question, action: Action) -> Message:
    if action.act is Act.FIND:
        return await results_page(question, action.words, page=action.page or action.number)
    if action.act is Act.FIND_HOW:
        return search_how(question.words)
    stock, _ = await stock_of(question.desk)
    return help_text(stock, words=question.words)
