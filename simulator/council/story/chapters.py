"""The extraordinary: what befalls single sessions, items and papers of the story, at known distances from its start."""

from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial

from simulator.council.story import differences
from simulator.council.story.bodies import (
    ASSEMBLY,
    BUDGET,
    CLIMATE,
    CULTURE,
    MAIN,
    MOBILITY,
    PLANNING,
    REGIONAL,
    SCHOOL,
)
from simulator.council.story.composing import Composer, wall
from simulator.council.story.filing import Filing
from simulator.council.story.happenings import Kind
from simulator.council.story.outcomes import with_minutes, with_result
from simulator.council.story.planning import Plan, at_distance, special_session
from simulator.council.story.records import AgendaItem, Annex
from simulator.council.story.seasons import working_day
from simulator.council.story.timetable import Timetable

_CANCELLED, _REVIVED, _MOVED, _TIMELESS = (PLANNING, 4), (REGIONAL, 13), (CULTURE, 6), (REGIONAL, 41)
_BUSY, _VANISHING, _TAKEN_BACK = (MOBILITY, 9), (BUDGET, 11), (CLIMATE, 20)
_CORRECTED, _PAPERLESS = (MAIN, -12), (SCHOOL, 15)


def replanned(plans: tuple[Plan, ...], start: date) -> tuple[Plan, ...]:
    """The recurring sessions with what will become of them: one moved, one without an hour, one more."""
    assembly = next(plan.organization for plan in plans if plan.organization.key == ASSEMBLY)
    return (*map(_replanned, plans), special_session(start, assembly, distance=12, announced=6))


def _replanned(plan: Plan) -> Plan:
    place = (plan.organization.key, plan.distance)
    if place == _MOVED:
        return replace(plan, day=working_day(plan.day + timedelta(days=2)), start=time(17, 30))
    return replace(plan, first_start=None) if place == _TIMELESS else plan


def cancelled_sessions(plans: tuple[Plan, ...]) -> tuple[int, ...]:
    """Keys of the sessions that do not take place in the end."""
    return (at_distance(plans, *_CANCELLED).key,)


