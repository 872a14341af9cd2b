"""The sample council's story, read as it happens: what is told is what happened, and all that must be told is."""

import os
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from council.published.changes import ChangeKind
from simulator.council.story.happenings import Kind, Step, Story, happened, published
from simulator.council.story.musterfeld import musterfeld
from simulator.council.story.records import AgendaItem, FiledPaper
from storage.changes import StoredChange
from tests.bot.collecting.small_council import NOW, reading
from tests.conftest import Figures

DAYS = 30 if os.environ.get("RATSBOTE_NIGHTLY") else 4
DAY = timedelta(days=1)
# How far back the list of papers is read, if nothing else is set.
LOOK_BACK = 90 * DAY

# What may be told, and what happened then. A vanished item's own page says no more than that there is nothing to see.
CAUSES: dict[ChangeKind, set[Kind]] = {
    ChangeKind.MEETING_ANNOUNCED: {Kind.MEETING_ANNOUNCED},
    ChangeKind.MEETING_MOVED: {Kind.MEETING_MOVED},
    ChangeKind.MEETING_CANCELLED: {Kind.MEETING_CANCELLED},
    ChangeKind.MEETING_REVIVED: {Kind.MEETING_REVIVED},
    ChangeKind.MEETING_ROOM: {Kind.ROOM_CHANGED},
    ChangeKind.AGENDA_PUBLISHED: {Kind.AGENDA_PUBLISHED},
    ChangeKind.ITEM_ADDED: {Kind.ITEM_ADDED},
    ChangeKind.ITEM_WITHDRAWN: {Kind.ITEM_WITHDRAWN, Kind.ITEM_VANISHED},
    ChangeKind.ITEM_REWORDED: {Kind.ITEM_REWORDED},
    ChangeKind.ITEM_PAPER_ADDED: {Kind.ITEM_PAPER_ADDED},
    ChangeKind.ITEM_NON_PUBLIC: {Kind.ITEM_NOT_PUBLIC, Kind.ITEM_VANISHED},
    ChangeKind.RESULT_APPEARED: {Kind.RESULT_PUBLISHED},
    ChangeKind.RESULT_CHANGED: {Kind.RESULT_CHANGED},
    ChangeKind.PAPER_REFERRED: {Kind.PAPER_REFERRED},
    ChangeKind.PAPER_CHANGED: {Kind.PAPER_CHANGED},
    ChangeKind.PAPER_NEW: {Kind.PAPER_FILED, Kind.PAPER_OPENED},
    ChangeKind.PAPER_NON_PUBLIC: {Kind.PAPER_HIDDEN},
}
# What everybody who follows must hear of within a day.
MUST_BE_TOLD = {
    Kind.MEETING_MOVED: ChangeKind.MEETING_MOVED,
    Kind.MEETING_CANCELLED: ChangeKind.MEETING_CANCELLED,
    Kind.AGENDA_PUBLISHED: ChangeKind.AGENDA_PUBLISHED,
    Kind.ITEM_ADDED: ChangeKind.ITEM_ADDED,
    Kind.ITEM_WITHDRAWN: ChangeKind.ITEM_WITHDRAWN,
    Kind.ITEM_REWORDED: ChangeKind.ITEM_REWORDED,
    Kind.RESULT_PUBLISHED: ChangeKind.RESULT_APPEARED,
    Kind.PAPER_FILED: ChangeKind.PAPER_NEW,
}


def key_of(step: Step) -> str:
    record = step.record
    return record.reference if isinstance(record, FiledPaper) else str(record.key)


def key_told(change: StoredChange) -> str:
    """As the step's: of an item its key, of a session its key, of a paper its number."""
    told = change.change
    return told.item or told.meeting or told.paper or ""


def is_public(step: Step, sessions: set[int]) -> bool:
    """Whether a reader can see it: on a public session's agenda, on a session of the near calendar."""
    record = step.record
    if isinstance(record, AgendaItem):
        return record.public and record.meeting in sessions
    return record.public


def untrue(told: Iterable[StoredChange], steps: Iterable[Step]) -> list[StoredChange]:
    causes = {(step.kind, key_of(step)) for step in steps}
    return [
        change
        for change in told
        if change.change.kind in CAUSES
        and not any((kind, key_told(change)) in causes for kind in CAUSES[change.change.kind])
    ]


def has_no_date(change: StoredChange, story: Story, since: datetime) -> bool:
    """Filed before the list is read, first met on an agenda: its page tells no date, so its first stop counts."""
    filed = {paper.reference: paper.filed for paper in published(story, since).papers.values()}
    is_new = change.change.kind is ChangeKind.PAPER_NEW
    return is_new and filed.get(change.change.paper or "", since.date()) < since.date() - LOOK_BACK


def untold(told: Iterable[StoredChange], steps: Iterable[Step], sessions: set[int]) -> list[tuple[str, str, datetime]]:
    heard = {(change.change.kind, key_told(change)) for change in told}
    return [
        (step.kind, key_of(step), step.at)
        for step in steps
        if step.kind in MUST_BE_TOLD
        and is_public(step, sessions)
        and (MUST_BE_TOLD[step.kind], key_of(step)) not in heard
    ]


@pytest.mark.timeout(120 + 60 * DAYS)
async def test_what_happens_is_told_and_nothing_else(tmp_path: Path, tell: Figures) -> None:
    story = musterfeld(NOW.date())
    async with reading(tmp_path, story) as council:
        assert (await council.round()).first_read_done
        begin = council.clock.now()
        for _ in range(DAYS * 48):
            report = await council.round(hours=0.5)
            assert (report.failures, report.held) == ((), False)
        end = council.clock.now()
        told = await council.changes()
        public = {key for key, meeting in council.council.state().meetings.items() if meeting.agenda_public}
    steps = happened(story, after=begin, until=end)
    told = [change for change in told if not has_no_date(change, story, begin)]
    assert untrue(told, steps) == []
    assert untold(told, happened(story, after=begin, until=end - 1.1 * DAY), public) == []
    tell(f"story: {DAYS} days, {len(steps)} steps, {len(told)} changes told, 0 untrue, 0 missing")
