"""Rounds of reading: begun, gone on with after a kill, and at their end one look by the fuse."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from council.published.changes import Change, ChangeKind
from council.published.fuse import Tally, is_held, touched_papers, touched_sessions
from storage.changes import StoredChange, load_changes, open_up
from storage.instants import instant, seconds
from storage.visits import Visit

# After a longer absence a round's beginning says nothing of now any more.
_STALE = timedelta(hours=6)

UNFINISHED = "SELECT id, started_at FROM rounds WHERE source = :source AND finished_at IS NULL"
BEGIN_ROUND = """
INSERT INTO rounds (body, source, started_at) SELECT body, id, :now FROM sources WHERE id = :source RETURNING id
"""
ROUND = "SELECT * FROM rounds WHERE id = :round"
PENDING = "SELECT id FROM changes WHERE round = :round AND state = 'pending' ORDER BY id"
MARKS = "SELECT row, remapped FROM round_marks WHERE round = :round AND kind = :kind"
MARK = """
INSERT INTO round_marks (body, round, kind, row, remapped) VALUES (:body, :round, :kind, :row, :remapped)
ON CONFLICT DO UPDATE SET remapped = max(remapped, excluded.remapped)
"""
FUTURE = """
SELECT id FROM meetings
WHERE source = :source AND day >= :today AND public AND first_round IS NOT :round
"""
KNOWN_BEFORE = """
SELECT meetings.id FROM json_each(:rows) AS asked CROSS JOIN meetings ON meetings.id = asked.value
WHERE meetings.first_round IS NOT :round
"""
FINISH = """
UPDATE rounds SET finished_at = :now, held = :held WHERE id = :round AND finished_at IS NULL
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """`resumed`: it was begun by an earlier process. `started_at` in UTC."""

    row: int
    source: int
    started_at: datetime
    resumed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundEnd:
    """What a round came to. `held`: its changes wait for an operator; else they are open. `told` by kind."""

    held: bool
    told: tuple[tuple[ChangeKind, int], ...]
    sessions: Tally
    papers: Tally
    pages_read: int
    pages_failed: int


def begin_round(connection: sqlite3.Connection, source: int, *, now: datetime) -> Round:
    """A new round, or the one a kill left unfinished; if that began too long ago, it is finished as it is first.

    `now` is aware and in the council's zone.
    """
    left = connection.execute(UNFINISHED, {"source": source}).fetchone()
    if left is not None:
        started_at = instant(left["started_at"])
        if now - started_at < _STALE:
            return Round(row=left["id"], source=source, started_at=started_at, resumed=True)
        finish_round(connection, left["id"], now=now)
    row = connection.execute(BEGIN_ROUND, {"source": source, "now": seconds(now)}).fetchone()
    return Round(row=int(row["id"]), source=source, started_at=instant(seconds(now)))


def finish_round(connection: sqlite3.Connection, round_row: int, *, now: datetime) -> RoundEnd:
    """Opens the round's changes, or holds them all if too much of what was known changed; `now` as above."""
    ending = connection.execute(ROUND, {"round": round_row}).fetchone()
    pending = load_changes(connection, [row["id"] for row in connection.execute(PENDING, {"round": round_row})])
    sessions = _sessions(connection, ending, pending, today=now.date().isoformat())
    papers = _papers(connection, round_row, pending)
    held = bool(pending) and is_held(sessions=sessions, papers=papers)
    if held:
        connection.execute(
            "UPDATE changes SET state = 'held' WHERE round = :round AND state = 'pending'", {"round": round_row}
        )
    else:
        open_up(connection, [each.row for each in pending])
    connection.execute("DELETE FROM round_marks WHERE round = :round", {"round": round_row})
    connection.execute(FINISH, {"round": round_row, "now": seconds(now), "held": int(held)})
    return RoundEnd(
        held=held,
        told=by_kind([each.change.kind for each in pending]),
        sessions=sessions,
        papers=papers,
        pages_read=ending["pages_read"],
        pages_failed=ending["pages_failed"],
    )


def mark(
    connection: sqlite3.Connection,
    visit: Visit,
    kind: Literal["meeting", "paper"],
    row: int,
    *,
    body: int,
    remapped: bool,
) -> None:
    """For the fuse: a paper that was known and is read in this round, or what came back under another key."""
    if visit.round is not None:
        asked = {"body": body, "round": visit.round, "kind": kind, "row": row, "remapped": int(remapped)}
        connection.execute(MARK, asked)


def count_page(connection: sqlite3.Connection, visit: Visit, *, failed: bool) -> None:
    """One more page of the visit's round."""
    if visit.round is not None:
        asked = {"round": visit.round, "failed": int(failed)}
        connection.execute(
            "UPDATE rounds SET pages_read = pages_read + 1 - :failed, pages_failed = pages_failed + :failed"
            " WHERE id = :round",
            asked,
        )


def by_kind(kinds: Sequence[ChangeKind]) -> tuple[tuple[ChangeKind, int], ...]:
    """How many of each, in the order of ChangeKind."""
    return tuple((kind, kinds.count(kind)) for kind in ChangeKind if kind in kinds)


def _sessions(
    connection: sqlite3.Connection, ending: sqlite3.Row, pending: Sequence[StoredChange], *, today: str
) -> Tally:
    """Of sessions to come, by our rows for them: their own keys may be missing, or be other ones by now."""
    asked = {"source": ending["source"], "today": today, "round": ending["id"]}
    known = {int(row["id"]) for row in connection.execute(FUTURE, asked)}
    known |= _no_longer_to_come(connection, ending["id"], pending, today=today)
    changes = [replace(each.change, meeting=str(each.meeting_row)) for each in pending if each.meeting_row in known]
    remapped = _marked(connection, ending["id"], "meeting", remapped=True) & known
    return Tally(known=len(known), touched=touched_sessions(changes, remapped=map(str, remapped)))


def _no_longer_to_come(
    connection: sqlite3.Connection, round_row: int, pending: Sequence[StoredChange], *, today: str
) -> set[int]:
    """Sessions that this round moved into the past, or that are public no more."""
    rows = {each.meeting_row for each in pending if str(each.change.before.get("day", "")) >= today}
    asked = {"rows": json.dumps(sorted(row for row in rows if row is not None)), "round": round_row}
    return {int(row["id"]) for row in connection.execute(KNOWN_BEFORE, asked)}


def _papers(connection: sqlite3.Connection, round_row: int, pending: Sequence[StoredChange]) -> Tally:
    known = _marked(connection, round_row, "paper")
    changes: defaultdict[str, list[Change]] = defaultdict(list)
    for each in pending:
        if each.paper_row in known:
            changes[str(each.paper_row)].append(each.change)
    remapped = _marked(connection, round_row, "paper", remapped=True)
    return Tally(known=len(known), touched=touched_papers(changes, remapped=map(str, remapped)))


def _marked(connection: sqlite3.Connection, round_row: int, kind: str, *, remapped: bool = False) -> set[int]:
    marks = connection.execute(MARKS, {"round": round_row, "kind": kind})
    return {int(row["row"]) for row in marks if row["remapped"] or not remapped}
