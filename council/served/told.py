"""What a chat was last told of a session or a paper, in hashes instead of words.

News is the difference between this and what is published when the message goes out: folding, flapping and "moved,
back, moved" then need no further rule, and what becomes non-public leaves no words behind here.
"""

import datetime as dt
from dataclasses import dataclass

from council.published.normalised import content_hash


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldItem:
    """An agenda item as it was told. `name` and `paper` are hashes of the published wordings (None: had none)."""

    key: str | None
    number: str | None
    name: str | None
    paper: str | None
    on: bool = True  # False: told to be off the agenda


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldSession:
    """A session as it was told. `items` is None until its agenda was told; `whole`: all of the agenda, not only
    the chat's own papers. `start_told_at` (UTC) is when the chat first heard of this very day and start.
    """

    day: dt.date | None
    start: dt.datetime | None
    room: str | None = None  # marks of its words (council/served/rooms.py)
    cancelled: bool = False
    public: bool = True
    whole: bool = False
    items: tuple[ToldItem, ...] | None = None
    start_told_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldStop:
    """A paper's stop as it was told: day, hash of the organization, hash of the result (None: no result yet)."""

    day: dt.date | None
    organization: str
    result: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldPaper:
    """A paper's stops as they were told."""

    stops: tuple[ToldStop, ...] = ()


def told_hash(*texts: str | None) -> str | None:
    """16 hexadecimal digits of published wordings, the same for what a reader would call the same; None for none."""
    return content_hash(*texts)[:16] if any(texts) else None
