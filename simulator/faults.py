"""Faults that a test or a demo asks for: refusals, delays, answers that do not arrive."""

from dataclasses import dataclass
from enum import StrEnum

from simulator.answers import Answer, Refusal

ANY_METHOD = "*"


class Loss(StrEnum):
    """The call is done, but its answer is lost."""

    DROPPED = "dropped"  # the connection is closed without a byte
    CUT = "cut"  # after half of the body


@dataclass(slots=True)
class _Fault:
    method: str
    effect: Refusal | Answer | Loss | float
    times: int | None  # None: for good
    chat_id: int | None  # None: any, and calls that name none

    def concerns(self, method: str, chat_id: int) -> bool:
        return self.method in (ANY_METHOD, method) and self.chat_id in (None, chat_id)


class Faults:
    def __init__(self) -> None:
        self._faults: list[_Fault] = []

    def add(self, method: str, effect: Refusal | Answer | Loss | float, times: int | None, chat_id: int | None) -> None:
        """A float is a delay in seconds, an Answer is given word for word instead of doing the call."""
        self._faults.append(_Fault(method.lower(), effect, times, chat_id))

    def clear(self) -> None:
        self._faults.clear()

    def instead(self, method: str, chat_id: int) -> Refusal | Answer | None:
        effect = self._take(method, chat_id, (Refusal, Answer))
        return effect if isinstance(effect, (Refusal, Answer)) else None

    def loss(self, method: str, chat_id: int) -> Loss | None:
        effect = self._take(method, chat_id, (Loss,))
        return effect if isinstance(effect, Loss) else None

    def delay(self, method: str, chat_id: int) -> float:
        effect = self._take(method, chat_id, (float,))
        return effect if isinstance(effect, float) else 0.0

    def _take(self, method: str, chat_id: int, kinds: tuple[type, ...]) -> object:
        """The oldest fault of these kinds, counted as used."""
        if not self._faults:
            return None
        method = method.lower()
        for fault in self._faults:
            if fault.concerns(method, chat_id) and isinstance(fault.effect, kinds):
                self._use(fault)
                return fault.effect
        return None

    def _use(self, fault: _Fault) -> None:
        if fault.times is None:
            return
        fault.times -= 1
        if fault.times <= 0:
            self._faults.remove(fault)
