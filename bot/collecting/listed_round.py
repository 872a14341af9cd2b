"""One round over a source that tells in lists what changed, whatever its lists are like."""

import logging
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.collecting.listed_source import ListedSource
from bot.collecting.permission import permission
from bot.collecting.report import RoundReport, Step, Told, Watch, told_by
from bot.collecting.tools import Tools
from council.published.readings import Reading
from sources.errors import SourceError
from storage.last_rounds import last_good_round
from storage.pages import fail_page, record_page
from storage.rounds import RoundEnd, begin_round, finish_round
from storage.sources import first_read_done, source_good, source_states
from storage.targets import Outcome
from storage.visits import Visit

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a trip needs. `round` is our row; `timezone` the name of the council's zone."""

    tools: Tools
    source: ListedSource
    round: int
    timezone: str
    watch: Watch


class Trip(ABC):
    """One round on its way: what it fetched, stored, and what went wrong. `is_broken`: a page did not come."""

    def __init__(self, ground: Ground) -> None:
        self.source = ground.source
        self.pages = 0
        self.failures: tuple[str, ...] = ()
        self.is_broken = False
        self.told = Told()
        self._tools = ground.tools
        self._timezone = ground.timezone
        self._ground = ground

    @abstractmethod
    async def travel(self, since: datetime | None) -> None:
        """Reads what changed since then, or everything there is to be read."""

    async def get(self, url: str) -> bytes:
        """The body of one answer. Raises SourceErrors."""
        await self._tools.between_pages()
        self.pages += 1
        self._ground.watch(Step(tried=self.pages, left=0, page=url))
        return (await self._tools.pages.reader.fetch(url)).body

    async def record(self, reading: Reading) -> None:
        """Stores one part, in a transaction."""
        recorded = await self._tools.database.transaction(record_page, self._visit(), reading)
        self.told += told_by(recorded)

    async def note_failure(self, error: SourceError, sentence: str) -> None:
        """A page did not come: this round leaves something to the next."""
        self.is_broken = True
        await self._tools.database.transaction(
            fail_page, self._visit(), Outcome.FAILED, kind=error.kind, sentence=sentence
        )

    def name(self, name: str | None) -> None:
        """The council's name, as soon as anything tells it."""
        body = self.source.body
        if body.name == body.key and name:
            self.source = replace(self.source, body=replace(body, name=name))

    def _visit(self) -> Visit:
        return Visit(
            body=self.source.body,
            now=self._tools.now(),
            source=self.source.row,
            round=self._ground.round,
            complements=self.source.kind == "ckan",
            by_lists=True,
        )


async def read_listed(
    tools: Tools, source: ListedSource, trip_of: Callable[[Ground], Trip], *, timezone: str, watch: Watch
) -> RoundReport:
    """What changed since the last good round, or everything. What goes wrong at the source is in the report and in the
    log, never raised.
    """
    allowed = await permission(tools, source.row, source.place)
    if allowed.skipped is not None:
        _log.warning("round.skipped", extra={"source": source.body.key, "why": allowed.skipped})
        return RoundReport(name=source.body.key, skipped=allowed.skipped)
    states = await tools.database.read(source_states)
    is_first = next(each for each in states if each.row == source.row).first_read_done_at is None
    since = None if is_first else await tools.database.read(last_good_round, source.row)
    begun = await tools.database.transaction(begin_round, source.row, now=tools.now())
    trip = trip_of(Ground(tools=tools, source=source, round=begun.row, timezone=timezone, watch=watch))
    await trip.travel(since)
    done = is_first and not trip.is_broken
    ended = await tools.database.transaction(_end, source.row, begun.row, is_done=done, now=tools.now())
    return _report(trip, ended, is_first=is_first, done=done, by_operator=allowed.by_operator)


def _end(connection: sqlite3.Connection, source: int, round_row: int, *, is_done: bool, now: datetime) -> RoundEnd:
    """In one step: a round between the two would be silent though it is not the first."""
    ended = finish_round(connection, round_row, now=now)
    if ended.pages_failed == 0:
        source_good(connection, source, now=now)
    if is_done:
        first_read_done(connection, source, now=now)
    return ended


def _report(trip: Trip, ended: RoundEnd, *, is_first: bool, done: bool, by_operator: bool) -> RoundReport:
    report = RoundReport(
        name=trip.source.body.key,
        pages=trip.pages,
        told=trip.told,
        failures=trip.failures,
        changes=ended.told,
        held=ended.held,
        is_first=is_first,
        first_read_done=done,
        permitted_by_operator=by_operator,
    )
    level = logging.INFO if report.is_good and not report.held else logging.WARNING
    _log.log(level, "round.read", extra={"source": report.name, "pages": report.pages, "failed": len(report.failures)})
    return report
