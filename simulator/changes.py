"""What happens in the simulator, told to whoever listens."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from simulator.answers import JsonObject
from simulator.messages import Message


class Kind(StrEnum):
    MESSAGE = "message"
    EDITED = "edited"
    DELETED = "deleted"
    ACTION = "action"
    TOAST = "toast"
    BOT = "bot"
    CHAT = "chat"
    MOVED = "state"  # chats came and went at once: the page gets everything anew
    CLOCK = "clock"
    CALL = "call"
    CONFIRMED = "confirmed"
    POLL = "poll"  # a getUpdates begins to wait
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Change:
    kind: Kind
    chat_id: int = 0
    message: Message | None = None
    details: JsonObject | None = None


class Changes:
    def __init__(self) -> None:
        self._listeners: set[Callable[[Change], None]] = set()
        self._waiting: list[asyncio.Future[None]] = []

    def tell(self, change: Change) -> None:
        for listener in tuple(self._listeners):
            listener(change)
        waiting, self._waiting = self._waiting, []
        for future in waiting:
            if not future.done():
                future.set_result(None)

    def listen(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Calls `listener` for each change until the function that is handed back is called."""
        self._listeners.add(listener)
        return lambda: self._listeners.discard(listener)

    async def wait_until(self, predicate: Callable[[], object], *, timeout: float) -> None:  # noqa: ASYNC109
        """Asks at once and after every change; raises TimeoutError after `timeout` seconds."""
        async with asyncio.timeout(timeout):
            while not predicate():
                future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
                self._waiting.append(future)
                await future