class Chapters:
    def __init__(
        self, composer: Composer, timetable: Timetable, plans: tuple[Plan, ...], filed: tuple[Filing, ...]
    ) -> None:
        self._composer = composer
        self._items = timetable.items
        self._plans = plans
        self._papers = {filing.paper.reference: filing.paper for filing in filed}

    def tell(self, start: date) -> None:
        self._sessions(start)
        self._busy_agenda()
        self._withdrawals()
        self._corrected_result(start)
        self._paper_joins_item(start)
        self._papers_change(start)

    def _sessions(self, start: date) -> None:
        tell = self._composer.meeting
        off = at_distance(self._plans, *_CANCELLED)
        tell(wall(start, 9, 30, days=1), Kind.MEETING_CANCELLED, off.key, differences.cancelled)
        moved = at_distance(self._plans, *_MOVED)
        change = differences.moved(moved.day, moved.start)
        tell(wall(start, 13, days=2), Kind.MEETING_MOVED, moved.key, change)
        back = at_distance(self._plans, *_REVIVED)
        tell(wall(back.day, 10, days=-6), Kind.MEETING_CANCELLED, back.key, differences.cancelled)
        tell(wall(back.day, 16, days=-3), Kind.MEETING_REVIVED, back.key, differences.revived)
        timeless = at_distance(self._plans, *_TIMELESS)
        change = differences.moved(timeless.day, timeless.start)
        tell(wall(timeless.day, 10, days=-10), Kind.MEETING_MOVED, timeless.key, change)
        room = differences.in_room("Aula Mühlenweg", "Mühlenweg 12, 20999 Musterfeld")
        busy = at_distance(self._plans, *_BUSY)
        tell(wall(busy.day, 11, 45, days=-4), Kind.ROOM_CHANGED, busy.key, room)

    def _busy_agenda(self) -> None:
        """One agenda with everything that may happen to one."""
        plan = at_distance(self._plans, *_BUSY)
        reworded = differences.reworded(f"{self._papers['22-0163'].name} (Neufassung)")
        self._on(plan, "22-0163", days=-5, kind=Kind.ITEM_REWORDED, change=reworded)
        gone = differences.withdrawn("abgesetzt", keeps_name=False)
        self._on(plan, "22-0162", days=-3, kind=Kind.ITEM_WITHDRAWN, change=gone)
        self._on(plan, "22-0164", days=-1, kind=Kind.ITEM_NOT_PUBLIC, change=differences.closed_to_the_public)
        self._composer.paper(
            wall(plan.day, 9, 30, days=-1), Kind.PAPER_HIDDEN, self._papers["22-0164"].key, differences.hidden
        )
        self._late_item_goes_first(plan)

    def _late_item_goes_first(self, plan: Plan) -> None:
        """A new order, on the day after the Nachtrag: nothing but numbers."""
        at = wall(plan.day, 8, 50, days=-1)
        section = 3
        late = self._items["22-0202", plan.key]
        self._composer.item(at, Kind.ITEM_RENUMBERED, late, differences.renumbered((section, 1)))

        def one_further(item: AgendaItem) -> AgendaItem:
            if item.number[0] != section or len(item.number) < 2:
                return item
            return replace(item, number=(section, item.number[1] + 1))

        for (_, meeting), key in self._items.items():
            if meeting == plan.key and key != late:
                self._composer.item(at, Kind.ITEM_RENUMBERED, key, one_further)

    def _withdrawals(self) -> None:
        silent = at_distance(self._plans, *_VANISHING)
        key = self._items["22-0165", silent.key]
        self._composer.item_gone(wall(silent.day, 9, 30, days=-5), Kind.ITEM_VANISHED, key)
        taken = at_distance(self._plans, *_TAKEN_BACK)
        change = differences.withdrawn("zurückgezogen", keeps_name=True)
        self._on(taken, "22-0173", days=-6, kind=Kind.ITEM_WITHDRAWN, change=change)

    def _corrected_result(self, start: date) -> None:
        plan = at_distance(self._plans, *_CORRECTED)
        at = wall(start, 14, days=3)
        key = self._items["22-0169", plan.key]
        self._composer.item(at, Kind.RESULT_CHANGED, key, lambda item: with_result(item, "überwiesen"))
        paper = self._papers["22-0169"].key
        self._composer.paper(at, Kind.PAPER_REFERRED, paper, differences.referred_to(CLIMATE))

    def _paper_joins_item(self, start: date) -> None:
        plan = at_distance(self._plans, *_PAPERLESS)
        item = AgendaItem(
            key=self._composer.next_item(),
            meeting=plan.key,
            number=(4, 9),
            name="Mittagessen an der Grundschule Mühlenweg",
        )
        self._composer.new(wall(plan.day, 9, days=-12), Kind.ITEM_SCHEDULED, item)
        joins = differences.with_paper(self._papers["22-0206"].key)
        self._composer.item(wall(start, 12, days=9), Kind.ITEM_PAPER_ADDED, item.key, joins)
        noted = partial(with_result, result="zur Kenntnis genommen")
        self._composer.item(plan.results_at, Kind.RESULT_PUBLISHED, item.key, noted)
        self._composer.item(plan.minutes_at, Kind.PROTOCOL_PUBLISHED, item.key, with_minutes)

    def _papers_change(self, start: date) -> None:
        rule = self._papers["22-0166"]
        at = wall(start, 15, 10, days=8)
        change = differences.renamed(f"{rule.name} (geänderte Fassung)", Annex(name="Plan", changed=at, kilobytes=212))
        self._composer.paper(at, Kind.PAPER_CHANGED, rule.key, change)
        gap = self._papers["22-0168"].key
        self._composer.paper(wall(start, 10, 30, days=12), Kind.PAPER_OPENED, gap, differences.opened)

    def _on(self, plan: Plan, reference: str, *, days: int, kind: Kind, change: differences.ItemChange) -> None:
        """`days` from the session's day."""
        self._composer.item(wall(plan.day, 9, 30, days=days), kind, self._items[reference, plan.key], change)
