"""One round of reading: which pages, most urgent first, within a budget; nothing hurries, nothing starves."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from council.published.freshness import DAILY, EACH_ROUND, HOURLY, Windows, next_reading

# Enough for a plenary day; more at once (after the first read everything is due again together) is spread out.
MOST_A_ROUND = 40

# The part of a round's budget that goes to whatever has waited longest, so that urgent pages never take it all.
_FOR_THE_PATIENT = 4
# What was never read comes before all that is read again daily or more seldom, and after what is hourly.
_FIRST_READING = 2 * HOURLY
_FIRST_BACK_OFF = dt.timedelta(minutes=14)
_LONGEST_BACK_OFF = dt.timedelta(hours=24)
_LONGEST_IF_URGENT = dt.timedelta(minutes=59)
_MOST_DOUBLINGS = 12


class TargetKind(StrEnum):
    """Kinds of pages a round reads; the more telling first."""

    MONTH = "month"
    PAPERS = "papers"
    AGENDA = "agenda"
    PAPER = "paper"
    ORGANIZATION = "organization"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A page that is read again and again. `key`: "2026-11" for a month, else the source's own key.

    `last_read` is the last good reading, `failures` those in a row since, `failed_at` the last of them.
    `nudged_at`: something else said at that instant that this page changed. All instants are aware.
    """

    kind: TargetKind
    key: str
    windows: Windows
    last_read: dt.datetime | None = None
    failures: int = 0
    failed_at: dt.datetime | None = None
    nudged_at: dt.datetime | None = None


def due_at(target: Target) -> dt.datetime | None:
    """When the page is due next, failures and nudges counted in; None if never. It does not depend on now: it may
    be stored and asked for by an index until one of the target's own facts changes.
    """
    due = next_reading(target.windows, target.last_read)
    nudge = target.nudged_at
    if nudge and (target.last_read is None or target.last_read < nudge):
        due = min(due, nudge) if due else nudge
    if due is None or not target.failures or target.failed_at is None:
        return due
    return max(due, target.failed_at + back_off(target))


def back_off(target: Target) -> dt.timedelta:
    """How long a page that failed is left alone: at first till the next round, doubling up to a day, or up to an
    hour where a session is near.
    """
    longest = _LONGEST_IF_URGENT if _rhythm(target) <= HOURLY else _LONGEST_BACK_OFF
    return min(_FIRST_BACK_OFF * (1 << min(target.failures - 1, _MOST_DOUBLINGS)), longest)


def plan_round(targets: Iterable[Target], *, now: dt.datetime, budget: int | None = None) -> tuple[Target, ...]:
    """What this round reads, in order: of everything due the most eager rhythms first, the longest due first;
    what was never read comes before daily rhythms.

    At most `budget` pages (MOST_A_ROUND for all but the first read of a source); if that is too few, a quarter of
    them go to those that have waited longest for their rhythm.
    """
    due = [(when, target) for target in targets if (when := due_at(target)) is not None and when <= now]
    ordered = [target for _, target in sorted(due, key=_urgency)]
    if budget is None or len(ordered) <= budget:
        return tuple(ordered)
    patient = max(1, budget // _FOR_THE_PATIENT)
    urgent, rest = ordered[: budget - patient], ordered[budget - patient :]
    return (*urgent, *sorted(rest, key=lambda target: _patience(target, now), reverse=True)[:patient])


def _urgency(due: tuple[dt.datetime, Target]) -> tuple[dt.timedelta, int, dt.datetime, str]:
    when, target = due
    is_nudged = target.nudged_at is not None and (target.last_read is None or target.last_read < target.nudged_at)
    rhythm = EACH_ROUND if is_nudged else _rhythm(target)
    if target.last_read is None:
        rhythm = min(rhythm, _FIRST_READING)
    return rhythm, list(TargetKind).index(target.kind), when, target.key


def _patience(target: Target, now: dt.datetime) -> float:
    """How many of its rhythms a page has waited; one never read counts from when it was to be read first."""
    since = target.last_read or next_reading(target.windows, None) or now
    return (now - since) / max(_rhythm(target), HOURLY)


def _rhythm(target: Target) -> dt.timedelta:
    """The rhythm that makes the page due next."""
    due = next_reading(target.windows, target.last_read)
    if due is None:
        return DAILY
    open_now = [window.rhythm for window in target.windows if window.begin <= due < window.until]
    return min(open_now, default=DAILY)
