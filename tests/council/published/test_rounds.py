from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import chain, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from council.published.freshness import (
    DAILY,
    EACH_ROUND,
    HOURLY,
    WEEKLY,
    PaperFacts,
    SessionFacts,
    Window,
    agenda_windows,
    list_windows,
    month_windows,
    months_to_read,
    organization_windows,
    paper_windows,
)
from council.published.rounds import MOST_A_ROUND, Target, TargetKind, back_off, due_at, plan_round
from tests.council.published.sessions import ZONE

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
ROUND = timedelta(minutes=15)
ONE_REQUEST = timedelta(seconds=1)


def a_target(key: str, rhythm: timedelta, ago: timedelta | None = None, kind: TargetKind = TargetKind.AGENDA) -> Target:
    last_read = None if ago is None else NOW - ago
    return Target(kind=kind, key=key, windows=(Window(rhythm=rhythm),), last_read=last_read)


def keys(targets: tuple[Target, ...]) -> list[str]:
    return [target.key for target in targets]


def test_only_what_is_due_is_read_and_the_most_eager_first() -> None:
    targets = [
        a_target("weekly", WEEKLY, timedelta(days=9)),
        a_target("not yet", DAILY, timedelta(hours=2)),
        a_target("hourly", HOURLY, timedelta(hours=1)),
        a_target("near", EACH_ROUND, ROUND),
        a_target("month", EACH_ROUND, ROUND, TargetKind.MONTH),
    ]
    assert keys(plan_round(targets, now=NOW)) == ["month", "near", "hourly", "weekly"]


def test_what_was_never_read_comes_before_what_is_read_daily_and_after_what_is_read_hourly() -> None:
    targets = [
        a_target("daily", DAILY, timedelta(days=2)),
        a_target("never", WEEKLY, kind=TargetKind.PAPER),
        a_target("hourly", HOURLY, timedelta(hours=1)),
    ]
    assert keys(plan_round(targets, now=NOW, budget=40)) == ["hourly", "never", "daily"]


def test_a_nudged_page_is_due_at_once_and_once() -> None:
    nudged = replace(a_target("1", WEEKLY, timedelta(days=1)), nudged_at=NOW - ROUND)
    assert keys(plan_round([a_target("2", HOURLY, timedelta(hours=2)), nudged], now=NOW)) == ["1", "2"]
    assert plan_round([replace(nudged, last_read=NOW)], now=NOW + ROUND) == ()


def test_a_page_that_is_never_due_again_can_still_be_nudged() -> None:
    over = Target(kind=TargetKind.PAPER, key="1", windows=(Window(until=NOW, rhythm=DAILY),), last_read=NOW)
    assert due_at(over) is None
    assert due_at(replace(over, nudged_at=NOW + ROUND)) == NOW + ROUND


@pytest.mark.parametrize(("rhythm", "longest"), [(EACH_ROUND, timedelta(minutes=59)), (DAILY, timedelta(hours=24))])
def test_failures_back_off_up_to_a_limit(rhythm: timedelta, longest: timedelta) -> None:
    target = replace(a_target("1", rhythm, timedelta(days=2)), failed_at=NOW)
    waits = [back_off(replace(target, failures=failures)) for failures in range(1, 60)]
    assert waits[0] < ROUND
    assert waits == sorted(waits)
    assert waits[-1] == longest
    assert due_at(replace(target, failures=59)) == NOW + longest


def test_over_budget_the_urgent_go_first_and_the_patient_get_their_quarter() -> None:
    urgent = [a_target(f"near {number:02}", EACH_ROUND, ROUND) for number in range(30)]
    patient = [a_target(f"paper {number}", WEEKLY, timedelta(days=20 + number)) for number in range(30)]
    plan = keys(plan_round([*urgent, *patient], now=NOW, budget=8))
    assert plan == [*(f"near {number:02}" for number in range(6)), "paper 29", "paper 28"]


def test_without_a_budget_everything_due_is_read() -> None:
    assert len(plan_round([a_target(str(number), DAILY) for number in range(500)], now=NOW)) == 500


@settings(max_examples=15, deadline=None)
@given(st.integers(1, 4), st.integers(1, 12), st.integers(1, 12))
def test_nothing_starves_however_small_the_budget(budget: int, near: int, far: int) -> None:
    targets = {f"near {number}": a_target(f"near {number}", EACH_ROUND, ROUND) for number in range(near)}
    targets |= {f"far {number}": a_target(f"far {number}", DAILY, DAILY) for number in range(far)}
    read: set[str] = set()
    for count in range(12 * 96):
        tick = NOW + count * ROUND
        for target in plan_round(targets.values(), now=tick, budget=budget):
            targets[target.key] = replace(target, last_read=tick)
            read.add(target.key)
        if len(read) == len(targets):
            return
    raise AssertionError(sorted(targets.keys() - read))


Readings = list[tuple[str, datetime]]


