"""What failed attempts to fetch updates mean: wait so long, or stop for good."""

import logging
import time
from collections.abc import Callable

from telegram.error import Conflict, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.telegram.errors import AnotherInstance, TokenRejected, pause_of
from bot.telegram.waiting import Spread, back_off, spread_by_half

_LOG = logging.getLogger(__name__)


class Outage:
    """Failures in a row, told once at the first and once at the end."""

    __slots__ = ("_conflicts", "_failures", "_first", "_longest", "_monotonic", "_since", "_spread")

    def __init__(
        self,
        *,
        first: float = 1.0,
        longest: float = 30.0,
        monotonic: Callable[[], float] = time.monotonic,
        spread: Spread = spread_by_half,
    ) -> None:
        self._first = first
        self._longest = longest
        self._monotonic = monotonic
        self._spread = spread
        self._failures = 0
        self._conflicts = 0
        self._since = 0.0

    def pause_after(self, error: TelegramError) -> float:
        """Seconds until the next attempt. Raises TokenRejected, or AnotherInstance at the third conflict in a row."""
        if isinstance(error, (InvalidToken, Forbidden)):
            raise TokenRejected
        self._conflicts = self._conflicts + 1 if isinstance(error, Conflict) else 0
        if self._conflicts >= 3:
            raise AnotherInstance
        self._failures += 1
        if self._failures == 1:
            self._since = self._monotonic()
            _LOG.warning("telegram.outage", extra={"error": repr(error)})
        if isinstance(error, RetryAfter):
            return max(self._first, pause_of(error))
        # Telegram tells each of two instances at most every 3 s; one that is just stopping needs a little.
        first = 3 * self._first if isinstance(error, Conflict) else self._first
        pause = self._spread(back_off(self._failures, first=first, longest=self._longest))
        return min(max(pause, self._first), self._longest)

    def over(self) -> None:
        """An attempt worked."""
        if self._failures:
            seconds = round(self._monotonic() - self._since, 1)
            _LOG.warning("telegram.recovered", extra={"seconds": seconds, "failures": self._failures})
        self._failures = self._conflicts = 0
