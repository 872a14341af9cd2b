"""Pressed buttons: each says what is wanted, so pressing twice or after a year does no harm."""

from collections.abc import Awaitable, Callable, Mapping
from typing import TypeAlias

from telegram import CallbackQuery

from handlers.agenda import open_session, turn_agenda
from handlers.author_spellings import exclude
from handlers.calendar import all_sessions, one_session
from handlers.committees import open_committee, show_committees, turn_committees
from handlers.desk import Question
from handlers.erasing import erase_now, keep
from handlers.following import decline, follow
from handlers.my_data import send_data
from handlers.open_papers import show_authors, show_open_papers, turn_open_followed, turn_open_papers
from handlers.opening import Opening, by_row
from handlers.operations import settle_held
from handlers.privacy import privacy
from handlers.search import results_page
from handlers.sending import acknowledge, add, replace
from handlers.sessions import turn_sessions
from handlers.settings import choose_setting, turn_settings
from handlers.status import card
from handlers.stock import stock_of
from handlers.subscriptions import change, show_subscriptions, turn_subscriptions
from handlers.way import show_way
from views.actions import Act, Action, action_data, parse_action
from views.message import Message
from views.paper_text import paper_text
from views.search_results import search_how
from views.welcome import help_text

# Whoever is shut out now may have been remembered before.
RIGHTS = frozenset(action_data(Action(act)) for act in (Act.DATA, Act.ERASE, Act.KEEP))

_Press: TypeAlias = Callable[[CallbackQuery, Question, Action], Awaitable[None]]


async def press(query: CallbackQuery, question: Question) -> None:
    """Does what the button says. Data that no keyboard of ours ever had get a word, and change nothing."""
    action = parse_action(question.text)
    if action is None:
        await acknowledge(query, question.words.label("stale-button"))
        return
    await _PRESSES[action.act](query, question, action)


async def _about_paper(query: CallbackQuery, question: Question, action: Action) -> None:
    opening = await by_row(question.desk, action.number, question.place)
    if opening is None:
        await acknowledge(query, question.words.label("text-gone"))
        return
    # Made before the waiting sign ends: if that fails, the person can still be told.
    message = _about(question, action, opening)
    await acknowledge(query)
    if action.act is Act.OPEN:
        await add(query, (message,))
    else:
        await replace(query, message)


def _about(question: Question, action: Action, opening: Opening) -> Message:
    if action.act is Act.TEXT:
        return paper_text(opening.paper.known, page=action.page, words=question.words)
    return card(question, opening)


async def _turn_results(query: CallbackQuery, question: Question, action: Action) -> None:
    message = await results_page(question, action.words, page=action.page)
    await acknowledge(query)
    await replace(query, message)


async def _search_how(query: CallbackQuery, question: Question, _: Action) -> None:
    await acknowledge(query)
    await add(query, (search_how(question.words),))


async def _help(query: CallbackQuery, question: Question, _: Action) -> None:
    stock, _row = await stock_of(question.desk)
    await acknowledge(query)
    await add(query, (help_text(stock, words=question.words),))


async def _privacy(query: CallbackQuery, question: Question, _: Action) -> None:
    messages = await privacy(question)
    await acknowledge(query)
    await add(query, messages)


_PRESSES: Mapping[Act, _Press] = {
    Act.OPEN: _about_paper,
    Act.CARD: _about_paper,
    Act.TEXT: _about_paper,
    Act.FIND: _turn_results,
    Act.FIND_HOW: _search_how,
    Act.HELP: _help,
    Act.FOLLOW_PAPER: follow,
    Act.FOLLOW_ORGANIZATION: follow,
    Act.AGREE_PAPER: follow,
    Act.AGREE_ORGANIZATION: follow,
    Act.DECLINE: decline,
    Act.LEAVE_PAPER: change,
    Act.LEAVE_ORGANIZATION: change,
    Act.UNDO_PAPER: change,
    Act.UNDO_ORGANIZATION: change,
    Act.STOP: change,
    Act.PAUSE: change,
    Act.RESUME: change,
    Act.FOLLOWING: show_subscriptions,
    Act.FOLLOWING_PAGE: turn_subscriptions,
    Act.COMMITTEES: show_committees,
    Act.COMMITTEES_PAGE: turn_committees,
    Act.COMMITTEE: open_committee,
    Act.SESSIONS: turn_sessions,
    Act.SESSION: open_session,
    Act.AGENDA: turn_agenda,
    Act.CALENDAR: one_session,
    Act.CALENDAR_ALL: all_sessions,
    Act.WAY: show_way,
    Act.OPEN_PAPERS: turn_open_papers,
    Act.OPEN_PAPERS_FOLLOWED: turn_open_followed,
    Act.AUTHOR: show_open_papers,
    Act.AUTHORS: show_authors,
    Act.FOLLOW_AUTHOR: follow,
    Act.AGREE_AUTHOR: follow,
    Act.LEAVE_AUTHOR: change,
    Act.UNDO_AUTHOR: change,
    Act.EXCLUDE_NAME: exclude,
    Act.SETTINGS: turn_settings,
    Act.SETTINGS_LANGUAGE: turn_settings,
    Act.SETTINGS_REMINDERS: turn_settings,
    Act.SETTINGS_QUIET: turn_settings,
    Act.CHOOSE: choose_setting,
    Act.AGREE_CHOICE: choose_setting,
    Act.DATA: send_data,
    Act.ERASE: erase_now,
    Act.KEEP: keep,
    Act.PRIVACY: _privacy,
    Act.RELEASE: settle_held,
    Act.DROP: settle_held,
}
