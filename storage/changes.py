"""What changed, remembered until it is announced: pending while its round lasts, then open or held."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from council.published.bodies import Body
from council.published.changes import Change, ChangeKind
from storage.facts import facts_from, facts_text
from storage.instants import instant, seconds
from storage.visits import RETRACTIONS, Visit, makes_news

STORED = """
SELECT changes.*, bodies.key AS body_key, bodies.name AS body_name, bodies.host AS body_host
FROM json_each(:rows) AS asked
CROSS JOIN changes ON changes.id = asked.value
JOIN bodies ON bodies.id = changes.body
ORDER BY asked.key
"""
OPEN = "SELECT id FROM changes WHERE state = 'open' AND serial > :after ORDER BY serial LIMIT :most"
APPEND = """
INSERT INTO changes (
    body, source, round, kind, meeting, item, paper, of_meeting, of_paper, before, after, found_at, state
) VALUES (
    :body, :source, :round, :kind, :meeting, :item, :paper, :of_meeting, :of_paper, :before, :after, :found_at,
    'pending'
)
RETURNING id
"""
ANNOUNCED = """
UPDATE changes SET state = 'announced' WHERE state = 'open' AND id IN (SELECT value FROM json_each(:rows))
"""


class ChangeState(StrEnum):
    """What is to become of a change. The word is stored."""

    PENDING = "pending"
    OPEN = "open"
    HELD = "held"
    ANNOUNCED = "announced"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredChange:
    """A change as it is remembered. `meeting_row` or `paper_row` is ours of whose page told it; `serial` is given
    when the change opens, rising in that order.
    """

    row: int
    body: Body
    source: int | None
    round: int | None
    change: Change
    meeting_row: int | None
    paper_row: int | None
    found_at: datetime
    state: ChangeState
    serial: int | None


def append_changes(
    connection: sqlite3.Connection,
    visit: Visit,
    changes: Sequence[Change],
    *,
    body: int,
    meeting: int | None = None,
    paper: int | None = None,
) -> tuple[Change, ...]:
    """Those that are news, appended in order; `meeting` or `paper` is our row of whose page told them.

    They wait for the end of their round. A retraction is always news, and open at once where there is no round.
    """
    news = makes_news(connection, visit)
    told = tuple(change for change in changes if news or change.kind in RETRACTIONS)
    rows = [
        int(connection.execute(APPEND, _columns(change, visit, body, meeting=meeting, paper=paper)).fetchone()["id"])
        for change in told
    ]
    if visit.round is None:
        open_up(connection, rows)
    return told


def open_changes(connection: sqlite3.Connection, *, after: int = 0, most: int = 100) -> tuple[StoredChange, ...]:
    """Changes to be announced, in the order in which they opened; `after` is the last serial seen."""
    return load_changes(connection, [row["id"] for row in connection.execute(OPEN, {"after": after, "most": most})])


def announced(connection: sqlite3.Connection, rows: Iterable[int]) -> None:
    """All whom these concern have their notices."""
    connection.execute(ANNOUNCED, {"rows": json.dumps(list(rows))})


def open_up(connection: sqlite3.Connection, rows: Iterable[int]) -> None:
    """From now on to be announced, in this order."""
    newest = connection.execute("SELECT coalesce(max(serial), 0) FROM changes").fetchone()[0]
    connection.executemany(
        "UPDATE changes SET state = 'open', serial = ? WHERE id = ?",
        [(serial, row) for serial, row in enumerate(rows, start=int(newest) + 1)],
    )


def load_changes(connection: sqlite3.Connection, rows: Iterable[int]) -> tuple[StoredChange, ...]:
    """In the order asked for."""
    found = connection.execute(STORED, {"rows": json.dumps(list(rows))})
    return tuple(
        StoredChange(
            row=row["id"],
            body=Body(key=row["body_key"], name=row["body_name"], host=row["body_host"]),
            source=row["source"],
            round=row["round"],
            change=Change(
                kind=ChangeKind(row["kind"]),
                meeting=row["meeting"],
                item=row["item"],
                paper=row["paper"],
                before=facts_from(row["before"]),
                after=facts_from(row["after"]),
            ),
            meeting_row=row["of_meeting"],
            paper_row=row["of_paper"],
            found_at=instant(row["found_at"]),
            state=ChangeState(row["state"]),
            serial=row["serial"],
        )
        for row in found
    )


def _columns(
    change: Change, visit: Visit, body: int, *, meeting: int | None, paper: int | None
) -> dict[str, str | int | None]:
    return {
        "body": body,
        "source": visit.source,
        "round": visit.round,
        "kind": change.kind.value,
        "meeting": change.meeting,
        "item": change.item,
        "paper": change.paper,
        "of_meeting": meeting,
        "of_paper": paper,
        "before": facts_text(change.before),
        "after": facts_text(change.after),
        "found_at": seconds(visit.now),
    }
