from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from council.published.changes import Change, ChangeKind, Facts
from council.served.expiry import expires
from council.served.notices import NoticeKind
from tests.council.published.sessions import NOW, START, ZONE, a_session


def test_a_move_is_of_use_until_the_start() -> None:
    assert expires(NoticeKind.SESSION, a_session(), now=NOW) == START


@pytest.mark.parametrize("hours", [-2, 2])
def test_a_session_that_moved_is_of_use_until_the_later_start(hours: int) -> None:
    former = START + timedelta(hours=hours)
    change = Change(kind=ChangeKind.MEETING_MOVED, before=Facts.of(day=former.date(), start=former))
    assert expires(NoticeKind.SESSION, a_session(), now=NOW, change=change) == max(START, former)


def test_without_a_time_it_is_of_use_all_day() -> None:
    meeting = a_session(start=None)
    assert expires(NoticeKind.SESSION, meeting, now=NOW) == datetime(2026, 11, 13, tzinfo=ZONE)


@pytest.mark.parametrize("kind", [NoticeKind.AGENDA, NoticeKind.SCHEDULED])
def test_an_agenda_is_of_use_until_the_session_ends(kind: NoticeKind) -> None:
    assert expires(kind, a_session(end=START + timedelta(hours=2)), now=NOW) == START + timedelta(hours=2)
    assert expires(kind, a_session(), now=NOW) == START + timedelta(hours=6)
    assert expires(kind, a_session(start=None), now=NOW) == datetime(2026, 11, 13, tzinfo=ZONE)


def test_a_result_is_of_use_for_two_weeks() -> None:
    assert expires(NoticeKind.RESULT, None, now=NOW) == NOW + timedelta(days=14)
    assert expires(NoticeKind.RESULT, a_session(), now=NOW) == NOW + timedelta(days=14)


def test_a_session_without_a_day_does_not_expire_at_once() -> None:
    assert expires(NoticeKind.SESSION, replace(a_session(), day=None, start=None), now=NOW) == NOW + timedelta(days=14)


def test_the_end_of_a_day_on_the_night_the_clocks_change() -> None:
    meeting = a_session(day=date(2026, 10, 25), start=None)
    at = expires(NoticeKind.SESSION, meeting, now=NOW)
    assert (at, at.tzinfo) == (datetime(2026, 10, 25, 23, 0, tzinfo=UTC), UTC)
