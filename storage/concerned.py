"""Sessions ahead with all whom they concern: what a tick of reminders asks."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeAlias

from council.published.meetings import AgendaItem
from council.served.concerns import organization_key
from council.served.lead_times import LONGEST, LeadTime
from council.served.notices import Subject
from council.served.reminders import HORIZON, Concerned, SessionAhead
from council.served.subscribers import Follow, Subscriber
from storage.families import Families, followed_as
from storage.instants import instant, published
from storage.subscribers import Defaults, lead_times, subscriber_from

SESSIONS = """
SELECT meetings.id, meetings.body, meetings.organization, meetings.day, meetings.start, bodies.key AS body_key
FROM bodies CROSS JOIN meetings ON meetings.body = bodies.id
WHERE meetings.day >= :first AND meetings.day <= :last AND meetings.public AND NOT meetings.cancelled
"""
ITEMS = """
SELECT agenda_items.meeting, agenda_items.paper, agenda_items.paper_key
FROM json_each(:rows) AS asked CROSS JOIN agenda_items ON agenda_items.meeting = asked.value
WHERE agenda_items.public AND agenda_items.withdrawn IS NULL
    AND (agenda_items.paper IS NOT NULL OR agenda_items.paper_key IS NOT NULL)
"""
# Each key is a list: our row of the council, what is followed, and its key.
FOLLOWERS = """
SELECT subscriptions.subscriber, asked.key AS place
FROM json_each(:keys) AS asked
CROSS JOIN subscriptions
    ON subscriptions.body = json_extract(asked.value, '$[0]')
    AND subscriptions.follow = json_extract(asked.value, '$[1]')
    AND subscriptions.target_key = json_extract(asked.value, '$[2]')
WHERE NOT subscriptions.paused
"""
FOLLOWED_BY = """
SELECT subscriptions.subscriber, subscriptions.body, subscriptions.follow, subscriptions.target_key
FROM json_each(:rows) AS asked CROSS JOIN subscriptions ON subscriptions.subscriber = asked.value
WHERE NOT subscriptions.paused
"""
# Few: most chats leave it at what the operator set.
OWN_LEAD_TIMES = """
SELECT id, remind_before FROM subscribers INDEXED BY subscribers_with_lead_times WHERE remind_before IS NOT NULL
"""
SUBSCRIBERS = """
SELECT subscribers.* FROM json_each(:rows) AS asked CROSS JOIN subscribers ON subscribers.id = asked.value
WHERE subscribers.gone_at IS NULL AND subscribers.consented_at IS NOT NULL
"""
# What was told of an earlier start says nothing of this one.
STARTS_TOLD = """
SELECT told.subscriber, told.subject,
    json_extract(told.facts, '$.day') AS day, json_extract(told.facts, '$.start') AS start,
    json_extract(told.facts, '$.start_told_at') AS told_at
FROM json_each(:keys) AS asked CROSS JOIN told ON told.subject = asked.value
WHERE json_extract(told.facts, '$.start_told_at') IS NOT NULL
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernedSession:
    """A public session that takes place, and everybody whom it concerns, in the order of their rows."""

    session: SessionAhead
    concerned: tuple[Concerned, ...]


def concerned_sessions(
    connection: sqlite3.Connection, first: date, last: date, *, defaults: Defaults, soon_only: bool = False
) -> tuple[ConcernedSession, ...]:
    """Of these days (both included): those that anybody follows who may be told, by the organization or a paper.

    `soon_only`: without what is too far ahead for a chat's lead times to remind of it on the `first` day; that is
    what a tick needs, and far less. A handful of questions, however many follow: see `read_slowly`.
    """
    near = min(last, first + reach(defaults.remind_before)) if soon_only else last
    far = _far(connection, first, beyond=near)
    asked = {"first": first.isoformat(), "last": min(last, max([near, *far.values()])).isoformat()}
    sessions = {row["id"]: row for row in connection.execute(SESSIONS, asked)}
    followed = _followed(connection, sessions.values())
    is_near = {row for row, session in sessions.items() if session["day"] <= near.isoformat()}
    concerned = _near(connection, _within(followed, is_near))
    for row in connection.execute(FOLLOWED_BY, {"rows": json.dumps(list(far))}):
        for meeting in followed.get((row["body"], row["follow"], row["target_key"]), set()) - is_near:
            if sessions[meeting]["day"] <= far[row["subscriber"]].isoformat():
                concerned[meeting].add(row["subscriber"])
    subscribers = _subscribers(connection, {row for rows in concerned.values() for row in rows}, defaults)
    told = _starts_told(connection, {row: sessions[row] for row in concerned})
    found = {
        row: tuple(
            Concerned(to=subscribers[to], start_told_at=told.get((to, row)))
            for to in sorted(concerned[row])
            if to in subscribers
        )
        for row in sorted(concerned)
    }
    return tuple(ConcernedSession(session=_ahead(sessions[row]), concerned=to) for row, to in found.items() if to)


