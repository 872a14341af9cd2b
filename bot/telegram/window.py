"""Which updates are in hand, which are handled, and what may be confirmed to Telegram. No I/O."""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass

_REMEMBERED = 1000  # confirmed updates, in case they are delivered once more


@dataclass(frozen=True, slots=True, order=True)
class Arrival:
    """One delivery of an update. `fingerprint` tells two updates apart that bear the same number:
    Telegram starts anew at a random number after a week of silence, maybe at a lower one."""

    update_id: int
    fingerprint: int


class Window:
    """Telegram keeps an update, and delivers it again, until a higher offset is asked for. So the offset is
    the lowest update not yet handled: after a crash everything unhandled comes once more, and only that."""

    __slots__ = ("_asked", "_confirmed", "_handled", "_in_hand")

    def __init__(self) -> None:
        self._asked: int | None = None
        self._in_hand: dict[int, Arrival] = {}
        self._handled: dict[int, Arrival] = {}  # but not confirmed
        self._confirmed: OrderedDict[Arrival, None] = OrderedDict()

    @property
    def offset(self) -> int | None:
        """What to ask for next; None before the first update: "whatever there is"."""
        if self._in_hand:
            return min(self._in_hand)
        return max(self._handled) + 1 if self._handled else self._asked

    @property
    def in_hand(self) -> int:
        return len(self._in_hand)

    def receive(self, arrivals: Iterable[Arrival], *, asked: int | None) -> tuple[Arrival, ...]:
        """The ones to handle, in their order. `asked` is the offset this delivery answers."""
        self._confirm_below(asked)
        fresh = []
        for arrival in sorted(arrivals):
            if arrival in self._confirmed:
                continue
            if self._is_of_a_new_sequence(arrival):
                self._start_over()
            if arrival.update_id not in self._in_hand and arrival.update_id not in self._handled:
                self._in_hand[arrival.update_id] = arrival
                fresh.append(arrival)
        return tuple(fresh)

    def finish(self, arrival: Arrival) -> None:
        """It was handled, or given up: either way it need not come again."""
        if self._in_hand.get(arrival.update_id) == arrival:
            self._handled[arrival.update_id] = self._in_hand.pop(arrival.update_id)

    def _confirm_below(self, asked: int | None) -> None:
        self._asked = asked
        if asked is None:
            return
        for update_id in [number for number in self._handled if number < asked]:
            self._confirmed[self._handled.pop(update_id)] = None
        while len(self._confirmed) > _REMEMBERED:
            self._confirmed.popitem(last=False)

    def _is_of_a_new_sequence(self, arrival: Arrival) -> bool:
        known = self._in_hand.get(arrival.update_id) or self._handled.get(arrival.update_id)
        if known is not None:
            return known != arrival
        return self._asked is not None and arrival.update_id < self._asked

    def _start_over(self) -> None:
        """What is in hand belongs to the old sequence: it is finished, but can be confirmed no more."""
        self._asked = None
        self._in_hand.clear()
        self._handled.clear()
