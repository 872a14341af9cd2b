"""The fuse: when too much of what was already known changes in one round, nothing goes out unseen."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from council.published.changes import Change, ChangeKind

MOST_UNSEEN = 20

_ADDS = frozenset({ChangeKind.MEETING_ANNOUNCED, ChangeKind.AGENDA_PUBLISHED, ChangeKind.PAPER_NEW})
# After a session its results, before it its agenda touch every paper on it at once: that is one event, not forty.
# Results all over the place, as a page read wrongly gives them, are many.
_OF_ONE_SESSION = frozenset({ChangeKind.RESULT_APPEARED, ChangeKind.PAPER_SCHEDULED, ChangeKind.PAPER_REFERRED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Of one round: how many were already stored (future sessions; papers read), how many of them were touched."""

    known: int
    touched: int

    @property
    def is_too_much(self) -> bool:
        """More than 20 and more than a third."""
        return self.touched > MOST_UNSEEN and self.touched * 3 > self.known


def is_held(*, sessions: Tally, papers: Tally) -> bool:
    """Whether a round's changes wait for an operator instead of being announced."""
    return sessions.is_too_much or papers.is_too_much


def touched_sessions(changes: Iterable[Change], *, remapped: Iterable[str] = ()) -> int:
    """How many future sessions were touched: by changes of theirs, or by coming back (or their items) under other
    ids. `changes` are those of sessions still to come, `remapped` keys of such sessions. What is new touches none.
    """
    touched = {change.meeting for change in changes if change.kind not in _ADDS}
    return len((touched | set(remapped)) - {None})


def touched_papers(changes: Mapping[str, Sequence[Change]], *, remapped: Iterable[str] = ()) -> int:
    """How many papers were touched: each that changed itself or came back under another id (`remapped`), and what
    one session explains once for all its papers. `changes` are a round's, by the paper's key.
    """
    renewed = set(remapped)
    sessions: set[str | None] = set()
    for paper, its_changes in changes.items():
        kinds = {change.kind for change in its_changes} - _ADDS
        if kinds - _OF_ONE_SESSION:
            renewed.add(paper)
        elif kinds and paper not in renewed:
            sessions |= {_session(change) for change in its_changes if change.kind in _OF_ONE_SESSION}
    return len(renewed) + len(sessions)


def _session(change: Change) -> str:
    return change.meeting or f"{change.after.get('date', '')} {change.after.get('organization', '')}"
