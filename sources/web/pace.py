"""One request at a time and a second for each host, and none at all while it is to be left alone."""

import asyncio
import math
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from sources.errors import Unreachable
from sources.web.timing import USUAL_TIMING, Timing

USUAL_GAP = 1.0  # seconds from the end of one request to the next, and up to a quarter more
LONGEST_GAP = 60.0  # whatever a robots.txt wishes
FIRST_BACK_OFF = 2.0
LONGEST_BACK_OFF = 1_800.0
LONGEST_RETRY_AFTER = 3_600.0
PATIENCE = 10.0  # a pause shorter than this is waited for, a longer one is an error at once


@dataclass(slots=True)
class _Host:
    """What is remembered of one host. Times are of the monotonic clock."""

    name: str
    paced: bool
    gap: float = USUAL_GAP
    free_at: float = -math.inf
    paused_until: float = -math.inf
    failures: int = 0
    # Held while we wait for the host: it is the queue in front of it, "strictly one after the other".
    queue: asyncio.Lock = field(default_factory=asyncio.Lock)


class Pace:
    """The hosts, each with its own queue. Lives as long as the program: what a host asked for is not forgotten."""

    def __init__(self, timing: Timing = USUAL_TIMING) -> None:
        self._timing = timing
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def turn(self, name: str, *, paced: bool) -> AsyncIterator["Turn"]:
        """Waits until no other turn with this host is left; first come, first served."""
        host = self._hosts.setdefault(name, _Host(name, paced))
        async with host.queue:
            yield Turn(host, self._timing)


class Turn:
    """The right to ask one host, request after request."""

    __slots__ = ("_host", "_timing")

    def __init__(self, host: _Host, timing: Timing) -> None:
        self._host = host
        self._timing = timing

    @asynccontextmanager
    async def request(self) -> AsyncIterator[None]:
        """Waits for the host's next free moment. Raises Unreachable with `retry_after` if that is far away."""
        await self._wait()
        try:
            yield
        finally:
            gap = self._timing.between(1.0, 1.25) * self._host.gap if self._host.paced else 0.0
            self._host.free_at = self._timing.monotonic() + gap

    def succeeded(self) -> None:
        """The host works: what it failed before no longer counts."""
        self._host.failures = 0

    def failed(self, retry_after: float | None = None) -> float:
        """Seconds to leave the host alone: twice as many each time in a row, and no fewer than it asked for."""
        self._host.failures += 1
        doublings = min(self._host.failures - 1, 16)  # beyond LONGEST_BACK_OFF, and no overflow
        pause = min(FIRST_BACK_OFF * 2.0**doublings * self._timing.between(0.75, 1.25), LONGEST_BACK_OFF)
        return self.leave_alone(max(pause, retry_after or 0.0))

    def leave_alone(self, seconds: float) -> float:
        """No request goes out for so many seconds; they are returned, with the limit applied."""
        pause = min(seconds, LONGEST_RETRY_AFTER)
        self._host.paused_until = max(self._host.paused_until, self._timing.monotonic() + pause)
        return pause

    def slow_down(self, seconds: float | None) -> None:
        """What robots.txt calls Crawl-delay; None for nothing said."""
        self._host.gap = min(max(seconds or 0.0, USUAL_GAP), LONGEST_GAP)

    async def _wait(self) -> None:
        now = self._timing.monotonic()
        pause = self._host.paused_until - now
        if pause > PATIENCE:
            minutes = math.ceil(pause / 60)
            raise Unreachable(
                f"{self._host.name} antwortet zurzeit nicht richtig oder bittet um Ruhe; gefragt wird wieder in "
                f"{minutes} {'Minute' if minutes == 1 else 'Minuten'}.",
                retry_after=pause,
            )
        if (seconds := max(pause, self._host.free_at - now)) > 0:
            await self._timing.sleep(seconds)
