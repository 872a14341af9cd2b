"""A session as it goes into somebody's calendar."""

from dataclasses import dataclass
from datetime import datetime

from council.served.shown import ShownSession


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """One session for somebody's calendar, which knows it by `uid` for ever and takes the highest `sequence`.

    `body` is the council's name; `read_at` (UTC) is when the session was read last. Its day is published.
    """

    uid: str
    sequence: int
    session: ShownSession
    body: str
    read_at: datetime


def entry_uid(body: str, key: str | None, row: int) -> str:
    """By the council's key and the session's first key, else by our own row: the same after every move and rename."""
    return f"{body}-{key or f'r{row}'}@ratsbote"
