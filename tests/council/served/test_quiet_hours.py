from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from council.served.quiet_hours import (
    Moment,
    QuietHours,
    news_moment,
    parse_quiet_hours,
    planned_moment,
    reminder_moment,
    urgent_moment,
)

BERLIN = ZoneInfo("Europe/Berlin")
NIGHT = QuietHours(time(21), time(7))
NOON = QuietHours(time(13), time(14))


def wall(text: str) -> datetime:
    """The instant of "09 18:30": a day and a time in November 2026, in winter time."""
    return datetime.fromisoformat(f"2026-11-{text}").replace(tzinfo=BERLIN).astimezone(UTC)


@pytest.mark.parametrize(
    ("quiet", "now", "began", "ends"),
    [
        (NIGHT, "09 20:59", None, None),
        (NIGHT, "09 21:00", "09 21:00", "10 07:00"),
        (NIGHT, "09 23:59", "09 21:00", "10 07:00"),
        (NIGHT, "10 00:00", "09 21:00", "10 07:00"),
        (NIGHT, "10 06:59", "09 21:00", "10 07:00"),
        (NIGHT, "10 07:00", None, None),
        (NOON, "09 12:59", None, None),
        (NOON, "09 13:00", "09 13:00", "09 14:00"),
        (NOON, "09 13:59", "09 13:00", "09 14:00"),
        (NOON, "09 14:00", None, None),
        (QuietHours(time(22), time(0)), "09 23:30", "09 22:00", "10 00:00"),
        (QuietHours(time(0), time(6)), "10 00:00", "10 00:00", "10 06:00"),
        (QuietHours(time(7, 5), time(7)), "10 06:59", "09 07:05", "10 07:00"),
        (QuietHours(time(7, 5), time(7)), "10 07:03", None, None),
    ],
)
def test_quiet_hours_know_where_they_begin_and_end(
    quiet: QuietHours, now: str, began: str | None, ends: str | None
) -> None:
    moment = wall(now)
    assert quiet.are_now(moment, BERLIN) is (ends is not None)
    assert quiet.end_after(moment, BERLIN) == (wall(ends) if ends else moment)
    assert quiet.begin_before(moment, BERLIN) == (wall(began) if began else moment)
    assert news_moment(moment, quiet, BERLIN) == (wall(ends) if ends else moment)


def test_quiet_hours_are_those_of_the_councils_wall_clock() -> None:
    assert NIGHT.are_now(datetime(2026, 7, 1, 19, 0, tzinfo=UTC), BERLIN)
    assert not NIGHT.are_now(datetime(2026, 12, 1, 19, 0, tzinfo=UTC), BERLIN)
    assert NIGHT.are_now(datetime(2026, 7, 2, 3, 0, tzinfo=ZoneInfo("Asia/Tokyo")), ZoneInfo("Asia/Tokyo"))


@pytest.mark.parametrize("night", [date(2026, 10, 24), date(2027, 3, 27)])
def test_night_of_change_is_as_long_as_the_clocks_show(night: date) -> None:
    evening = datetime.combine(night, time(21), BERLIN)
    morning = datetime.combine(night + timedelta(days=1), time(7), BERLIN)
    real = morning.astimezone(UTC) - evening.astimezone(UTC)
    assert real != timedelta(hours=10)
    for minutes in range(0, int(real / timedelta(minutes=1)), 7):
        now = evening.astimezone(UTC) + timedelta(minutes=minutes)
        assert NIGHT.end_after(now, BERLIN) == morning
        assert NIGHT.begin_before(now, BERLIN) == evening


@pytest.mark.parametrize(
    ("written", "begins", "ends"),
    [
        ("02:15-02:45", "2026-10-25T00:15", "2026-10-25T00:45"),  # of an hour that comes twice the first
        ("21:00-02:30", "2026-10-24T19:00", "2026-10-25T00:30"),
        ("02:30-06:00", "2026-10-25T00:30", "2026-10-25T05:00"),
        ("02:15-02:45", "2027-03-28T01:15", "2027-03-28T01:45"),  # of a skipped hour the one after it
        ("22:00-02:30", "2027-03-27T21:00", "2027-03-28T01:30"),
    ],
)
def test_quiet_hours_that_begin_or_end_in_the_hour_of_the_change(written: str, begins: str, ends: str) -> None:
    quiet = parse_quiet_hours(written)
    assert quiet is not None
    begin, end = (datetime.fromisoformat(text).replace(tzinfo=UTC) for text in (begins, ends))
    minute = timedelta(minutes=1)
    assert not quiet.are_now(begin - minute, BERLIN)
    assert quiet.end_after(begin, BERLIN) == end
    assert quiet.begin_before(end - minute, BERLIN) == begin
    assert not quiet.are_now(end, BERLIN)


