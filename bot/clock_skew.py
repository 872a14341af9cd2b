"""Whether our clock can be believed: compared with Telegram's, and with time that only runs forward."""

import logging
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.clock import Now
from bot.settings import Settings

_LOG = logging.getLogger(__name__)

MOST = timedelta(minutes=2)


class ClockSkew:
    """Trusts the clock until it jumps against monotonic time or differs from Telegram's by more than `most`;
    then again once Telegram's agrees with it. A machine that slept is such a jump, explained by the next answer."""

    __slots__ = ("_monotonic", "_most", "_now", "_reason", "_seen")

    def __init__(self, now: Now, *, most: timedelta = MOST, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._most = most
        self._monotonic = monotonic
        self._reason: str | None = None
        self._seen = self._look()

    def heard(self, date: datetime) -> None:
        """What time it is for Telegram, just now; of the second, and old by its way here."""
        skew = self._now() - date
        self._seen = self._look()
        if abs(skew) > self._most:
            self._doubt("telegram", skew)
        elif self._reason is not None:
            _LOG.warning("clock.trusted", extra={"reason": self._reason})
            self._reason = None

    def trusted(self) -> bool:
        """Asked before whatever must not come at a wrong time; often, for a jump is seen between two looks."""
        (wall, ran), self._seen = self._seen, self._look()
        jump = self._seen[0] - wall - timedelta(seconds=self._seen[1] - ran)
        if abs(jump) > self._most:
            self._doubt("jump", jump)
        return self._reason is None

    def _look(self) -> tuple[datetime, float]:
        return self._now(), self._monotonic()

    def _doubt(self, reason: str, skew: timedelta) -> None:
        if self._reason is None:
            _LOG.error("clock.doubted", extra={"reason": reason, "seconds": round(skew.total_seconds())})
        self._reason = reason


def clock_skew(settings: Settings, now: Now) -> ClockSkew:
    """A clock that is moved for a simulation (RATSBOTE_CLOCK) jumps because somebody wants it to."""
    return ClockSkew(now, most=timedelta.max if settings.clock is not None else MOST)
