"""A change becomes notices: for everybody whom it concerns, some hundred chats a transaction."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from heapq import merge
from itertools import groupby, islice
from zoneinfo import ZoneInfo

from council.published.meetings import Meeting
from council.served.expiry import expires, when
from council.served.notices import PRIORITIES, NewNotice, NoticeKind, Subject
from council.served.quiet_hours import Moment, news_moment, urgent_moment
from council.served.retractions import is_retraction
from council.served.subscribers import Subscriber
from storage.audiences import Concerned, concerned_by
from storage.baselines import Baselines
from storage.changes import ChangeState, StoredChange, announced
from storage.meetings import load_meetings
from storage.notices import add_notices
from storage.retracting import retract_some
from storage.subscribers import Defaults
from storage.subscriptions import followers

STATE = "SELECT body, state, announced_to FROM changes WHERE id = :row"
CURSOR = "UPDATE changes SET announced_to = :to WHERE id = :row"


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """How far one transaction came: `notices` new ones; `done`: all whom the change concerns have theirs."""

    notices: int
    done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    change: StoredChange
    body: int
    now: datetime  # in the council's zone
    zone: ZoneInfo
    meeting: Meeting | None


def announce_some(
    connection: sqlite3.Connection,
    change: StoredChange,
    *,
    now: datetime,
    zone: ZoneInfo,
    defaults: Defaults,
    most: int = 300,
) -> Announced:
    """The next `most` chats' notices of an open change; asked again until it is done, whatever happens in between.

    A change that nobody follows, or that is not open (any more), is done at once. One of something that is public no
    more takes back what was sent instead. `zone` is the council's.
    """
    state = connection.execute(STATE, {"row": change.row}).fetchone()
    if state is None or state["state"] != ChangeState.OPEN:
        return Announced(notices=0, done=True)
    if is_retraction(change.change):
        retracted = retract_some(
            connection, change, body=state["body"], after=state["announced_to"], now=now, most=most
        )
        return _ended(connection, change, notices=retracted.notices, to=retracted.to)
    known = load_meetings(connection, [change.meeting_row] if change.meeting_row else ())
    step = _Step(
        change=change,
        body=state["body"],
        now=now.astimezone(zone),
        zone=zone,
        meeting=known[0].known.meeting if known else None,
    )
    return _announce(connection, step, after=state["announced_to"], defaults=defaults, most=most)


def _announce(connection: sqlite3.Connection, step: _Step, *, after: int, defaults: Defaults, most: int) -> Announced:
    concerned = concerned_by(connection, step.change, body=step.body)
    everybody = _everybody(connection, concerned, defaults=defaults, after=after)
    reached = list(islice(everybody, most))
    baselines = Baselines(connection, step.change)
    notices = []
    for to, kinds in reached:
        for subject, kind in kinds.items():
            baselines.lay(to.row, subject, now=step.now)
            notices.append(_notice(step, to, subject, kind))
    added = add_notices(connection, notices, body=step.body, now=step.now)
    is_done = len(reached) < most
    return _ended(connection, step.change, notices=added, to=None if is_done else reached[-1][0].row)


def _everybody(
    connection: sqlite3.Connection, concerned: Sequence[Concerned], *, defaults: Defaults, after: int
) -> Iterator[tuple[Subscriber, dict[Subject, NoticeKind]]]:
    """Each chat once, in the order of the rows, with all that the change is to it and the most urgent kind of each."""
    found = merge(
        *(_marked(followers(connection, each.audience, defaults=defaults, after=after), each) for each in concerned),
        key=lambda pair: pair[0].row,
    )
    for _, found_of_one in groupby(found, key=lambda pair: pair[0].row):
        pairs = list(found_of_one)
        kinds: dict[Subject, NoticeKind] = {}
        for _, each in pairs:
            kinds[each.subject] = min(kinds.get(each.subject, each.kind), each.kind, key=lambda kind: PRIORITIES[kind])
        yield pairs[0][0], kinds


def _marked(found: Iterable[Subscriber], mark: Concerned) -> Iterator[tuple[Subscriber, Concerned]]:
    return ((to, mark) for to in found)


def _notice(step: _Step, to: Subscriber, subject: Subject, kind: NoticeKind) -> NewNotice:
    moment = _moment(step, to, kind)
    meeting = step.meeting if subject.kind == Subject.MEETING else None
    return NewNotice(
        subscriber=to.row,
        kind=kind,
        subject=subject,
        dedupe=f"{subject}#{step.change.serial}",
        not_before=moment.at,
        expires_at=expires(kind, meeting, now=step.now, change=step.change.change),
        silent=moment.silent,
    )


def _moment(step: _Step, to: Subscriber, kind: NoticeKind) -> Moment:
    if kind is not NoticeKind.SESSION:
        return Moment(news_moment(step.now, to.quiet_hours, step.zone))
    return urgent_moment(step.now, _first_start(step), to.quiet_hours, zone=step.zone)


def _first_start(step: _Step) -> datetime | None:
    """When somebody would set off who knows the former start, or the new one: the earlier that is still ahead."""
    starts = (when(step.change.change.before)[1], step.meeting.start if step.meeting else None)
    return min((start for start in starts if start and start > step.now), default=None)


def _ended(connection: sqlite3.Connection, change: StoredChange, *, notices: int, to: int | None) -> Announced:
    """`to` is the last row served, None: there are no more."""
    if to is None:
        announced(connection, [change.row])
    else:
        connection.execute(CURSOR, {"row": change.row, "to": to})
    return Announced(notices=notices, done=to is None)
