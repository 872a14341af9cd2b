"""An agenda as its committee's office puts it together."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from simulator.council.story.bodies import BUDGET, PLANNING, SCHOOL
from simulator.council.story.planning import Plan
from simulator.council.story.records import AgendaItem, FiledPaper

MOTIONS = "Anträge und Vorlagen"
MESSAGES = "Mitteilungen der Verwaltung"
# What stands behind "(nichtöffentlich)"; no page may ever show it.
HIDDEN_NAME = "Vertrag mit der Firma Geheimnis & Söhne"
_MESSAGE_TYPE = "Mitteilungsvorlage der Verwaltung"


@dataclass(frozen=True, slots=True)
class Entry:
    """A paper for an agenda: from when it was to be treated here, and what the minutes will say."""

    paper: FiledPaper
    since: datetime
    result: str | None


def agenda_items(
    plan: Plan, entries: list[Entry], *, minutes_of: Plan | None, new_key: Callable[[], int]
) -> list[tuple[Entry | None, AgendaItem]]:
    """All items in order, those of papers with their entries."""
    return [
        (entry, _item(plan, number, name, entry, minutes_of=minutes, key=new_key()))
        for number, name, entry, minutes in _rows(plan, entries, minutes_of)
    ]


def late_item(
    plan: Plan, entry: Entry, items: list[AgendaItem], number: int, *, new_key: Callable[[], int]
) -> AgendaItem:
    """An item behind the motions that are on the agenda already; `number` counts the late ones from 0."""
    section = next(item.number[0] for item in items if item.name == MOTIONS)
    taken = sum(item.number[0] == section for item in items)  # the heading among them
    return AgendaItem(
        key=new_key(),
        meeting=plan.key,
        number=(section, taken + number),
        name=entry.paper.name,
        paper=entry.paper.key,
        late=True,
    )


Row = tuple[tuple[int, ...], str, Entry | None, Plan | None]


def _rows(plan: Plan, entries: list[Entry], minutes_of: Plan | None) -> Iterator[Row]:
    yield (1,), "Öffentliche Fragestunde", None, None
    at = 2
    if minutes_of is not None:
        yield (at,), f"Genehmigung der Niederschrift der Sitzung vom {minutes_of.day:%d.%m.%Y}", None, minutes_of
        at += 1
    messages = [entry for entry in entries if entry.paper.type == _MESSAGE_TYPE]
    for name, section in ((MOTIONS, [each for each in entries if each not in messages]), (MESSAGES, messages)):
        yield (at,), name, None, None
        yield from (((at, number), each.paper.name, each, None) for number, each in enumerate(section, 1))
        at += 1
    yield (at,), "Verschiedenes", None, None
    if plan.organization.key in (BUDGET, PLANNING):
        yield (at + 1,), HIDDEN_NAME, None, None
    if plan.organization.key == PLANNING:
        yield (at + 2,), "Bekanntgabe nichtöffentlich gefasster Beschlüsse", None, None


def _item(
    plan: Plan, number: tuple[int, ...], name: str, entry: Entry | None, *, minutes_of: Plan | None, key: int
) -> AgendaItem:
    visitor = plan.organization.key == SCHOOL and name == MESSAGES
    return AgendaItem(
        key=key,
        meeting=plan.key,
        number=number,
        name=name,
        public=name != HIDDEN_NAME,
        heading=name in (MOTIONS, MESSAGES),
        paper=entry.paper.key if entry else None,
        minutes_of=minutes_of.key if minutes_of else None,
        note="Die Schulaufsicht ist eingeladen" if visitor else "",
    )
