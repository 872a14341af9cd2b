from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from council.served.lead_times import parse_lead_times
from council.served.notices import NoticeKind, Subject
from council.served.quiet_hours import parse_quiet_hours
from council.served.reminders import HORIZON, SessionAhead, due_reminders
from tests.council.served.reminded import BERLIN, a_session, asked, somebody

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def wall(text: str) -> datetime:
    """The instant of "09 18:30": a day and a time in November 2026, in winter time."""
    return datetime.fromisoformat(f"2026-11-{text}").replace(tzinfo=BERLIN).astimezone(UTC)


START = wall("09 18:30")


def every(step: timedelta, begin: datetime, end: datetime) -> list[datetime]:
    return [begin + step * count for count in range(int((end - begin) / step) + 1)]


def leads_due(session: SessionAhead, leads: str, now: datetime, quiet: str = "-", told: datetime | None = None) -> str:
    new = due_reminders(session, [somebody(leads, quiet, told=told)], now=now, zone=BERLIN)
    return ",".join(notice.facts["lead"] for notice in new)


def test_reminder_says_what_it_is_about_and_until_when_it_is_of_use() -> None:
    (new,) = due_reminders(a_session(START, row=12), [somebody("1d", row=5)], now=START - DAY, zone=BERLIN)
    assert (new.subscriber, new.kind, new.subject) == (5, NoticeKind.REMINDER, Subject("meeting", 12))
    assert new.dedupe == f"reminder:12:{int((START - DAY).timestamp())}:{int(START.timestamp())}"
    assert (new.not_before, new.expires_at, new.silent) == (START - DAY, START - 5 * MINUTE, False)
    assert new.facts == {
        "lead": "1d",
        "due": "2026-11-08T17:30:00+00:00",
        "start": "2026-11-09T17:30:00+00:00",
        "day": "2026-11-09",
    }


def test_each_lead_time_reminds_once_when_it_is_due() -> None:
    ticks = every(MINUTE, START - 2 * DAY, START + DAY)
    found = asked(a_session(START), somebody("1d,2h"), ticks)
    assert [(tick, new.facts["lead"]) for tick, new in found] == [(START - DAY, "1d"), (START - 2 * HOUR, "2h")]


@pytest.mark.parametrize(
    ("before", "due"),
    [(DAY + MINUTE, ""), (DAY, "1d"), (3 * HOUR, "1d"), (2 * HOUR, "2h"), (6 * MINUTE, "2h"), (5 * MINUTE, "")],
)
def test_of_several_due_lead_times_only_the_nearest_to_the_start_is_reminded(before: timedelta, due: str) -> None:
    assert leads_due(a_session(START), "1d,2h", START - before) == due


@pytest.mark.parametrize("now", [START - 5 * MINUTE, START, START + HOUR, START + 30 * DAY])
def test_session_about_to_begin_begun_or_past_is_not_reminded_of(now: datetime) -> None:
    assert leads_due(a_session(START), "1w,1d,2h,10m", now) == ""


def test_cancelled_and_non_public_sessions_are_not_reminded_of() -> None:
    now = START - HOUR
    assert leads_due(a_session(START), "1d", now) == "1d"
    assert leads_due(a_session(START, cancelled=True), "1d", now) == ""
    assert leads_due(a_session(START, public=False), "1d", now) == ""


def test_nobody_is_reminded_who_wants_no_reminder() -> None:
    assert leads_due(a_session(START), "-", START - HOUR) == ""


@pytest.mark.parametrize(
    ("told", "due"),
    [
        (None, "2h"),
        (START - 3 * DAY, "2h"),
        (START - 2 * HOUR - MINUTE, "2h"),
        (START - 2 * HOUR, ""),
        (START - 90 * MINUTE, ""),
    ],
)
def test_who_was_told_of_the_start_after_the_lead_time_needs_no_reminder(told: datetime | None, due: str) -> None:
    assert leads_due(a_session(START), "1d,2h", START - 90 * MINUTE, told=told) == due


def test_who_was_told_while_a_reminder_waited_for_the_morning_needs_none() -> None:
    session, now = a_session(wall("09 08:00")), wall("09 07:00")  # due at six, in quiet hours
    assert leads_due(session, "2h", now, "21:00-07:00", told=wall("09 05:59")) == "2h"
    assert leads_due(session, "2h", now, "21:00-07:00", told=wall("09 06:30")) == ""


def test_start_is_the_same_in_whatever_zone_it_is_given() -> None:
    new = [
        due_reminders(a_session(start), [somebody("1d")], now=START - HOUR, zone=BERLIN)
        for start in (START, START.astimezone(BERLIN))
    ]
    assert new[0] == new[1]


def test_who_followed_in_between_is_reminded_by_what_comes_later() -> None:
    found = asked(
        a_session(START), somebody("1w,1d,2h", told=START - 20 * HOUR), every(MINUTE, START - 20 * HOUR, START)
    )
    assert [(tick, new.facts["lead"]) for tick, new in found] == [(START - 2 * HOUR, "2h")]


