"""What a server can do, judged by what it answers: its times and filters are promises only some keep."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from zoneinfo import ZoneInfo

from sources.oparl.fields import line
from sources.oparl.json_text import Object
from sources.oparl.list_pages import ListPage

OVERLAP = dt.timedelta(hours=48)
_UTC = ZoneInfo("UTC")
_JUST_NOW = dt.timedelta(minutes=10)


class Direction(StrEnum):
    """Which end of a list has what is new."""

    NEWEST_FIRST = "newest first"
    NEWEST_LAST = "newest last"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ability:
    """`times`: `modified` tells something. `filters`: `modified_since` shrinks a list."""

    times: bool
    filters: bool
    direction: Direction

    @property
    def is_incremental(self) -> bool:
        """Whether asking for what was modified brings all of that, and little else."""
        return self.times and self.filters


def judge(first: ListPage, future: ListPage, *, now: dt.datetime) -> Ability:
    """From a list's first page, and from the same list asked for what was modified after tomorrow."""
    return Ability(
        times=_tell_something(first.objects, now),
        filters=not future.objects and bool(first.objects),
        direction=_direction(first.objects),
    )


def modified_since(url: str, moment: dt.datetime) -> str:
    """The list's address with the filter. UTC with "Z": Somacos answers 404 to anything percent-encoded."""
    told = moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return f"{url}{'&' if '?' in url else '?'}modified_since={told}"


def _tell_something(things: Sequence[Object], now: dt.datetime) -> bool:
    """Not where they are missing, all the same (2000-01-01 in Osnabrück) or the time of asking (Peine)."""
    moments = [moment for each in things if (moment := _moment(each, "modified"))]
    if not moments or len(moments) < len(things):
        return False
    if len(things) > 1 and len(set(moments)) == 1:
        return False
    return not all(abs(now - moment) < _JUST_NOW for moment in moments)


def _direction(things: Sequence[Object]) -> Direction:
    moments = [moment for each in things if (moment := _moment(each, "created"))]
    if len(set(moments)) < 2:
        return Direction.UNKNOWN
    rising = sum(one <= other for one, other in pairwise(moments))
    falling = sum(one >= other for one, other in pairwise(moments))
    most = 0.9 * (len(moments) - 1)
    if rising >= most and rising > falling:
        return Direction.NEWEST_LAST
    return Direction.NEWEST_FIRST if falling >= most else Direction.UNKNOWN


def _moment(thing: Object, name: str) -> dt.datetime | None:
    told = line(thing.get(name))
    try:
        found = dt.datetime.fromisoformat(told) if told and len(told) <= 40 else None
    except ValueError:
        return None
    if found is None:
        return None
    return found if found.tzinfo else found.replace(tzinfo=_UTC)
