"""The council's wall clock: when a clock on its wall shows a time of a day."""

import datetime as dt
import re
from zoneinfo import ZoneInfo

_TIME = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?")


def on_the_wall(day: dt.date, time: dt.time, zone: ZoneInfo) -> dt.datetime:
    """The instant (UTC) at which clocks in `zone` show `time` on `day`.

    A time that is skipped in spring counts as the one an hour later, of one that comes twice in autumn the first
    counts (PEP 495: what fold=0 means in either case).
    """
    return dt.datetime.combine(day, time.replace(fold=0), zone).astimezone(dt.UTC)


def parse_wall_time(text: str) -> dt.time | None:
    """ "18:00", "8.30", "9": a time of day, or None where `text` is none."""
    match = _TIME.fullmatch(text)
    hour, minute = (int(part or 0) for part in match.groups()) if match else (24, 0)
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None
