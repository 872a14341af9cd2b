"""How delivery stands, for operators and for the finder: what waits, what is on its way, what is overdue."""

import json
import sqlite3
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from council.served.notices import PRIORITIES, NoticeKind, NoticeState
from storage.changes import StoredChange, load_changes
from storage.instants import instant, seconds

COUNTS = "SELECT state, kind, count(*) AS number FROM notices GROUP BY state, kind ORDER BY state, kind"
OVERDUE = """
SELECT id, kind, not_before, tried, uncertain FROM notices INDEXED BY pending_notices
WHERE state = 'pending' AND priority = :priority AND not_before < :before
ORDER BY not_before, id
LIMIT :most
"""
OVERDUE_CHANGES = """
SELECT id FROM changes WHERE state = 'open' AND found_at < :before ORDER BY serial LIMIT :most
"""
LOST = """
SELECT id FROM notices WHERE state = 'sending' AND id NOT IN (SELECT value FROM json_each(:rows)) ORDER BY id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeCount:
    """How many notices of one kind are in one state."""

    state: NoticeState
    kind: NoticeKind
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdue:
    """A notice that should have gone out; `due` in UTC. Whose it is concerns no operator."""

    row: int
    kind: NoticeKind
    due: datetime
    tried: int
    uncertain: int


def notice_counts(connection: sqlite3.Connection) -> tuple[NoticeCount, ...]:
    """Of the last 30 days; what is none of is left out."""
    return tuple(
        NoticeCount(state=NoticeState(row["state"]), kind=NoticeKind(row["kind"]), number=row["number"])
        for row in connection.execute(COUNTS)
    )


def overdue(connection: sqlite3.Connection, *, before: datetime, most: int = 20) -> tuple[Overdue, ...]:
    """Notices that could have gone out before this instant and still wait, the most urgent first."""
    found: list[Overdue] = []
    for priority in sorted(set(PRIORITIES.values())):
        asked = {"priority": priority, "before": seconds(before), "most": most - len(found)}
        found += [
            Overdue(
                row=row["id"],
                kind=NoticeKind(row["kind"]),
                due=instant(row["not_before"]),
                tried=row["tried"],
                uncertain=row["uncertain"],
            )
            for row in connection.execute(OVERDUE, asked)
        ]
    return tuple(found)


def lost(connection: sqlite3.Connection, in_flight: Collection[int]) -> tuple[int, ...]:
    """Rows that are being sent, but not by any of these tasks: see `recover_lost`."""
    return tuple(row["id"] for row in connection.execute(LOST, {"rows": json.dumps(list(in_flight))}))


def overdue_changes(connection: sqlite3.Connection, *, before: datetime, most: int = 20) -> tuple[StoredChange, ...]:
    """Changes found before this instant that still are not announced."""
    asked = {"before": seconds(before), "most": most}
    return load_changes(connection, [row["id"] for row in connection.execute(OVERDUE_CHANGES, asked)])
