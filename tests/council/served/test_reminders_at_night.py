"""Every minute of the nights on which the clocks change, and every way to write a lead time: one reminder each."""

import os
import time as process
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache

import pytest

from tests.council.served.reminded import BERLIN, a_session, asked, somebody

AUTUMN, SPRING, NEXT_AUTUMN = date(2026, 10, 25), date(2027, 3, 28), date(2027, 10, 31)
NIGHTS = [AUTUMN, SPRING, NEXT_AUTUMN]
# As typed: days before, hours before, the wall time it is bound to.
RULES: dict[str, tuple[int | None, float, time | None]] = {
    "1w": (7, 0, None),
    "1d": (1, 0, None),
    "24h": (None, 24, None),
    "2h": (None, 2, None),
    "30m": (None, 0.5, None),
    "1d@18:00": (1, 0, time(18)),
    "0d@00:20": (0, 0, time(0, 20)),
    "0d@02:30": (0, 0, time(2, 30)),
    "1d@02:30": (1, 0, time(2, 30)),
    "1w@02:30": (7, 0, time(2, 30)),
}
MINUTE, TICK = timedelta(minutes=1), timedelta(seconds=20)
MINUTES = [time(minute // 60, minute % 60) for minute in range(4 * 60)]
HOURS = [timedelta(hours=hours) for hours in range(0, 9 * 24, 18)]


@pytest.fixture(params=["UTC", "Pacific/Kiritimati", "America/St_Johns"])
def _machine(request: pytest.FixtureRequest) -> Iterator[None]:
    """The zone of the machine, which is nobody's business."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = request.param
    process.tzset()
    yield
    os.environ.pop("TZ")
    if before is not None:
        os.environ["TZ"] = before
    process.tzset()


@cache
def clock(night: date) -> dict[tuple[date, time], list[datetime]]:
    """Which instants of the weeks around show a wall time: looked up, not reckoned."""
    shown: dict[tuple[date, time], list[datetime]] = {}
    begin = datetime.combine(night - timedelta(days=9), time(), UTC)
    for minutes in range(18 * 24 * 60):
        instant = begin + minutes * MINUTE
        wall = instant.astimezone(BERLIN)
        shown.setdefault((wall.date(), wall.time()), []).append(instant)
    return shown


def instants(night: date, day: date, wall: time) -> list[datetime]:
    """All instants at which the clocks show it; of a time that is skipped the one an hour later."""
    later = (datetime.combine(day, wall) + timedelta(hours=1)).time()
    return clock(night).get((day, wall)) or clock(night)[day, later]


def expected(night: date, start: datetime, rule: str) -> datetime | None:
    days, hours, at = RULES[rule]
    wall = start.astimezone(BERLIN)
    if days is None:
        return start - timedelta(hours=hours)
    due = instants(night, wall.date() - timedelta(days=days), at or wall.time())[0]
    return due if due < start - timedelta(minutes=5) else None


def check(night: date, start: datetime, rule: str) -> None:
    """Ticks around the expected instant and all along the way there: one reminder, at the first tick from it on."""
    due = expected(night, start, rule)
    ticks = [start - hours for hours in HOURS]
    if due is not None:
        ticks += [due + k * TICK + timedelta(seconds=7) for k in range(-2, 2)] + [due - timedelta(seconds=1)]
    found = asked(a_session(start), somebody(rule), ticks)
    at = due and due + timedelta(seconds=7)
    assert [(tick, new.not_before) for tick, new in found] == ([(at, at)] if at else []), (start, rule)
    assert all(new.expires_at == start - timedelta(minutes=5) for _, new in found)


def test_the_nights_are_those_on_which_the_clocks_change() -> None:
    half_past_two = time(2, 30)
    assert [len(clock(night).get((night, half_past_two), [])) for night in NIGHTS] == [2, 0, 2]


@pytest.mark.usefixtures("_machine")
@pytest.mark.parametrize("night", NIGHTS)
def test_session_at_every_minute_of_the_night_is_reminded_of_once_by_every_rule(night: date) -> None:
    for wall in MINUTES:
        for start in instants(night, night, wall):
            for rule in RULES:
                check(night, start, rule)


@pytest.mark.usefixtures("_machine")
@pytest.mark.parametrize("night", NIGHTS)
@pytest.mark.parametrize(("rule", "days"), [("1d", 1), ("1w", 7), ("24h", 1)])
def test_lead_time_that_falls_on_any_minute_of_the_night_reminds_once(night: date, rule: str, days: int) -> None:
    for wall in MINUTES:
        check(night, instants(night, night + timedelta(days=days), wall)[0], rule)


@pytest.mark.usefixtures("_machine")
@pytest.mark.parametrize("night", NIGHTS)
@pytest.mark.parametrize("days", [0, 1, 7])
def test_wall_time_chosen_on_any_minute_of_the_night_reminds_once(night: date, days: int) -> None:
    (start,) = instants(night, night + timedelta(days=days), time(18, 30))
    for wall in MINUTES:
        due = instants(night, night, wall)[0]
        found = asked(
            a_session(start),
            somebody(f"{days}d@{wall:%H:%M}"),
            [due - timedelta(seconds=1), *(due + k * timedelta(hours=1) for k in range(12))],
        )
        assert [tick for tick, _ in found] == [due], wall


@pytest.mark.parametrize("night", NIGHTS)
def test_both_of_two_equal_wall_times_have_their_own_reminder(night: date) -> None:
    for start in instants(night, night, time(2, 30)):
        ((tick, new),) = asked(a_session(start), somebody("1h"), [start - timedelta(hours=1)])
        assert new.facts["start"] == start.isoformat()
        assert tick == start - timedelta(hours=1)
    keys = {
        asked(a_session(start), somebody("1d"), [start - timedelta(minutes=30)])[0][1].dedupe
        for start in instants(night, night, time(2, 30))
    }
    assert len(keys) == len(instants(night, night, time(2, 30)))


def quiet_end(instant: datetime) -> datetime:
    while not time(7) <= instant.astimezone(BERLIN).time() < time(21):
        instant += MINUTE
    return instant


def quiet_begin(instant: datetime) -> datetime:
    while not time(7) <= (instant - MINUTE).astimezone(BERLIN).time() < time(21):
        instant -= MINUTE
    return instant


@pytest.mark.parametrize("night", NIGHTS)
@pytest.mark.parametrize("rule", ["1w", "1d", "2h", "30m", "1d@18:00", "1d@02:30"])
def test_quiet_hours_hold_on_every_minute_of_the_night(night: date, rule: str) -> None:
    for wall in MINUTES[::7]:
        start = instants(night, night, wall)[-1]
        due = expected(night, start, rule)
        assert due is not None
        end, silent = quiet_end(due), False
        if end == due or end <= start - timedelta(hours=1):
            at = end
        elif start - due < timedelta(hours=2):
            at, silent = due, True
        else:
            at = quiet_begin(due) - timedelta(minutes=10)
        ticks = [at - timedelta(seconds=1), at, *(start - hours / 2 for hours in HOURS)]
        found = asked(a_session(start), somebody(rule, "21:00-07:00"), ticks)
        assert [(tick, new.silent) for tick, new in found] == [(at, silent)], (start, rule)
