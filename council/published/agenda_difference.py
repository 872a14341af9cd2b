"""Two agendas of one session: which item is which, and which of them changed places."""

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence

from council.published.meetings import AgendaItem
from council.published.normalised import normalised
from council.published.reference_forms import reference_key
from council.published.withdrawal import withdrawal

Key = Callable[[AgendaItem], Hashable | None]


def partners(old: Sequence[AgendaItem], new: Sequence[AgendaItem]) -> dict[int, int]:
    """Which old item each new one is, place by place, no item twice; the surest sign first.

    By id; then by paper and name, in order where names repeat (ids change when a council's system moves); then by
    a name or a paper only one item on each side has. Non-public rows have no identity: by number, then in order.
    Last, where one side has no id, by its place between the same neighbours.
    """
    found: dict[int, int] = {}
    _pair(old, new, found, key=lambda item: item.id)
    _pair(old, new, found, key=_paper_and_name)
    _pair(old, new, found, key=name_key, only_single=True)
    _pair(old, new, found, key=_paper, only_single=True)
    _pair(old, new, found, key=lambda item: item.number if _is_hidden(item) else None)
    _pair(old, new, found, key=lambda item: True if _is_hidden(item) else None)
    _pair_by_place(old, new, found)
    return found


def out_of_order(places: Sequence[int]) -> set[int]:
    """The fewest indices of `places` without which it rises. The places must differ from each other."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        length = bisect_left(ends, place)
        before.append(at[length - 1] if length else -1)
        ends[length:] = [place, *ends[length + 1 :]]
        at[length:] = [index, *at[length + 1 :]]
    rising = set()
    index = at[-1] if at else -1
    while index >= 0:
        rising.add(index)
        index = before[index]
    return set(range(len(places))) - rising


def _pair(
    old: Sequence[AgendaItem],
    new: Sequence[AgendaItem],
    found: dict[int, int],
    *,
    key: Key,
    only_single: bool = False,
) -> None:
    taken = set(found.values())
    waiting = _by_key(old, key, without=taken)
    asking = _by_key(new, key, without=found)
    for wanted, places in asking.items():
        candidates = waiting.get(wanted, deque())
        if only_single and (len(places) > 1 or len(candidates) > 1):
            continue
        found.update(zip(places, candidates, strict=False))


def _by_key(
    items: Sequence[AgendaItem], key: Key, *, without: Sequence[int] | set[int] | dict[int, int]
) -> dict[Hashable, deque[int]]:
    keyed: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for place, item in enumerate(items):
        wanted = None if place in without else key(item)
        if wanted is not None:
            keyed[wanted].append(place)
    return keyed


def name_key(item: AgendaItem) -> str | None:
    """The form in which an item's name is compared; one overwritten by "- abgesetzt -" is nobody's."""
    said = withdrawal(item.name)
    name = said.name if said else item.name
    return (normalised(name) or None) if item.public else None


def _paper(item: AgendaItem) -> str | None:
    return reference_key(item.paper) if item.public and item.paper else None


def _paper_and_name(item: AgendaItem) -> tuple[str | None, str] | None:
    name = name_key(item)
    return (_paper(item), name) if name else None


def _is_hidden(item: AgendaItem) -> bool:
    return not item.public and item.id is None


def _pair_by_place(old: Sequence[AgendaItem], new: Sequence[AgendaItem], found: dict[int, int]) -> None:
    taken = set(found.values())
    last, run = -1, list[int]()
    for place in range(len(new) + 1):
        if place < len(new) and place not in found:
            run.append(place)
            continue
        until = found[place] if place < len(new) else len(old)
        gap = [index for index in range(last + 1, until) if index not in taken]
        if len(gap) == len(run) and all(_may_be(old[one], new[other]) for one, other in zip(gap, run, strict=True)):
            found.update(zip(run, gap, strict=True))
        last, run = max(last, until), []


def _may_be(old: AgendaItem, new: AgendaItem) -> bool:
    return old.public and new.public and (old.id is None or new.id is None)
