from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.served.lead_times import LeadTime, parse_lead_time, parse_lead_times

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = date(2026, 11, 9)
AT_HALF_PAST_SIX = datetime(2026, 11, 9, 18, 30, tzinfo=BERLIN)


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN).astimezone(UTC)


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        ("1w", "2026-11-02T18:30"),
        ("2d", "2026-11-07T18:30"),
        ("2h", "2026-11-09T16:30"),
        ("90m", "2026-11-09T17:00"),
        ("1d@18:00", "2026-11-08T18:00"),
        ("0d@08:00", "2026-11-09T08:00"),
        ("1w@09:00", "2026-11-02T09:00"),
        ("4w", "2026-10-12T18:30"),
    ],
)
def test_lead_time_falls_due_before_the_session(typed: str, due: str) -> None:
    instant = parse_lead_time(typed).instant(MONDAY, AT_HALF_PAST_SIX, BERLIN)
    assert instant == wall(due)
    assert instant.tzinfo is UTC


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        ("1d", "2026-11-08T09:00"),
        ("1w", "2026-11-02T09:00"),
        ("1d@18:00", "2026-11-08T18:00"),
        ("0d@08:00", "2026-11-09T08:00"),
        ("2h", None),
        ("48h", None),
        ("30m", None),
    ],
)
def test_session_without_a_time_has_only_reminders_counted_in_days(typed: str, due: str | None) -> None:
    instant = parse_lead_time(typed).instant(MONDAY, None, BERLIN)
    assert instant == (wall(due) if due else None)


def test_lead_time_bound_to_a_time_after_the_start_is_no_reminder() -> None:
    assert parse_lead_time("0d@18:30").instant(MONDAY, AT_HALF_PAST_SIX, BERLIN) is None
    assert parse_lead_time("0d@18:29").instant(MONDAY, AT_HALF_PAST_SIX, BERLIN) == wall("2026-11-09T18:29")


@pytest.mark.parametrize(
    ("typed", "hours"), [("1d", 25), ("24h", 24), ("1d@18:30", 25), ("1w", 7 * 24 + 1), ("168h", 7 * 24)]
)
def test_days_are_counted_on_the_wall_and_hours_in_real_time(typed: str, hours: int) -> None:
    start = datetime(2026, 10, 25, 18, 30, tzinfo=BERLIN).astimezone(UTC)  # the clocks went back that night
    assert parse_lead_time(typed).instant(date(2026, 10, 25), start, BERLIN) == start - timedelta(hours=hours)


def test_start_in_the_zone_of_the_wall_clock_is_still_counted_in_real_time() -> None:
    start = datetime(2026, 10, 25, 4, 0, tzinfo=BERLIN)
    assert parse_lead_time("3h").instant(start.date(), start, BERLIN) == datetime(2026, 10, 25, 0, 0, tzinfo=UTC)


def test_start_in_the_skipped_hour_is_the_hour_that_is_shown() -> None:
    start = datetime(2027, 3, 28, 2, 30, tzinfo=BERLIN)  # clocks show 03:30
    assert parse_lead_time("1d").instant(start.date(), start, BERLIN) == wall("2027-03-27T03:30")


