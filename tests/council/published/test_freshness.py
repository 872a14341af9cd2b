from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from council.published.freshness import (
    DAILY,
    PaperFacts,
    SessionFacts,
    Window,
    Windows,
    agenda_windows,
    list_windows,
    month_windows,
    months_to_read,
    next_reading,
    organization_windows,
    paper_windows,
)
from tests.council.published.sessions import DAY, START, ZONE

HOUR, A_DAY = timedelta(hours=1), timedelta(days=1)
AGENDA = agenda_windows(SessionFacts(day=DAY, start=START), zone=ZONE)


def wait(windows: Windows, last_read: datetime) -> timedelta | None:
    due = next_reading(windows, last_read)
    return None if due is None else due - last_read


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (60 * A_DAY, DAILY),
        (10 * A_DAY + HOUR, HOUR),  # when the ten days begin, not a day later
        (5 * A_DAY, timedelta(minutes=50)),
        (48 * HOUR + timedelta(minutes=10), timedelta(minutes=10)),
        (3 * HOUR, timedelta(0)),
        (-2 * HOUR, timedelta(0)),
    ],
)
def test_an_agenda_is_read_the_oftener_the_nearer_its_session(before: timedelta, expected: timedelta) -> None:
    assert wait(AGENDA, START - before) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [(2, DAILY), (20, 7 * A_DAY), (120, 30 * A_DAY), (260, None), (400, None)],
)
def test_results_are_looked_for_ever_more_seldom_and_then_never(days: int, expected: timedelta | None) -> None:
    assert wait(AGENDA, START + days * A_DAY) == expected


def test_a_settled_session_is_left_alone_sooner_and_a_cancelled_one_at_once() -> None:
    settled = agenda_windows(SessionFacts(day=DAY, start=START, settled=True), zone=ZONE)
    assert wait(settled, START + 20 * A_DAY) == 30 * A_DAY
    assert wait(settled, START + 120 * A_DAY) is None
    cancelled = agenda_windows(SessionFacts(day=DAY, start=START, cancelled=True), zone=ZONE)
    assert wait(cancelled, START - 3 * HOUR) is None
    assert wait(cancelled, START - 3 * A_DAY) == DAILY


def test_without_an_agenda_the_calendar_tells_first() -> None:
    bare = agenda_windows(SessionFacts(day=DAY, start=START, has_agenda=False), zone=ZONE)
    waits = [wait(bare, START + days * A_DAY) for days in (-20, -3, 3, 100, 260)]
    assert waits == [7 * A_DAY, 7 * A_DAY, 7 * A_DAY, 30 * A_DAY, None]
    assert next_reading(bare, None) == START.astimezone(UTC) - 30 * A_DAY
    cancelled = agenda_windows(SessionFacts(day=DAY, start=START, has_agenda=False, cancelled=True), zone=ZONE)
    assert wait(cancelled, START - 20 * A_DAY) == 7 * A_DAY


def test_a_session_without_a_time_is_near_from_the_first_moment_of_its_day() -> None:
    windows = agenda_windows(SessionFacts(day=DAY), zone=ZONE)
    midnight = datetime(2026, 11, 12, tzinfo=ZONE)
    assert wait(windows, midnight - 48 * HOUR) == timedelta(0)
    assert wait(windows, midnight + 23 * HOUR) == timedelta(0)


def test_this_and_the_next_month_are_read_each_round() -> None:
    november = month_windows(2026, 11, zone=ZONE)
    for day, expected in (
        (date(2026, 10, 1), timedelta(0)),
        (date(2026, 11, 30), timedelta(0)),
        (date(2026, 9, 15), DAILY),
        (date(2026, 12, 5), DAILY),
        (date(2026, 12, 15), None),
    ):
        assert wait(november, datetime(day.year, day.month, day.day, 12, tzinfo=ZONE)) == expected
    assert next_reading(november, None) == datetime(2026, 2, 1, tzinfo=ZONE)


def test_the_months_worth_reading_reach_from_two_weeks_back_to_nine_months_ahead() -> None:
    months = months_to_read(date(2026, 11, 10))
    assert (months[0], months[-1], len(months)) == ((2026, 10), (2027, 8), 11)
    assert months_to_read(date(2026, 11, 20))[0] == (2026, 11)


def test_a_new_paper_is_read_daily_for_a_week_then_weekly_monthly_and_ever_more_seldom() -> None:
    windows = paper_windows(PaperFacts(born=DAY), zone=ZONE)
    born = datetime(2026, 11, 12, tzinfo=ZONE)
    waits = [wait(windows, born + days * A_DAY) for days in (3, 10, 120, 500, 2000)]
    assert waits == [DAILY, 7 * A_DAY, 30 * A_DAY, 90 * A_DAY, 365 * A_DAY]


def test_a_paper_is_read_the_day_after_its_session_and_a_finished_one_not_for_ever() -> None:
    born, session = date(2026, 1, 5), date(2026, 11, 12)
    facts = PaperFacts(born=born, open_stops=(session,), last_stop=session)
    evening = datetime(2026, 11, 12, 20, tzinfo=ZONE)
    assert next_reading(paper_windows(facts, zone=ZONE), evening) == evening + DAILY
    finished = paper_windows(PaperFacts(born=born, last_stop=session, finished=True), zone=ZONE)
    assert next_reading(finished, evening + 280 * A_DAY) is None
    assert next_reading(finished, None) is not None


def test_lists_are_read_each_round_and_organizations_weekly() -> None:
    assert wait(list_windows(), START) == timedelta(0)
    assert wait(organization_windows(), START) == 7 * A_DAY


def test_overlapping_windows_follow_the_more_eager_one() -> None:
    windows = (Window(rhythm=A_DAY), Window(begin=START, rhythm=HOUR))
    assert wait(windows, START - 2 * HOUR) == 2 * HOUR


@pytest.mark.parametrize("year", [1, 201, 2206, 9999])
def test_odd_years_break_nothing(year: int) -> None:
    day = date(year, 12, 31)
    for facts in (SessionFacts(day=day), SessionFacts(day=day, start=datetime(year, 12, 31, 18, tzinfo=ZONE))):
        next_reading(agenda_windows(facts, zone=ZONE), START)
    paper = PaperFacts(born=day, open_stops=(day,), last_stop=day)
    assert next_reading(paper_windows(paper, zone=ZONE), START) is not None


INSTANTS = st.integers(0, 3 * 365 * 24 * 60).map(
    lambda minutes: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


@settings(deadline=None)
@given(INSTANTS, INSTANTS)
def test_what_is_due_later_is_never_due_before_the_last_reading(start: datetime, last_read: datetime) -> None:
    due = next_reading(agenda_windows(SessionFacts(day=start.date(), start=start), zone=ZONE), last_read)
    assert due is None or due >= last_read
