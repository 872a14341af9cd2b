"""Chats that are gone are given up, but never many at once: then the fault is more likely ours or Telegram's."""

import logging
from collections import deque
from collections.abc import Callable

_log = logging.getLogger(__name__)

_WITHIN = 600.0  # seconds
_MOST = 5
_SHARE = 0.1


class GoneFuse:
    """Remembers, for ten minutes, how sends ended. `monotonic` in seconds.

    More than five chats gone, or more than a tenth of those served once that is more than a chance, blow it.
    """

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._ends: deque[tuple[float, bool]] = deque()
        self._is_blown = False

    def served(self) -> None:
        self._add(gone=False)

    def may_give_up(self) -> bool:
        """Whether one more chat may be given up now; counts it."""
        self._add(gone=True)
        gone = sum(is_gone for _, is_gone in self._ends)
        # One of three is a tenth too: a share means something only from a few chats on.
        is_share = gone > 2 and gone > _SHARE * len(self._ends)
        blown = gone > _MOST or is_share
        if blown and not self._is_blown:
            _log.error("delivery.too_many_chats_gone", extra={"gone": gone, "sends": len(self._ends)})
        self._is_blown = blown
        return not blown

    def _add(self, *, gone: bool) -> None:
        now = self._monotonic()
        self._ends.append((now, gone))
        while self._ends and now - self._ends[0][0] > _WITHIN:
            self._ends.popleft()
