"""Ticks in real time; what is due is asked of the clock and the database, each time anew."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime

from apscheduler.executors.asyncio import AsyncIOExecutor
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler


@asynccontextmanager
async def ticking(step: Callable[[], Awaitable[object]], *, minutes: float) -> AsyncIterator[None]:
    """`step` at once and then every so many minutes, never two at a time: one that takes longer skips ticks.

    A step under way at the end is cancelled and waited for.
    """
    running: set[asyncio.Task[object]] = set()

    async def tick() -> None:
        task = asyncio.ensure_future(step())
        running.add(task)
        try:
            with suppress(asyncio.CancelledError):
                await task
        finally:
            running.discard(task)

    scheduler = _scheduler(tick, seconds=minutes * 60)
    scheduler.start()
    try:
        yield
    finally:
        scheduler.shutdown(wait=False)
        left = tuple(running)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)


def _scheduler(tick: Callable[[], Awaitable[None]], *, seconds: float) -> AsyncIOScheduler:
    scheduler = AsyncIOScheduler(
        timezone=UTC, jobstores={"default": MemoryJobStore()}, executors={"default": AsyncIOExecutor()}
    )
    scheduler.add_job(
        tick,
        "interval",
        seconds=seconds,
        next_run_time=datetime.now(UTC),
        coalesce=True,
        max_instances=1,
        misfire_grace_time=None,
    )
    return scheduler
