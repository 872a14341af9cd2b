"""`/tagesordnung`: the agenda of a committee's next session, the chat's own items first."""

from collections.abc import Sequence

from telegram import CallbackQuery

from council.served.days import Days
from handlers.committees import committees_or_one
from handlers.desk import Question
from handlers.followed import follower_row
from handlers.sending import acknowledge, add, replace
from handlers.sessions import coming
from storage.database import Connection
from storage.following import session_for
from storage.organizations import organization_row
from storage.subscriptions import following_organization
from views import agenda as views
from views.actions import Action, fitting_words
from views.message import Message
from views.session_line import SessionEntry
from views.sessions import choose_agenda

# As many buttons as one can look over.
_MOST_CHOICES = 10


async def agenda(question: Question) -> tuple[Message, ...]:
    """`/tagesordnung Hauptausschuss`; without words, or where several are meant, a choice."""
    asked = fitting_words(question.text)

    def found(connection: Connection) -> Message:
        return _next(connection, question, asked) if asked else _choice(connection, question)

    return (await question.desk.database.read_slowly(found),)


async def open_session(query: CallbackQuery, question: Question, action: Action) -> None:
    """A session's agenda as a new message."""
    message = await _page(question, action.number, 1)
    await acknowledge(query, None if message else question.words.label("session-gone"))
    if message is not None:
        await add(query, (message,))


async def turn_agenda(query: CallbackQuery, question: Question, action: Action) -> None:
    """Another page of it, in place."""
    message = await _page(question, action.number, action.page)
    await acknowledge(query, None if message else question.words.label("session-gone"))
    if message is not None:
        await replace(query, message)


async def _page(question: Question, row: int, page: int) -> Message | None:
    def found(connection: Connection) -> Message | None:
        return _agenda(connection, question, row, page=page)

    return await question.desk.database.read(found)


async def agenda_of(question: Question, asked: str, days: Days | None) -> Message:
    """Of the session on these days (None: the next one) of the committee that is meant."""

    def found(connection: Connection) -> Message:
        return _next(connection, question, asked, days)

    return await question.desk.database.read_slowly(found)


def _next(connection: Connection, question: Question, asked: str, days: Days | None = None) -> Message:
    """Of the committee's next session; of several committees a choice, of none what there is of that name."""
    best = _next_ones(coming(connection, question, asked, days))
    if len(best) > 1:
        return choose_agenda(best[:_MOST_CHOICES], words=question.words)
    message = _agenda(connection, question, best[0].row, page=1) if best else None
    return message or committees_or_one(connection, question, fitting_words(asked))


def _choice(connection: Connection, question: Question) -> Message:
    """Coming sessions whose agenda is out, those of followed committees first."""
    out = [entry for entry in coming(connection, question, "") if entry.agenda and not entry.meeting.cancelled]
    out.sort(key=lambda entry: not entry.followed)
    return choose_agenda(out[:_MOST_CHOICES], words=question.words)


def _next_ones(entries: Sequence[SessionEntry]) -> tuple[SessionEntry, ...]:
    """Each committee's next session, rather one that takes place."""
    first: dict[tuple[str | None, str], SessionEntry] = {}
    for entry in sorted(entries, key=lambda each: each.meeting.cancelled):
        first.setdefault((entry.body, entry.name), entry)
    return tuple(first.values())


def _agenda(connection: Connection, question: Question, row: int, *, page: int) -> Message | None:
    subscriber = follower_row(connection, question)
    own = session_for(connection, subscriber, row)
    if own is None:
        return None
    stored = own.stored
    organization = organization_row(connection, stored.body.key, stored.known.meeting.organization or "")
    followed = subscriber and organization and following_organization(connection, subscriber, organization)
    shown = views.Agenda(
        row=row,
        body=stored.body.name,
        session=own.shown,
        non_public=any(not each.item.public for each in stored.known.items),
        read_at=stored.agenda_read_at or stored.read_at,
        organization=organization,
        followed=bool(followed),
    )
    return views.agenda(shown, page=page, zone=question.desk.zone, words=question.words)
