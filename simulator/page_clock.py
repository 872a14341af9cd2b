"""The clock as the chat page shows and moves it."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from simulator.answers import JsonObject
from simulator.clock import Clock

NextEvent = Callable[[], Awaitable[tuple[datetime, str] | None]]

ZONE = "Europe/Berlin"  # the council's, in which the page shows all times
LONGEST_STEP = timedelta(days=366)
PATIENCE = 8.0  # seconds that whoever knows the next event has; less than the page's


class PageClock:
    """`next_event` gives the next thing worth seeing: an aware moment and German words about it, None if nothing
    is to come. Whoever puts the parts of a demo together knows it, not the simulator."""

    def __init__(self, clock: Clock) -> None:
        self.next_event: NextEvent | None = None
        self._clock = clock

    def shown(self) -> JsonObject:
        return {"now": self._clock.now().isoformat(), "zone": ZONE, "has_next": self.next_event is not None}

    def go_by(self, seconds: float) -> None:
        """ValueError for what is not forward, or further than a year at once."""
        if not 0 < seconds <= LONGEST_STEP.total_seconds():
            raise ValueError("Die Uhr geht hier nur vorwärts, höchstens ein Jahr auf einmal.")
        self._clock.move_by(timedelta(seconds=seconds))

    async def go_to_next(self) -> str | None:
        """The words about what is next and due now; None if nothing is to come, and then the clock stays.

        ValueError while nobody can say."""
        if self.next_event is None:
            raise ValueError("Hier weiß niemand, was als Nächstes kommt.")
        try:
            async with asyncio.timeout(PATIENCE):
                found = await self.next_event()
        except TimeoutError:
            raise ValueError("Was als Nächstes kommt, ließ sich gerade nicht feststellen.") from None
        if found is None:
            return None
        moment, words = found
        if moment.astimezone(UTC) > self._clock.now():
            self._clock.move_to(moment)
        return words
