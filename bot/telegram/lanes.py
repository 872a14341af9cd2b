"""Order within a chat, chats side by side."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

Job = Callable[[], Awaitable[None]]


class Lanes:
    """Jobs of one lane run strictly one after the other; so many lanes at once, in turns."""

    __slots__ = ("_slots", "_tasks", "_waiting")

    def __init__(self, *, side_by_side: int) -> None:
        self._slots = asyncio.Semaphore(side_by_side)
        self._waiting: dict[str, deque[Job]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def put(self, lane: str, job: Job) -> None:
        """Jobs must not raise."""
        if lane in self._waiting:
            self._waiting[lane].append(job)
            return
        self._waiting[lane] = deque((job,))
        task = asyncio.create_task(self._run(lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def drain(self, *, seconds: float) -> int:
        """Lets everything finish, and stops what then still runs: so many lanes."""
        if not self._tasks:
            return 0
        _, late = await asyncio.wait(self._tasks, timeout=seconds)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        return len(late)

    async def _run(self, lane: str) -> None:
        jobs = self._waiting[lane]
        try:
            while jobs:
                async with self._slots:
                    await jobs.popleft()()
        finally:
            del self._waiting[lane]
