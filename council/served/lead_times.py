"""Lead times: how long before a session somebody wants to be reminded."""

import datetime as dt
import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from council.served.wall_clock import on_the_wall, parse_wall_time

MOST_LEAD_TIMES = 5
LONGEST = dt.timedelta(weeks=4)
# A reminder is of no use from five minutes before the start on, and it needs some time to be sent and read.
SHORTEST = dt.timedelta(minutes=10)
# When a reminder counted in days comes for a session whose time is not published.
WITHOUT_A_TIME = dt.time(9)

_UNITS = {
    "w": dt.timedelta(weeks=1),
    "d": dt.timedelta(days=1),
    "h": dt.timedelta(hours=1),
    "m": dt.timedelta(minutes=1),
}
_LEAD = re.compile(r"([0-9]{1,5})([wdhm])(?:@([0-9:.]{1,5}))?")
_EXAMPLE = "Schreib zum Beispiel 1d (einen Tag vorher), 2h, 30m, 1w oder 1d@18:00 (am Tag vorher um 18:00 Uhr)."


@dataclass(frozen=True, slots=True)
class LeadTime:
    """A lead time; `text` is its one way of writing: "1w", "1d", "2h", "30m", "1d@18:00", "0d@08:00".

    `before` counts days on the wall clock where `by_days`, else real time. `at` is the wall time it is bound to.
    """

    text: str
    before: dt.timedelta
    by_days: bool
    at: dt.time | None = None

    def instant(self, day: dt.date, start: dt.datetime | None, zone: ZoneInfo) -> dt.datetime | None:
        """When (UTC) it falls due for a session on `day` that begins at `start` (aware; None: no time published).

        None where there is no such reminder: counted in hours without a time, or not before the start.
        """
        due = self._due(day, start, zone)
        return due if due is None or start is None or due < start else None

    def _due(self, day: dt.date, start: dt.datetime | None, zone: ZoneInfo) -> dt.datetime | None:
        if not self.by_days:
            return start.astimezone(dt.UTC) - self.before if start else None
        if start is None:
            return on_the_wall(day - self.before, self.at or WITHOUT_A_TIME, zone)
        # There and back: a start given in a skipped hour is the hour that is really shown.
        wall = start.astimezone(dt.UTC).astimezone(zone)
        return on_the_wall(wall.date() - self.before, wall.time() if self.at is None else self.at, zone)

    def __str__(self) -> str:
        return self.text


def parse_lead_times(text: str) -> tuple[LeadTime, ...]:
    """ "1d, 2h": several lead times, longest first, none twice; empty or "-" is none at all.

    A ValueError says in German what is wrong with which part.
    """
    if text.strip() in {"", "-", "–", "—"}:
        return ()
    parts = [part for part in re.split(r"[,;]", text) if part.strip()] or [text]
    wanted: dict[tuple[bool, dt.timedelta, dt.time | None], LeadTime] = {}
    for lead in map(parse_lead_time, parts):
        wanted.setdefault((lead.by_days, lead.before, lead.at), lead)
    if len(wanted) > MOST_LEAD_TIMES:
        raise ValueError(f"Höchstens {MOST_LEAD_TIMES} Erinnerungen sind möglich, das sind {len(wanted)}.")
    return tuple(sorted(wanted.values(), key=_order))


def parse_lead_time(text: str) -> LeadTime:
    """One lead time; case and blanks do not count. A ValueError says in German what is wrong and shows an example."""
    shown = f"„{text.strip()[:40]}“"
    match = _LEAD.fullmatch("".join(text.split()).lower())
    if match is None:
        raise ValueError(f"{shown} verstehe ich nicht als Zeit vor der Sitzung. {_EXAMPLE}")
    count, unit, clock = int(match[1]), match[2], match[3]
    if clock is not None and unit not in "wd":
        raise ValueError(f"Bei {shown} passt eine Uhrzeit nur zu Tagen oder Wochen. {_EXAMPLE}")
    at = parse_wall_time(clock) if clock is not None else None
    if clock is not None and at is None:
        raise ValueError(f"Bei {shown} gibt es die Uhrzeit nicht. {_EXAMPLE}")
    before = count * _UNITS[unit]
    if before > LONGEST:
        raise ValueError(f"{shown} ist zu lang: höchstens vier Wochen vorher. {_EXAMPLE}")
    if before < SHORTEST and at is None:
        raise ValueError(f"{shown} ist zu kurz: mindestens 10 Minuten vorher. {_EXAMPLE}")
    written = f"{count}{unit}" + (f"@{at:%H:%M}" if at is not None else "")
    return LeadTime(text=written, before=before, by_days=unit in "wd", at=at)


def _order(lead: LeadTime) -> tuple[dt.timedelta, dt.time, str]:
    """Longest first; of the same number of days the earlier wall time."""
    return -lead.before, lead.at or dt.time(), lead.text
