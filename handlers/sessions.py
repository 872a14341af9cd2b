"""`/termine`: the coming sessions of all committees, or of those somebody names."""

from datetime import timedelta

from telegram import CallbackQuery

from council.served.concerns import organization_key
from handlers.committee_choice import meant
from handlers.desk import Question
from handlers.followed import followed_organization_keys
from handlers.sending import acknowledge, replace
from handlers.session_entries import session_entry
from storage.bodies import all_bodies
from storage.database import Connection
from storage.meetings import meetings_between
from views import sessions as views
from views.actions import Action, fitting_words
from views.message import Message
from views.session_line import SessionEntry

_AHEAD = timedelta(days=400)


async def sessions(question: Question) -> tuple[Message, ...]:
    """`/termine`, `/termine Hauptausschuss`: the first page."""
    return (await _page(question, fitting_words(question.text), 1),)


async def turn_sessions(query: CallbackQuery, question: Question, action: Action) -> None:
    """Another page, in place."""
    message = await _page(question, action.words, action.page)
    await acknowledge(query)
    await replace(query, message)


def coming(connection: Connection, question: Question, asked: str) -> tuple[SessionEntry, ...]:
    """Coming sessions of the committees that are meant, of all without words; earliest first."""
    today = question.desk.today()
    keys = followed_organization_keys(connection, question)
    several = len(all_bodies(connection)) > 1
    every = tuple(
        session_entry(
            each, is_followed=organization_key(each.known.meeting.organization or "") in keys, several_bodies=several
        )
        for each in meetings_between(connection, today, today + _AHEAD)
    )
    return meant(asked, every) if asked else every


async def _page(question: Question, asked: str, page: int) -> Message:
    def found(connection: Connection) -> tuple[SessionEntry, ...]:
        return coming(connection, question, asked)

    entries = await question.desk.database.read_slowly(found)
    return views.sessions(entries, asked=asked, page=page, zone=question.desk.zone, words=question.words)
