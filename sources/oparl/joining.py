"""Which stop of a paper is dealt with under which agenda item, in whichever direction a server says so."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from council.published.normalised import normalised
from sources.oparl.notes import ItemNote, MeetingNote, PaperNote, StopNote

# "Mitteilungen", "Verschiedenes": what stands on every agenda names no paper.
_SHORTEST_TITLE = 16


@dataclass(frozen=True, slots=True)
class Joined:
    """By path key: a stop's item, an item's stop, all stops of a paper, all items of a session."""

    item_of: dict[str, str] = field(default_factory=dict)
    stop_of: dict[str, str] = field(default_factory=dict)
    stops_of: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    items_of: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def join(
    stops: Mapping[str, StopNote],
    items: Mapping[str, ItemNote],
    meetings: Mapping[str, MeetingNote],
    papers: Mapping[str, PaperNote],
) -> Joined:
    """What a consultation says of its item comes first, then what an item says of its consultation; where neither
    does, one item and one paper of the same title before the same organization belong together.
    """
    joined = Joined()
    for stop in stops.values():
        if stop.paper:
            joined.stops_of[stop.paper].append(stop.key)
        if stop.item:
            joined.item_of[stop.key] = stop.item
            joined.stop_of.setdefault(stop.item, stop.key)
    for item in items.values():
        if item.meeting:
            joined.items_of[item.meeting].append(item.key)
        named = stops.get(item.stop or "") if item.public else None
        if named is not None:
            joined.stop_of[item.key] = named.key
            if _is_nearer(item, named, joined.item_of, items):
                joined.item_of[named.key] = item.key
    _join_by_title(joined, _free_stops(joined, stops, papers), _free_items(joined, items, meetings))
    return joined


def _is_nearer(item: ItemNote, stop: StopNote, item_of: Mapping[str, str], items: Mapping[str, ItemNote]) -> bool:
    """Several items may name one consultation; the one in the consultation's own session is meant."""
    known = items.get(item_of.get(stop.key, ""))
    if stop.item is not None:
        return False
    return known is None or (known.meeting != stop.meeting and item.meeting == stop.meeting)


_Title = tuple[str, str]


def _free_stops(
    joined: Joined, stops: Mapping[str, StopNote], papers: Mapping[str, PaperNote]
) -> Iterable[tuple[StopNote, list[_Title]]]:
    for stop in stops.values():
        paper = papers.get(stop.paper or "")
        name = normalised(paper.name) if paper and stop.key not in joined.item_of else ""
        if len(name) >= _SHORTEST_TITLE:
            yield stop, [(name, organization) for organization in stop.organizations]


def _free_items(
    joined: Joined, items: Mapping[str, ItemNote], meetings: Mapping[str, MeetingNote]
) -> Iterable[tuple[ItemNote, list[_Title]]]:
    for item in items.values():
        meeting = meetings.get(item.meeting or "")
        is_free = item.public and meeting is not None and item.stop is None and item.key not in joined.stop_of
        name = normalised(item.name) if is_free else ""
        if meeting and len(name) >= _SHORTEST_TITLE:
            yield item, [(name, organization) for organization in meeting.organizations]


def _join_by_title(
    joined: Joined,
    stops: Iterable[tuple[StopNote, list[_Title]]],
    items: Iterable[tuple[ItemNote, list[_Title]]],
) -> None:
    waiting: dict[_Title, list[StopNote]] = defaultdict(list)
    for stop, titles in stops:
        for title in titles:
            waiting[title].append(stop)
    offered: dict[_Title, list[ItemNote]] = defaultdict(list)
    for item, titles in items:
        for title in titles:
            offered[title].append(item)
    for title, found in waiting.items():
        for stop in found:
            fitting = [item for item in offered[title] if stop.meeting in {None, item.meeting}]
            rivals = [other for other in found if other.meeting == stop.meeting]
            if len(fitting) == len(rivals) == 1:
                joined.item_of.setdefault(stop.key, fitting[0].key)
                joined.stop_of.setdefault(fitting[0].key, stop.key)
