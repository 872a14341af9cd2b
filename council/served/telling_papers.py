"""What a chat knows of a paper's stops: after it was told, and before changes nobody told it of."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from council.published.changes import Change, ChangeKind
from council.published.normalised import same
from council.published.way import Stop, Way
from council.served.told import ToldPaper, ToldStop, told_hash
from council.served.told_stops import FoundStop, find_stops, told_stop

# Stops that left the page are remembered, so that coming back is no news; this many a paper at most.
_MOST_LOST = 50

_Line = tuple[Stop, ToldStop | None]


def told_paper(way: Way, before: ToldPaper | None = None) -> ToldPaper:
    """To be stored once a message with all news went out, or when the chat follows the paper (and sees it)."""
    stops = find_stops(before, way)
    return ToldPaper(stops=(*map(_remembered, stops.found), *stops.lost[-_MOST_LOST:]))


def _remembered(each: FoundStop) -> ToldStop:
    """A result or a day that is not shown any more was told all the same, unless it was called off."""
    if each.told is None:
        return each.now
    day = each.now.day if each.stop.is_off else each.now.day or each.told.day
    return replace(each.now, day=day, result=each.now.result or each.told.result)


def before_changes(way: Way, changes: Sequence[Change]) -> ToldPaper:
    """What a chat that was never told of this paper would have known before these changes.

    For followers of its family: `changes` are all of this paper that were not announced yet, oldest first.
    """
    lines: list[_Line] = [(stop, told_stop(stop)) for stop in way]
    for change in reversed(changes):
        place = _place(way, change)
        if place is not None:
            stop, told = lines[place]
            lines[place] = stop, _undone(told, change) if told else None
    return ToldPaper(stops=tuple(told for _, told in lines if told))


def _place(way: Way, change: Change) -> int | None:
    """By the item's key, the session's, else organization and day."""
    organization, day = change.after.get("organization"), change.after.get("date")
    for is_it in (
        lambda stop: change.item is not None and stop.agenda_item == change.item,
        lambda stop: change.meeting is not None and stop.meeting == change.meeting,
        lambda stop: _is_at(stop, organization, day),
    ):
        for place, stop in enumerate(way):
            if is_it(stop):
                return place
    return None


def _is_at(stop: Stop, organization: object, day: object) -> bool:
    if not isinstance(organization, str) or not same(stop.organization, organization):
        return False
    return (stop.date.isoformat() if stop.date else None) == day


def _undone(told: ToldStop, change: Change) -> ToldStop | None:
    if change.kind is ChangeKind.RESULT_APPEARED:
        return replace(told, result=None)
    if change.kind is ChangeKind.RESULT_CHANGED:
        return replace(told, result=told_hash(str(change.before.get("result", ""))))
    if change.kind is ChangeKind.PAPER_SCHEDULED and change.before:
        day = change.before.get("date")
        return replace(told, day=dt.date.fromisoformat(day) if isinstance(day, str) else None)
    is_new = change.kind in {ChangeKind.PAPER_SCHEDULED, ChangeKind.PAPER_REFERRED}
    return None if is_new else told
