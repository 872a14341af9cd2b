from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from council.served.wall_clock import on_the_wall, parse_wall_time

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("day", "wall", "shown"),
    [
        (date(2026, 7, 1), time(18), datetime(2026, 7, 1, 16, tzinfo=UTC)),
        (date(2026, 12, 1), time(18), datetime(2026, 12, 1, 17, tzinfo=UTC)),
        (date(2026, 10, 25), time(2, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        (date(2026, 10, 25), time(2, 30, fold=1), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        (date(2026, 10, 25), time(3), datetime(2026, 10, 25, 2, tzinfo=UTC)),
        (date(2027, 3, 28), time(1, 59), datetime(2027, 3, 28, 0, 59, tzinfo=UTC)),
        (date(2027, 3, 28), time(2, 30), datetime(2027, 3, 28, 1, 30, tzinfo=UTC)),
        (date(2027, 3, 28), time(2, 30, fold=1), datetime(2027, 3, 28, 1, 30, tzinfo=UTC)),
        (date(2027, 3, 28), time(3, 30), datetime(2027, 3, 28, 1, 30, tzinfo=UTC)),
    ],
)
def test_wall_time_is_one_instant_also_where_it_is_skipped_or_comes_twice(
    day: date, wall: time, shown: datetime
) -> None:
    instant = on_the_wall(day, wall, BERLIN)
    assert instant == shown
    assert instant.tzinfo is UTC


@pytest.mark.parametrize(
    ("typed", "wall"),
    [
        ("18:00", time(18)),
        ("8.30", time(8, 30)),
        ("9", time(9)),
        ("23:59", time(23, 59)),
        ("24:00", None),
        ("12:60", None),
        ("", None),
        (":", None),
        ("1:2", None),
        ("18:00h", None),
    ],
)
def test_time_of_day_is_read_or_none(typed: str, wall: time | None) -> None:
    assert parse_wall_time(typed) == wall
