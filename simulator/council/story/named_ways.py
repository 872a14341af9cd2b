"""The way of the named papers through the committees, which their file prescribes."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from simulator.council.story import differences
from simulator.council.story.agendas import Entry
from simulator.council.story.composing import Composer
from simulator.council.story.filing import Filing
from simulator.council.story.happenings import Kind
from simulator.council.story.named_papers import NamedStop
from simulator.council.story.outcomes import is_referral
from simulator.council.story.planning import Plan, nearest
from simulator.council.story.records import Station


def fixed_entries(composer: Composer, plans: tuple[Plan, ...], filed: Iterable[Filing]) -> dict[int, list[Entry]]:
    """Puts the named papers in; the entries that they make on agendas, by session."""
    ways = _Ways(composer, plans)
    for filing in filed:
        if filing.named is not None:
            stations = ways.take(filing, filing.named.stops)
            composer.new(filing.at, Kind.PAPER_FILED, replace(filing.paper, stations=stations))
    return ways.entries


class _Ways:
    def __init__(self, composer: Composer, plans: tuple[Plan, ...]) -> None:
        self.entries: dict[int, list[Entry]] = {}
        self._composer = composer
        self._plans = plans
        self._organizations = {plan.organization.name: plan.organization.key for plan in plans}

    def take(self, filing: Filing, stops: Iterable[NamedStop]) -> tuple[Station, ...]:
        """The committees known from the beginning. The one behind a referral comes with the referral's result."""
        known: dict[Station, None] = {}
        since, referred = filing.at, False
        for stop in stops:
            station = Station(organization=self._organizations[stop.organization], role=stop.role)
            if referred:
                change = differences.referred_to(station.organization, station.role)
                self._composer.paper(since, Kind.PAPER_REFERRED, filing.paper.key, change)
            else:
                known[station] = None
            if stop.day is not None:
                since = self._enter(filing, stop, nearest(self._plans, stop.organization, stop.day), since)
                referred = is_referral(stop.result)
        return tuple(known)

    def _enter(self, filing: Filing, stop: NamedStop, plan: Plan, since: datetime) -> datetime:
        """An entry on the agenda; from when the next committee may have the paper."""
        if since >= plan.late_at:
            raise ValueError(f"papers.toml: {filing.paper.reference} kommt für den {plan.day:%d.%m.%Y} zu spät.")
        self.entries.setdefault(plan.key, []).append(Entry(filing.paper, since, stop.result))
        return plan.results_at
