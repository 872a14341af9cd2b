"""Where a council is read from: whether it may be, when it last answered, and what is wrong if it does not."""

import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from council.published.bodies import Body
from council.published.readings import Page
from storage.bodies import body_from, ensure_body
from storage.cleaning import storable_text
from storage.instants import instant, instant_or_none, seconds
from storage.targets import next_due_at

ENSURE = """
INSERT INTO sources (body, kind, place, can_look_up) VALUES (:body, :kind, :place, :can_look_up)
ON CONFLICT (body, kind, place) DO UPDATE SET can_look_up = excluded.can_look_up
RETURNING id
"""
STATES = """
SELECT sources.*, sources.id AS row, sources.kind AS source_kind, bodies.key, bodies.name, bodies.host
FROM sources JOIN bodies ON bodies.id = sources.body
WHERE (:body IS NULL OR bodies.key = :body)
ORDER BY sources.id
"""
STRUCTURES = "SELECT source, page, since, times, finding FROM structures ORDER BY source, page"
GOOD = """
UPDATE sources SET
    last_good_at = max(coalesce(last_good_at, :now), :now), last_tried_at = :now,
    failures = 0, failing_since = NULL, error_kind = NULL, error = NULL
WHERE id = :source
"""
FAILED = """
UPDATE sources SET
    last_tried_at = :now, failures = failures + 1, failing_since = coalesce(failing_since, :now),
    error_kind = :kind, error = :sentence
WHERE id = :source
"""
MAY_READ = "UPDATE sources SET may_read = :allowed, may_read_reason = :reason, last_tried_at = :now WHERE id = :source"
FIRST_READ = "UPDATE sources SET first_read_done_at = coalesce(first_read_done_at, :now) WHERE id = :source"
OTHER_STRUCTURE = """
INSERT INTO structures (body, source, page, since, times, finding)
SELECT body, id, :page, :now, 1, :finding FROM sources WHERE id = :source
ON CONFLICT DO UPDATE SET times = times + 1, finding = excluded.finding
RETURNING times
"""
KNOWN_STRUCTURE = "DELETE FROM structures WHERE source = :source AND page = :page RETURNING times"
# One page may be odd by itself; after so many in a row it is the layout.
TOLD_AFTER = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """A kind of page that is not built as known: since when, how often in a row, and what is missing."""

    page: Page
    since: datetime
    times: int
    finding: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StructureNote:
    """How a page just read was built: `finding` is what was not as known, so often in a row for its kind (`times`;
    0 without a finding). `before` is how often it was so just before.
    """

    page: Page
    finding: str | None
    times: int
    before: int

    @property
    def is_to_be_told(self) -> bool:
        """Once: the next time operators know."""
        return self.times == TOLD_AFTER

    @property
    def is_over(self) -> bool:
        """What operators were told of has ended just now."""
        return self.finding is None and self.before >= TOLD_AFTER


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceState:
    """How reading a source goes. Instants in UTC. `failures` are those in a row, the first of them `failing_since`;
    `error` is a sentence for operators. `may_read` is robots.txt's word, None before it was asked.
    """

    row: int
    body: Body
    kind: str
    place: str
    can_look_up: bool
    first_read_done_at: datetime | None
    last_good_at: datetime | None
    last_tried_at: datetime | None
    failures: int
    failing_since: datetime | None
    error_kind: str | None
    error: str | None
    may_read: bool | None
    may_read_reason: str | None
    next_due_at: datetime | None
    structures: tuple[Structure, ...]


def ensure_source(
    connection: sqlite3.Connection, body: Body, kind: str, place: str, *, can_look_up: bool = False
) -> int:
    """The source's row, made if it is new. `can_look_up`: it can be asked for one paper by its number."""
    named = {
        "body": ensure_body(connection, body),
        "kind": storable_text(kind),
        "place": storable_text(place),
        "can_look_up": int(can_look_up),
    }
    return int(connection.execute(ENSURE, named).fetchone()["id"])


def source_states(connection: sqlite3.Connection, *, body: str | None = None) -> tuple[SourceState, ...]:
    """All sources, or those of one council (its key), in the order in which they came."""
    structures: defaultdict[int, list[Structure]] = defaultdict(list)
    for row in connection.execute(STRUCTURES):
        structures[row["source"]].append(
            Structure(page=Page(row["page"]), since=instant(row["since"]), times=row["times"], finding=row["finding"])
        )
    rows = connection.execute(STATES, {"body": body}).fetchall()
    return tuple(_state(connection, row, tuple(structures[row["row"]])) for row in rows)


def source_good(connection: sqlite3.Connection, source: int, *, now: datetime) -> None:
    """It answered with a page."""
    connection.execute(GOOD, {"source": source, "now": seconds(now)})


def source_failed(connection: sqlite3.Connection, source: int, *, now: datetime, kind: str, sentence: str) -> None:
    """It did not answer, or not with what was asked for; what is known of the council stays."""
    asked = {"source": source, "now": seconds(now), "kind": kind, "sentence": storable_text(sentence)}
    connection.execute(FAILED, asked)


def source_may_be_read(
    connection: sqlite3.Connection, source: int, *, allowed: bool, reason: str | None, now: datetime
) -> None:
    """What robots.txt says, or why it does not count."""
    asked = {"source": source, "allowed": int(allowed), "reason": reason, "now": seconds(now)}
    connection.execute(MAY_READ, asked)


def first_read_done(connection: sqlite3.Connection, source: int, *, now: datetime) -> None:
    """From now on its rounds make news."""
    connection.execute(FIRST_READ, {"source": source, "now": seconds(now)})


def note_structure(
    connection: sqlite3.Connection, source: int, page: Page, *, finding: str | None, now: datetime
) -> StructureNote:
    """Counts how often in a row pages of this kind were not built as known; None for `finding` ends the row."""
    asked = {"source": source, "page": page.value, "now": seconds(now)}
    if finding is None:
        ended = connection.execute(KNOWN_STRUCTURE, asked).fetchone()
        return StructureNote(page=page, finding=None, times=0, before=int(ended["times"]) if ended else 0)
    row = connection.execute(OTHER_STRUCTURE, asked | {"finding": storable_text(finding)}).fetchone()
    return StructureNote(page=page, finding=finding, times=int(row["times"]), before=int(row["times"]) - 1)


def _state(connection: sqlite3.Connection, row: sqlite3.Row, structures: tuple[Structure, ...]) -> SourceState:
    return SourceState(
        row=row["row"],
        body=body_from(row),
        kind=row["source_kind"],
        place=row["place"],
        can_look_up=bool(row["can_look_up"]),
        first_read_done_at=instant_or_none(row["first_read_done_at"]),
        last_good_at=instant_or_none(row["last_good_at"]),
        last_tried_at=instant_or_none(row["last_tried_at"]),
        failures=row["failures"],
        failing_since=instant_or_none(row["failing_since"]),
        error_kind=row["error_kind"],
        error=row["error"],
        may_read=None if row["may_read"] is None else bool(row["may_read"]),
        may_read_reason=row["may_read_reason"],
        next_due_at=next_due_at(connection, row["row"]),
        structures=structures,
    )
