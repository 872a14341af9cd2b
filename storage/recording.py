"""Remembering papers: which row each is, what changed in it, and the search index in step."""

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto

from council.published.bodies import Body
from council.published.changes import Change
from council.published.known import KnownPaper
from council.published.numbers import reference_key
from council.published.paper_changes import PaperOutcome, compare_paper
from council.published.papers import Paper
from council.published.readings import Reading
from storage.bodies import ensure_body
from storage.changes import append_changes
from storage.cleaning import storable
from storage.forgetting import forget_paper
from storage.indexing import IndexChange, apply_changes, entry, forget_removed_words, index_number, newest_day
from storage.instants import seconds
from storage.merging import merged
from storage.paper_planning import born_by_list, plan_paper
from storage.papers import load_papers
from storage.reckoning import reckon_papers
from storage.rounds import mark
from storage.sightings import Sighting, has_twin, note_sighting, sighting
from storage.visits import Visit, is_outranked
from storage.writing import write_paper

# Some papers have no number at all; those are not one paper.
SAME_REFERENCE = """
SELECT id, key FROM papers WHERE reference_key = :reference AND body = :body AND reference_key <> ''
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What became of a reading's papers, as counts. `rows` are those now stored, in the order of the reading.

    `unidentified` have neither a key nor a reference: the same one could never be told from another. `told` are the
    changes appended.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    not_public: int = 0
    unidentified: int = 0
    rows: tuple[int, ...] = ()
    told: tuple[Change, ...] = ()


class _Outcome(Enum):
    NEW = auto()
    CHANGED = auto()
    UNCHANGED = auto()
    NOT_PUBLIC = auto()
    UNIDENTIFIED = auto()


def record_reading(connection: sqlite3.Connection, body: Body, reading: Reading, *, read_at: datetime) -> Recorded:
    """Remembers the papers of a saved page, silently; one transaction, the caller's. `read_at` must be aware.

    A paper that is not public is not stored; if it was, only its key and reference stay.
    """
    known = replace(body, host=body.host or reading.host)
    return record_papers(connection, Visit(body=known, now=read_at), reading.papers)


def record_papers(connection: sqlite3.Connection, visit: Visit, papers: Sequence[Paper]) -> Recorded:
    """Remembers papers as their own pages show them; one transaction, the caller's."""
    recorder = _Recorder(connection, visit)
    for paper in papers:
        recorder.record(storable(paper))
    recorder.finish()
    return Recorded(
        new=recorder.outcomes[_Outcome.NEW],
        changed=recorder.outcomes[_Outcome.CHANGED],
        unchanged=recorder.outcomes[_Outcome.UNCHANGED],
        not_public=recorder.outcomes[_Outcome.NOT_PUBLIC],
        unidentified=recorder.outcomes[_Outcome.UNIDENTIFIED],
        rows=tuple(recorder.rows),
        told=tuple(recorder.told),
    )


