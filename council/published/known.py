"""A paper as we know it: what was read, whose it is, and when it was last read."""

from dataclasses import dataclass
from datetime import datetime

from council.published.bodies import Body
from council.published.papers import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPaper:
    """A stored paper. `row` is our own lasting number for it, `read_at` (UTC) the last good read of its source."""

    row: int
    body: Body
    paper: Paper
    read_at: datetime
