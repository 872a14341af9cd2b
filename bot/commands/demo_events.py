"""What comes next in the demo: in the sample council's story, or as a message that waits for its time."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from datetime import datetime, timedelta

from bot.commands.demo_concerns import Concerns, concerns_of, next_of_concern
from council.published.rounds import Target
from council.served.quiet_hours import planned_moment
from council.served.reminders import HORIZON, NOON
from council.served.wall_clock import on_the_wall
from handlers.desk import Desk
from simulator.council.server import CouncilServer
from storage.following import ConcernedSession, concerned_sessions
from storage.outbox import next_due
from storage.sources import source_states
from storage.subscribers import Defaults, subscriber_of
from storage.subscriptions import subscriptions_of
from storage.targets import due_targets

NextEvent = Callable[[], Awaitable[tuple[datetime, str] | None]]

_REMINDER = "Erinnerung an eine Sitzung"
_WAITING = "eine wartende Nachricht wird zugestellt"
# The bot asks every few seconds what is due: a moment later it is.
_A_MOMENT = timedelta(seconds=1)


_FIRST_READ = "Der Beispielrat wird gerade zum ersten Mal gelesen; bitte gleich noch einmal."
_EVER = timedelta(days=366)
# Seconds; the page has a little more patience.
_LONGEST_WAIT = 6.0


def next_event_of(desk: Desk, council: CouncilServer, chats: Callable[[], Iterable[int]]) -> NextEvent:
    """A function that gives the next instant (aware) at which something is to be seen, and what.

    Once one of the chats follows something, what concerns nobody is passed over. While the council is read for the
    first time nothing is news: waits for its end, and raises ValueError, in words for whoever asked, if that is long.
    """

    async def next_event() -> tuple[datetime, str] | None:
        await _first_read(desk)
        now = desk.now()
        concerns, targets = await desk.database.read(_followed, tuple(chats()), now=now, defaults=desk.defaults)
        # Takes its time: bot and chat page live on this loop.
        happening = await asyncio.to_thread(next_of_concern, council.story, now, concerns, targets)
        found = [happening, await _next_reminder(desk, now), await _next_notice(desk, now)]
        coming = [each for each in found if each is not None and each[0] > now]
        if not coming and (any_happening := council.next_happening(now, papers=False)) is not None:
            coming = [any_happening]
        if not coming:
            return None
        moment, words = min(coming, key=lambda each: each[0])
        return moment + _A_MOMENT, words

    return next_event


async def _first_read(desk: Desk) -> None:
    """Waits a little for it."""
    with suppress(TimeoutError):
        async with asyncio.timeout(_LONGEST_WAIT):
            while not await desk.database.read(_is_read):  # noqa: ASYNC110 - the collector tells only the database
                await asyncio.sleep(0.2)
            return
    raise ValueError(_FIRST_READ)


def _is_read(connection: sqlite3.Connection) -> bool:
    return all(each.first_read_done_at is not None for each in source_states(connection))


def _followed(
    connection: sqlite3.Connection, chats: Iterable[int], *, now: datetime, defaults: Defaults
) -> tuple[Concerns, tuple[Target, ...]]:
    """What these chats follow, and the pages that are read again."""
    (source, *_) = source_states(connection)
    subscribers = (subscriber_of(connection, chat, None, defaults=defaults) for chat in chats)
    concerns = concerns_of(each for one in subscribers if one for each in subscriptions_of(connection, one.row))
    return concerns, due_targets(connection, source.row, now=now + _EVER)


async def _next_notice(desk: Desk, now: datetime) -> tuple[datetime, str] | None:
    due = await desk.database.read(next_due, now=now)
    return None if due is None or due <= now else (due, _WAITING)


async def _next_reminder(desk: Desk, now: datetime) -> tuple[datetime, str] | None:
    today = desk.today()
    sessions = await desk.database.read(concerned_sessions, today, today + HORIZON, defaults=desk.defaults)
    moments = [moment for each in sessions for moment in _moments(desk, each) if moment > now]
    return (min(moments), _REMINDER) if moments else None


def _moments(desk: Desk, each: ConcernedSession) -> list[datetime]:
    session = each.session
    if session.cancelled or not session.public:
        return []
    begins = session.start or on_the_wall(session.day, NOON, desk.zone)
    found = []
    for one in each.concerned:
        instants = (lead.instant(session.day, session.start, desk.zone) for lead in one.to.remind_before)
        found += [
            planned_moment(instant, begins, one.to.quiet_hours, zone=desk.zone).at for instant in instants if instant
        ]
    return found