class _Recorder:
    """One call of `record_papers`: the index is brought in step once, at its end."""

    def __init__(self, connection: sqlite3.Connection, visit: Visit) -> None:
        self.outcomes: Counter[_Outcome] = Counter()
        self.rows: dict[int, None] = {}
        self.told: list[Change] = []
        self._connection = connection
        self._visit = visit
        self._body_row = ensure_body(connection, visit.body)
        self._read_at = seconds(visit.now)
        self._index: dict[int, IndexChange] = {}
        self._written: dict[int, None] = {}
        self._purged = False

    def record(self, paper: Paper) -> None:
        if not paper.id and not reference_key(paper.reference):
            self.outcomes[_Outcome.UNIDENTIFIED] += 1
            return
        row = identified(self._connection, self._body_row, paper)
        stored = None if row is None else load_papers(self._connection, (row,))[0]
        seen = sighting(self._connection, row)
        is_twin = stored is None and has_twin(self._connection, self._body_row, paper)
        outcome = self._compared(stored, paper, seen)
        if is_twin:
            # Under another key it is still the paper that was told of.
            outcome = replace(outcome, changes=(), remapped=1)
        if not paper.public:
            self._hide(stored, seen, outcome)
        elif stored is not None and not self._visit.structure_ok:
            # A page that is not understood adds papers, changes none and makes none public again.
            self._keep(stored)
        else:
            self._store(stored, paper, seen, outcome)

    def finish(self) -> None:
        apply_changes(self._connection, self._index)
        reckon_papers(self._connection, self._written, today=self._visit.now.date())
        if self._purged:
            forget_removed_words(self._connection)

    def _compared(self, stored: KnownPaper | None, paper: Paper, seen: Sighting) -> PaperOutcome:
        return compare_paper(
            stored.paper if stored else None,
            paper,
            today=self._visit.now.date(),
            # A page beside the council's own tells of new papers only, and of what is not public.
            structure_ok=self._visit.structure_ok and not (self._visit.complements and paper.public),
            # What was only imported is new to the source that shows it.
            seen_whole=seen.source is not None,
            missed=seen.missed,
            listed=born_by_list(self._connection, self._visit, paper),
        )

    def _store(self, stored: KnownPaper | None, paper: Paper, seen: Sighting, outcome: PaperOutcome) -> None:
        row, ending = self._remember(stored, paper, seen)
        self.outcomes[ending] += 1
        self.rows[row] = None
        if self._visit.source is None or (self._visit.complements and seen.source is not None):
            return
        note_sighting(self._connection, row, Sighting(source=self._visit.source, missed=outcome.missed))
        self._tell(outcome, row)
        if outcome.remapped or seen.source is not None:
            mark(self._connection, self._visit, "paper", row, body=self._body_row, remapped=bool(outcome.remapped))
        plan_paper(self._connection, self._visit, paper)

    def _remember(self, stored: KnownPaper | None, paper: Paper, seen: Sighting) -> tuple[int, _Outcome]:
        if stored is None:
            return self._write(None, paper), _Outcome.NEW
        outranked = is_outranked(self._visit, seen.source, public=stored.paper.public)
        whole = merged(paper, stored.paper) if outranked else merged(stored.paper, paper)
        if whole != stored.paper:
            return self._write(stored, whole), _Outcome.CHANGED
        if not outranked:
            self._connection.execute(
                "UPDATE papers SET read_at = max(read_at, :read_at) WHERE id = :row",
                {"read_at": self._read_at, "row": stored.row},
            )
        return stored.row, _Outcome.UNCHANGED

    def _keep(self, stored: KnownPaper) -> None:
        if not stored.paper.public:
            self.outcomes[_Outcome.NOT_PUBLIC] += 1
            return
        self.outcomes[_Outcome.UNCHANGED] += 1
        self.rows[stored.row] = None

    def _hide(self, stored: KnownPaper | None, seen: Sighting, outcome: PaperOutcome) -> None:
        self.outcomes[_Outcome.NOT_PUBLIC] += 1
        if stored is None or not stored.paper.public or not outcome.is_hidden:
            return
        rest = Paper(id=stored.paper.id, reference=stored.paper.reference, name="", public=False)
        self._write(stored, rest)
        self.rows.pop(stored.row, None)
        self._purged = True
        note_sighting(self._connection, stored.row, Sighting(source=self._visit.source))
        forget_paper(self._connection, stored.row)
        if self._visit.source is not None or seen.source is not None:
            self._tell(outcome, stored.row)
        plan_paper(self._connection, self._visit, rest)

    def _tell(self, outcome: PaperOutcome, row: int) -> None:
        changes = outcome.changes
        self.told += append_changes(self._connection, self._visit, changes, body=self._body_row, paper=row)

    def _write(self, stored: KnownPaper | None, paper: Paper) -> int:
        row = write_paper(
            self._connection,
            paper,
            row=stored.row if stored else None,
            body=self._body_row,
            read_at=max(self._read_at, seconds(stored.read_at) if stored else 0),
        )
        self._written[row] = None
        before = _index_number_of(stored, self._index)
        after = entry(row, self._visit.body.key, paper) if paper.public else None
        self._index[row] = IndexChange(before=before, after=after)
        return row


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
