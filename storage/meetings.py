"""Sessions and their agendas, read back: rows to objects."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from council.published.bodies import Body
from council.published.known_meetings import KnownItem, KnownMeeting, Missing
from council.published.meetings import AgendaItem, AgendaItemText, Meeting
from council.published.numbers import reference_key
from storage.cleaning import storable_text
from storage.facts import facts_from
from storage.instants import day, instant, instant_or_none, published

MEETINGS = """
SELECT meetings.*, bodies.key AS body_key, bodies.name AS body_name, bodies.host AS body_host
FROM json_each(:rows) AS asked
CROSS JOIN meetings ON meetings.id = asked.value
JOIN bodies ON bodies.id = meetings.body
ORDER BY asked.key
"""
ITEMS = """
SELECT agenda_items.* FROM json_each(:rows) AS asked CROSS JOIN agenda_items ON meeting = asked.value
ORDER BY meeting, position
"""
# CROSS JOIN: from the few bodies to the many rows, whatever SQLite guesses of their numbers.
BY_KEY = """
SELECT meetings.id FROM bodies CROSS JOIN meetings ON meetings.body = bodies.id
WHERE bodies.key = :body AND meetings.key = :key
"""
BY_ITEM = """
SELECT agenda_items.meeting AS id FROM bodies CROSS JOIN agenda_items ON agenda_items.body = bodies.id
WHERE bodies.key = :body AND agenda_items.key = :key
ORDER BY agenda_items.meeting DESC
LIMIT 1
"""
BETWEEN = """
SELECT meetings.id FROM bodies CROSS JOIN meetings ON meetings.body = bodies.id
WHERE meetings.day >= :first AND meetings.day <= :last AND meetings.public
    AND (:body IS NULL OR bodies.key = :body)
ORDER BY meetings.day, meetings.start_at, meetings.id
LIMIT :most
"""
PAPER_KEYS = """
SELECT DISTINCT bodies.key, agenda_items.paper_key
FROM agenda_items JOIN bodies ON bodies.id = agenda_items.body
WHERE agenda_items.reference_key = :reference AND agenda_items.paper_key IS NOT NULL
    AND (:body IS NULL OR bodies.key = :body)
ORDER BY agenda_items.meeting DESC
LIMIT 5
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredMeeting:
    """A session as we know it. `row` is our own lasting number for it, `source` the one that told of it last (None:
    only imported); `agenda_read_at` (UTC) the last good reading of its agenda's page. `sequence` counts its changes for
    calendars, `calendar_key` is the key it was first seen with.
    """

    row: int
    body: Body
    source: int | None
    known: KnownMeeting
    read_at: datetime
    agenda_read_at: datetime | None
    sequence: int = 0
    calendar_key: str | None = None


def meeting_by_key(connection: sqlite3.Connection, body: str, key: str) -> StoredMeeting | None:
    """By the council's key and the session's own, whether it is public or not."""
    return _first(connection, BY_KEY, body, key)


def meeting_by_item(connection: sqlite3.Connection, body: str, key: str) -> StoredMeeting | None:
    """The session on whose agenda an item stands, by the item's own key; the newest of several."""
    return _first(connection, BY_ITEM, body, key)


def meetings_between(
    connection: sqlite3.Connection, first: date, last: date, *, body: str | None = None, most: int = 200
) -> tuple[StoredMeeting, ...]:
    """Public sessions of these days (both included), earliest first, of all councils or one."""
    asked = {"first": first.isoformat(), "last": last.isoformat(), "body": body, "most": most}
    return load_meetings(connection, [row["id"] for row in connection.execute(BETWEEN, asked)])


def paper_keys_on_agendas(
    connection: sqlite3.Connection, reference: str, *, body: str | None = None
) -> tuple[tuple[str, str], ...]:
    """Where a number not stored may be read, known from agendas: councils' keys and their keys of the paper."""
    asked = {"reference": reference_key(storable_text(reference)), "body": body}
    return tuple((row["key"], row["paper_key"]) for row in connection.execute(PAPER_KEYS, asked))


def load_meetings(connection: sqlite3.Connection, rows: Iterable[int]) -> tuple[StoredMeeting, ...]:
    """In the order asked for, also what is not public (nameless by then)."""
    asked = {"rows": json.dumps(list(dict.fromkeys(rows)))}
    items: defaultdict[int, list[KnownItem]] = defaultdict(list)
    for row in connection.execute(ITEMS, asked):
        items[row["meeting"]].append(_item(row))
    return tuple(
        StoredMeeting(
            row=row["id"],
            body=Body(key=row["body_key"], name=row["body_name"], host=row["body_host"]),
            source=row["source"],
            known=KnownMeeting(
                meeting=_meeting(row),
                items=tuple(items[row["id"]]),
                calendar=facts_from(row["calendar"]),
                page=facts_from(row["page"]),
            ),
            read_at=instant(row["read_at"]),
            agenda_read_at=instant_or_none(row["agenda_read_at"]),
            sequence=row["sequence"],
            calendar_key=row["calendar_key"],
        )
        for row in connection.execute(MEETINGS, asked)
    )


def _first(connection: sqlite3.Connection, sql: str, body: str, key: str) -> StoredMeeting | None:
    asked = {"body": storable_text(body), "key": storable_text(key)}
    rows = [row["id"] for row in connection.execute(sql, asked)]
    return next(iter(load_meetings(connection, rows)), None)


def _meeting(row: sqlite3.Row) -> Meeting:
    return Meeting(
        name=row["name"],
        public=bool(row["public"]),
        id=row["key"],
        organization=row["organization"],
        day=day(row["day"]),
        start=published(row["start"]),
        end=published(row["end"]),
        room=row["room"],
        address=row["address"],
        cancelled=bool(row["cancelled"]),
        has_agenda=bool(row["has_agenda"]),
        web=row["web"],
    )


def _item(row: sqlite3.Row) -> KnownItem:
    since = row["missing_since"]
    return KnownItem(
        item=AgendaItem(
            number=row["number"],
            name=row["name"],
            public=bool(row["public"]),
            id=row["key"],
            paper=row["paper"],
            paper_id=row["paper_key"],
            result=row["result"],
            late=bool(row["late"]),
            meeting=row["page_meeting"],
            organization=row["page_organization"],
            date=day(row["page_date"]),
            text=AgendaItemText(protocol=row["protocol"], decision=row["decision"], vote=row["vote"]),
        ),
        withdrawn=row["withdrawn"],
        missing=None if since is None else Missing(since=instant(since), times=row["missing_times"]),
    )
