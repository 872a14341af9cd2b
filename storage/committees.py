"""Organizations that hold sessions: to be chosen from, to be found by name, and when they meet next."""

import json
import sqlite3
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from council.served.concerns import organization_key
from storage.cleaning import storable_text
from storage.instants import published
from storage.meetings import StoredMeeting, load_meetings

# Committees of former years hold no sessions any more.
_SINCE = timedelta(days=366)
_AHEAD = timedelta(days=366)

ORGANIZATIONS = """
SELECT organizations.id, organizations.name, organizations.kind, bodies.key AS body_key
FROM bodies CROSS JOIN organizations ON organizations.body = bodies.id
WHERE (:body IS NULL OR bodies.key = :body)
ORDER BY organizations.id
"""
SESSIONS = """
SELECT meetings.organization, meetings.day, meetings.start, meetings.cancelled, bodies.key AS body_key
FROM bodies CROSS JOIN meetings ON meetings.body = bodies.id
WHERE meetings.day >= :since AND meetings.public AND meetings.organization IS NOT NULL
    AND (:body IS NULL OR bodies.key = :body)
ORDER BY meetings.day, meetings.start_at
"""
BY_ROW = """
SELECT organizations.id, organizations.body, organizations.name, organizations.kind, bodies.key AS body_key
FROM organizations JOIN bodies ON bodies.id = organizations.body
WHERE organizations.id = :row
"""
NAMES = "SELECT DISTINCT organization FROM meetings WHERE body = :body AND organization IS NOT NULL"
NEXT = """
SELECT day, start FROM meetings
WHERE body = :body AND organization IN (SELECT value FROM json_each(:names)) AND day >= :today
    AND public AND NOT cancelled
ORDER BY day, start_at
LIMIT 1
"""
SESSIONS_OF = """
SELECT id FROM meetings
WHERE body = :body AND organization IN (SELECT value FROM json_each(:names)) AND day >= :first AND day <= :last
    AND public
ORDER BY day, start_at, id
LIMIT :most
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Committee:
    """An organization by our row, with its council's key. `next_day` and `next_start` are of the next session that
    takes place; None where none is known, or no time is published.
    """

    row: int
    body: str
    name: str
    kind: str | None = None
    next_day: date | None = None
    next_start: datetime | None = None


def committees(
    connection: sqlite3.Connection, *, today: date, body: str | None = None, most: int = 200
) -> tuple[Committee, ...]:
    """All that held a session within a year, or will, by name; of one council (its key) or all."""
    council = None if body is None else storable_text(body)
    since = (today - _SINCE).isoformat()
    meets: set[tuple[str, str]] = set()
    coming: dict[tuple[str, str], sqlite3.Row] = {}
    for row in connection.execute(SESSIONS, {"body": council, "since": since}):
        place = row["body_key"], organization_key(row["organization"])
        meets.add(place)
        if row["day"] >= today.isoformat() and not row["cancelled"]:
            coming.setdefault(place, row)
    found: dict[tuple[str, str], Committee] = {}
    for row in connection.execute(ORGANIZATIONS, {"body": council}):
        place = row["body_key"], organization_key(row["name"])
        if place in meets:
            found.setdefault(place, _with_next(_committee(row), coming.get(place)))
    return tuple(sorted(found.values(), key=lambda each: (each.body, organization_key(each.name))))[:most]


def committee(connection: sqlite3.Connection, row: int, *, today: date) -> Committee | None:
    """One of them, also one without sessions; by our row."""
    found = connection.execute(BY_ROW, {"row": row}).fetchone()
    if found is None:
        return None
    asked = {"body": found["body"], "names": _names(connection, found), "today": today.isoformat()}
    return _with_next(_committee(found), connection.execute(NEXT, asked).fetchone())


def find_committees(
    connection: sqlite3.Connection, text: str, *, today: date, body: str | None = None
) -> tuple[Committee, ...]:
    """What somebody may mean: of that very name; else those whose name begins with it; else those that contain it,
    or all of its words. Case, quotes and dashes do not count.
    """
    wanted = organization_key(text)
    if not wanted:
        return ()
    named = [(organization_key(each.name), each) for each in committees(connection, today=today, body=body)]
    words = wanted.split()
    for fits in (
        [each for name, each in named if name == wanted],
        [each for name, each in named if name.startswith(wanted)],
        [each for name, each in named if wanted in name],
        [each for name, each in named if all(word in name for word in words)],
    ):
        if fits:
            return tuple(fits)
    return ()


def sessions_of_committee(
    connection: sqlite3.Connection, row: int, *, first: date, last: date | None = None, most: int = 20
) -> tuple[StoredMeeting, ...]:
    """Its public sessions of these days, earliest first, cancelled ones too; a year ahead if no `last` is given."""
    found = connection.execute(BY_ROW, {"row": row}).fetchone()
    if found is None:
        return ()
    asked = {
        "body": found["body"],
        "names": _names(connection, found),
        "first": first.isoformat(),
        "last": (last or first + _AHEAD).isoformat(),
        "most": most,
    }
    return load_meetings(connection, [each["id"] for each in connection.execute(SESSIONS_OF, asked)])


def _names(connection: sqlite3.Connection, organization: sqlite3.Row) -> str:
    """As sessions write it: pages differ in case and dashes."""
    key = organization_key(organization["name"])
    rows = connection.execute(NAMES, {"body": organization["body"]})
    return json.dumps([row["organization"] for row in rows if organization_key(row["organization"]) == key])


def _committee(row: sqlite3.Row) -> Committee:
    return Committee(row=row["id"], body=row["body_key"], name=row["name"], kind=row["kind"])


def _with_next(known: Committee, row: sqlite3.Row | None) -> Committee:
    if row is None:
        return known
    return replace(known, next_day=date.fromisoformat(row["day"]), next_start=published(row["start"]))
