"""`/termine`: the coming sessions, or those of some days, of all committees or of those somebody names."""

from datetime import date, timedelta

from telegram import CallbackQuery

from council.served.concerns import organization_key
from council.served.days import Days, split_days
from handlers.committee_choice import Named, meant
from handlers.desk import Question
from handlers.followed import followed_organization_keys, follower_row
from handlers.sending import acknowledge, replace
from handlers.session_entries import session_entry
from storage.bodies import all_bodies
from storage.committees import committees
from storage.database import Connection
from storage.meetings import meetings_between
from storage.subscriptions import subscriptions_of
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


async def sessions_of(question: Question, asked: str, days: Days | None) -> Message:
    """Those of some days (None: the coming ones) of the committees that are meant, of all without words."""
    return await _page(question, views.words_of_list(asked, days), 1)


def coming(
    connection: Connection, question: Question, asked: str, days: Days | None = None
) -> tuple[SessionEntry, ...]:
    """Sessions (of `days`, else the coming ones) of the committees that are meant, of all without words; earliest
    first.
    """
    today = question.desk.today()
    between = (days.first, days.last) if days else (today, today + _AHEAD)
    keys = followed_organization_keys(connection, question)
    several = len(all_bodies(connection)) > 1
    every = tuple(
        session_entry(
            each, is_followed=organization_key(each.known.meeting.organization or "") in keys, several_bodies=several
        )
        for each in meetings_between(connection, *between)
    )
    return _of(connection, every, asked, today) if asked else every


def _of(connection: Connection, entries: tuple[SessionEntry, ...], asked: str, today: date) -> tuple[SessionEntry, ...]:
    """Chosen among all committees: the only one that meets these days need not be the one that is meant."""
    every: tuple[Named, ...] = (*committees(connection, today=today), *entries)
    chosen = meant(asked, every)
    names = {organization_key(each.name) for each in chosen}
    return tuple(each for each in entries if organization_key(each.name) in names)


async def _page(question: Question, asked: str, page: int) -> Message:
    def found(connection: Connection) -> tuple[tuple[SessionEntry, ...], bool]:
        subscriber = follower_row(connection, question)
        follows = subscriber is not None and bool(subscriptions_of(connection, subscriber))
        return coming(connection, question, named, days), follows

    days, named = split_days(asked)
    entries, follows = await question.desk.database.read_slowly(found)
    zone, words = question.desk.zone, question.words
    return views.sessions(entries, asked=named, days=days, page=page, zone=zone, words=words, follows=follows)