def test_who_was_told_when_others_were_reminded_early_needs_no_reminder() -> None:
    early = wall("09 07:30")  # two hours before it is night, and too late in the morning: the evening before
    assert leads_due(a_session(early), "2h", wall("08 20:50"), "21:00-07:00") == "2h"
    assert leads_due(a_session(early), "2h", wall("08 20:56"), "21:00-07:00", told=wall("08 20:55")) == ""
    assert leads_due(a_session(early), "2h", wall("08 20:56"), "21:00-07:00", told=wall("08 20:45")) == "2h"


def test_moved_session_is_reminded_of_anew_and_a_move_back_is_nothing_new() -> None:
    later = START + DAY
    keys = [
        new.dedupe
        for session in (a_session(START), a_session(later), a_session(START))
        for new in due_reminders(session, [somebody("2d")], now=START - DAY, zone=BERLIN)
    ]
    assert keys[0] == keys[2] != keys[1]


def test_two_ways_to_write_the_same_moment_remind_once() -> None:
    who = [somebody("1d"), somebody("24h"), somebody("24h,1d"), somebody("1d@18:30")]
    keys = [due_reminders(a_session(START), [one], now=START - HOUR, zone=BERLIN) for one in who]
    assert len({new.dedupe for (new,) in keys}) == 1
    assert len(asked(a_session(START), who[2], every(10 * MINUTE, START - 2 * DAY, START))) == 1


def test_different_choices_of_several_people_are_kept_apart() -> None:
    concerned = [
        somebody("1d,2h", row=1),
        somebody("1h", row=2),
        somebody("1d,2h", row=3, told=START - HOUR),
        somebody("3h", row=4),
        somebody("1d,2h", row=5),
    ]
    new = due_reminders(a_session(START), concerned, now=START - 2 * HOUR, zone=BERLIN)
    assert [(one.subscriber, one.facts["lead"]) for one in new] == [(1, "2h"), (4, "3h"), (5, "2h")]


def test_session_without_a_time_is_reminded_of_by_day_until_noon() -> None:
    session = a_session(None, date(2026, 11, 9))
    found = asked(session, somebody("1d,2h,0d@08:00"), every(5 * MINUTE, wall("06 00:00"), wall("11 00:00")))
    assert [(tick, new.facts["lead"]) for tick, new in found] == [
        (wall("08 09:00"), "1d"),
        (wall("09 08:00"), "0d@08:00"),
    ]
    assert {new.expires_at for _, new in found} == {wall("09 12:00")}
    assert {(new.facts["start"], new.facts["day"]) for _, new in found} == {("", "2026-11-09")}
    assert all(new.dedupe.endswith(":2026-11-09") for _, new in found)
    assert leads_due(session, "0d@08:00", wall("09 11:59")) == "0d@08:00"
    assert leads_due(session, "0d@08:00", wall("09 12:00")) == ""


def test_session_that_gets_its_time_is_reminded_of_by_the_time() -> None:
    now = wall("09 09:00")
    (without,) = due_reminders(a_session(None, START.date()), [somebody("1d")], now=now, zone=BERLIN)
    (with_time,) = due_reminders(a_session(START), [somebody("1d")], now=now, zone=BERLIN)
    assert without.dedupe != with_time.dedupe


@pytest.mark.parametrize(
    ("leads", "start", "found"),
    [
        ("1d,2h", "09 18:30", [("08 18:30", "1d", False), ("09 16:30", "2h", False)]),
        ("1d,2h", "09 08:00", [("08 08:00", "1d", False), ("09 07:00", "2h", False)]),
        ("1d,2h", "09 07:30", [("08 07:30", "1d", False), ("08 20:50", "2h", False)]),
        ("1d,1h", "09 07:30", [("08 07:30", "1d", False), ("09 06:30", "1h", True)]),
        ("3h,2h", "09 08:30", [("09 07:00", "2h", False)]),
        ("4h,2h", "09 07:00", [("08 20:50", "2h", False)]),
        ("1d,30m", "08 22:00", [("08 07:00", "1d", False), ("08 21:30", "30m", True)]),
    ],
)
def test_quiet_hours_move_reminders_to_where_they_are_of_use(
    leads: str, start: str, found: list[tuple[str, str, bool]]
) -> None:
    ticks = every(10 * MINUTE, wall("06 00:00"), wall(start))
    kept = asked(a_session(wall(start)), somebody(leads, "21:00-07:00"), ticks)
    assert [(tick, new.facts["lead"], new.silent) for tick, new in kept] == [
        (wall(tick), lead, silent) for tick, lead, silent in found
    ]


def test_after_a_night_of_downtime_what_is_still_of_use_is_caught_up_once() -> None:
    session, who = a_session(wall("09 10:00")), somebody("1d,2h", "21:00-07:00")
    up_again = every(MINUTE, wall("08 23:00"), wall("09 10:00"))
    kept = asked(session, who, up_again)
    assert [(tick, new.facts["lead"]) for tick, new in kept] == [(wall("09 07:00"), "1d"), (wall("09 08:00"), "2h")]
    # Nothing lies about in the outbox meanwhile: when it may ring, the nearer lead time is due and replaces it.
    kept = asked(a_session(wall("09 09:00")), who, every(MINUTE, wall("08 23:00"), wall("09 09:00")))
    assert [(tick, new.facts["lead"]) for tick, new in kept] == [(wall("09 07:00"), "2h")]


