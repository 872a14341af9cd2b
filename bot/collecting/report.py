"""What a round came to, for people and logs."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from council.published.changes import ChangeKind
from council.published.readings import Page
from storage.pages import PageRecorded
from storage.sources import StructureNote


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A page was tried: so many so far, so many more known to be due."""

    tried: int
    left: int
    page: str


Watch: TypeAlias = Callable[[Step], None]
# By kind of page, how the last one was built that was not as known.
Odd: TypeAlias = dict[Page, StructureNote]


def unwatched(_: Step) -> None:
    """For rounds that nobody looks at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What pages said, as numbers of papers and sessions."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0

    def __add__(self, other: "Told") -> "Told":
        return Told(
            new=self.new + other.new, changed=self.changed + other.changed, unchanged=self.unchanged + other.unchanged
        )


def told_by(recorded: PageRecorded) -> Told:
    """Of one page."""
    papers, meetings = recorded.papers, recorded.meetings
    return Told(
        new=papers.new + meetings.new,
        changed=papers.changed + meetings.changed,
        unchanged=papers.unchanged + meetings.unchanged,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundReport:
    """One source's round. `failures` are sentences, one a page; `stopped` is why it did not go on to its end,
    `skipped` why it did not begin. `changes` are news by kind, `held` whether they wait for an operator. `odd` are
    the kinds of pages of which some were not built as known, as the last of each was.
    """

    name: str
    pages: int = 0
    told: Told = Told()
    failures: tuple[str, ...] = ()
    stopped: str | None = None
    skipped: str | None = None
    changes: tuple[tuple[ChangeKind, int], ...] = ()
    held: bool = False
    odd: tuple[StructureNote, ...] = ()
    is_first: bool = False
    first_read_done: bool = False
    permitted_by_operator: bool = False

    @property
    def is_good(self) -> bool:
        return not (self.failures or self.stopped or self.skipped)
