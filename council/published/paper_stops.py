"""A paper's stops at two times of its life: results, referrals, and sessions they are put on."""

import datetime as dt
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from council.published.changes import Change, ChangeKind, Facts
from council.published.item_changes import is_open
from council.published.normalised import normalised
from council.published.papers import Consultation, Paper

# Minutes, and results with them, are published 30 to 270 days after the session.
OLDEST_NEWS = dt.timedelta(days=400)
# Stops that left the page are remembered for a while, so that coming back is no news; this many a paper at most.
_MOST_MISSED = 50

Stops = tuple[Consultation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StopsOutcome:
    """What is to be told of the stops, and which known ones the page did not show."""

    changes: tuple[Change, ...]
    missed: Stops = ()


def compare_stops(before: Stops, after: Paper, *, today: dt.date) -> StopsOutcome:
    """All stops ever known (those missing lately included) and the paper as its own page shows it now.

    A stop the page does not show means nothing, nor does a result it does not show any more.
    """
    found = _partners(before, after.consultations)
    organizations = {normalised(stop.organization) for stop in before}
    sessions = {_session(stop) for stop in before}
    changes: list[Change] = []
    for place, stop in enumerate(after.consultations):
        if place in found:
            changes += _of_known(before[found[place]], stop, after, today)
            continue
        if stop.date and is_open(stop.result) and _session(stop) in sessions:
            # Twice on one session: one of the two had left the page.
            continue
        is_new = normalised(stop.organization) not in organizations
        changes += _of_new(stop, after, today, is_new_organization=is_new)
        organizations.add(normalised(stop.organization))
    taken = set(found.values())
    missed = tuple(stop for index, stop in enumerate(before) if index not in taken and is_open(stop.result))
    return StopsOutcome(changes=tuple(changes), missed=missed[-_MOST_MISSED:])


def _partners(old: Stops, new: Stops) -> dict[int, int]:
    """Which old stop each new one is, by place; the surest sign first, occurrences in order, no stop twice.

    First what has not changed at all. Last, within one organization, an open stop is the next open one: it got
    its session, or another one.
    """
    found: dict[int, int] = {}
    _pair(old, new, found, _unchanged)
    _pair(old, new, found, lambda stop: stop.agenda_item)
    _pair(old, new, found, lambda stop: (normalised(stop.organization), stop.meeting) if stop.meeting else None)
    _pair(old, new, found, lambda stop: (normalised(stop.organization), stop.date) if stop.date else None)
    _pair(old, new, found, lambda stop: (normalised(stop.organization), None) if stop.date is None else None)
    _pair(old, new, found, lambda stop: normalised(stop.organization) if is_open(stop.result) else None)
    return found


def _unchanged(stop: Consultation) -> Hashable:
    result = None if is_open(stop.result) else normalised(stop.result)
    return normalised(stop.organization), stop.date, stop.meeting, stop.agenda_item, result


def _pair(
    old: Sequence[Consultation],
    new: Sequence[Consultation],
    found: dict[int, int],
    key: Callable[[Consultation], Hashable | None],
) -> None:
    taken = set(found.values())
    waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for index, stop in enumerate(old):
        if index not in taken:
            waiting[key(stop)].append(index)
    waiting.pop(None, None)
    for place, stop in enumerate(new):
        wanted = key(stop) if place not in found else None
        if wanted is not None and waiting.get(wanted):
            found[place] = waiting[wanted].popleft()


def _of_known(former: Consultation, stop: Consultation, paper: Paper, today: dt.date) -> list[Change]:
    if is_open(stop.result):
        is_put_on = stop.date is not None and stop.date != former.date and not _is_same_session(former, stop)
        return [_scheduled(former, stop, paper)] if is_put_on and stop.date and stop.date >= today else []
    if normalised(former.result) == normalised(stop.result) or _is_old(stop, today):
        return []
    if is_open(former.result):
        return [_change(ChangeKind.RESULT_APPEARED, stop, paper, after=_stop_facts(stop, result=stop.result))]
    before, after = Facts.of(result=former.result), _stop_facts(stop, result=stop.result)
    return [_change(ChangeKind.RESULT_CHANGED, stop, paper, before=before, after=after)]


def _of_new(stop: Consultation, paper: Paper, today: dt.date, *, is_new_organization: bool) -> list[Change]:
    if _is_old(stop, today):
        return []
    if not is_open(stop.result):
        return [_change(ChangeKind.RESULT_APPEARED, stop, paper, after=_stop_facts(stop, result=stop.result))]
    if stop.date is not None and stop.date >= today:
        after = _stop_facts(stop, referred=is_new_organization or None)
        return [_change(ChangeKind.PAPER_SCHEDULED, stop, paper, after=after)]
    if is_new_organization or stop.date is None:
        return [_change(ChangeKind.PAPER_REFERRED, stop, paper, after=_stop_facts(stop))]
    return []


def _session(stop: Consultation) -> Hashable:
    return normalised(stop.organization), stop.date


def _is_same_session(former: Consultation, stop: Consultation) -> bool:
    """A session that moved is told as such, to all whom it concerns."""
    return stop.meeting is not None and stop.meeting == former.meeting


def _is_old(stop: Consultation, today: dt.date) -> bool:
    return stop.date is not None and stop.date < today - OLDEST_NEWS


def _scheduled(former: Consultation, stop: Consultation, paper: Paper) -> Change:
    before = Facts.of(date=former.date, organization=former.organization)
    return _change(ChangeKind.PAPER_SCHEDULED, stop, paper, before=before, after=_stop_facts(stop))


def _stop_facts(stop: Consultation, *, result: str | None = None, referred: bool | None = None) -> Facts:
    return Facts.of(
        organization=stop.organization,
        role=stop.role,
        date=stop.date,
        meeting_name=stop.meeting_name,
        result=result,
        referred=referred,
    )


def _change(kind: ChangeKind, stop: Consultation, paper: Paper, *, after: Facts, before: Facts | None = None) -> Change:
    return Change(
        kind=kind,
        meeting=stop.meeting,
        item=stop.agenda_item,
        paper=paper.reference,
        before=before or Facts(),
        after=after,
    )
