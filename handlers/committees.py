"""`/gremien`: the committees, and one of them with its sessions."""

from collections.abc import Sequence
from datetime import timedelta

from telegram import CallbackQuery

from handlers.committee_choice import meant
from handlers.desk import Question
from handlers.followed import followed_organizations, follower_row
from handlers.sending import acknowledge, add, replace
from handlers.session_entries import session_entry
from storage import committees as stored
from storage.bodies import all_bodies
from storage.database import Connection
from storage.subscriptions import following_organization
from views import committees as views
from views.actions import Action, fitting_words
from views.message import Message

_LOOK_BACK = timedelta(days=400)
_MOST_COMING = 6
_MOST_PAST = 4


async def committees(question: Question) -> tuple[Message, ...]:
    """`/gremien`, `/gremien Sozial`: the list, or the only one that is meant."""

    def found(connection: Connection) -> Message:
        return committees_or_one(connection, question, fitting_words(question.text))

    return (await question.desk.database.read_slowly(found),)


def committees_or_one(connection: Connection, question: Question, asked: str) -> Message:
    """The list of all that are meant; one that is meant alone is shown with its sessions."""
    found = _found(connection, question, asked)
    only = committee_view(connection, question, found[0].row) if asked and len(found) == 1 else None
    return only or _list(found, question, asked, page=1)


async def show_committees(query: CallbackQuery, question: Question, _: Action) -> None:
    """The first page of all of them as a new message."""
    found = await question.desk.database.read_slowly(_found, question, "")
    message = _list(found, question, "", page=1)
    await acknowledge(query)
    await add(query, (message,))


async def turn_committees(query: CallbackQuery, question: Question, action: Action) -> None:
    """Another page of the list, in place."""
    found = await question.desk.database.read_slowly(_found, question, action.words)
    message = _list(found, question, action.words, page=action.page)
    await acknowledge(query)
    await replace(query, message)


async def open_committee(query: CallbackQuery, question: Question, action: Action) -> None:
    """One committee as a new message."""
    message = await question.desk.database.read(committee_view, question, action.number)
    if message is None:
        await acknowledge(query, question.words.label("committee-gone"))
        return
    await acknowledge(query)
    await add(query, (message,))


def _list(found: Sequence[views.Committee], question: Question, asked: str, *, page: int) -> Message:
    return views.committees(found, asked=asked, page=page, zone=question.desk.zone, words=question.words)


def _found(connection: Connection, question: Question, asked: str) -> tuple[views.Committee, ...]:
    bodies = {body.key: body.name for body in all_bodies(connection)}
    followed = followed_organizations(connection, question)
    every = stored.committees(connection, body=None, today=question.desk.today())
    return tuple(
        _committee(each, bodies if len(bodies) > 1 else {}, is_followed=each.row in followed)
        for each in (meant(asked, every) if asked else every)
    )


def committee_view(
    connection: Connection, question: Question, row: int, *, is_asked_when: bool = False
) -> Message | None:
    """One committee with its sessions; None where there is no such. `is_asked_when`: the first line says when next."""
    today = question.desk.today()
    one = stored.committee(connection, row, today=today)
    if one is None:
        return None
    bodies = {body.key: body.name for body in all_bodies(connection)}
    subscriber = follower_row(connection, question)
    followed = subscriber is not None and following_organization(connection, subscriber, row) is not None
    coming = stored.sessions_of_committee(connection, row, first=today, most=_MOST_COMING)
    past = stored.sessions_of_committee(
        connection, row, first=today - _LOOK_BACK, last=today - timedelta(days=1), most=100
    )
    return views.committee(
        _committee(one, bodies, is_followed=followed),
        coming=tuple(session_entry(each) for each in coming),
        past=tuple(session_entry(each) for each in reversed(past[-_MOST_PAST:])),
        zone=question.desk.zone,
        words=question.words,
        is_asked_when=is_asked_when,
    )


def _committee(one: stored.Committee, bodies: dict[str, str], *, is_followed: bool) -> views.Committee:
    return views.Committee(
        row=one.row,
        name=one.name,
        next_day=one.next_day,
        next_start=one.next_start,
        followed=is_followed,
        body=bodies.get(one.body),
    )
