"""Everything operators ask for at once: sources, delivery, and what the fuse holds back."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from storage.held import HeldRound, held_rounds
from storage.operating import NoticeCount, Overdue, notice_counts, overdue, overdue_changes
from storage.sources import SourceState, source_states

_COUNTED = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """As of one moment. `overdue` and `unannounced` (a number of changes) are looked for up to a thousand."""

    sources: tuple[SourceState, ...]
    notices: tuple[NoticeCount, ...]
    overdue: tuple[Overdue, ...]
    unannounced: int
    held: tuple[HeldRound, ...]


def overview(connection: sqlite3.Connection, *, late_before: datetime) -> Overview:
    """What was due or found before `late_before` and still waits is late."""
    return Overview(
        sources=source_states(connection),
        notices=notice_counts(connection),
        overdue=overdue(connection, before=late_before, most=_COUNTED),
        unannounced=len(overdue_changes(connection, before=late_before, most=_COUNTED)),
        held=held_rounds(connection),
    )