@pytest.mark.parametrize(
    ("typed", "day", "due"),
    [
        ("1d@02:30", date(2027, 3, 29), datetime(2027, 3, 28, 1, 30, tzinfo=UTC)),  # skipped: 03:30
        ("1d@02:30", date(2026, 10, 26), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # twice: the first
        ("1w@02:30", date(2027, 4, 4), datetime(2027, 3, 28, 1, 30, tzinfo=UTC)),
        ("0d@02:00", date(2027, 10, 31), datetime(2027, 10, 31, 0, 0, tzinfo=UTC)),
    ],
)
def test_lead_time_on_a_night_of_change(typed: str, day: date, due: datetime) -> None:
    start = datetime.combine(day, time(18), BERLIN).astimezone(UTC)
    assert parse_lead_time(typed).instant(day, start, BERLIN) == due


def test_second_of_two_equal_wall_times_is_reminded_of_by_day_as_the_first() -> None:
    second = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)  # 02:30, for the second time
    assert parse_lead_time("1d").instant(date(2026, 10, 25), second, BERLIN) == wall("2026-10-24T02:30")
    assert parse_lead_time("1h").instant(date(2026, 10, 25), second, BERLIN) == second - timedelta(hours=1)
    # A day before the first and before the second: the wall shows the same, so the instant is the same.
    first = second - timedelta(hours=1)
    assert parse_lead_time("1w").instant(first.date(), first, BERLIN) == wall("2026-10-18T02:30")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("1d,2h", ["1d", "2h"]),
        ("2h, 1d", ["1d", "2h"]),
        (" 2 H ;1D @ 18:00 ", ["1d@18:00", "2h"]),
        ("48h", ["48h"]),
        ("02h,2h,120m", ["2h"]),
        ("1d,24h", ["1d", "24h"]),
        ("7d,1w", ["7d"]),
        ("1d@8.05", ["1d@08:05"]),
        ("1d@18", ["1d@18:00"]),
        ("0d@08:00,1d@20:00,1d@18:00,1d,1w", ["1w", "1d", "1d@18:00", "1d@20:00", "0d@08:00"]),
        ("1d,", ["1d"]),
        ("", []),
        ("  ", []),
        ("-", []),
        (" – ", []),
    ],
)
def test_lead_times_are_understood_as_people_type_them(typed: str, written: list[str]) -> None:
    assert [str(lead) for lead in parse_lead_times(typed)] == written


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("morgen", "„morgen“ verstehe ich nicht"),
        ("1d,zwei Stunden", "„zwei Stunden“ verstehe ich nicht"),
        ("2", "„2“ verstehe ich nicht"),
        ("-2h", "„-2h“ verstehe ich nicht"),
        ("1,5h", "„1“ verstehe ich nicht"),
        ("\u0662h", "verstehe ich nicht"),  # a digit, but not one of ours
        (",", "„,“ verstehe ich nicht"),
        ("9" * 10_000 + "d", "verstehe ich nicht"),
        ("2h@18:00", "Bei „2h@18:00“ passt eine Uhrzeit nur zu Tagen"),
        ("1d@25:00", "Bei „1d@25:00“ gibt es die Uhrzeit nicht"),
        ("1d@18:60", "Bei „1d@18:60“ gibt es die Uhrzeit nicht"),
        ("1d@:", "Bei „1d@:“ gibt es die Uhrzeit nicht"),
        ("29d", "„29d“ ist zu lang"),
        ("673h", "„673h“ ist zu lang"),
        ("5w@18:00", "„5w@18:00“ ist zu lang"),
        ("0h", "„0h“ ist zu kurz"),
        ("0d", "„0d“ ist zu kurz"),
        ("9m", "„9m“ ist zu kurz"),
    ],
)
def test_what_is_no_lead_time_is_named_with_an_example(typed: str, said: str) -> None:
    with pytest.raises(ValueError, match="zum Beispiel 1d") as refusal:
        parse_lead_times(typed)
    assert said in str(refusal.value)
    assert len(str(refusal.value)) < 250


@pytest.mark.parametrize("typed", ["28d", "672h", "4w", "40320m", "10m", "4w@00:00"])
def test_longest_and_shortest_lead_times_are_allowed(typed: str) -> None:
    assert parse_lead_time(typed).text == typed


def test_five_lead_times_are_enough() -> None:
    assert len(parse_lead_times("1w,1d,3h,2h,1h,60m,1d,3h")) == 5
    with pytest.raises(ValueError, match="Höchstens 5 Erinnerungen sind möglich, das sind 6"):
        parse_lead_times("1w,1d,3h,2h,1h,30m")


@given(st.text(alphabet="0123456789wdhm@:.,;- \t", max_size=12) | st.text(max_size=30))
def test_whatever_is_typed_is_understood_or_refused_with_a_sentence(typed: str) -> None:
    understood: tuple[LeadTime, ...] = ()
    said = "."
    try:
        understood = parse_lead_times(typed)
    except ValueError as refusal:
        said = str(refusal)
    assert said.endswith(".")
    assert len(said) < 250
    assert parse_lead_times(",".join(map(str, understood))) == understood


@given(
    st.sampled_from(["4w", "1w", "1d", "1d@02:30", "1w@00:00", "2h", "30m", "48h", "0d@08:00"]),
    st.datetimes(datetime(2026, 1, 1), datetime(2037, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001
)
def test_every_lead_time_lies_before_its_session(typed: str, start: datetime) -> None:
    instant = parse_lead_time(typed).instant(start.astimezone(BERLIN).date(), start, BERLIN)
    if instant is None:
        assert typed == "0d@08:00"
    else:
        assert start - timedelta(weeks=4, days=1, hours=1) < instant < start
