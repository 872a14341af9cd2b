from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from sources.allris.session_times import start_and_end

BERLIN = ZoneInfo("Europe/Berlin")
DAY = date(2025, 11, 3)


def clocks(words: str, day: date | None = DAY) -> tuple[str | None, str | None]:
    start, end = start_and_end(day, words, zone=BERLIN)
    return (f"{start:%H:%M}" if start else None), (f"{end:%H:%M}" if end else None)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("18:00 - 19:45", "18:00", "19:45"),
        ("18:00-19:45", "18:00", "19:45"),
        ("18:00 bis 19:45 Uhr", "18:00", "19:45"),
        ("18.00 – 19.45", "18:00", "19:45"),
        ("18:00", "18:00", None),
        ("9:00 ", "09:00", None),
        ("ab 18 Uhr", "18:00", None),
        ("15:02 -", "15:02", None),
        ("19:45 - 18:00", "19:45", None),
        ("18:00 - 18:00", "18:00", None),
        ("18:00 - 00:00", "18:00", None),
        ("18:00 - 25:99", "18:00", None),
        ("24:00", None, None),
        ("00:00", None, None),
        ("25:00 - 26:00", None, None),
        ("im Anschluss", None, None),
        ("Raum 4711", None, None),
        ("", None, None),
    ],
)
def test_times_as_pages_write_them(words: str, start: str | None, end: str | None) -> None:
    assert clocks(words) == (start, end)


def test_end_at_midnight_is_that_of_the_next_day() -> None:
    _, end = start_and_end(DAY, "18:00 - 24:00", zone=BERLIN)
    assert end == datetime(2025, 11, 4, tzinfo=BERLIN)


def test_no_day_and_no_credible_year_give_no_time() -> None:
    for day in (None, date(2206, 11, 3), date(1, 1, 1), date.max):
        assert start_and_end(day, "18:00 - 24:00", zone=BERLIN) == (None, None)


def test_time_that_is_skipped_is_an_hour_later() -> None:
    start, _ = start_and_end(date(2027, 3, 28), "02:30", zone=BERLIN)
    assert start is not None
    assert (start.isoformat(), start.astimezone(UTC).time()) == ("2027-03-28T03:30:00+02:00", time(1, 30))


def test_time_that_comes_twice_is_the_first() -> None:
    start, end = start_and_end(date(2026, 10, 25), "02:30 - 03:00", zone=BERLIN)
    assert start is not None
    assert end is not None
    assert (start.isoformat(), end.isoformat()) == ("2026-10-25T02:30:00+02:00", "2026-10-25T03:00:00+01:00")
