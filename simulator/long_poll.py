"""The one getUpdates that may wait."""

import asyncio
from collections.abc import Callable

from simulator.answers import OTHER_POLLER, Refusal


class LongPoll:
    def __init__(self) -> None:
        self._waiting: asyncio.Future[None] | None = None

    @property
    def waits(self) -> bool:
        return self._waiting is not None

    def wake(self) -> None:
        """Lets the waiting call answer with what there is."""
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(None)

    def end_older(self) -> None:
        """The newer call wins: the waiting one is refused with 409."""
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(Refusal(409, OTHER_POLLER))

    async def wait(self, seconds: float, *, begun: Callable[[], None]) -> None:
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting = waiting
        begun()
        try:
            async with asyncio.timeout(seconds):
                await waiting
        except TimeoutError:
            return
        finally:
            if self._waiting is waiting:
                self._waiting = None
