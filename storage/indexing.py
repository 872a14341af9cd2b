"""What the search indexes hold of a paper, and under which row number.

The number is the paper's newest day, then its row: newest first is then the index's own order, and a
question reads as many index rows as it shows and no more, however frequent its words are.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from zlib import crc32

from council.published.papers import Paper
from storage.folding import fold, fold_for_index

ROW_BITS = 24  # 16.7 million papers; migrations/0001_papers.sql checks it
ROW_MASK = (1 << ROW_BITS) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A paper in the index. `number` is its index row, see `index_number`."""

    number: int
    title: str
    text: str
    facets: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexChange:
    """One paper's step from one entry (its number) to another; `None` where there is none."""

    before: int | None
    after: Entry | None


def newest_day(paper: Paper) -> date | None:
    """The day of the newest stop, one to come included; without stops the paper's own."""
    days = [stop.date for stop in paper.consultations if stop.date]
    return max(days, default=paper.date)


def index_number(row: int, newest_on: date | None) -> int:
    return (newest_on.toordinal() if newest_on else 0) << ROW_BITS | row


def row_of(number: int) -> int:
    """The paper's row, from its index number."""
    return number & ROW_MASK


def entry(row: int, body: str, paper: Paper) -> Entry:
    """`body` is the council's key."""
    parts = (paper.reference, paper.text.sachverhalt, paper.text.beschluss, *paper.originators)
    return Entry(
        number=index_number(row, newest_day(paper)),
        title=fold_for_index(paper.name),
        text=fold_for_index("\n".join(part for part in parts if part)),
        facets=_facets(body, paper),
    )


def facet(kind: str, value: str) -> str:
    """A filter as one short word that both tokenizers find and no text contains by chance: " b1c291ca3 ".

    Kinds: b body, y year, t paper type, o organization. The blanks keep the trigram index from finding parts.
    """
    return f" {kind}{crc32(fold(value).encode()):08x} "


def apply_changes(connection: sqlite3.Connection, changes: Mapping[int, IndexChange]) -> None:
    """Brings both indexes in step with their papers (rows → changes), within the caller's transaction.

    In ascending order: FTS5 starts a new segment for every number lower than the one before.
    """
    gone = sorted(change.before for change in changes.values() if change.before is not None)
    entries = sorted((change.after for change in changes.values() if change.after), key=lambda each: each.number)
    connection.executemany("DELETE FROM paper_titles WHERE rowid = ?", ((number,) for number in gone))
    connection.executemany("DELETE FROM paper_texts WHERE rowid = ?", ((number,) for number in gone))
    _insert(connection, entries)


def forget_removed_words(connection: sqlite3.Connection) -> None:
    """FTS5 keeps the words of removed rows in its segments until they are merged; this merges them now.

    For what must not be found on the disk any more: it rewrites both indexes.
    """
    connection.execute("INSERT INTO paper_titles (paper_titles) VALUES ('optimize')")
    connection.execute("INSERT INTO paper_texts (paper_texts) VALUES ('optimize')")


def _insert(connection: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    rows = [{"number": each.number, "title": each.title, "text": each.text, "facets": each.facets} for each in entries]
    connection.executemany("INSERT INTO paper_titles (rowid, title, facets) VALUES (:number, :title, :facets)", rows)
    connection.executemany(
        "INSERT INTO paper_texts (rowid, title, text, facets) VALUES (:number, :title, :text, :facets)", rows
    )


def _facets(body: str, paper: Paper) -> str:
    days = [paper.date, *(stop.date for stop in paper.consultations)]
    found = [facet("b", body)]
    found += [facet("y", str(day.year)) for day in days if day]
    found += [facet("o", stop.organization) for stop in paper.consultations]
    if paper.paper_type:
        found.append(facet("t", paper.paper_type))
    return "".join(dict.fromkeys(found))
