"""The holidays that the rules count by."""

from datetime import date

import pytest

from bot.holiday_calendar import is_holiday
from council.published.deadlines import STATES


@pytest.mark.parametrize(
    ("state", "day", "expected"),
    [
        ("HH", date(2026, 4, 3), True),
        ("HH", date(2026, 10, 31), True),  # Reformation day, in the north
        ("BY", date(2026, 10, 31), False),
        ("BY", date(2026, 11, 1), True),
        ("HH", date(2026, 11, 23), False),
    ],
)
def test_holidays_are_the_states_own(state: str, day: date, *, expected: bool) -> None:
    assert is_holiday(state, day) is expected


@pytest.mark.parametrize("state", sorted(STATES))
def test_every_state_that_may_be_set_has_holidays(state: str) -> None:
    assert is_holiday(state, date(2031, 1, 1))
