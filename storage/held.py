"""Changes that the fuse holds back until an operator releases or drops them."""

import json
import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from council.published.bodies import Body
from council.published.changes import ChangeKind
from storage.bodies import body_from
from storage.changes import StoredChange, load_changes, open_up
from storage.instants import instant
from storage.rounds import by_kind

_MOST_EXAMPLES = 5

ROUNDS = """
SELECT rounds.id, rounds.started_at, sources.kind, sources.place, bodies.key, bodies.name, bodies.host
FROM json_each(:rows) AS asked
CROSS JOIN rounds ON rounds.id = asked.value
JOIN sources ON sources.id = rounds.source
JOIN bodies ON bodies.id = rounds.body
ORDER BY rounds.id
"""
HELD = """
SELECT id, round, kind FROM changes WHERE state = 'held' AND (:round IS NULL OR round = :round) ORDER BY round, id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRound:
    """A round whose changes wait: how many of each kind, and the first few. `kind` and `place` are its source's."""

    row: int
    body: Body
    kind: str
    place: str
    started_at: datetime
    counts: tuple[tuple[ChangeKind, int], ...]
    examples: tuple[StoredChange, ...]


def held_rounds(connection: sqlite3.Connection) -> tuple[HeldRound, ...]:
    """Oldest first."""
    held = _held(connection, None)
    return tuple(
        HeldRound(
            row=row["id"],
            body=body_from(row),
            kind=row["kind"],
            place=row["place"],
            started_at=instant(row["started_at"]),
            counts=by_kind([kind for _, kind in held[row["id"]]]),
            examples=load_changes(connection, [change for change, _ in held[row["id"]][:_MOST_EXAMPLES]]),
        )
        for row in connection.execute(ROUNDS, {"rows": json.dumps(list(held))}).fetchall()
    )


def release_held(connection: sqlite3.Connection, round_row: int | None = None) -> int:
    """Opens what one round, or every round, holds; returns how many changes. Asked twice, the second finds none."""
    rows = _rows(connection, round_row)
    open_up(connection, rows)
    return len(rows)


def drop_held(connection: sqlite3.Connection, round_row: int | None = None) -> int:
    """As `release_held`, but nobody will be told."""
    rows = _rows(connection, round_row)
    connection.executemany("UPDATE changes SET state = 'dropped' WHERE id = ?", ((row,) for row in rows))
    return len(rows)


def _rows(connection: sqlite3.Connection, round_row: int | None) -> list[int]:
    return [row for held in _held(connection, round_row).values() for row, _ in held]


def _held(connection: sqlite3.Connection, round_row: int | None) -> dict[int, list[tuple[int, ChangeKind]]]:
    found: defaultdict[int, list[tuple[int, ChangeKind]]] = defaultdict(list)
    for row in connection.execute(HELD, {"round": round_row}):
        found[row["round"]].append((row["id"], ChangeKind(row["kind"])))
    return found
