"""Told and reminded: the ticks that ask what is due, and the delivery beside them."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

from bot.collecting.ticking import ticking
from notices.announcing import announce
from notices.delivering import Delivering
from notices.errors import Unwelcome
from notices.finding import find
from notices.post import Post
from notices.reminding import remind
from notices.watching import watch
from storage.errors import StorageError

_log = logging.getLogger(__name__)

_FIND_EVERY = 5.0  # minutes
_AFTER_A_FAULT = 5.0  # seconds


class Notifying:
    """Made by `notifying`. `may_remind` is false while the clock cannot be trusted."""

    def __init__(self, post: Post, *, may_remind: Callable[[], bool]) -> None:
        self.delivering = Delivering(post)
        self._post = post
        self._may_remind = may_remind

    async def tick(self) -> None:
        """What changed is announced, what is due is promised; a fault of one stops no other."""
        await self._guarded(lambda: announce(self._post))
        if self._may_remind():
            await self._guarded(lambda: remind(self._post))
        await self._guarded(lambda: watch(self._post))
        self.delivering.wake()

    async def find(self) -> None:
        await self._guarded(lambda: find(self._post, self.delivering.in_flight))

    async def deliver(self, stop: asyncio.Event) -> None:
        """Until `stop`; begins anew after a bug. Raises Unwelcome."""
        while not stop.is_set():
            try:
                await self.delivering.run(stop)
            except Unwelcome:
                stop.set()
                raise
            except Exception:  # noqa: BLE001 - the wall around the loop: notices must go on
                _log.exception("delivery.broken")
                with suppress(TimeoutError):
                    async with asyncio.timeout(_AFTER_A_FAULT):
                        await stop.wait()

    @staticmethod
    async def _guarded(step: Callable[[], Awaitable[object]]) -> None:
        try:
            await step()
        except StorageError as fault:
            _log.error("notices.storage", extra={"why": str(fault)})
        except Exception:  # noqa: BLE001 - the wall between ticks: the next one asks again
            _log.exception("notices.broken")


def always() -> bool:
    """A clock that is trusted."""
    return True


@asynccontextmanager
async def notifying(
    post: Post, *, every: float, stop: asyncio.Event, may_remind: Callable[[], bool] = always
) -> AsyncIterator[Notifying]:
    """Ticks every so many seconds and delivers, until the block ends or `stop` is set.

    Raises Unwelcome at the end where Telegram does not know the bot any more; `stop` is set then.
    """
    whole = Notifying(post, may_remind=may_remind)
    ending = asyncio.Event()
    task = asyncio.create_task(whole.deliver(ending), name="delivery")
    task.add_done_callback(lambda _: stop.set())
    try:
        async with ticking(whole.tick, minutes=every / 60), ticking(whole.find, minutes=_FIND_EVERY):
            yield whole
    finally:
        ending.set()
        await task
