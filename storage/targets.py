"""Pages that are read again and again: when each is due, and what became of reading it."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from council.published.freshness import Windows
from council.published.rounds import Target, TargetKind, due_at
from storage.cleaning import storable_text
from storage.instants import day, instant, instant_or_none, iso, seconds
from storage.windows import windows_from, windows_text

# What is refused once may be a slip of the system; refused for so long, it is not public any more.
REFUSED_FOR_GOOD = timedelta(hours=24)

DUE = """
SELECT * FROM targets
WHERE source = :source AND due_at <= :now AND (:round IS NULL OR round IS NOT :round)
ORDER BY due_at
"""
ONE = "SELECT * FROM targets WHERE source = :source AND kind = :kind AND key = :key"
NEXT_DUE = "SELECT min(due_at) FROM targets WHERE source = :source AND due_at IS NOT NULL"
UNREAD = "SELECT count(*) FROM targets WHERE source = :source AND due_at <= :now AND last_read_at IS NULL"
INSERT = """
INSERT INTO targets (body, source, kind, key, windows, due_at, first_seen_at)
SELECT body, id, :kind, :key, :windows, :due_at, :now FROM sources WHERE id = :source
ON CONFLICT DO NOTHING
"""
UPDATE = """
UPDATE targets SET
    windows = :windows, due_at = :due_at, last_read_at = :last_read_at, nudged_at = :nudged_at,
    failures = :failures, failed_at = :failed_at
WHERE id = :row
"""
SETTLE = """
UPDATE targets SET
    outcome_since = CASE WHEN outcome = :outcome THEN outcome_since ELSE :now END, outcome = :outcome, round = :round
WHERE id = :row
RETURNING outcome_since
"""
LIST = """
UPDATE targets SET listed_date = :date
WHERE source = :source AND kind = :kind AND key = :key AND listed_date IS NOT :date
"""
FORGET = "DELETE FROM targets WHERE source = :source AND kind = :kind AND key = :key"


class Outcome(StrEnum):
    """How reading a page ended. The word is stored."""

    OK = "ok"
    NOT_MODIFIED = "not_modified"
    FAILED = "failed"
    REJECTED = "rejected"
    NOT_PUBLIC = "not_public"
    GONE = "gone"

    @property
    def is_failure(self) -> bool:
        """Whether the system did not answer with what we asked for; that something is not there is an answer."""
        return self in {Outcome.FAILED, Outcome.REJECTED}


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetKey:
    """Which page of a source: "2026-11" for a month, else the source's own key."""

    kind: TargetKind
    key: str


def plan_target(
    connection: sqlite3.Connection, source: int, key: TargetKey, windows: Windows, *, now: datetime
) -> bool:
    """From now on the page is read in these windows; True if it is a new one."""
    if discover_target(connection, source, key, windows, now=now):
        return True
    row = _row(connection, source, key)
    if row is not None and row["windows"] != windows_text(windows):
        _write(connection, row, replace(_target(row), windows=windows))
    return False


def discover_target(
    connection: sqlite3.Connection, source: int, key: TargetKey, windows: Windows, *, now: datetime
) -> bool:
    """As `plan_target`, but a page known already keeps its windows."""
    new = Target(kind=key.kind, key=storable_text(key.key), windows=windows)
    asked = {
        **_named(source, key),
        "windows": windows_text(windows),
        "due_at": _seconds(due_at(new)),
        "now": seconds(now),
    }
    return connection.execute(INSERT, asked).rowcount > 0


def forget_target(connection: sqlite3.Connection, source: int, key: TargetKey) -> None:
    """The page is not there under this key any more."""
    connection.execute(FORGET, _named(source, key))


def nudge(connection: sqlite3.Connection, source: int, keys: Iterable[TargetKey], *, now: datetime) -> None:
    """Something else said just now that these pages changed. What is not a target is passed over."""
    for key in keys:
        row = _row(connection, source, key)
        if row is None:
            continue
        target = _target(row)
        # A page read in this very second may have been read before the nudge.
        after = instant(row["last_read_at"] + 1) if row["last_read_at"] is not None else now
        _write(connection, row, replace(target, nudged_at=max(now, after)))