@pytest.mark.parametrize("now", ["2027-03-27T11:00", "2027-03-28T00:30", "2027-03-28T09:00", "2027-03-28T23:00"])
def test_quiet_hours_that_touch_on_the_night_of_change_are_one(now: str) -> None:
    # All day but the hour after 02:30, which is skipped: there is no pause between two of them.
    quiet = QuietHours(time(3, 30), time(2, 30))
    moment = datetime.fromisoformat(now).replace(tzinfo=UTC)
    assert quiet.begin_before(moment, BERLIN) == datetime(2027, 3, 27, 2, 30, tzinfo=UTC)
    assert quiet.end_after(moment, BERLIN) == datetime(2027, 3, 29, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("21:00-07:00", "21:00-07:00"),
        (" 21:00 – 7:00 ", "21:00-07:00"),
        ("21-7", "21:00-07:00"),
        ("22.30-6.15", "22:30-06:15"),
        ("22:00-24:00", "22:00-00:00"),
        ("13:00-14:00", "13:00-14:00"),
        ("-", "None"),
        ("", "None"),
        (" — ", "None"),
    ],
)
def test_quiet_hours_are_understood_as_people_type_them(typed: str, written: str) -> None:
    assert str(parse_quiet_hours(typed)) == written


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("nachts", "„nachts“ verstehe ich nicht als Ruhezeit"),
        ("21:00", "„21:00“ verstehe ich nicht"),
        ("21:00-", "„21:00-“ verstehe ich nicht"),
        ("-07:00", "„-07:00“ verstehe ich nicht"),
        ("--", "„--“ verstehe ich nicht"),
        ("21:00-25:00", "„21:00-25:00“ verstehe ich nicht"),
        ("21:00-07:60", "„21:00-07:60“ verstehe ich nicht"),
        ("21:00-23:00-07:00", "verstehe ich nicht"),
        ("7:00-07:00", "beginnt und endet um 07:00 Uhr"),
        ("0:00-24:00", "beginnt und endet um 00:00 Uhr"),
        ("x" * 10_000, "verstehe ich nicht"),
    ],
)
def test_what_are_no_quiet_hours_is_named_with_an_example(typed: str, said: str) -> None:
    with pytest.raises(ValueError, match="zum Beispiel 21:00-07:00") as refusal:
        parse_quiet_hours(typed)
    assert said in str(refusal.value)
    assert len(str(refusal.value)) < 250


@given(st.text(alphabet="0123456789:.-– ", max_size=14) | st.text(max_size=30))
def test_whatever_is_typed_is_understood_or_refused_with_a_sentence(typed: str) -> None:
    quiet, said = None, "."
    try:
        quiet = parse_quiet_hours(typed)
    except ValueError as refusal:
        said = str(refusal)
    assert said.endswith(".")
    assert quiet is None or parse_quiet_hours(str(quiet)) == quiet


@pytest.mark.parametrize(
    ("now", "start", "at", "silent"),
    [
        ("09 15:00", "09 18:30", "09 15:00", False),
        ("09 18:45", "09 18:30", "09 18:45", False),
        ("08 23:00", "09 18:30", "09 07:00", False),
        ("08 23:00", "09 08:00", "09 07:00", False),
        ("08 23:00", "09 07:59", "08 23:00", True),
        ("08 23:00", None, "09 07:00", False),
        ("08 23:00", "08 19:00", "08 23:00", True),
    ],
)
def test_cancellation_waits_for_the_morning_if_that_leaves_an_hour(
    now: str, start: str | None, at: str, silent: bool
) -> None:
    moment = urgent_moment(wall(now), wall(start) if start else None, NIGHT, zone=BERLIN)
    assert moment == Moment(wall(at), silent=silent)


def test_without_quiet_hours_everything_is_said_when_it_is_due() -> None:
    at, start = wall("09 03:00"), wall("09 04:30")
    assert news_moment(at, None, BERLIN) == at
    assert urgent_moment(at, start, None, zone=BERLIN) == Moment(at)
    assert planned_moment(at, start, None, zone=BERLIN) == Moment(at)
    assert reminder_moment(at, start, None, zone=BERLIN, now=wall("09 03:05")) == Moment(wall("09 03:05"))


@pytest.mark.parametrize(
    ("due", "start", "at", "silent"),
    [
        ("08 18:30", "09 18:30", "08 18:30", False),
        ("08 21:00", "09 21:00", "09 07:00", False),
        ("09 06:00", "09 08:00", "09 07:00", False),
        ("09 05:59", "09 07:59", "08 20:50", False),
        ("09 06:00", "09 07:59", "09 06:00", True),
        ("08 22:15", "08 22:30", "08 22:15", True),
        ("09 02:00", "09 07:30", "08 20:50", False),
        ("09 05:30", "09 07:30", "08 20:50", False),
        ("09 05:31", "09 07:30", "09 05:31", True),
    ],
)
def test_reminder_goes_out_when_it_rings_nobody_out_of_bed(due: str, start: str, at: str, silent: bool) -> None:
    assert planned_moment(wall(due), wall(start), NIGHT, zone=BERLIN) == Moment(wall(at), silent=silent)


