"""Long polling: updates come in, each chat in order, and are confirmed only when handled."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import Application

from bot.telegram.fetching import Fetching
from bot.telegram.incoming import Delivery, arrivals, lane_of, readable
from bot.telegram.lanes import Lanes
from bot.telegram.outage import Outage
from bot.telegram.transport import AiohttpRequest
from bot.telegram.window import Arrival, Window

_LOG = logging.getLogger(__name__)
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Limits:
    """Times in seconds. Telegram cuts `long_poll` to 50."""

    side_by_side: int = 32  # chats handled at once
    confirm_after: int = 16  # handled updates: as many may be repeated after a crash, and those in hand
    long_poll: int = 50
    handling: float = 90.0  # of one update, then it is given up
    farewell: float = 10.0  # for updates in hand at the end
    breath: float = 0.1  # between polls while updates are in hand, doubled while nothing happens
    longest_breath: float = 1.0
    first_pause: float = 1.0  # of an outage
    longest_pause: float = 30.0


@dataclass(slots=True)
class Counts:
    """Updates since the start."""

    handled: int = 0
    unreadable: int = 0
    given_up: int = 0


_USUAL_LIMITS = Limits()


class Polling:
    """Fetches updates over a transport of its own and hands them to an initialized application."""

    def __init__(
        self,
        application: Application[Any, Any, Any, Any, Any, Any],
        *,
        request: AiohttpRequest,
        limits: Limits = _USUAL_LIMITS,
    ) -> None:
        self.counts = Counts()
        self._application = application
        self._request = request
        self._limits = limits
        self._fetching = Fetching(request, url=application.bot.base_url)
        self._outage = Outage(first=limits.first_pause, longest=limits.longest_pause)
        self._lanes = Lanes(side_by_side=limits.side_by_side)
        self._window = Window()
        self._poll_soon = asyncio.Event()
        self._finished_since_poll = 0
        self._breath = limits.breath

    async def run(self, stop: asyncio.Event) -> None:
        """Until `stop`; then the updates in hand may finish, and what was handled is confirmed.
        Raises TokenRejected or AnotherInstance when going on is useless."""
        async with self._request:
            fetching = asyncio.create_task(self._fetch_forever())
            stopping = asyncio.create_task(stop.wait())
            try:
                await asyncio.wait((fetching, stopping), return_when=asyncio.FIRST_COMPLETED)
            finally:
                fetching.cancel()
                stopping.cancel()
                await asyncio.gather(fetching, stopping, return_exceptions=True)
                await self._leave(confirming=fetching.cancelled())
            if not fetching.cancelled():
                fetching.result()

    async def _fetch_forever(self) -> None:
        await self._persist(self._fetching.drop_webhook)
        while True:
            delivery = await self._persist(self._fetch)
            await self._breathe(delivery, fresh=self._accept(delivery))

    async def _fetch(self) -> Delivery:
        clock = asyncio.get_running_loop()
        # With something in hand Telegram answers at once: it delivers again what is not confirmed.
        wait = 0 if self._window.in_hand else self._limits.long_poll
        asked, started = self._window.offset, clock.time()
        self._finished_since_poll = 0
        self._poll_soon.clear()
        updates = await self._fetching.updates(offset=asked, wait=wait)
        return Delivery(asked=asked, waited=wait > 0, seconds=clock.time() - started, updates=updates)

    async def _persist(self, call: Callable[[], Awaitable[_Result]]) -> _Result:
        while True:
            try:
                result = await call()
            except TelegramError as error:
                pause = self._outage.pause_after(error)
            else:
                self._outage.over()
                return result
            await asyncio.sleep(pause)

    def _accept(self, delivery: Delivery) -> int:
        """Puts what is new into its lanes: so many."""
        raw = arrivals(delivery.updates)
        fresh = self._window.receive(raw, asked=delivery.asked)
        for arrival in fresh:
            update = readable(raw[arrival], arrival.update_id, self._application.bot)
            if update is None:
                self.counts.unreadable += 1
                self._finish(arrival)
            else:
                self._lanes.put(lane_of(update), partial(self._handle, arrival, update))
        return len(fresh)

    async def _breathe(self, delivery: Delivery, *, fresh: int) -> None:
        """Until polling again is worth it: all is finished, or enough to confirm, or time for news from others."""
        if fresh or self._finished_since_poll:
            self._breath = self._limits.breath
        if self._window.in_hand:
            await _until(self._poll_soon, seconds=self._breath)
        elif not fresh and delivery.waited and delivery.seconds < self._limits.longest_breath:
            await asyncio.sleep(self._breath)  # Telegram should have waited, but did not
        if not fresh and not self._finished_since_poll:
            self._breath = min(2 * self._breath, self._limits.longest_breath)

    async def _handle(self, arrival: Arrival, update: Update) -> None:
        try:
            async with asyncio.timeout(self._limits.handling):
                await self._application.process_update(update)
            self.counts.handled += 1
        except Exception as fault:  # noqa: BLE001 - the update handler: one bad update must not stop the rest
            self.counts.given_up += 1
            _LOG.exception("update.given_up", extra={"update_id": arrival.update_id, "error": type(fault).__name__})
        self._finish(arrival)

    def _finish(self, arrival: Arrival) -> None:
        self._window.finish(arrival)
        self._finished_since_poll += 1
        if not self._window.in_hand or self._finished_since_poll >= self._limits.confirm_after:
            self._poll_soon.set()

    async def _leave(self, *, confirming: bool) -> None:
        late = await self._lanes.drain(seconds=self._limits.farewell)
        if late:
            _LOG.warning("updates.unfinished", extra={"chats": late})
        if not confirming:
            return
        try:
            await self._fetching.updates(offset=self._window.offset, wait=0, limit=1)
        except TelegramError as error:
            _LOG.warning("updates.unconfirmed", extra={"error": repr(error)})


async def _until(event: asyncio.Event, *, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        pass
