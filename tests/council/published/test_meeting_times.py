from datetime import date, datetime, timedelta

import pytest

from council.published.meeting_times import begins, ends, has_begun, is_past
from tests.council.published.sessions import DAY, START, ZONE


def test_without_a_time_a_session_begins_and_ends_with_its_day_in_the_councils_zone() -> None:
    begin, end = begins(DAY, None, zone=ZONE), ends(DAY, None, None, zone=ZONE)
    assert begin == datetime(2026, 11, 12, tzinfo=ZONE)
    assert end == datetime(2026, 11, 13, tzinfo=ZONE)


def test_without_a_day_nothing_is_known() -> None:
    assert begins(None, None, zone=ZONE) is None
    assert ends(None, None, None, zone=ZONE) is None
    assert not has_begun(None, None, now=START)
    assert not is_past(None, now=START)


@pytest.mark.parametrize("hours", [-2, 0, 49, 24 * 365 * 100])
def test_an_end_that_cannot_be_is_six_hours_after_the_start(hours: int) -> None:
    assert ends(DAY, START, START + timedelta(hours=hours), zone=ZONE) == START + timedelta(hours=6)
    assert ends(DAY, START, START + timedelta(hours=2), zone=ZONE) == START + timedelta(hours=2)


def test_a_session_has_begun_at_its_start_and_is_past_with_its_day() -> None:
    assert not has_begun(DAY, START, now=START - timedelta(seconds=1))
    assert has_begun(DAY, START, now=START)
    assert not is_past(DAY, now=START + timedelta(hours=5))
    assert is_past(DAY, now=START + timedelta(hours=6))


def test_the_day_is_the_councils_not_greenwichs() -> None:
    assert is_past(date(2026, 11, 12), now=datetime(2026, 11, 13, 0, 30, tzinfo=ZONE))
