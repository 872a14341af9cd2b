"""The line to Telegram as deliveries find it: while nothing gets through, one probe now and then is enough."""

import logging
from collections.abc import Callable

_log = logging.getLogger(__name__)

_ENOUGH_FAILURES = 3
_PROBE_EVERY = 15.0


class Line:
    """Counts sends that never left us. `monotonic` in seconds."""

    __slots__ = ("_failures", "_monotonic", "_probed")

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._failures = 0
        self._probed = 0.0

    @property
    def is_down(self) -> bool:
        return self._failures >= _ENOUGH_FAILURES

    def failed(self) -> None:
        """Nothing of it reached Telegram."""
        self._failures += 1
        self._probed = self._monotonic()
        if self._failures == _ENOUGH_FAILURES:
            _log.warning("delivery.line_down", extra={"failures": self._failures})

    def worked(self) -> None:
        """Telegram answered, whatever it said."""
        if self.is_down:
            _log.warning("delivery.line_up", extra={"failures": self._failures})
        self._failures = 0

    def slots(self, most: int, *, in_flight: int) -> int:
        """How many more sends may begin now."""
        if not self.is_down:
            return most - in_flight
        is_due = self._monotonic() - self._probed >= _PROBE_EVERY
        return 1 if is_due and not in_flight else 0
