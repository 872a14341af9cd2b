"""When a session begins and is over, as far as that is published."""

import datetime as dt

# Sessions are published with their start only; the end appears afterwards.
LONGEST_SESSION = dt.timedelta(hours=6)
_CREDIBLE_END = dt.timedelta(days=2)


def begins(day: dt.date | None, start: dt.datetime | None, *, zone: dt.tzinfo | None) -> dt.datetime | None:
    """The start, else the first moment of the day in the council's zone; None if no day is published."""
    if start is not None or day is None:
        return start
    return dt.datetime.combine(day, dt.time(), tzinfo=zone)


def ends(
    day: dt.date | None, start: dt.datetime | None, end: dt.datetime | None, *, zone: dt.tzinfo | None
) -> dt.datetime | None:
    """A cautious end: the published one (if it is within two days of the start), else six hours on; without any
    start the day's end.
    """
    if start is not None:
        credible = end is not None and start < end < start + _CREDIBLE_END
        return end if credible else start + LONGEST_SESSION
    begin = begins(day, start, zone=zone)
    return begin if begin is None else begin + dt.timedelta(days=1)


def has_begun(day: dt.date | None, start: dt.datetime | None, *, now: dt.datetime) -> bool:
    """`now` is aware and in the council's zone. What has no day has not begun."""
    begin = begins(day, start, zone=now.tzinfo)
    return begin is not None and begin <= now


def is_past(day: dt.date | None, *, now: dt.datetime) -> bool:
    """Whether the session's day is over; `now` is aware and in the council's zone."""
    return day is not None and day < now.date()
