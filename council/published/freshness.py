"""How often each page of a council is worth reading: as windows of time, each with its own rhythm."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from council.published.meeting_times import begins, ends

# Rhythms are a little shorter than their names, because a round looks only every so often and takes its time.
EACH_ROUND = dt.timedelta(0)
HOURLY = dt.timedelta(minutes=50)
DAILY = dt.timedelta(hours=22)
WEEKLY = dt.timedelta(days=7)
MONTHLY = dt.timedelta(days=30)
QUARTERLY = dt.timedelta(days=90)
YEARLY = dt.timedelta(days=365)

NEAR = dt.timedelta(hours=48)
SOON = dt.timedelta(days=10)
LOOK_BACK_SESSIONS = dt.timedelta(days=14)
MONTHS_AHEAD = 9
# Minutes, and results with them, are published 30 to 270 days after the session.
MINUTES_BY = dt.timedelta(days=270)
# Agendas are seldom published sooner; when they are, the calendar links them.
AGENDAS_FROM = dt.timedelta(days=30)
_WEEK = dt.timedelta(days=7)
_DAY = dt.timedelta(days=1)
# Pages name years like 2206 and 0201; reckoning with them must not fail.
_YEARS = (1900, 2900)

_EVER = dt.datetime(9000, 1, 1, tzinfo=dt.UTC)
_ALWAYS = dt.datetime(1, 1, 2, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """From `begin` (included) until `until` (not included) a page is to be read every `rhythm`."""

    begin: dt.datetime = _ALWAYS
    until: dt.datetime = _EVER
    rhythm: dt.timedelta


Windows = tuple[Window, ...]


def next_reading(windows: Iterable[Window], last_read: dt.datetime | None) -> dt.datetime | None:
    """The first instant at which the page is due, given its last good reading; None if it never is again.

    A page never read is due as soon as a window opens. Windows may overlap: the more eager one wins.
    """
    return min((due for window in windows if (due := _due_in(window, last_read))), default=None)


def _due_in(window: Window, last_read: dt.datetime | None) -> dt.datetime | None:
    if last_read is None:
        return window.begin
    # Written so that it cannot leave the calendar's years.
    due = max(window.begin, last_read + window.rhythm)
    return due if due < window.until else None


def month_windows(year: int, month: int, *, zone: dt.tzinfo) -> Windows:
    """A calendar's month: each round while it is this month or the next, daily up to nine months ahead and for two
    weeks after its end.
    """
    far, near, after = (_first_of(year, month + more, zone) for more in (-MONTHS_AHEAD, -1, 1))
    return (
        Window(begin=far, until=near, rhythm=DAILY),
        Window(begin=near, until=after, rhythm=EACH_ROUND),
        Window(begin=after, until=after + LOOK_BACK_SESSIONS, rhythm=DAILY),
    )


def months_to_read(today: dt.date) -> tuple[tuple[int, int], ...]:
    """Years and months worth reading: from that of two weeks ago to nine months ahead."""
    back = today - LOOK_BACK_SESSIONS
    first, last = back.year * 12 + back.month - 1, today.year * 12 + today.month - 1 + MONTHS_AHEAD
    return tuple((number // 12, number % 12 + 1) for number in range(first, last + 1))


def list_windows() -> Windows:
    """The list of the newest papers: each round."""
    return (Window(rhythm=EACH_ROUND),)


def organization_windows() -> Windows:
    """The list of organizations and each one's page: weekly."""
    return (Window(rhythm=WEEKLY),)


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionFacts:
    """What decides how often an agenda is read. `has_agenda`: one is linked or known. `settled`: no result is open."""

    day: dt.date | None
    start: dt.datetime | None = None
    end: dt.datetime | None = None
    has_agenda: bool = True
    cancelled: bool = False
    settled: bool = False


