"""The ordinary course of things: sessions, their agendas, results and minutes, each in its time."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from simulator.council.story import differences
from simulator.council.story.agendas import Entry, agenda_items, late_item
from simulator.council.story.composing import Composer, wall
from simulator.council.story.filing import Filing
from simulator.council.story.happenings import Kind
from simulator.council.story.named_ways import fixed_entries
from simulator.council.story.outcomes import end_of, outcome, with_minutes, with_result
from simulator.council.story.planning import Plan
from simulator.council.story.records import AgendaItem, FiledPaper, Station

_REST = timedelta(days=20)  # before a committee takes up what was referred to it
_LONGEST_AGENDA = 9  # unnamed papers
_OLDEST_MINUTES = 90  # days between two sessions, so that one approves the other's minutes


@dataclass(frozen=True, slots=True)
class _Waiting:
    since: datetime
    filing: Filing
    visit: int = 0


class Timetable:
    """Tells a composer everything ordinary. `items` are the keys of papers' items, by reference and session."""

    def __init__(self, composer: Composer, plans: tuple[Plan, ...], filed: tuple[Filing, ...]) -> None:
        self.items: dict[tuple[str, int], int] = {}
        self._plans = plans
        self._composer = composer
        self._fixed = fixed_entries(composer, plans, filed)
        self._waiting: dict[int, list[_Waiting]] = {}
        self._minutes: dict[int, Plan] = {}
        for filing in filed:
            if filing.named is None:
                self._file(filing)

    def tell(self, *, cancelled: Iterable[int] = ()) -> None:
        """All sessions in order. `cancelled`: keys of sessions whose papers wait for the next one."""
        off = frozenset(cancelled)
        for plan in sorted(self._plans, key=lambda each: each.day):
            self._composer.new(plan.announced, Kind.MEETING_ANNOUNCED, plan.meeting())
            end = differences.held(end_of(plan.start, plan.key))
            self._composer.meeting(wall(plan.day, 8, 15, days=1), Kind.MEETING_HELD, plan.key, end)
            if plan.has_agenda:
                self._tell_agenda(plan, takes_place=plan.key not in off)

    def _file(self, filing: Filing) -> None:
        station = Station(organization=filing.organization, role=_role(filing.paper))
        self._wait(filing.organization, _Waiting(filing.at, filing))
        self._composer.new(filing.at, Kind.PAPER_FILED, replace(filing.paper, stations=(station,)))

    def _tell_agenda(self, plan: Plan, *, takes_place: bool) -> None:
        agenda_at = plan.agenda_at
        entries = [*self._fixed.get(plan.key, ()), *self._unnamed(plan, takes_place=takes_place)]
        on_time = [entry for entry in entries if entry.since < agenda_at]
        draft_at = agenda_at - timedelta(days=3)
        items = agenda_items(plan, on_time, minutes_of=self._previous(plan), new_key=self._composer.next_item)
        for entry, item in items:
            since = entry.since + timedelta(hours=2) if entry else draft_at
            self._place(plan, item, entry, at=min(max(draft_at, since), agenda_at))
        self._composer.meeting(agenda_at, Kind.AGENDA_PUBLISHED, plan.key, differences.agenda_public)
        self._add_late(plan, [entry for entry in entries if entry.since >= agenda_at], [each for _, each in items])
        if takes_place:
            self._minutes[plan.organization.key] = plan
        self._composer.meeting(plan.minutes_at, Kind.MINUTES_PUBLISHED, plan.key, differences.minutes_public)

    def _add_late(self, plan: Plan, late: list[Entry], items: list[AgendaItem]) -> None:
        for number, entry in enumerate(late):
            item = late_item(plan, entry, items, number, new_key=self._composer.next_item)
            self._place(plan, item, entry, at=plan.late_at)
        if late:
            self._composer.meeting(plan.late_at, Kind.SUPPLEMENT_PUBLISHED, plan.key, differences.supplemented)

    def _previous(self, plan: Plan) -> Plan | None:
        """The session whose minutes this one approves."""
        before = self._minutes.get(plan.organization.key)
        return before if before and (plan.day - before.day).days < _OLDEST_MINUTES else None

    def _place(self, plan: Plan, item: AgendaItem, entry: Entry | None, *, at: datetime) -> None:
        """An item with all that ordinarily follows from it."""
        self._composer.new(at, Kind.ITEM_ADDED if item.late else Kind.ITEM_SCHEDULED, item)
        if entry is not None:
            self.items[entry.paper.reference, plan.key] = item.key
        if item.heading or not item.public:
            return
        result = entry.result if entry else None
        kind = Kind.RESULT_PUBLISHED if result else Kind.EXCERPT_RELEASED
        self._composer.item(plan.results_at, kind, item.key, lambda old: with_result(old, result))
        self._composer.item(plan.minutes_at, Kind.PROTOCOL_PUBLISHED, item.key, with_minutes)

    def _unnamed(self, plan: Plan, *, takes_place: bool) -> list[Entry]:
        """The papers that wait for this committee, and where each goes from here."""
        waiting = self._waiting.get(plan.organization.key, [])
        chosen = [each for each in waiting if each.since < plan.late_at][:_LONGEST_AGENDA]
        self._waiting[plan.organization.key] = [each for each in waiting if each not in chosen]
        return [self._decide(plan, each, takes_place=takes_place) for each in chosen]

    def _decide(self, plan: Plan, waiting: _Waiting, *, takes_place: bool) -> Entry:
        paper = waiting.filing.paper
        next_day = wall(plan.day, 11, days=1)
        if not takes_place:
            self._wait(plan.organization.key, replace(waiting, since=next_day))
            return Entry(paper, waiting.since, None)
        end = outcome(
            paper_type=paper.type,
            count=waiting.filing.count,
            organization=plan.organization.key,
            visit=waiting.visit,
        )
        if end.again:
            self._wait(plan.organization.key, replace(waiting, since=next_day, visit=waiting.visit + 1))
        if end.referred is not None:
            after = plan.results_at
            self._composer.paper(after, Kind.PAPER_REFERRED, paper.key, differences.referred_to(end.referred))
            self._wait(end.referred, replace(waiting, since=after + _REST, visit=waiting.visit + 1))
        return Entry(paper, waiting.since, end.result)

    def _wait(self, organization: int, waiting: _Waiting) -> None:
        self._waiting.setdefault(organization, []).append(waiting)


def _role(paper: FiledPaper) -> str:
    return "Kenntnisnahme" if paper.type == "Mitteilungsvorlage der Verwaltung" else ""
