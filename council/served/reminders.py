"""Reminders: which are due at a moment. Nothing is planned: moves, late follows and other settings need no rule."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from zoneinfo import ZoneInfo

from council.served.lead_times import LONGEST, LeadTime
from council.served.notices import NewNotice, NoticeKind, Subject
from council.served.quiet_hours import Moment, QuietHours, planned_moment, reminder_moment
from council.served.subscribers import Subscriber
from council.served.wall_clock import on_the_wall

# Who reads it later than that is on the way or there.
OF_USE_UNTIL = dt.timedelta(minutes=5)
# A session without a published time counts as beginning now: whoever wants to go has to ask before.
NOON = dt.time(12)
# Quiet hours bring a reminder forward by less than this: a day, ten minutes, and an hour for a change of clocks.
BROUGHT_FORWARD = dt.timedelta(days=1, hours=2)
# How far ahead a session can have a reminder due: the longest lead time may be bound to a time early that day.
HORIZON = LONGEST + dt.timedelta(days=1) + BROUGHT_FORWARD


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionAhead:
    """A session that may be reminded of: our row, the council's key, the council's calendar day, the aware start."""

    row: int
    body: str
    day: dt.date
    start: dt.datetime | None
    cancelled: bool
    public: bool


@dataclass(frozen=True, slots=True)
class Concerned:
    """Somebody a session concerns, and when (UTC) we told them of this very day and start; None: never."""

    to: Subscriber
    start_told_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Due:
    """A lead time whose reminder goes out now. `since` (UTC): whoever was told of the start later needs none."""

    lead: LeadTime
    instant: dt.datetime
    since: dt.datetime
    moment: Moment


def due_reminders(
    session: SessionAhead, concerned: Sequence[Concerned], *, now: dt.datetime, zone: ZoneInfo
) -> tuple[NewNotice, ...]:
    """The reminders of `session` that may go out at `now`, at most one for each of those concerned.

    The same reminder is due again at each tick; its `dedupe` says that it is the same. Its fact "due" is the instant
    (UTC) since when it is due: a chat that was told of this start at that instant or later needs it no more.
    """
    expires = _expires(session, zone)
    if session.cancelled or not session.public or now >= expires:
        return ()

    # Most of those concerned have chosen the same.
    @cache
    def due_of(leads: tuple[LeadTime, ...], quiet: QuietHours | None) -> _Due | None:
        due = tuple(_due(session, leads, quiet, now=now, zone=zone))
        nearest = max(due, key=lambda one: one.instant, default=None)
        return nearest if nearest and nearest.moment.at <= now else None

    notices = []
    for one in concerned:
        due = due_of(one.to.remind_before, one.to.quiet_hours)
        if due and (one.start_told_at is None or one.start_told_at < due.since):
            notices.append(_notice(session, one.to, due, expires))
    return tuple(notices)


def _due(
    session: SessionAhead, leads: Iterable[LeadTime], quiet: QuietHours | None, *, now: dt.datetime, zone: ZoneInfo
) -> Iterator[_Due]:
    begins = session.start or on_the_wall(session.day, NOON, zone)
    for lead in leads:
        instant = lead.instant(session.day, session.start, zone)
        if instant is None or instant > now + BROUGHT_FORWARD:
            continue
        planned = planned_moment(instant, begins, quiet, zone=zone).at
        if planned <= now:
            moment = reminder_moment(instant, begins, quiet, zone=zone, now=now)
            yield _Due(lead=lead, instant=instant, since=min(instant, planned), moment=moment)


def _expires(session: SessionAhead, zone: ZoneInfo) -> dt.datetime:
    if session.start is None:
        return on_the_wall(session.day, NOON, zone)
    return session.start.astimezone(dt.UTC) - OF_USE_UNTIL


def _notice(session: SessionAhead, to: Subscriber, due: _Due, expires: dt.datetime) -> NewNotice:
    # In UTC: on the night of a change two wall times compare equal. The lead time's instant instead of its text: "1d"
    # and "24h" are one reminder where they mean the same, also if somebody changes one into the other.
    start = session.start.astimezone(dt.UTC) if session.start else None
    begins = int(start.timestamp()) if start else session.day.isoformat()
    return NewNotice(
        subscriber=to.row,
        kind=NoticeKind.REMINDER,
        subject=Subject(Subject.MEETING, session.row),
        dedupe=f"reminder:{session.row}:{int(due.instant.timestamp())}:{begins}",
        not_before=due.moment.at,
        expires_at=expires,
        silent=due.moment.silent,
        facts={
            "lead": due.lead.text,
            "due": due.since.isoformat(),
            "start": start.isoformat() if start else "",
            "day": session.day.isoformat(),
        },
    )