def run(targets: dict[str, Target], *, since: datetime, rounds: int, budget: int | None = None) -> list[Readings]:
    """What each round reads and when, one request a second, as the collector would; the first has no budget."""
    told = []
    for count in range(rounds):
        tick, read = since + count * ROUND, []
        plan = plan_round(targets.values(), now=tick, budget=budget if count else None)
        for place, target in enumerate(plan, start=1):
            at = tick + place * ONE_REQUEST
            targets[target.key] = replace(target, last_read=at)
            read.append((target.key, at))
        told.append(read)
    return told


def quiet_sessions(span: int) -> list[datetime]:
    first = NOW.astimezone(ZONE).replace(hour=18, minute=0)
    return [first + timedelta(days=span * number / 60 - 14) for number in range(60)]


def quiet_town(*, span: int) -> dict[str, Target]:
    """60 sessions from two weeks back over `span` days, 400 papers of the last year, three of four still open."""
    born = [NOW.date() - timedelta(days=365 * number // 400) for number in range(400)]
    found = [
        Target(kind=TargetKind.PAPERS, key="newest", windows=list_windows()),
        *(
            Target(kind=TargetKind.MONTH, key=f"{year}-{month:02}", windows=month_windows(year, month, zone=ZONE))
            for year, month in months_to_read(NOW.date())
        ),
        *(
            Target(
                kind=TargetKind.AGENDA,
                key=f"agenda {number}",
                windows=agenda_windows(SessionFacts(day=start.date(), start=start), zone=ZONE),
            )
            for number, start in enumerate(quiet_sessions(span))
        ),
        *(
            Target(kind=TargetKind.PAPER, key=f"paper {number}", windows=paper_windows(facts, zone=ZONE))
            for number, day in enumerate(born)
            for facts in [PaperFacts(born=day, open_stops=(day + timedelta(days=21),), finished=number % 4 == 0)]
        ),
        *(
            Target(kind=TargetKind.ORGANIZATION, key=f"organization {number}", windows=organization_windows())
            for number in range(25)
        ),
    ]
    return {target.key: target for target in found}


@pytest.mark.parametrize("span", [45, 90, 290])
def test_a_quiet_day_costs_at_most_twelve_requests_a_round(span: int) -> None:
    rounds = run(quiet_town(span=span), since=NOW, rounds=8 * 96, budget=MOST_A_ROUND)
    requests = [len(read) for read in rounds[1:]]
    means = [sum(requests[start : start + 96]) / 96 for start in range(0, len(requests) - 95, 96)]
    print(
        f"60 sessions within {span} days, 400 papers: first round {len(rounds[0])} requests, then {max(requests)} at"
        f" most, a day's mean {min(means):.1f} to {max(means):.1f} a round"
    )
    assert max(means) <= 12
    assert max(requests) <= MOST_A_ROUND


@pytest.mark.parametrize("span", [45, 290])
def test_a_week_of_a_quiet_town_keeps_the_promise_for_every_agenda_within_its_budget(span: int) -> None:
    readings: defaultdict[str, list[datetime]] = defaultdict(list)
    for key, at in chain.from_iterable(run(quiet_town(span=span), since=NOW, rounds=8 * 96, budget=MOST_A_ROUND)):
        readings[key].append(at)
    waits: defaultdict[timedelta, list[timedelta]] = defaultdict(list)
    for number, session in enumerate(quiet_sessions(span)):
        for added, noticed in gaps(readings[f"agenda {number}"], session):
            waits[promised(session - added)].append(noticed - added)
    print(f"60 sessions within {span} days:", *(f"promised {key}, longest {max(waits[key])};" for key in sorted(waits)))
    assert all(max(found) <= promise for promise, found in waits.items())


def gaps(readings: list[datetime], session: datetime) -> Iterator[tuple[datetime, datetime]]:
    """The worst moments for an item to be added: right after a reading, and when a narrower promise begins."""
    edges = [session - timedelta(days=10), session - timedelta(hours=48)]
    for last, following in pairwise(readings):
        for added in (last, *edges):
            if last <= added < min(following, session):
                yield added, following


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 20 * 24 * 60),
    st.integers(0, 24 * 60 - 1),
    st.integers(0, 29),
    st.one_of(st.none(), st.integers(0, 24 * 60 - 1)),
)
def test_an_item_added_is_noticed_in_time(lead: int, minute: int, others: int, start: int | None) -> None:
    """Whenever a session is, whenever its agenda changes, whatever else the round reads first."""
    added = NOW + timedelta(hours=12, minutes=minute)
    session = (added + timedelta(minutes=lead)).astimezone(ZONE)
    facts = SessionFacts(day=session.date(), start=None if start is None else session)
    windows = agenda_windows(facts, zone=ZONE)
    targets = {f"month {number}": a_target(f"month {number}", EACH_ROUND, ROUND) for number in range(others)}
    targets["it"] = Target(kind=TargetKind.AGENDA, key="it", windows=windows, last_read=NOW)
    noticed = next(
        at for read in run(targets, since=NOW, rounds=3 * 96) for key, at in read if key == "it" and at >= added
    )
    assert noticed - added <= promised(session - added)


def promised(lead: timedelta) -> timedelta:
    if lead < timedelta(hours=48):
        return timedelta(minutes=30)
    return timedelta(minutes=90) if lead < timedelta(days=10) else timedelta(days=1)
