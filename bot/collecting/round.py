"""One round over one source: what is due, read page by page, each remembered in a transaction of its own."""

import logging
import sqlite3
from datetime import datetime

from bot.collecting.permission import Permission, permission
from bot.collecting.report import RoundReport, Step, Watch, unwatched
from bot.collecting.sources import Source
from bot.collecting.standing_targets import ensure_standing_targets
from bot.collecting.tools import Tools
from bot.collecting.trip import Trip
from council.published.rounds import MOST_A_ROUND, plan_round
from storage.rounds import Round, RoundEnd, begin_round, finish_round
from storage.sources import (
    SourceState,
    first_read_done,
    source_states,
)
from storage.targets import due_targets, unread_targets

_log = logging.getLogger(__name__)

# The first read counts as done though this part of its pages could not be read: one broken page must not keep a
# source silent for ever.
_BROKEN_FOR_GOOD = 1 / 20


async def read_round(tools: Tools, source: Source, *, watch: Watch = unwatched) -> RoundReport:
    """Reads what is due and ends the round; goes on with one that a kill left unfinished.

    What goes wrong at the source is in the report and in the log, never raised.
    """
    allowed = await permission(tools, source.row, source.place)
    if allowed.skipped is not None:
        _log.warning("round.skipped", extra={"source": source.name, "why": allowed.skipped})
        return RoundReport(name=source.name, skipped=allowed.skipped)
    state = await _state(tools, source)
    is_first = state.first_read_done_at is None
    now = tools.now()
    begun = await tools.database.transaction(_begin, source.row, now=now)
    trip = Trip(tools, source, begun)
    await _travel(tools, source, begun, trip, watch=watch, budget=None if is_first else MOST_A_ROUND)
    await trip.take_back()
    ended, done = await tools.database.transaction(
        _end, source.row, begun.row, may_be_done=is_first and not trip.is_over(), now=tools.now()
    )
    report = _report(source, trip, ended, is_first=is_first, done=done, allowed=allowed)
    _tell(report)
    return report


async def _state(tools: Tools, source: Source) -> SourceState:
    states = await tools.database.read(source_states)
    return next(state for state in states if state.row == source.row)


async def _travel(tools: Tools, source: Source, begun: Round, trip: Trip, *, watch: Watch, budget: int | None) -> None:
    """Plans again after each plan was read: pages tell of further pages."""
    while not trip.is_over():
        now = tools.now()
        due = await tools.database.read(due_targets, source.row, now=now, round_row=begun.row)
        plan = plan_round(due, now=now, budget=None if budget is None else budget - trip.tried)
        if not plan or (budget is not None and trip.tried >= budget):
            return
        for place, target in enumerate(plan):
            await tools.between_pages()
            page = await trip.read(target)
            watch(Step(tried=trip.tried, left=len(plan) - place - 1, page=page))
            if trip.is_over():
                return


def _begin(connection: sqlite3.Connection, source: int, *, now: datetime) -> Round:
    ensure_standing_targets(connection, source, now=now)
    return begin_round(connection, source, now=now)


def _end(
    connection: sqlite3.Connection, source: int, round_row: int, *, may_be_done: bool, now: datetime
) -> tuple[RoundEnd, bool]:
    """In one step: a round between the two would be silent though it is not the first."""
    ended = finish_round(connection, round_row, now=now)
    done = may_be_done and _is_whole(ended) and unread_targets(connection, source, now=now) == 0
    if done:
        first_read_done(connection, source, now=now)
    return ended, done


def _is_whole(ended: RoundEnd) -> bool:
    """Counted over all of the round, what was read before a kill too."""
    return ended.pages_read > 0 and ended.pages_failed <= ended.pages_read * _BROKEN_FOR_GOOD


def _report(
    source: Source, trip: Trip, ended: RoundEnd, *, is_first: bool, done: bool, allowed: Permission
) -> RoundReport:
    return RoundReport(
        name=source.name,
        pages=trip.read_well,
        told=trip.told,
        failures=tuple(trip.failures),
        stopped=trip.stopped,
        changes=ended.told,
        held=ended.held,
        odd=tuple(trip.odd.values()),
        is_first=is_first,
        first_read_done=done,
        permitted_by_operator=allowed.by_operator,
    )


def _tell(report: RoundReport) -> None:
    """One line a round; a warning if something was wrong."""
    found = {"source": report.name, "pages": report.pages, "changes": sum(number for _, number in report.changes)}
    if report.is_good and not report.held:
        _log.info("round.read", extra=found)
        return
    wrong = report.stopped or (report.failures[0] if report.failures else "changes are held back")
    _log.warning("round.trouble", extra=found | {"failed": len(report.failures), "held": report.held, "why": wrong})
