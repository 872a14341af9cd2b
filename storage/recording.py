"""Remembering a reading: which row each paper is, what changes in it, and the search index in step."""

import sqlite3
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto

from council.published.bodies import Body
from council.published.known import KnownPaper
from council.published.numbers import reference_key
from council.published.papers import Paper
from council.published.readings import Reading
from storage.bodies import ensure_body
from storage.cleaning import storable
from storage.indexing import IndexChange, apply_changes, entry, forget_removed_words, index_number, newest_day
from storage.merging import merged
from storage.papers import load_papers
from storage.writing import write_paper

# Some papers have no number at all; those are not one paper.
SAME_REFERENCE = """
SELECT id, key FROM papers WHERE reference_key = :reference AND body = :body AND reference_key <> ''
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What became of a reading's papers, as counts. `rows` are those now stored, in the order of the reading.

    `unidentified` have neither a key nor a reference: the same one could never be told from another.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    not_public: int = 0
    unidentified: int = 0
    rows: tuple[int, ...] = ()


class _Outcome(Enum):
    NEW = auto()
    CHANGED = auto()
    UNCHANGED = auto()
    NOT_PUBLIC = auto()
    UNIDENTIFIED = auto()


def record_reading(connection: sqlite3.Connection, body: Body, reading: Reading, *, read_at: datetime) -> Recorded:
    """Remembers what is public; one transaction, the caller's. `read_at` must be aware.

    A paper that is not public is not stored; if it was, only its key and reference stay.
    """
    if read_at.tzinfo is None:
        raise ValueError("read_at must be an aware datetime")
    known = replace(body, host=body.host or reading.host)
    recorder = _Recorder(connection, known, ensure_body(connection, known), int(read_at.timestamp()))
    for paper in reading.papers:
        recorder.record(storable(paper))
    recorder.finish()
    return Recorded(
        new=recorder.outcomes[_Outcome.NEW],
        changed=recorder.outcomes[_Outcome.CHANGED],
        unchanged=recorder.outcomes[_Outcome.UNCHANGED],
        not_public=recorder.outcomes[_Outcome.NOT_PUBLIC],
        unidentified=recorder.outcomes[_Outcome.UNIDENTIFIED],
        rows=tuple(recorder.rows),
    )


class _Recorder:
    """One call of `record_reading`: the index is brought in step once, at its end."""

    def __init__(self, connection: sqlite3.Connection, body: Body, body_row: int, read_at: int) -> None:
        self.outcomes: Counter[_Outcome] = Counter()
        self.rows: dict[int, None] = {}
        self._connection = connection
        self._body = body
        self._body_row = body_row
        self._read_at = read_at
        self._index: dict[int, IndexChange] = {}
        self._purged = False

    def record(self, paper: Paper) -> None:
        if not paper.id and not reference_key(paper.reference):
            self.outcomes[_Outcome.UNIDENTIFIED] += 1
            return
        row = identified(self._connection, self._body_row, paper)
        stored = None if row is None else load_papers(self._connection, (row,))[0]
        outcome = self._store(stored, paper) if paper.public else self._hide(stored)
        self.outcomes[outcome] += 1

    def finish(self) -> None:
        apply_changes(self._connection, self._index)
        if self._purged:
            forget_removed_words(self._connection)

    def _store(self, stored: KnownPaper | None, paper: Paper) -> _Outcome:
        if stored is None:
            self._write(None, paper)
            return _Outcome.NEW
        self.rows[stored.row] = None
        whole = merged(stored.paper, paper)
        if whole != stored.paper:
            self._write(stored, whole)
            return _Outcome.CHANGED
        self._connection.execute(
            "UPDATE papers SET read_at = max(read_at, :read_at) WHERE id = :row",
            {"read_at": self._read_at, "row": stored.row},
        )
        return _Outcome.UNCHANGED

    def _hide(self, stored: KnownPaper | None) -> _Outcome:
        if stored is not None and stored.paper.public:
            rest = Paper(id=stored.paper.id, reference=stored.paper.reference, name="", public=False)
            self._write(stored, rest)
            self.rows.pop(stored.row, None)
            self._purged = True
        return _Outcome.NOT_PUBLIC

    def _write(self, stored: KnownPaper | None, paper: Paper) -> None:
        row = write_paper(
            self._connection,
            paper,
            row=stored.row if stored else None,
            body=self._body_row,
            read_at=max(self._read_at, int(stored.read_at.timestamp()) if stored else 0),
        )
        before = _index_number_of(stored, self._index)
        after = entry(row, self._body.key, paper) if paper.public else None
        self._index[row] = IndexChange(before=before, after=after)
        if paper.public:
            self.rows[row] = None


def identified(connection: sqlite3.Connection, body: int, paper: Paper) -> int | None:
    """The row this paper is: by its key; else the council's one paper of that reference.

    A key adopts a row without one only if no other paper has that reference. Of several, a paper without a
    key is the one row that has none either.
    """
    if paper.id:
        known = connection.execute(
            "SELECT id FROM papers WHERE body = :body AND key = :key", {"body": body, "key": paper.id}
        ).fetchone()
        if known:
            return int(known["id"])
    reference = reference_key(paper.reference)
    same = connection.execute(SAME_REFERENCE, {"reference": reference, "body": body}).fetchall()
    keyless = [int(row["id"]) for row in same if row["key"] is None]
    if len(same) == 1 and (keyless or not paper.id):
        return int(same[0]["id"])
    return keyless[0] if len(keyless) == 1 and not paper.id else None


def _index_number_of(stored: KnownPaper | None, pending: Mapping[int, IndexChange]) -> int | None:
    if stored is None:
        return None
    if stored.row in pending:
        return pending[stored.row].before
    return index_number(stored.row, newest_day(stored.paper)) if stored.paper.public else None
