"""Quiet hours: when nothing may ring, and when a notice goes out instead."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from council.served.wall_clock import on_the_wall, parse_wall_time

# What still has to be of use after the quiet hours: somebody wakes up, reads and sets off.
LEAVES = dt.timedelta(hours=1)
# From here on a silent message at once is better than any other moment.
SOON = dt.timedelta(hours=2)
# What goes out before the quiet hours has arrived when they begin, even behind a queue of other messages.
BEFORE_THEY_BEGIN = dt.timedelta(minutes=10)

_EXAMPLE = "Schreib zum Beispiel 21:00-07:00, oder - für keine Ruhezeit."


@dataclass(frozen=True, slots=True)
class Moment:
    """When (UTC) something goes out, and whether without a sound."""

    at: dt.datetime
    silent: bool = False


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From `begins` until just before `ends` each day on the council's wall clock; over midnight if `ends` is less."""

    begins: dt.time
    ends: dt.time

    def __post_init__(self) -> None:
        if self.begins == self.ends:
            raise ValueError(f"Die Ruhezeit beginnt und endet um {self.begins:%H:%M} Uhr. {_EXAMPLE}")

    def __str__(self) -> str:
        return f"{self.begins:%H:%M}-{self.ends:%H:%M}"

    def are_now(self, now: dt.datetime, zone: ZoneInfo) -> bool:
        return self.end_after(now, zone) > now

    def end_after(self, now: dt.datetime, zone: ZoneInfo) -> dt.datetime:
        """The first instant (UTC) from `now` on that is not quiet: `now` itself outside quiet hours."""
        at = now.astimezone(dt.UTC)
        for begin, end in self._around(at, zone):
            at = end if begin <= at < end else at
        return at

    def begin_before(self, moment: dt.datetime, zone: ZoneInfo) -> dt.datetime:
        """When (UTC) the quiet hours began in which `moment` lies: `moment` itself outside quiet hours."""
        at = moment.astimezone(dt.UTC)
        if not self.are_now(at, zone):
            return at
        for begin, end in reversed(tuple(self._around(at, zone))):
            at = begin if begin <= at <= end else at
        return at

    def _around(self, moment: dt.datetime, zone: ZoneInfo) -> Iterator[tuple[dt.datetime, dt.datetime]]:
        """The quiet hours of some days, in order. On the night of a change they may be empty, touch or overlap."""
        over_midnight = dt.timedelta(days=int(self.ends < self.begins))
        today = moment.astimezone(zone).date()
        for day in (today + dt.timedelta(days=days) for days in range(-2, 2)):
            yield on_the_wall(day, self.begins, zone), on_the_wall(day + over_midnight, self.ends, zone)


def parse_quiet_hours(text: str) -> QuietHours | None:
    """ "21:00-07:00"; empty or "-" is none. A ValueError says in German what is wrong and shows an example."""
    parts = re.split("[-–—]", "".join(text.split()))
    if not any(parts) and len(parts) <= 2:
        return None
    times = [parse_wall_time("00:00" if part == "24:00" else part) for part in parts]
    if len(times) != 2 or times[0] is None or times[1] is None:
        raise ValueError(f"„{text.strip()[:40]}“ verstehe ich nicht als Ruhezeit. {_EXAMPLE}")
    return QuietHours(begins=times[0], ends=times[1])


def news_moment(now: dt.datetime, quiet: QuietHours | None, zone: ZoneInfo) -> dt.datetime:
    """When (UTC) news goes out that may wait: now, or when the quiet hours end."""
    return quiet.end_after(now, zone) if quiet else now.astimezone(dt.UTC)


def urgent_moment(now: dt.datetime, start: dt.datetime | None, quiet: QuietHours | None, *, zone: ZoneInfo) -> Moment:
    """When a cancellation or move goes out of a session that begins (or was to begin) at `start`.

    At the end of the quiet hours if that leaves an hour (or no time is published), else now and silently.
    """
    end = news_moment(now, quiet, zone)
    if end <= now or start is None or _leaves_an_hour(end, start):
        return Moment(end)
    return Moment(now.astimezone(dt.UTC), silent=True)


def planned_moment(due: dt.datetime, start: dt.datetime, quiet: QuietHours | None, *, zone: ZoneInfo) -> Moment:
    """When a reminder goes out that falls due at `due`, if nothing keeps us from it.

    In quiet hours it waits for their end if that leaves an hour to the start. Else, with less than two hours to the
    start, it comes when it is due, silently; and if there is more time, shortly before the quiet hours begin.
    """
    end = news_moment(due, quiet, zone)
    if quiet is None or end <= due or _leaves_an_hour(end, start):
        return Moment(end)
    if start - due < SOON:
        return Moment(due.astimezone(dt.UTC), silent=True)
    # Where the time between two quiet ones is shorter than that: as soon as it begins.
    return Moment(quiet.end_after(quiet.begin_before(due, zone) - BEFORE_THEY_BEGIN, zone))


def reminder_moment(
    due: dt.datetime, start: dt.datetime, quiet: QuietHours | None, *, zone: ZoneInfo, now: dt.datetime
) -> Moment:
    """When a reminder goes out that falls due at `due`, asked at `now`; never before `now`.

    As planned. Where that has passed (we were down, the session was moved at short notice): now, but in quiet hours
    at their end if that leaves an hour to the start, else silently as soon as there are only two hours left.
    """
    plan = planned_moment(due, start, quiet, zone=zone)
    if plan.at > now:
        return plan
    end = news_moment(now, quiet, zone)
    if end <= now or _leaves_an_hour(end, start):
        return Moment(end)
    return Moment(max(now.astimezone(dt.UTC), start.astimezone(dt.UTC) - SOON), silent=True)


def _leaves_an_hour(end: dt.datetime, start: dt.datetime) -> bool:
    # In UTC: an aware time of the wall clock minus an hour would be an hour of the wall clock.
    return end <= start.astimezone(dt.UTC) - LEAVES