def test_reminder_that_missed_the_evening_comes_silently_two_hours_before() -> None:
    who = somebody("1d,2h", "21:00-07:00")
    kept = asked(a_session(wall("09 07:30")), who, every(MINUTE, wall("08 21:30"), wall("09 07:30")))
    assert [(tick, new.facts["lead"], new.silent) for tick, new in kept] == [(wall("09 05:30"), "2h", True)]
    kept = asked(a_session(wall("09 07:30")), who, every(MINUTE, wall("09 06:10"), wall("09 07:30")))
    assert [(tick, new.facts["lead"], new.silent) for tick, new in kept] == [(wall("09 06:10"), "2h", True)]


def test_sessions_beyond_the_horizon_have_no_reminder_due() -> None:
    # The longest there is: four weeks before, at midnight of that day, which is quiet: ten minutes before that.
    start = datetime(2026, 11, 9, 23, 59, tzinfo=BERLIN).astimezone(UTC)
    who = somebody("4w@00:00", "00:00-23:59")
    ticks = every(MINUTE * 10, start - HORIZON - 3 * DAY, start)
    first = min(tick for tick in ticks if due_reminders(a_session(start), [who], now=tick, zone=BERLIN))
    assert start - HORIZON < first


# Any council, any chat, any fate of ours.

LEADS = st.lists(
    st.sampled_from(["2d", "1d", "24h", "36h", "5h", "2h", "119m", "1h", "10m", "1d@02:30", "1d@18:00", "0d@06:00"]),
    max_size=4,
    unique=True,
).map(",".join)
QUIET = st.sampled_from(["-", "21:00-07:00", "13:00-14:00", "22:00-02:30", "00:00-10:00", "07:05-07:00", "02:30-03:00"])
NIGHTS = st.sampled_from([date(2026, 10, 25), date(2027, 3, 28), date(2027, 6, 9)])
STARTS = st.builds(
    lambda night, minutes: datetime.combine(night, time(), UTC) + timedelta(minutes=minutes),
    NIGHTS,
    st.integers(-1440, 2 * 1440),
)
STEP = timedelta(minutes=10)
# When we are down: in steps before the start, and for how long.
DOWN = st.lists(st.tuples(st.integers(0, 290), st.integers(1, 100)), max_size=3)


def running(start: datetime, down: list[tuple[int, int]]) -> list[datetime]:
    gone = {step for begin, length in down for step in range(begin, begin + length)}
    return [start - STEP * step for step in range(300, -3, -1) if step not in gone]


def session_at(start: datetime, *, timeless: bool) -> SessionAhead:
    return a_session(None, start.astimezone(BERLIN).date()) if timeless else a_session(start)


@given(STARTS, st.booleans(), LEADS, QUIET, DOWN, st.none() | st.integers(0, 3000))
def test_whatever_happens_no_reminder_comes_late_twice_or_loudly_at_night(
    start: datetime, timeless: bool, leads: str, quiet: str, down: list[tuple[int, int]], told: int | None
) -> None:
    session = session_at(start, timeless=timeless)
    told_at = None if told is None else start - told * MINUTE
    kept = asked(session, somebody(leads, quiet, told=told_at), running(start, down))
    hours = parse_quiet_hours(quiet)
    assert len({new.facts["due"] + new.facts["lead"] for _, new in kept}) == len(kept) <= len(parse_lead_times(leads))
    assert len({tick for tick, _ in kept}) == len(kept)
    dues = [datetime.fromisoformat(new.facts["due"]) for _, new in kept]
    assert dues == sorted(dues)
    for (tick, new), due in zip(kept, dues, strict=True):
        assert due <= new.not_before == tick < new.expires_at
        assert told_at is None or due > told_at
        assert new.silent is (hours is not None and hours.are_now(tick, BERLIN))
        assert not new.silent or new.expires_at - tick <= 2 * HOUR


@given(STARTS, st.booleans(), LEADS.filter(bool), QUIET)
def test_while_we_run_the_nearest_lead_time_is_never_missed(
    start: datetime, timeless: bool, leads: str, quiet: str
) -> None:
    session = session_at(start, timeless=timeless)
    instants = {lead.text: lead.instant(session.day, session.start, BERLIN) for lead in parse_lead_times(leads)}
    begins = session.start or datetime.combine(session.day, time(12), BERLIN).astimezone(UTC)
    ticks = [*running(begins, []), *running(begins + STEP / 2, [])]
    kept = asked(session, somebody(leads, quiet), ticks)
    # Between two ticks a lead time that is due only minutes before the start may be over.
    in_time = [due for due in instants.values() if due and due <= begins - 10 * MINUTE]
    if in_time:
        last = instants[kept[-1][1].facts["lead"]]
        assert last is not None
        assert last >= max(in_time)
