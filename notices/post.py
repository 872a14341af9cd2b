"""What delivering has at hand."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from time import monotonic
from uuid import uuid4
from zoneinfo import ZoneInfo

from notices.messenger import Messenger
from storage.database import Database
from storage.subscribers import Defaults

# So many notices are on their way at once: as many may be repeated by a crash, and 25 a second need no more.
SLOTS = 8


def _new_boot() -> str:
    return uuid4().hex[:12]


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """The database, the way out, the clock (aware, UTC), the wall clock; `defaults` for who chose none.

    `boot` names this process: what another one left half done is found by it. `operators` are private chats' numbers.
    """

    database: Database
    messenger: Messenger
    now: Callable[[], datetime]
    zone: ZoneInfo
    defaults: Defaults
    operators: frozenset[int] = frozenset()
    monotonic: Callable[[], float] = monotonic
    boot: str = field(default_factory=_new_boot)
    slots: int = SLOTS
