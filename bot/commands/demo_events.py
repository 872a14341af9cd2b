"""What comes next in the demo: in the sample council's story, or as a message that waits for its time."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from council.served.quiet_hours import planned_moment
from council.served.reminders import HORIZON, NOON
from council.served.wall_clock import on_the_wall
from handlers.desk import Desk
from simulator.council.server import CouncilServer
from storage.following import ConcernedSession, concerned_sessions
from storage.outbox import next_due

NextEvent = Callable[[], Awaitable[tuple[datetime, str] | None]]

_REMINDER = "Erinnerung an eine Sitzung"
_WAITING = "eine wartende Nachricht wird zugestellt"
# The bot asks every few seconds what is due: a moment later it is.
_A_MOMENT = timedelta(seconds=1)


def next_event_of(desk: Desk, council: CouncilServer) -> NextEvent:
    """A function that gives the next instant (aware) at which something is to be seen, and what."""

    async def next_event() -> tuple[datetime, str] | None:
        now = desk.now()
        found = [
            council.next_happening(now, papers=False),
            await _next_reminder(desk, now),
            await _next_notice(desk, now),
        ]
        coming = [each for each in found if each is not None and each[0] > now]
        if not coming:
            return None
        moment, words = min(coming, key=lambda each: each[0])
        return moment + _A_MOMENT, words

    return next_event


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
