"""A whole agenda at two times of its life: what changed, and what is remembered. Absence alone proves nothing."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import chain

from council.published.agenda_difference import name_key, partners
from council.published.agenda_order import in_page_order, moves, with_places
from council.published.changes import Change, ChangeKind, Facts
from council.published.item_changes import (
    ItemOutcome,
    Moment,
    compare_item,
    first_sight,
    gone_non_public,
    hidden,
    not_found,
    stored,
)
from council.published.known_meetings import KnownItem, Missing
from council.published.meetings import AgendaItem

READS_WITHOUT_IT = 3
HOURS_WITHOUT_IT = dt.timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPages:
    """Ids of items whose own page was asked for just now: `gone` are not in stock, `closed` are not public."""

    gone: AbstractSet[str] = frozenset()
    closed: AbstractSet[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaOutcome:
    """What is to be told of an agenda and what is to be stored of it.

    `remapped` counts items that came back under other ids. Of `purged` ids nothing said earlier may stay stored,
    in changes neither.
    """

    changes: tuple[Change, ...]
    items: tuple[KnownItem, ...]
    remapped: int = 0
    purged: tuple[str, ...] = ()


def to_be_looked_up(known: Sequence[KnownItem], read: Sequence[AgendaItem], *, now: dt.datetime) -> tuple[str, ...]:
    """Ids of items that have been away long enough for their own page to decide; asked before comparing."""
    found = set(partners([each.item for each in known], read).values())
    away = (each for place, each in enumerate(known) if place not in found)
    return tuple(each.item.id for each in away if each.item.id and read and _is_away_for_long(_missed(each, now), now))


def compare_agenda(
    before: Sequence[KnownItem],
    after: Sequence[AgendaItem],
    *,
    moment: Moment,
    structure_ok: bool = True,
    own_pages: OwnPages | None = None,
) -> AgendaOutcome:
    """The agenda as it was known and as it is read now.

    The first agenda is one change, whatever it holds. An agenda of changed structure adds items and does nothing
    else; an empty one where items are known says nothing at all.
    """
    after = _recognisable(after)
    if not after:
        return AgendaOutcome(changes=(), items=tuple(before))
    if not any(each.item.public for each in before):
        return _first_agenda(before, after, moment)
    found = partners([each.item for each in before], after)
    if not structure_ok:
        return _additions(before, after, found, moment)
    return _difference(before, after, found, moment=moment, own_pages=own_pages or OwnPages())


def _first_agenda(before: Sequence[KnownItem], after: Sequence[AgendaItem], moment: Moment) -> AgendaOutcome:
    public = [item for item in after if item.public]
    changes = []
    if public and not moment.past:
        # Whoever follows one of its papers is found by these references.
        papers = tuple(dict.fromkeys(item.paper for item in public if item.paper))
        facts = Facts.of(items=len(public), papers=papers)
        changes.append(Change(kind=ChangeKind.AGENDA_PUBLISHED, meeting=moment.meeting, after=facts))
    ids = {item.id for item in after}
    purged = [each for each in before if each.item.id is not None and each.item.id not in ids]
    return AgendaOutcome(changes=tuple(changes), items=(*map(stored, after), *purged))


def _additions(
    before: Sequence[KnownItem], after: Sequence[AgendaItem], found: dict[int, int], moment: Moment
) -> AgendaOutcome:
    new = [place for place, item in enumerate(after) if place not in found and item.public and item.id and item.name]
    outcomes = {place: first_sight(after[place], moment=moment) for place in new}
    behind: defaultdict[int, list[KnownItem]] = defaultdict(list)
    anchor = -1
    for place in range(len(after)):
        anchor = found.get(place, anchor)
        if place in outcomes:
            behind[anchor].append(outcomes[place].known)
    items = (*behind[-1], *chain.from_iterable((each, *behind[index]) for index, each in enumerate(before)))
    changes = chain.from_iterable(outcome.changes for outcome in outcomes.values())
    return AgendaOutcome(changes=with_places(tuple(changes), items), items=items)


def _difference(
    before: Sequence[KnownItem],
    after: Sequence[AgendaItem],
    found: dict[int, int],
    *,
    moment: Moment,
    own_pages: OwnPages,
) -> AgendaOutcome:
    away = [place for place in range(len(before)) if place not in set(found.values())]
    turned = _turned_non_public(before, after, found, away)
    read = [
        _of_item(before, item, partner=found.get(place), turned=turned.get(place), moment=moment)
        for place, item in enumerate(after)
    ]
    lost = {place: _of_missing(before[place], moment, own_pages) for place in away if place not in turned.values()}
    kept = {place: outcome.known for place, outcome in lost.items()}
    items = in_page_order([outcome.known for outcome in read], found | turned, before=before, lost=kept)
    changes = (
        *chain.from_iterable(outcome.changes for outcome in read),
        *chain.from_iterable(outcome.changes for outcome in lost.values()),
        *moves(before, after, found, moment=moment),
    )
    return AgendaOutcome(
        changes=with_places(changes, items),
        items=items,
        remapped=sum(_is_remapped(before[old].item, after[new]) for new, old in found.items()),
        purged=tuple(each.item for each in changes if each.kind is ChangeKind.ITEM_NON_PUBLIC and each.item),
    )


def _of_item(
    before: Sequence[KnownItem], item: AgendaItem, *, partner: int | None, turned: int | None, moment: Moment
) -> ItemOutcome:
    if turned is not None:
        return gone_non_public(before[turned], item, moment=moment)
    if partner is None:
        return first_sight(item, moment=moment)
    return compare_item(before[partner], item, moment=moment)


def _of_missing(known: KnownItem, moment: Moment, own_pages: OwnPages) -> ItemOutcome:
    """An item the agenda does not show: counted, and believed only when its own page says so too."""
    if not known.item.public or known.withdrawn or moment.past:
        return ItemOutcome(changes=(), known=known)
    missed = replace(known, missing=_missed(known, moment.now))
    if not _is_away_for_long(missed.missing, moment.now):
        return ItemOutcome(changes=(), known=missed)
    if known.item.id in own_pages.closed:
        return gone_non_public(missed, hidden(known.item), moment=moment)
    if known.item.id in own_pages.gone:
        return not_found(missed, moment=moment)
    return ItemOutcome(changes=(), known=missed)


def _missed(known: KnownItem, now: dt.datetime) -> Missing | None:
    if not known.item.public or known.withdrawn:
        return None
    if known.missing is None:
        return Missing(since=now)
    return replace(known.missing, times=known.missing.times + 1, since=min(known.missing.since, now))


def _is_away_for_long(missing: Missing | None, now: dt.datetime) -> bool:
    if missing is None or missing.times < READS_WITHOUT_IT:
        return False
    return now - missing.since >= HOURS_WITHOUT_IT


def _turned_non_public(
    before: Sequence[KnownItem], after: Sequence[AgendaItem], found: dict[int, int], away: Sequence[int]
) -> dict[int, int]:
    """ALLRIS takes the id from a row that is public no more. As many rows of the non-public part ("N 7") are new
    as public items have just gone: these are they, and a name too many purged is better than one too few.
    """
    rows = [
        place
        for place, item in enumerate(after)
        if place not in found and not item.public and (item.number or "").strip().upper().startswith("N")
    ]
    gone = [place for place in away if before[place].item.public and not before[place].withdrawn]
    just_gone = [place for place in gone if before[place].missing is None]
    return dict(zip(rows, just_gone, strict=True)) if len(rows) == len(just_gone) else {}


def _is_remapped(former: AgendaItem, item: AgendaItem) -> bool:
    return former.id is not None and item.id is not None and former.id != item.id


def _recognisable(items: Sequence[AgendaItem]) -> tuple[AgendaItem, ...]:
    """Each id once; of rows without an id those that are known again by a name or are not public."""
    seen: set[str] = set()
    kept = []
    for item in items:
        if item.id is None and item.public and name_key(item) is None:
            continue
        if item.id is None or item.id not in seen:
            kept.append(item)
        seen.update({item.id} if item.id is not None else ())
    return tuple(kept)
