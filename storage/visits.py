"""A visit: which page was read, whose it is, when, and what for."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from council.published.bodies import Body
from council.published.changes import ChangeKind

# What was told and is public no more must be taken back, whoever noticed.
RETRACTIONS = frozenset({ChangeKind.MEETING_NON_PUBLIC, ChangeKind.ITEM_NON_PUBLIC, ChangeKind.PAPER_NON_PUBLIC})


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One page read. `now` is aware and in the council's zone: days and rhythms are reckoned in it.

    `source` and `round` are our rows; without a source it is a saved page, without a round a question's.
    `structure_ok`: the page is built as known. `silent`: read again for another reason than news.
    `complements`: not the council's own page but one beside it, late and in few words. `by_lists`: the source tells in
    lists what changed, so that no page of its own is to be read again.
    """

    body: Body
    now: datetime
    source: int | None = None
    round: int | None = None
    structure_ok: bool = True
    silent: bool = False
    complements: bool = False
    by_lists: bool = False

    def __post_init__(self) -> None:
        if self.now.tzinfo is None:
            raise ValueError("a visit's instant must be an aware datetime")


def makes_news(connection: sqlite3.Connection, visit: Visit) -> bool:
    """Only a round does, and not the first sight of a source."""
    if visit.silent or visit.source is None or visit.round is None:
        return False
    row = connection.execute(
        "SELECT first_read_done_at FROM sources WHERE id = :source", {"source": visit.source}
    ).fetchone()
    return row is not None and row["first_read_done_at"] is not None


def is_outranked(visit: Visit, source: int | None, *, public: bool) -> bool:
    """Whether a saved page speaks of what a source tells again and again, or a page beside the council's own of what
    is known already: then it may only add.

    That something is not public is believed of any page.
    """
    return public and (visit.complements or (visit.source is None and source is not None))
