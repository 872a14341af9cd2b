"""From the outbox to the chats: claimed, sent and settled, a few at a time and never two for one chat."""

import asyncio
import logging
from contextlib import suppress
from datetime import timedelta

from council.served.notices import Notice, NoticeState
from notices.attempt import Attempts
from notices.errors import Unwelcome
from notices.line import Line
from notices.post import Post
from storage.errors import StorageError
from storage.outbox import Settled, claim, put_back, recover, settle

_log = logging.getLogger(__name__)

# While nothing wakes us: chats become ready again, and the clock may be moved.
_LOOK_EVERY = 1.0
# What is on its way when we stop gets so long to end.
_LAST_SECONDS = 10.0
_AFTER_A_BUG = timedelta(minutes=1)
_MOST_BUGS = 3


class Delivering:
    """Serves the outbox until it is told to stop. One per database: `recover` takes what others left half done."""

    def __init__(self, post: Post) -> None:
        self._post = post
        self._line = Line(post.monotonic)
        self._attempts = Attempts(post, line=self._line)
        self._woken = asyncio.Event()
        self._flights: dict[asyncio.Task[None], Notice] = {}
        # Served not long ago: only these can have to wait for their turn.
        self._lately: dict[int, None] = {}

    def wake(self) -> None:
        """Something is to be sent now."""
        self._woken.set()

    @property
    def in_flight(self) -> frozenset[int]:
        """Rows that are on their way just now."""
        return frozenset(notice.row for notice in self._flights.values())

    async def run(self, stop: asyncio.Event) -> None:
        """Until `stop`; then what is on its way may end. Raises what is fatal for all sending."""
        await self._post.database.transaction(recover, boot=self._post.boot, now=self._post.now())
        stopping = asyncio.create_task(stop.wait())
        try:
            while not stop.is_set():
                self._woken.clear()
                began = await self._begin_guarded()
                if not began:
                    await self._wait(stopping)
                self._raise_what_is_fatal()
        finally:
            stopping.cancel()
            await self._land()

    async def run_dry(self) -> None:
        """Delivers all that can be delivered now. For tests and for moved clocks."""
        await self._post.database.transaction(recover, boot=self._post.boot, now=self._post.now())
        while await self._begin_guarded() or self._flights:
            if self._flights:
                await asyncio.wait(self._flights, return_when=asyncio.FIRST_COMPLETED)
            self._raise_what_is_fatal()

    async def _begin_guarded(self) -> int:
        try:
            return await self._begin()
        except StorageError as fault:
            # A full disk: what cannot be recorded is not sent.
            _log.error("delivery.storage", extra={"why": str(fault)})
            await asyncio.sleep(_LOOK_EVERY)
            return 0

    async def _begin(self) -> int:
        """Claims what there is room for and sets it going; returns how many."""
        most = self._line.slots(self._post.slots, in_flight=len(self._flights))
        if most <= 0 or self._post.messenger.is_paused():
            return 0
        database, now = self._post.database, self._post.now()
        claimed = await database.transaction(
            claim, now=now, boot=self._post.boot, busy=self._busy(), most=most, defaults=self._post.defaults
        )
        for notice in claimed:
            task = asyncio.create_task(self._fly(notice), name=f"notice {notice.row}")
            self._flights[task] = notice
            task.add_done_callback(lambda _: self._woken.set())
        return len(claimed)

    def _busy(self) -> frozenset[int]:
        """Chats with a notice on its way, and those that would only wait for their turn."""
        waiting = [chat for chat in self._lately if self._post.messenger.ready_in(chat) > 0]
        self._lately = dict.fromkeys(waiting)
        return frozenset(waiting) | {notice.to.chat for notice in self._flights.values()}

    async def _fly(self, notice: Notice) -> None:
        try:
            await self._attempts.make(notice)
        except StorageError as fault:
            # It stays "sending" and is found again; what was not recorded may come twice.
            _log.error("notice.storage", extra={"notice": notice.row, "why": str(fault)})
            with suppress(StorageError):
                await self._put_back(notice, _AFTER_A_BUG, uncertain=True)
        except Unwelcome:
            raise
        except Exception:  # noqa: BLE001 - the per-notice loop: a bug met in one must not keep the others from going
            _log.exception("notice.broken", extra={"notice": notice.row, "kind": notice.kind})
            await self._give_up_or_put_back(notice)
        finally:
            self._lately[notice.to.chat] = None

    async def _give_up_or_put_back(self, notice: Notice) -> None:
        """Some bugs need only another moment; one that stays must not hold its chat for ever."""
        if notice.tried < _MOST_BUGS:
            await self._put_back(notice, _AFTER_A_BUG * 2**notice.tried)
            return
        end = Settled(state=NoticeState.REJECTED, why="a fault of ours, see the log")
        await self._post.database.transaction(settle, notice, end, boot=self._post.boot, now=self._post.now())

    async def _put_back(self, notice: Notice, after: timedelta, *, uncertain: bool = False) -> None:
        now = self._post.now()
        await self._post.database.transaction(
            put_back, notice, boot=self._post.boot, not_before=now + after, tried=True, uncertain=uncertain, now=now
        )

    def _raise_what_is_fatal(self) -> None:
        for task in [task for task in self._flights if task.done()]:
            del self._flights[task]
            task.result()

    async def _wait(self, stopping: "asyncio.Task[bool]") -> None:
        woken = asyncio.create_task(self._woken.wait())
        try:
            await asyncio.wait({woken, stopping}, timeout=_LOOK_EVERY, return_when=asyncio.FIRST_COMPLETED)
        finally:
            woken.cancel()

    async def _land(self) -> None:
        if not self._flights:
            return
        _, late = await asyncio.wait(self._flights, timeout=_LAST_SECONDS)
        for task in late:
            task.cancel()
        await asyncio.gather(*self._flights, return_exceptions=True)
        self._flights.clear()
