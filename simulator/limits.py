"""Telegram's flood limits: 30 messages a second to all, one a second to a person, twenty a minute to a group."""

import math
from collections import deque
from collections.abc import Callable

from simulator.answers import Refusal

OVERALL_A_SECOND = 30
PRIVATE_A_SECOND = 1
PRIVATE_BURST = 3  # "short bursts that go over this limit" are tolerated (Telegram's FAQ); how short it does not say
GROUP_A_MINUTE = 20
_MINUTE = 60.0


class _Bucket:
    """Lets `rate` a second through, and up to `burst` at once after a rest."""

    def __init__(self, *, rate: float, burst: int, now: float) -> None:
        self._rate = rate
        self._burst = burst
        self._tokens = float(burst)
        self._filled = now

    def wait(self, now: float) -> float:
        """Seconds until one more is let through."""
        self._tokens = min(self._burst, self._tokens + (now - self._filled) * self._rate)
        self._filled = now
        return max(0.0, (1 - self._tokens) / self._rate)

    def take(self) -> None:
        self._tokens -= 1


class _Window:
    """Lets twenty through in any minute."""

    def __init__(self) -> None:
        self._taken: deque[float] = deque()
        self._now = 0.0

    def wait(self, now: float) -> float:
        self._now = now
        while self._taken and now - self._taken[0] >= _MINUTE:
            self._taken.popleft()
        return _MINUTE - (now - self._taken[0]) if len(self._taken) >= GROUP_A_MINUTE else 0.0

    def take(self) -> None:
        self._taken.append(self._now)


class _Gate:
    """One limit with its penalty: until that is over, everything is refused, however much would be free again."""

    def __init__(self, limit: _Bucket | _Window) -> None:
        self._limit = limit
        self._closed_until = -math.inf

    def pause(self, now: float) -> int:
        """Whole seconds that the call has to wait; 0 lets it through."""
        if now < self._closed_until:
            return math.ceil(self._closed_until - now)
        # Rounding must not make a wait of a bucket that is all but full again.
        pause = math.ceil(self._limit.wait(now) - 1e-6)
        if pause > 0:
            self._closed_until = now + pause
        return max(pause, 0)

    def take(self) -> None:
        self._limit.take()


class Limits:
    """`monotonic` is real time in seconds: Telegram's patience does not follow the clock of the demo.

    Off until `enforced` is set. What is refused, or fails for another reason, is not counted.
    """

    def __init__(self, monotonic: Callable[[], float], *, enforced: bool = False) -> None:
        self.enforced = enforced
        self.refused = 0
        self._monotonic = monotonic
        self._overall = _Gate(_Bucket(rate=OVERALL_A_SECOND, burst=OVERALL_A_SECOND, now=monotonic()))
        self._chats: dict[int, _Gate] = {}

    def check(self, chat_id: int) -> None:
        """Raises the 429 that a message to this chat gets now."""
        if not self.enforced:
            return
        now = self._monotonic()
        pause = max(self._overall.pause(now), self._chat(chat_id, now).pause(now))
        if pause:
            self.refused += 1
            raise Refusal(429, f"Too Many Requests: retry after {pause}", {"retry_after": pause})

    def count(self, chat_id: int) -> None:
        """After a message to this chat was sent or changed; `check` came before it."""
        if not self.enforced:
            return
        self._overall.take()
        self._chat(chat_id, self._monotonic()).take()

    def _chat(self, chat_id: int, now: float) -> _Gate:
        if chat_id not in self._chats:
            person = chat_id > 0
            limit = _Bucket(rate=PRIVATE_A_SECOND, burst=PRIVATE_BURST, now=now) if person else _Window()
            self._chats[chat_id] = _Gate(limit)
        return self._chats[chat_id]