def settle_target(
    connection: sqlite3.Connection,
    source: int,
    key: TargetKey,
    *,
    outcome: Outcome,
    now: datetime,
    round_row: int | None = None,
) -> datetime | None:
    """Since when the page ends like this, each time; None if it is no target. A paper that was just refused is due
    again when it would be refused for good, however seldom it is read.
    """
    row = _row(connection, source, key)
    if row is None:
        return None
    target = _target(row)
    if outcome.is_failure:
        settled = replace(target, failures=target.failures + 1, failed_at=now)
    else:
        settled = replace(target, failures=0, failed_at=None, last_read=now)
    if outcome is Outcome.NOT_PUBLIC and key.kind is TargetKind.PAPER:
        since = instant(row["outcome_since"]) if row["outcome"] == outcome.value else now
        settled = replace(settled, nudged_at=since + REFUSED_FOR_GOOD)
    _write(connection, row, settled)
    asked = {"row": row["id"], "outcome": outcome.value, "now": seconds(now), "round": round_row}
    return instant(connection.execute(SETTLE, asked).fetchone()["outcome_since"])


def due_targets(
    connection: sqlite3.Connection, source: int, *, now: datetime, round_row: int | None = None
) -> tuple[Target, ...]:
    """What is due, the longest due first, without what was tried in this round already."""
    asked = {"source": source, "now": seconds(now), "round": round_row}
    return tuple(_target(row) for row in connection.execute(DUE, asked))


def next_due_at(connection: sqlite3.Connection, source: int) -> datetime | None:
    """In UTC; None if nothing ever is."""
    return instant_or_none(connection.execute(NEXT_DUE, {"source": source}).fetchone()[0])


def unread_targets(connection: sqlite3.Connection, source: int, *, now: datetime) -> int:
    """How many pages are due that were never read: none, and the first sight of the source is over."""
    return int(connection.execute(UNREAD, {"source": source, "now": seconds(now)}).fetchone()[0])


def first_seen_at(connection: sqlite3.Connection, source: int, key: TargetKey) -> datetime | None:
    """When we first heard of the page, in UTC."""
    row = _row(connection, source, key)
    return instant(row["first_seen_at"]) if row else None


def note_listed(connection: sqlite3.Connection, source: int, key: TargetKey, created: date) -> None:
    """A list says that what the page shows was created on this day. What is not a target is passed over."""
    connection.execute(LIST, {**_named(source, key), "date": iso(created)})


def listed_date(connection: sqlite3.Connection, source: int, key: TargetKey) -> date | None:
    """The day of creation that a list told, if one did."""
    row = _row(connection, source, key)
    return day(row["listed_date"]) if row else None


def _write(connection: sqlite3.Connection, row: sqlite3.Row, target: Target) -> None:
    whole = replace(
        target,
        last_read=_whole_second(target.last_read),
        failed_at=_whole_second(target.failed_at),
        nudged_at=_whole_second(target.nudged_at),
    )
    connection.execute(
        UPDATE,
        {
            "row": row["id"],
            "windows": windows_text(whole.windows),
            "due_at": _seconds(due_at(whole)),
            "last_read_at": _seconds(whole.last_read),
            "nudged_at": _seconds(whole.nudged_at),
            "failures": whole.failures,
            "failed_at": _seconds(whole.failed_at),
        },
    )


def _row(connection: sqlite3.Connection, source: int, key: TargetKey) -> sqlite3.Row | None:
    found: sqlite3.Row | None = connection.execute(ONE, _named(source, key)).fetchone()
    return found


def _named(source: int, key: TargetKey) -> dict[str, str | int | None]:
    return {"source": source, "kind": key.kind.value, "key": storable_text(key.key)}


def _target(row: sqlite3.Row) -> Target:
    return Target(
        kind=TargetKind(row["kind"]),
        key=row["key"],
        windows=windows_from(row["windows"]),
        last_read=instant_or_none(row["last_read_at"]),
        failures=row["failures"],
        failed_at=instant_or_none(row["failed_at"]),
        nudged_at=instant_or_none(row["nudged_at"]),
    )


def _seconds(moment: datetime | None) -> int | None:
    return None if moment is None else seconds(moment)


def _whole_second(moment: datetime | None) -> datetime | None:
    return None if moment is None else instant(seconds(moment))
