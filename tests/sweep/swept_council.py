"""Whole pages in a real database, and what damaged ones do to it."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from council.published.bodies import Body
from council.published.changes import ChangeKind
from council.published.meetings import AgendaItem, Meeting
from council.published.readings import Page, Reading
from sources.allris.page import read_page
from sources.errors import NotFound, NotPublic, SourceError
from storage.meetings import meeting_by_item
from storage.pages import fail_page, record_page
from storage.rounds import begin_round, finish_round
from storage.sources import ensure_source, first_read_done
from storage.targets import Outcome
from storage.visits import Visit

# Before every session, so that whatever is said of one is news.
NOW = datetime(2010, 1, 4, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))
REMOVALS = (
    ChangeKind.MEETING_CANCELLED,
    ChangeKind.MEETING_NON_PUBLIC,
    ChangeKind.ITEM_WITHDRAWN,
    ChangeKind.ITEM_NON_PUBLIC,
    ChangeKind.PAPER_NON_PUBLIC,
)
# A non-public row bears neither key nor name; that one was there is all that is known of it.
STANDING = """
SELECT 'meeting ' || id FROM meetings WHERE public AND NOT cancelled
UNION ALL SELECT 'paper ' || id FROM papers WHERE public
UNION ALL SELECT 'item of ' || meeting FROM agenda_items WHERE public AND withdrawn IS NULL
UNION ALL SELECT 'row of ' || meeting FROM agenda_items WHERE key IS NOT NULL
"""


@dataclass
class Counts:
    """What became of so many variants."""

    variants: int = 0
    read: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    removals: list[str] = field(default_factory=list)
    exceptions: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        refused = ", ".join(f"{number} {kind}" for kind, number in sorted(self.refused.items()))
        return (
            f"{self.variants} variants: {self.read} read, refused {refused}; "
            f"{len(self.removals)} removals, {len(self.exceptions)} exceptions past the wall"
        )


class SweptCouncil:
    """Pages of any councils, each known in full; news is told from now on."""

    def __init__(self, connection: sqlite3.Connection, pages: dict[str, bytes]) -> None:
        self.counts = Counts()
        self._connection = connection
        readings = {name: read_page(page) for name, page in pages.items()}
        self._sources = {name: self._source(reading) for name, reading in readings.items()}
        self._bodies = {name: _body(reading) for name, reading in readings.items()}
        # Agendas before the pages of their items.
        for name in sorted(readings, key=lambda name: readings[name].page is Page.ITEM):
            self._plant(name, readings[name])
            self._record(name, readings[name], NOW)
        for source in self._sources.values():
            first_read_done(connection, source, now=NOW)

    def told(self, name: str, page: bytes) -> list[ChangeKind]:
        """The kinds of changes that such a page makes instead of the one known by this name."""
        with self._undone():
            self._record(name, read_page(page), NOW + timedelta(hours=1))
            return self._changes()

    def see(self, name: str, kind: str, page: bytes) -> None:
        """Reads a damaged page in a round of its own, counts what comes of it, and undoes it."""
        self.counts.variants += 1
        with self._undone():
            before = self._standing()
            try:
                self._take(name, page)
            except Exception as fault:  # noqa: BLE001 - whatever comes past the wall is what we look for
                self.counts.exceptions.append(f"{name}, {kind}: {fault!r}")
                return
            lost = [*(before - self._standing()).elements()]
            lost += [change.value for change in self._changes() if change in REMOVALS]
            self.counts.removals += [f"{name}, {kind}: {each}" for each in lost]

    def _take(self, name: str, page: bytes) -> None:
        try:
            reading = read_page(page)
        except SourceError as error:
            self.counts.refused[error.kind] += 1
            self._fail(name, error)
            return
        self.counts.read += 1
        self._record(name, reading, NOW + timedelta(hours=1))

    def _record(self, name: str, reading: Reading, now: datetime) -> None:
        visit = self._visit(name, now)
        record_page(self._connection, visit, reading)
        finish_round(self._connection, visit.round or 0, now=now)

    def _fail(self, name: str, error: SourceError) -> None:
        visit = self._visit(name, NOW + timedelta(hours=1))
        outcome = Outcome.NOT_PUBLIC if isinstance(error, NotPublic) else Outcome.REJECTED
        outcome = Outcome.GONE if isinstance(error, NotFound) else outcome
        fail_page(self._connection, visit, outcome, kind=error.kind, sentence=str(error))
        finish_round(self._connection, visit.round or 0, now=visit.now)

    def _visit(self, name: str, now: datetime) -> Visit:
        source = self._sources[name]
        on = begin_round(self._connection, source, now=now)
        return Visit(body=self._bodies[name], now=now, source=source, round=on.row)

    def _source(self, reading: Reading) -> int:
        return ensure_source(self._connection, _body(reading), "allris", f"https://{reading.host}/bi/")

    def _plant(self, name: str, reading: Reading) -> None:
        """The page of an item counts only where the item stands on an agenda."""
        for item in reading.items:
            if item.id and meeting_by_item(self._connection, self._bodies[name].key, item.id) is None:
                self._record(name, _agenda_of(item), NOW)

    def _standing(self) -> Counter[str]:
        return Counter(row[0] for row in self._connection.execute(STANDING))

    def _changes(self) -> list[ChangeKind]:
        return [ChangeKind(row[0]) for row in self._connection.execute("SELECT kind FROM changes ORDER BY id")]

    @contextmanager
    def _undone(self) -> Iterator[None]:
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("ROLLBACK")


def _body(reading: Reading) -> Body:
    return Body(key=reading.host or "?", name=reading.assembly or "?", host=reading.host)


def _agenda_of(item: AgendaItem) -> Reading:
    meeting = Meeting(name="Sitzung", public=True, id=item.meeting, day=item.date, has_agenda=True, agenda=(item,))
    return Reading(kind="allris", page=Page.AGENDA, meetings=(meeting,))
