"""Sessions for somebody's own calendar: one, or all that concern this chat, as a file."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from telegram import CallbackQuery

from handlers.attaching import attach
from handlers.desk import Question
from handlers.followed import follower_row
from handlers.sending import acknowledge
from storage.database import Connection
from storage.following import OwnSession, session_for, sessions_ahead_of
from views.actions import Action
from views.calendar_entry import CalendarEntry, entry_uid
from views.calendars import all_sessions_file, session_file

# Asked for month by month: each question looks at a limited number of sessions.
_MONTH = timedelta(days=31)
_MONTHS = 12
# More than any chat attends; a file of them has some 300 kB.
_MOST_SESSIONS = 400


@dataclass(frozen=True, slots=True)
class _Ahead:
    """All that fits, and how many more there are."""

    entries: tuple[CalendarEntry, ...]
    left_out: int


async def one_session(query: CallbackQuery, question: Question, action: Action) -> None:
    """A session's file."""

    def found(connection: Connection) -> CalendarEntry | None:
        own = session_for(connection, follower_row(connection, question), action.number)
        return _entry(own) if own and own.stored.known.meeting.day else None

    entry = await question.desk.database.read(found)
    if entry is None:
        await acknowledge(query, question.words.label("session-gone"))
        return
    desk = question.desk
    making = partial(session_file, entry, now=desk.now(), zone=desk.zone, words=question.words)
    attachment = await asyncio.to_thread(making)
    await acknowledge(query)
    await attach(query, attachment)


async def all_sessions(query: CallbackQuery, question: Question, _: Action) -> None:
    """All coming sessions that concern this chat, in one file."""

    def found(connection: Connection) -> _Ahead:
        own = tuple(_coming(connection, question))
        return _Ahead(tuple(map(_entry, own[:_MOST_SESSIONS])), max(0, len(own) - _MOST_SESSIONS))

    ahead = await question.desk.database.read_slowly(found)
    if not ahead.entries:
        await acknowledge(query, question.words.label("calendar-nothing"))
        return
    desk = question.desk
    making = partial(all_sessions_file, ahead.entries, now=desk.now(), zone=desk.zone, words=question.words)
    attachment = await asyncio.to_thread(making, left_out=ahead.left_out)
    await acknowledge(query)
    await attach(query, attachment)


def _coming(connection: Connection, question: Question) -> Iterator[OwnSession]:
    """From today on, earliest first; the cancelled ones too, so that a calendar strikes them."""
    subscriber = follower_row(connection, question)
    if subscriber is None:
        return
    first = question.desk.today()
    for _ in range(_MONTHS):
        last = first + _MONTH
        yield from sessions_ahead_of(connection, subscriber, first=first, last=last, most=_MOST_SESSIONS)
        first = last + timedelta(days=1)


def _entry(own: OwnSession) -> CalendarEntry:
    stored = own.stored
    return CalendarEntry(
        uid=entry_uid(stored.body.key, stored.calendar_key, stored.row),
        sequence=stored.sequence,
        session=own.shown,
        body=stored.body.name,
        read_at=max(stored.read_at, stored.agenda_read_at or stored.read_at),
    )
