"""Agenda items as they were told, found again among those published now."""

from collections.abc import Sequence
from dataclasses import dataclass

from council.published.agenda_difference import name_key, partners
from council.published.known_meetings import KnownItem
from council.published.meetings import AgendaItem
from council.published.reference_forms import reference_key
from council.served.shown import ShownItem, ShownSession
from council.served.told import ToldItem, ToldSession, told_hash


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundItem:
    """An item that concerns the chat, and as what it was told: `told` is None if never, `place` its place there."""

    shown: ShownItem
    told: ToldItem | None = None
    place: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundItems:
    """The items that concern the chat, in the order of the agenda; `gone` were told and are not shown any more."""

    found: tuple[FoundItem, ...]
    gone: tuple[ToldItem, ...] = ()


def told_item(known: KnownItem, *, on: bool = True) -> ToldItem:
    """An item as it is remembered after it was told. A name overwritten by "- abgesetzt -" is none."""
    item = known.item
    return ToldItem(
        key=item.id,
        number=item.number,
        name=told_hash(name_key(item)),
        paper=told_hash(reference_key(item.paper)) if item.paper else None,
        on=on,
    )


def find_items(told: ToldSession | None, shown: ShownSession) -> FoundItems:
    """By the rules of council/published/agenda_difference.py, for which the hashes stand in for the wordings."""
    former = told.items or () if told else ()
    is_whole = told is not None and told.whole
    candidates = shown.items if is_whole else shown.of_concern
    old, new = [_bare(each) for each in former], [_bare(told_item(each.item)) for each in candidates]
    places = {id(candidates[place]): index for place, index in partners(old, new).items()}
    found = tuple(_found(each, former, places.get(id(each))) for each in shown.of_concern)
    lost = [each for index, each in enumerate(former) if index not in set(places.values())]
    return FoundItems(found=found, gone=_gone(lost, shown, was_whole=is_whole))


def _found(shown: ShownItem, former: Sequence[ToldItem], place: int | None) -> FoundItem:
    if place is None:
        return FoundItem(shown=shown)
    return FoundItem(shown=shown, told=former[place], place=place)


def _gone(lost: Sequence[ToldItem], shown: ShownSession, *, was_whole: bool) -> tuple[ToldItem, ...]:
    """Not what merely does not concern the chat any more, because it follows less than it did."""
    if was_whole:
        return tuple(lost) if shown.whole else ()
    others = [told_item(each.item) for each in shown.items if each not in shown.of_concern]
    # Of two different agendas the place says nothing: with keys of different kinds nothing is paired by it.
    old = [_bare(each, key=each.key or "told") for each in lost]
    still = partners(old, [_bare(each, key=each.key or "shown") for each in others])
    return tuple(each for index, each in enumerate(lost) if index not in set(still.values()))


def _bare(told: ToldItem, *, key: str | None = None) -> AgendaItem:
    return AgendaItem(public=True, id=key or told.key, number=told.number, name=told.name, paper=told.paper)
