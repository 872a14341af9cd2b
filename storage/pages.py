"""One page, one transaction: what it says, what changed, what is to be read next, and that it was read."""

import sqlite3
from dataclasses import dataclass, replace
from datetime import date, datetime

from council.published.agenda_changes import OwnPages
from council.published.changes import Change
from council.published.freshness import PaperFacts, paper_windows
from council.published.readings import ListedPaper, Page, Reading
from council.published.rounds import TargetKind
from storage.item_recording import record_item
from storage.meeting_recording import MeetingOutcomes, record_meetings
from storage.organizations import record_organizations
from storage.recording import Recorded, record_papers
from storage.rounds import count_page
from storage.sources import StructureNote, note_structure, source_failed, source_good
from storage.targets import Outcome, TargetKey, discover_target, note_listed, settle_target
from storage.visits import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRecorded:
    """What one page came to. `told` are the changes appended, `discovered` papers heard of for the first time.
    `structure` is how a target's page was built.
    """

    papers: Recorded
    meetings: MeetingOutcomes
    organizations: int
    discovered: int
    told: tuple[Change, ...]
    structure: StructureNote | None = None


def record_page(
    connection: sqlite3.Connection,
    visit: Visit,
    reading: Reading,
    *,
    target: TargetKey | None = None,
    own_pages: OwnPages | None = None,
    listed_since: date | None = None,
) -> PageRecorded:
    """Remembers all that a page says and that `target` was read. `listed_since`: a list's older papers are left
    alone. `own_pages` as in `compare_meeting`. A page that is not built as known only adds.
    """
    sound = visit.structure_ok and reading.oddity is None
    visit = replace(visit, body=replace(visit.body, host=visit.body.host or reading.host), structure_ok=sound)
    papers = record_papers(connection, visit, reading.papers)
    meetings = record_meetings(connection, visit, reading.meetings, own_pages=own_pages)
    items = [record_item(connection, visit, item) for item in reading.items]
    recorded = PageRecorded(
        papers=papers,
        meetings=meetings,
        organizations=record_organizations(connection, visit, reading.organizations),
        discovered=_discover(connection, visit, reading.listed, since=listed_since),
        told=(*papers.told, *meetings.told, *(change for outcome in items if outcome for change in outcome.changes)),
        structure=_note(connection, visit, reading) if target is not None else None,
    )
    if visit.source is not None:
        source_good(connection, visit.source, now=visit.now)
        if target is not None:
            settle_target(connection, visit.source, target, outcome=Outcome.OK, now=visit.now, round_row=visit.round)
        count_page(connection, visit, failed=False)
    return recorded


def fail_page(
    connection: sqlite3.Connection,
    visit: Visit,
    outcome: Outcome,
    *,
    target: TargetKey | None = None,
    kind: str,
    sentence: str,
) -> datetime | None:
    """Remembers that a page could not be read and why (`kind` and `sentence` of the error); nothing else changes.

    Since when the target ends like this each time; None without one. That something is not there or not public is
    an answer, and no failure of the source.
    """
    if visit.source is None:
        return None
    if outcome.is_failure:
        source_failed(connection, visit.source, now=visit.now, kind=kind, sentence=sentence)
    else:
        source_good(connection, visit.source, now=visit.now)
    count_page(connection, visit, failed=outcome.is_failure)
    if target is None:
        return None
    return settle_target(connection, visit.source, target, outcome=outcome, now=visit.now, round_row=visit.round)


def _note(connection: sqlite3.Connection, visit: Visit, reading: Reading) -> StructureNote | None:
    if visit.source is None or not isinstance(reading.page, Page):
        return None
    return note_structure(connection, visit.source, reading.page, finding=reading.oddity, now=visit.now)


def _discover(
    connection: sqlite3.Connection, visit: Visit, listed: tuple[ListedPaper, ...], *, since: date | None
) -> int:
    zone = visit.now.tzinfo
    if visit.source is None or zone is None:
        return 0
    found = 0
    for paper in listed:
        if paper.id is None or (since and paper.date and paper.date < since):
            continue
        windows = paper_windows(PaperFacts(born=paper.date or visit.now.date()), zone=zone)
        key = TargetKey(kind=TargetKind.PAPER, key=paper.id)
        found += discover_target(connection, visit.source, key, windows, now=visit.now)
        if paper.date is not None:
            note_listed(connection, visit.source, key, paper.date)
    return found
