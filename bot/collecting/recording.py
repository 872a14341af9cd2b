"""A page read becomes what is stored, in one transaction; before an agenda is compared, its missing items are asked."""

import logging
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.collecting.sources import Source
from bot.collecting.standing_targets import discover_organizations
from bot.collecting.tools import Tools
from council.published.agenda_changes import OwnPages, to_be_looked_up
from council.published.meetings import Meeting
from council.published.papers import Paper
from council.published.readings import Page, Reading
from council.published.rounds import TargetKind
from sources.errors import NotFound, NotPublic, NotSaidPublic, SourceError
from storage.database import Database
from storage.meetings import meeting_by_key
from storage.pages import PageRecorded, record_page
from storage.sources import StructureNote
from storage.targets import TargetKey
from storage.visits import Visit

_log = logging.getLogger(__name__)

# Each is a request; the rest of a long agenda that is gone is asked for the next time.
_MOST_LOOKED_UP = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPage:
    """A page of a target; only with the last one of several the target counts as read."""

    reading: Reading
    is_last: bool = True


async def record(tools: Tools, source: Source, page: ReadPage, *, target: TargetKey, visit: Visit) -> PageRecorded:
    """Stores what the page says; operators are told once of a layout that changed, and once of its end."""
    own_pages = await _own_pages(tools, source, page.reading, visit) if target.kind is TargetKind.AGENDA else None
    recorded = await tools.database.transaction(
        _record,
        _named(visit, page.reading),
        page.reading,
        target=target,
        is_read=page.is_last,
        own_pages=own_pages,
        listed_since=visit.now.date() - tools.look_back,
    )
    if recorded.structure is not None:
        _tell(source, recorded.structure)
    return recorded


async def take_back(tools: Tools, paper: str, *, visit: Visit) -> None:
    """Stores that a paper (its key) is not public, as if its page said so itself."""
    hidden = Paper(id=paper, reference="", name="", public=False)
    reading = Reading(kind="allris", page=Page.PAPER, papers=(hidden,))
    await tools.database.transaction(record_page, visit, reading)


def _record(
    connection: sqlite3.Connection,
    visit: Visit,
    reading: Reading,
    *,
    target: TargetKey,
    is_read: bool,
    own_pages: OwnPages | None,
    listed_since: date,
) -> PageRecorded:
    recorded = record_page(
        connection,
        visit,
        reading,
        target=target if is_read else None,
        own_pages=own_pages,
        listed_since=listed_since,
    )
    if target.kind is TargetKind.ORGANIZATION and visit.source is not None:
        discover_organizations(connection, visit.source, reading.organizations, listed_on=target.key, now=visit.now)
    return recorded


def _tell(source: Source, note: StructureNote) -> None:
    found = {"source": source.name, "page": note.page.value}
    if note.is_to_be_told:
        _log.warning("structure.changed", extra=found | {"times": note.times, "why": note.finding})
    if note.is_over:
        _log.warning("structure.known_again", extra=found)


def _named(visit: Visit, reading: Reading) -> Visit:
    """The council's name, as soon as a page tells it."""
    if visit.body.name != visit.body.key or not reading.assembly:
        return visit
    return replace(visit, body=replace(visit.body, name=reading.assembly))


async def _own_pages(tools: Tools, source: Source, reading: Reading, visit: Visit) -> OwnPages:
    """What the pages of items say that this agenda has not shown for long; whatever else they answer proves nothing."""
    missing = await _missing(tools.database, reading.meetings, visit)
    gone, closed = set(), set()
    for key in missing[:_MOST_LOOKED_UP]:
        try:
            await tools.pages.read_one(source.allris.item(key), Page.ITEM, key=key)
        except NotFound:
            gone.add(key)
        except NotSaidPublic:
            continue
        except NotPublic:
            closed.add(key)
        except SourceError:
            continue
    return OwnPages(gone=frozenset(gone), closed=frozenset(closed))


async def _missing(database: Database, meetings: Sequence[Meeting], visit: Visit) -> tuple[str, ...]:
    found: tuple[str, ...] = ()
    for meeting in meetings:
        if meeting.id is None or meeting.agenda is None:
            continue
        stored = await database.read(meeting_by_key, visit.body.key, meeting.id)
        if stored is not None:
            found += to_be_looked_up(stored.known.items, meeting.agenda, now=visit.now)
    return found
