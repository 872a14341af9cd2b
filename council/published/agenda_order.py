"""The order of an agenda: what changed places in it, and where what is not on the page is remembered."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from council.published.agenda_difference import out_of_order
from council.published.changes import Change, ChangeKind, Facts
from council.published.item_changes import Moment
from council.published.known_meetings import KnownItem
from council.published.meetings import AgendaItem


def moves(
    before: Sequence[KnownItem], after: Sequence[AgendaItem], found: dict[int, int], *, moment: Moment
) -> list[Change]:
    """Renumbering is no news, and nor is being pushed by others: only the fewest that changed their order are."""
    if moment.begun:
        return []
    steady = [new for new in sorted(found) if after[new].public and _is_steady(before[found[new]])]
    moved = sorted(out_of_order([found[new] for new in steady]))
    return [_move(before[found[steady[index]]].item, after[steady[index]], moment) for index in moved]


def _is_steady(known: KnownItem) -> bool:
    return known.item.public and known.missing is None and known.withdrawn is None


def _move(former: AgendaItem, item: AgendaItem, moment: Moment) -> Change:
    return Change(
        kind=ChangeKind.ITEM_MOVED,
        meeting=moment.meeting,
        item=item.id or former.id,
        paper=item.paper or former.paper,
        before=Facts.of(number=former.number),
        after=Facts.of(number=item.number, name=former.name),
    )


def in_page_order(
    read: Sequence[KnownItem],
    old_places: dict[int, int],
    *,
    before: Sequence[KnownItem],
    lost: dict[int, KnownItem],
) -> tuple[KnownItem, ...]:
    """The items of the page; those it does not show stay behind the one they stood behind."""
    places = {old: new for new, old in old_places.items()}
    behind: defaultdict[int, list[KnownItem]] = defaultdict(list)
    anchor = -1
    for old in range(len(before)):
        if old in lost:
            known = lost[old]
            behind[anchor].extend([known] if _is_recognisable(known) else [])
        anchor = places.get(old, anchor)
    return (*behind[-1], *chain.from_iterable((each, *behind[place]) for place, each in enumerate(read)))


def _is_recognisable(known: KnownItem) -> bool:
    """Without a key a row is known again only by the name it still bears; others would pile up."""
    item = known.item
    return item.id is not None or (item.public and bool(item.name) and known.withdrawn is None)


def with_places(changes: tuple[Change, ...], items: Sequence[KnownItem]) -> tuple[Change, ...]:
    """Additions and moves say where the item stands among all public ones remembered of the agenda, from 1."""
    public = [each.item.id for each in items if each.item.public]
    places = {key: place for place, key in enumerate(public, start=1)}
    placed = {ChangeKind.ITEM_ADDED, ChangeKind.ITEM_MOVED}
    return tuple(
        replace(change, after=change.after.updated(Facts.of(place=places[change.item])))
        if change.kind in placed and change.item
        else change
        for change in changes
    )
