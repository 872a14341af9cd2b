"""What time it is, how to wait, and chance: everything that tests and a moved clock replace."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime


def _utc() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """`monotonic` counts seconds from anywhere, `now` is aware, `between` chooses a number between two."""

    monotonic: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = _utc
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    between: Callable[[float, float], float] = random.uniform


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Seconds for one request and for connecting alone; bytes of a body and of a robots.txt, after unpacking."""

    total: float = 30.0
    connect: float = 10.0
    largest: int = 5_000_000
    largest_robots: int = 500 * 1024  # RFC 9309, 2.5: at least so much is to be read


USUAL_TIMING = Timing()
USUAL_LIMITS = Limits()
