"""How often notices may go out: to all together, and to one chat. Decides only; time is passed in, in seconds."""

import math
from collections import deque
from dataclasses import dataclass, field

from bot.telegram.refusals import LONGEST_PAUSE

# Telegram lets about 30 messages a second pass. What our own rate leaves of them may go out at once, but for one:
# on the way, some catch up with others.
OVERALL_A_SECOND = 30
LONGEST_BURST = 4
# One message a second to a person, 20 a minute to a group (bots/faq), each with something to spare.
PRIVATE = (1, 1.05)
GROUP = (18, 60.0)

# So many chats refused within so many seconds: it is not about these chats, but about all we send.
_CHATS_FOR_ALL = 3
_TOGETHER = 10.0
_RECOVERS = 300.0  # seconds until a halved rate is whole again
_LEAST_SHARE = 16
_FEW_CHATS = 1000  # below it nothing is tidied


@dataclass(slots=True)
class _Chat:
    """What went to a chat lately, oldest first, and until when it wants to be left alone."""

    span: float
    sent: deque[float]
    paused_until: float = -math.inf

    def free_at(self) -> float:
        full = len(self.sent) == self.sent.maxlen
        return max(self.paused_until, self.sent[0] + self.span if full else -math.inf)


@dataclass(slots=True)
class _Overall:
    """A token bucket: `full` a second on average, after a rest a few at once. `due` is the time by which
    everything let through so far would have gone out one by one."""

    full: float
    due: float = -math.inf
    cut: float = field(init=False)
    cut_at: float = -math.inf
    paused_until: float = -math.inf

    def __post_init__(self) -> None:
        self.cut = self.full

    def rate(self, now: float) -> float:
        """After a cut it grows steadily and has doubled after five minutes."""
        grown = min(max(0.0, now - self.cut_at) / _RECOVERS, 10.0)
        return min(self.full, self.cut * math.pow(2.0, grown))

    def take(self, now: float) -> float:
        """The moment of the next one, now or later."""
        interval = 1 / self.rate(now)
        moment = max(now, self.due - (_burst(self.full) - 1) * interval)
        self.due = max(self.due, moment) + interval
        return moment

    def halve(self, now: float, *, pause: float) -> None:
        self.cut = max(self.full / _LEAST_SHARE, self.rate(now) / 2)
        self.cut_at = now + pause
        self.paused_until = max(self.paused_until, now + pause)


def _burst(rate: float) -> int:
    """How many may go out at once after a rest. Above Telegram's usual limit only a server of one's own is meant."""
    if rate >= OVERALL_A_SECOND:
        return int(rate / 5)
    return max(1, min(LONGEST_BURST, int(OVERALL_A_SECOND - rate)))


class Rates:
    """`rate` is notices a second, 0 for no pacing at all; what Telegram refuses (429) is heeded in any case."""

    __slots__ = ("_chats", "_overall", "_paced", "_refused", "_tidy_at")

    def __init__(self, rate: float) -> None:
        self._paced = rate > 0
        self._overall = _Overall(rate if self._paced else float(OVERALL_A_SECOND))
        self._chats: dict[int, _Chat] = {}
        self._refused: deque[tuple[float, int, float]] = deque()
        self._tidy_at = _FEW_CHATS

    def chat_free_in(self, chat: int, now: float) -> float:
        """Seconds until this chat may be written to, whatever goes to others; 0: now."""
        known = self._chats.get(chat)
        free_at = self._overall.paused_until if known is None else max(self._overall.paused_until, known.free_at())
        return max(0.0, free_at - now)

    def all_free_in(self, now: float) -> float:
        """Seconds until a pause for all is over."""
        return max(0.0, self._overall.paused_until - now)

    def take(self, chat: int, now: float) -> float:
        """Counts one more notice to a chat that is free: seconds until its turn among all."""
        if not self._paced:
            return 0.0
        moment = self._overall.take(now)
        self.count(chat, moment)
        return moment - now

    def count(self, chat: int, moment: float) -> None:
        """Something went, or goes, to this chat."""
        if self._paced:
            self._chat(chat, moment).sent.append(moment)

    def refused(self, chat: int, seconds: float, now: float) -> None:
        """Telegram asks for silence in this chat; if several chats hear that at once, in all."""
        pause = min(seconds, LONGEST_PAUSE)
        self._chat(chat, now).paused_until = now + pause
        self._refused.append((now, chat, pause))
        while now - self._refused[0][0] > _TOGETHER:
            self._refused.popleft()
        if len({each for _, each, _ in self._refused}) >= _CHATS_FOR_ALL:
            # The shortest: what one chat has to wait for its own sake must not silence the others.
            self._overall.halve(now, pause=min(pause for _, _, pause in self._refused))
            self._refused.clear()

    def _chat(self, chat: int, now: float) -> _Chat:
        if len(self._chats) >= self._tidy_at:
            self._tidy(now)
        if chat not in self._chats:
            # Telegram numbers groups and channels below zero.
            most, span = PRIVATE if chat > 0 else GROUP
            self._chats[chat] = _Chat(span, deque(maxlen=most))
        return self._chats[chat]

    def _tidy(self, now: float) -> None:
        """Forgets chats whose past no longer matters."""
        longest = GROUP[1]
        self._chats = {
            number: chat
            for number, chat in self._chats.items()
            if chat.paused_until > now or (chat.sent and chat.sent[-1] + longest > now)
        }
        self._tidy_at = max(_FEW_CHATS, 2 * len(self._chats))