def agenda_windows(session: SessionFacts, *, zone: dt.tzinfo) -> Windows:
    """An agenda: daily from afar, hourly inside ten days, each round from 48 hours before to the session's end.

    Then results are looked for: daily for a week, weekly for three months, monthly until 270 days after. Whether
    there is an agenda the calendar tells first: without one weekly, from 30 days before. Cancelled: daily, and not
    at all after the session.
    """
    begin = begins(session.day, session.start, zone=zone)
    if begin is None:
        return (Window(rhythm=DAILY),)
    if not _YEARS[0] <= begin.year <= _YEARS[1]:
        return (Window(rhythm=WEEKLY),)
    end = (ends(session.day, session.start, session.end, zone=zone) or begin).astimezone(dt.UTC)
    begin = begin.astimezone(dt.UTC)
    if session.cancelled:
        return (Window(until=end, rhythm=DAILY if session.has_agenda else WEEKLY),)
    if not session.has_agenda:
        return _unlinked(begin, end)
    after = _after_the_session(end, settled=session.settled)
    return (
        Window(until=end, rhythm=DAILY),
        Window(begin=begin - SOON, until=end, rhythm=HOURLY),
        Window(begin=begin - NEAR, until=end, rhythm=EACH_ROUND),
        *after,
    )


def _unlinked(begin: dt.datetime, end: dt.datetime) -> Windows:
    """Pages of agendas that are not linked are mostly refused."""
    quarter = end + QUARTERLY
    return (
        Window(begin=begin - AGENDAS_FROM, until=quarter, rhythm=WEEKLY),
        Window(begin=quarter, until=end + MINUTES_BY, rhythm=MONTHLY),
    )


def _after_the_session(end: dt.datetime, *, settled: bool) -> Windows:
    week, quarter = Window(begin=end, until=end + _WEEK, rhythm=DAILY), end + QUARTERLY
    if settled:
        # Results change within days, seldom later.
        return (week, Window(begin=end + _WEEK, until=quarter, rhythm=MONTHLY))
    return (
        week,
        Window(begin=end + _WEEK, until=quarter, rhythm=WEEKLY),
        Window(begin=quarter, until=end + MINUTES_BY, rhythm=MONTHLY),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFacts:
    """What decides how often a paper is read. `born`: its date, else the day of first sight. `open_stops`: days of
    its stops without a result. `last_stop`: the latest day of any. `finished`: nothing more is to be expected.
    """

    born: dt.date
    open_stops: tuple[dt.date, ...] = ()
    last_stop: dt.date | None = None
    finished: bool = False


def paper_windows(paper: PaperFacts, *, zone: dt.tzinfo) -> Windows:
    """A paper: daily in its first week and in the week after each session that should bring a result; weekly until
    three months after the last thing known of it, monthly until 270 days, then quarterly for three years and
    yearly for ever, unless it is finished.

    Agendas tell sooner when a paper comes up; then it is due at once (`Target.nudged_at`).
    """
    born = _midnight(paper.born, zone)
    last = _midnight(max(paper.born, paper.last_stop or paper.born), zone)
    quarter, minutes, years = last + QUARTERLY, last + MINUTES_BY, last + 3 * YEARLY
    weeks = [_midnight(day, zone) + _DAY for day in paper.open_stops]
    windows = (
        Window(begin=born, until=born + _WEEK, rhythm=DAILY),
        *(Window(begin=begin, until=begin + _WEEK, rhythm=DAILY) for begin in weeks),
        Window(until=quarter, rhythm=WEEKLY),
        Window(begin=quarter, until=minutes, rhythm=MONTHLY),
    )
    if paper.finished:
        return windows
    return (
        *windows,
        Window(begin=minutes, until=years, rhythm=QUARTERLY),
        Window(begin=years, rhythm=YEARLY),
    )


def _midnight(day: dt.date, zone: dt.tzinfo) -> dt.datetime:
    sane = min(max(day, dt.date(_YEARS[0], 1, 1)), dt.date(_YEARS[1], 1, 1))
    return dt.datetime.combine(sane, dt.time(), tzinfo=zone).astimezone(dt.UTC)


def _first_of(year: int, month: int, zone: dt.tzinfo) -> dt.datetime:
    number = year * 12 + month - 1
    return _midnight(dt.date(number // 12, number % 12 + 1, 1), zone)
