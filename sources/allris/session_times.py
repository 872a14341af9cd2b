"""When a session is, as pages write it ("Mo, 03.11.2025", "18:00 - 19:45"), on the council's wall clock."""

import datetime as dt
import re

# No session of any system began before; later years ("2206") are slips of the pen.
_YEARS = range(1990, 2100)
_CLOCK = re.compile(r"(?<![0-9:.])([0-9]{1,2})(?:[:.]([0-9]{2})| ?(?=Uhr))(?![0-9:]|\.[0-9])", re.IGNORECASE)


def start_and_end(day: dt.date | None, times: str, *, zone: dt.tzinfo) -> tuple[dt.datetime | None, dt.datetime | None]:
    """The first two times of day in `times` as instants in `zone`; None for what is not published or cannot be.

    The end stands there only after the session. One that is not after the start is none; 00:00 is how systems write
    "no time". A wall clock's time that was skipped is an hour later, one that came twice is the first.
    """
    if day is None or day.year not in _YEARS:
        return None, None
    clocks = [(int(found[1]), int(found[2] or 0)) for found in _CLOCK.finditer(times)]
    if not clocks or clocks[0] in {(0, 0), (24, 0)}:
        return None, None
    start = _instant(day, clocks[0], zone)
    end = _instant(day, clocks[1], zone) if len(clocks) > 1 else None
    if start is None or end is None or end <= start:
        return start, None
    return start, end


def _instant(day: dt.date, clock: tuple[int, int], zone: dt.tzinfo) -> dt.datetime | None:
    hour, minute = clock
    if clock == (24, 0):
        day, hour = day + dt.timedelta(days=1), 0
    if hour > 23 or minute > 59:
        return None
    wall = dt.datetime.combine(day, dt.time(hour, minute), tzinfo=zone)
    return wall.astimezone(dt.UTC).astimezone(zone)
