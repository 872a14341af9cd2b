"""One agenda item at two times of its life: what changed, and what is remembered of it."""

import datetime as dt
from dataclasses import dataclass, replace

from council.published.changes import Change, ChangeKind, Facts
from council.published.known_meetings import NOT_FOUND, KnownItem
from council.published.meetings import AgendaItem
from council.published.normalised import normalised, same
from council.published.reference_forms import reference_key
from council.published.results import Meaning, meaning
from council.published.withdrawal import Withdrawal, withdrawal


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When an agenda was read, and of which session: its key, and whether it has begun or its day is past."""

    now: dt.datetime
    meeting: str | None
    begun: bool = False
    past: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemOutcome:
    """What is to be told of an item and what is to be stored of it."""

    changes: tuple[Change, ...]
    known: KnownItem


def compare_item(before: KnownItem, after: AgendaItem, *, moment: Moment) -> ItemOutcome:
    """One item as it was known and as an agenda of sound structure shows it now.

    What the page leaves out is kept. Going non-public leaves nothing but id and number.
    """
    if not after.public:
        return _hidden(before, after, moment)
    if not before.item.public:
        return first_sight(after, moment=moment)
    taken_off = withdrawal(after.name)
    if taken_off and moment.begun and taken_off.is_also_a_result:
        # After the fact the name says what came of it; the result column will too.
        after, taken_off = replace(after, name=None), None
    if taken_off:
        return _taken_off(before, after, taken_off, moment)
    known = KnownItem(item=_kept(before.item, after))
    changes = [*_wording(before, known.item, moment), *_result(before.item, known.item, moment)]
    return ItemOutcome(changes=tuple(changes), known=known)


def compare_own_page(before: KnownItem, after: AgendaItem, *, moment: Moment) -> ItemOutcome:
    """One item as it was known and as its own page shows it now: the result and what was said and decided.

    Its name is taken from the agenda alone, because the two pages word it differently.
    """
    if not after.public or not before.item.public:
        return _hidden(before, after, moment)
    former = before.item
    item = _kept(former, replace(after, name=None, number=None, id=former.id, paper=None, paper_id=None))
    return ItemOutcome(changes=tuple(_result(former, item, moment)), known=replace(before, item=item))


def first_sight(item: AgendaItem, *, moment: Moment) -> ItemOutcome:
    """An item new to an agenda that was known before. After the session only its result is worth telling."""
    known = stored(item)
    if not item.public:
        return ItemOutcome(changes=(), known=known)
    result = _result(replace(item, result=None), item, moment)
    if known.withdrawn or moment.past or not item.name:
        return ItemOutcome(changes=tuple(result), known=known)
    after = Facts.of(number=item.number, name=item.name, paper=item.paper, late=item.late or None)
    added = _change(ChangeKind.ITEM_ADDED, item, moment, after=after)
    return ItemOutcome(changes=(added, *result), known=known)


def stored(item: AgendaItem) -> KnownItem:
    """An item as it is remembered at first sight."""
    if not item.public:
        return KnownItem(item=hidden(item))
    taken_off = withdrawal(item.name)
    if taken_off is None:
        return KnownItem(item=item)
    return KnownItem(item=replace(item, name=taken_off.name or item.name), withdrawn=taken_off.word)


def hidden(item: AgendaItem) -> AgendaItem:
    """All that may be remembered of a non-public item."""
    return AgendaItem(public=False, id=item.id, number=item.number)


def not_found(known: KnownItem, *, moment: Moment) -> ItemOutcome:
    """An item that stayed away from good readings while its own page is gone as well."""
    item, since = known.item, known.missing.since if known.missing else None
    before = Facts.of(number=item.number, name=item.name, paper=item.paper)
    after = Facts.of(how=NOT_FOUND, missing_since=since)
    change = _change(ChangeKind.ITEM_WITHDRAWN, item, moment, before=before, after=after)
    return ItemOutcome(changes=(change,), known=replace(known, withdrawn=NOT_FOUND))


def gone_non_public(known: KnownItem, after: AgendaItem, *, moment: Moment) -> ItemOutcome:
    """An item that is public no more; whoever was told of it is found by its id alone."""
    item = hidden(replace(after, id=known.item.id or after.id))
    facts = Facts.of(number=known.item.number), Facts.of(number=after.number)
    change = _change(ChangeKind.ITEM_NON_PUBLIC, item, moment, before=facts[0], after=facts[1])
    return ItemOutcome(changes=(change,), known=KnownItem(item=item))


def _hidden(before: KnownItem, after: AgendaItem, moment: Moment) -> ItemOutcome:
    if before.item.public:
        return gone_non_public(before, after, moment=moment)
    return ItemOutcome(changes=(), known=KnownItem(item=hidden(replace(after, id=after.id or before.item.id))))


def _taken_off(before: KnownItem, after: AgendaItem, said: Withdrawal, moment: Moment) -> ItemOutcome:
    former = before.item
    item = replace(_kept(former, after), name=said.name or former.name)
    changes = _result(former, item, moment)
    if not before.withdrawn:
        facts = Facts.of(number=former.number, name=former.name, paper=former.paper)
        after_facts = Facts.of(how="said", word=said.word, number=item.number)
        changes = [_change(ChangeKind.ITEM_WITHDRAWN, item, moment, before=facts, after=after_facts), *changes]
    return ItemOutcome(changes=tuple(changes), known=KnownItem(item=item, withdrawn=said.word))


def _wording(before: KnownItem, item: AgendaItem, moment: Moment) -> list[Change]:
    if moment.past:
        return []
    former = before.item
    if before.withdrawn:
        after = Facts.of(number=item.number, name=item.name, paper=item.paper)
        return [_change(ChangeKind.ITEM_REVIVED, item, moment, before=Facts.of(word=before.withdrawn), after=after)]
    changes = []
    if former.name and not same(former.name, item.name):
        facts = Facts.of(name=former.name), Facts.of(name=item.name, number=item.number)
        changes.append(_change(ChangeKind.ITEM_REWORDED, item, moment, before=facts[0], after=facts[1]))
    if item.paper and reference_key(item.paper) != reference_key(former.paper or ""):
        facts = Facts.of(paper=former.paper), Facts.of(paper=item.paper, name=item.name, number=item.number)
        changes.append(_change(ChangeKind.ITEM_PAPER_ADDED, item, moment, before=facts[0], after=facts[1]))
    return changes


def _result(former: AgendaItem, item: AgendaItem, moment: Moment) -> list[Change]:
    if is_open(item.result) or normalised(former.result) == normalised(item.result):
        return []
    kind = ChangeKind.RESULT_APPEARED if is_open(former.result) else ChangeKind.RESULT_CHANGED
    before = Facts() if is_open(former.result) else Facts.of(result=former.result)
    after = Facts.of(result=item.result, name=item.name, number=item.number)
    return [_change(kind, item, moment, before=before, after=after)]


def is_open(result: str | None) -> bool:
    """Whether this says that no result is published yet."""
    return meaning(result) is Meaning.NONE


def _kept(former: AgendaItem, item: AgendaItem) -> AgendaItem:
    return AgendaItem(
        public=True,
        number=item.number or former.number,
        name=item.name or former.name,
        id=item.id or former.id,
        paper=item.paper or former.paper,
        paper_id=item.paper_id or (former.paper_id if item.paper in {None, former.paper} else None),
        result=former.result if is_open(item.result) and not is_open(former.result) else item.result,
        late=item.late or former.late,
        meeting=item.meeting or former.meeting,
        organization=item.organization or former.organization,
        date=item.date or former.date,
        text=item.text or former.text,
    )


def _change(
    kind: ChangeKind, item: AgendaItem, moment: Moment, *, before: Facts | None = None, after: Facts | None = None
) -> Change:
    return Change(
        kind=kind,
        meeting=moment.meeting,
        item=item.id,
        paper=item.paper,
        before=before or Facts(),
        after=after or Facts(),
    )
