"""A paper's stops as they were told, found again among those published now."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from council.published.item_changes import is_open
from council.published.way import Stop, Way
from council.served.told import ToldPaper, ToldStop, told_hash

_Key = Callable[[ToldStop], Hashable | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStop:
    """A stop, how it would be remembered, and as what it was told (None: never)."""

    stop: Stop
    now: ToldStop
    told: ToldStop | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStops:
    """All stops in the order of the way; `lost` were told and are not shown any more, which proves nothing."""

    found: tuple[FoundStop, ...]
    lost: tuple[ToldStop, ...] = ()


def told_stop(stop: Stop) -> ToldStop:
    """A stop as it is remembered. One that does not take place keeps its organization, not its day."""
    day = None if stop.is_off else stop.date
    result = None if is_open(stop.result) else told_hash(stop.result)
    return ToldStop(day=day, organization=told_hash(stop.organization) or "", result=result)


def find_stops(told: ToldPaper | None, way: Way) -> FoundStops:
    """The surest sign first, each stop once, so that two of one organization on one day stay two.

    Not changed at all; the same day; the same result, its day corrected; last, an open one that got its session,
    another one, or its result.
    """
    old = told.stops if told else ()
    new = [told_stop(stop) for stop in way]
    places: dict[int, int] = {}
    _pair(old, new, places, lambda stop: stop)
    _pair(old, new, places, lambda stop: (stop.organization, stop.day))
    _pair(old, new, places, lambda stop: (stop.organization, stop.result) if stop.result else None)
    _pair(
        old, new, places, lambda stop: None if stop.result else stop.organization, of_new=lambda stop: stop.organization
    )
    found = (
        FoundStop(stop=stop, now=new[place], told=old[places[place]] if place in places else None)
        for place, stop in enumerate(way)
    )
    taken = set(places.values())
    return FoundStops(found=tuple(found), lost=tuple(each for index, each in enumerate(old) if index not in taken))


def _pair(
    old: Sequence[ToldStop], new: Sequence[ToldStop], places: dict[int, int], key: _Key, *, of_new: _Key | None = None
) -> None:
    taken = set(places.values())
    waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for index, stop in enumerate(old):
        if index not in taken:
            waiting[key(stop)].append(index)
    waiting.pop(None, None)
    for place, stop in enumerate(new):
        wanted = None if place in places else (of_new or key)(stop)
        if wanted is not None and waiting.get(wanted):
            places[place] = waiting[wanted].popleft()