@pytest.mark.parametrize(
    ("now", "start", "at", "silent"),
    [
        ("08 20:49", "09 07:30", "08 20:50", False),  # as planned, it was due at 05:30
        ("08 20:50", "09 07:30", "08 20:50", False),
        ("08 20:55", "09 07:30", "08 20:55", False),
        ("08 21:00", "09 07:30", "09 05:30", True),
        ("09 05:30", "09 07:30", "09 05:30", True),
        ("09 06:10", "09 07:30", "09 06:10", True),
        ("09 07:00", "09 07:30", "09 07:00", False),
    ],
)
def test_reminder_that_missed_the_evening_is_silent_two_hours_before(
    now: str, start: str, at: str, silent: bool
) -> None:
    moment = reminder_moment(wall("09 05:30"), wall(start), NIGHT, zone=BERLIN, now=wall(now))
    assert moment == Moment(wall(at), silent=silent)


def test_reminder_found_late_at_night_waits_for_the_morning_if_that_leaves_an_hour() -> None:
    due, start = wall("08 18:30"), wall("09 18:30")
    assert reminder_moment(due, start, NIGHT, zone=BERLIN, now=wall("08 23:00")) == Moment(wall("09 07:00"))
    assert reminder_moment(due, start, NIGHT, zone=BERLIN, now=wall("09 09:00")) == Moment(wall("09 09:00"))


def test_short_pause_between_quiet_hours_is_used() -> None:
    quiet = QuietHours(time(7, 5), time(7))
    moment = planned_moment(wall("09 03:00"), wall("09 06:00"), quiet, zone=BERLIN)
    assert moment == Moment(wall("08 07:00"))


def test_hour_before_a_start_on_the_wall_clock_is_a_real_hour() -> None:
    # 03:30 in winter time. An hour before, clocks show 02:30 for the second time.
    start = datetime(2026, 10, 25, 3, 30, tzinfo=BERLIN)
    now = datetime(2026, 10, 24, 22, 0, tzinfo=BERLIN)
    until_first_quarter_to_three = QuietHours(time(21), time(2, 45))
    moment = urgent_moment(now, start, until_first_quarter_to_three, zone=BERLIN)
    assert moment == Moment(datetime(2026, 10, 25, 0, 45, tzinfo=UTC))
    assert urgent_moment(now, start, QuietHours(time(21), time(3)), zone=BERLIN).silent


MINUTES = st.times().map(lambda at: at.replace(second=0, microsecond=0))
QUIET = st.tuples(MINUTES, MINUTES).filter(lambda pair: pair[0] != pair[1]).map(lambda pair: QuietHours(*pair))
NIGHTS = [datetime(2026, 10, 25, tzinfo=UTC), datetime(2027, 3, 28, tzinfo=UTC), datetime(2026, 11, 9, tzinfo=UTC)]
INSTANTS = st.builds(
    lambda night, minutes: night + timedelta(minutes=minutes), st.sampled_from(NIGHTS), st.integers(-1440, 1440)
)


@given(QUIET, INSTANTS)
def test_quiet_hours_end_after_they_began_and_not_in_others(quiet: QuietHours, now: datetime) -> None:
    begin, end = quiet.begin_before(now, BERLIN), quiet.end_after(now, BERLIN)
    assert begin <= now <= end
    assert not quiet.are_now(end, BERLIN)
    assert quiet.are_now(now, BERLIN) is (begin <= now < end)
    if begin < end:
        assert quiet.are_now(begin, BERLIN)
        assert not quiet.are_now(begin - timedelta(microseconds=1), BERLIN)
        assert quiet.end_after(begin, BERLIN) == end


@given(QUIET, INSTANTS, st.integers(1, 3 * 1440), st.integers(-1440, 3 * 1440))
def test_reminder_never_rings_in_quiet_hours(quiet: QuietHours, due: datetime, lead: int, later: int) -> None:
    start, now = due + timedelta(minutes=lead), due + timedelta(minutes=later)
    assume(now < start)
    plan = planned_moment(due, start, quiet, zone=BERLIN)
    moment = reminder_moment(due, start, quiet, zone=BERLIN, now=now)
    assert moment.at >= now
    assert moment == plan or plan.at <= now
    for one in (plan, moment):
        assert one.at < start
        assert quiet.are_now(one.at, BERLIN) is one.silent
        assert not one.silent or start - one.at <= timedelta(hours=2)
    assert plan.at >= due or start - due >= timedelta(hours=2)
    # Asked again at its own moment, it is that moment.
    assert reminder_moment(due, start, quiet, zone=BERLIN, now=moment.at) == moment