def reach(leads: Iterable[LeadTime]) -> timedelta:
    """How far ahead a session may be of which one of these lead times could remind today."""
    return max((lead.before for lead in leads), default=timedelta(0)) + (HORIZON - LONGEST)


_Key: TypeAlias = tuple[int, str, str]
_BySession: TypeAlias = defaultdict[int, set[int]]


def _followed(connection: sqlite3.Connection, sessions: Iterable[sqlite3.Row]) -> dict[_Key, set[int]]:
    """By all that may be followed: the sessions that its followers are to be reminded of."""
    found: defaultdict[_Key, set[int]] = defaultdict(set)
    bodies: defaultdict[int, list[int]] = defaultdict(list)
    keys: dict[str, str] = {}
    for row in sessions:
        bodies[row["body"]].append(row["id"])
        name = row["organization"] or ""
        key = keys.setdefault(name, organization_key(name))
        if key:
            found[row["body"], Follow.ORGANIZATION.value, key].add(row["id"])
    for body, rows in bodies.items():
        items = [
            (row["meeting"], AgendaItem(public=True, paper=row["paper"], paper_id=row["paper_key"]))
            for row in connection.execute(ITEMS, {"rows": json.dumps(rows)})
        ]
        families = Families(connection, (item for _, item in items), body=body)
        for meeting, item in items:
            paper = families.of(item)
            for follow, key in followed_as(paper) if paper else ():
                found[body, follow.value, key].add(meeting)
    return found


def _within(followed: dict[_Key, set[int]], sessions: set[int]) -> dict[_Key, set[int]]:
    return {key: both for key, rows in followed.items() if (both := rows & sessions)}


def _near(connection: sqlite3.Connection, followed: dict[_Key, set[int]]) -> _BySession:
    """By session: the rows of all who follow it."""
    keys = list(followed)
    by_key: defaultdict[int, list[int]] = defaultdict(list)
    for subscriber, place in connection.execute(FOLLOWERS, {"keys": json.dumps(keys)}):
        by_key[place].append(subscriber)
    concerned: _BySession = defaultdict(set)
    for place, subscribers in by_key.items():
        for meeting in followed[keys[place]]:
            concerned[meeting].update(subscribers)
    return concerned


def _far(connection: sqlite3.Connection, first: date, *, beyond: date) -> dict[int, date]:
    """Chats whose own lead times reach farther, and how far."""
    chosen = connection.execute(OWN_LEAD_TIMES).fetchall()
    until = {row["id"]: first + reach(lead_times(row["remind_before"])) for row in chosen}
    return {row: day for row, day in until.items() if day > beyond}


def _subscribers(connection: sqlite3.Connection, rows: Iterable[int], defaults: Defaults) -> dict[int, Subscriber]:
    asked = {"rows": json.dumps(list(rows))}
    return {row["id"]: subscriber_from(row, defaults) for row in connection.execute(SUBSCRIBERS, asked)}


def _starts_told(connection: sqlite3.Connection, sessions: dict[int, sqlite3.Row]) -> dict[tuple[int, int], datetime]:
    """By subscriber and session: since when this very day and start were known there."""
    subjects = {str(Subject(Subject.MEETING, row)): session for row, session in sessions.items()}
    same: dict[tuple[str, str | None, str | None], bool] = {}
    found = {}
    for row in connection.execute(STARTS_TOLD, {"keys": json.dumps(list(subjects))}):
        session = subjects[row["subject"]]
        wording = (row["subject"], row["day"], row["start"])
        if wording not in same:
            same[wording] = row["day"] == session["day"] and published(row["start"]) == published(session["start"])
        if same[wording]:
            found[row["subscriber"], session["id"]] = instant(row["told_at"])
    return found


def _ahead(row: sqlite3.Row) -> SessionAhead:
    return SessionAhead(
        row=row["id"],
        body=row["body_key"],
        day=date.fromisoformat(row["day"]),
        start=published(row["start"]),
        cancelled=False,
        public=True,
    )
