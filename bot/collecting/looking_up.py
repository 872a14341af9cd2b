"""What somebody asked for and is not stored is asked of the councils at once, and remembered silently."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from typing import TypeAlias
from urllib.parse import urlsplit

from telegram.error import TelegramError

from bot.collecting.search_one import look_up_link, look_up_reference
from bot.collecting.sources import Source
from bot.collecting.tools import Tools
from sources.errors import NotPublic, SourceError, Unreachable
from storage.errors import StorageError
from storage.wanted import Answer, Waiting, Wanted, due_answers, next_wanted, settle_wanted

OnDue: TypeAlias = Callable[[tuple[Waiting, ...]], Awaitable[None]]

_log = logging.getLogger(__name__)

_TICK = 1.0  # seconds between two looks for answers that are overdue
_PAUSE = 5.0  # seconds more while Telegram does not take them
# The most telling first: whoever found it, then whoever may still have it.
_ORDER = (Answer.FOUND, Answer.UNREACHABLE, Answer.NOT_PUBLIC, Answer.NOT_FOUND, Answer.CANNOT_LOOK_UP)


class LookingUp:
    """The questions, taken one after the other. `finished` waits while one is in hand: rounds let it go first."""

    def __init__(self, tools: Tools, sources: Callable[[], Iterable[Source]], on_due: OnDue | None) -> None:
        self._tools = tools
        self._sources = sources
        self._on_due = on_due
        self._woken = asyncio.Event()
        self._settled = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()

    def wake(self) -> None:
        """Somebody has just asked."""
        self._idle.clear()
        self._woken.set()

    async def finished(self) -> None:
        await self._idle.wait()

    async def take_all(self) -> None:
        """Looks up whatever is asked for now; a question that meets a fault of ours is left to its time limit."""
        self._woken.clear()
        try:
            while (wanted := await self._tools.database.read(next_wanted, now=self._tools.now())) is not None:
                answer, paper = await self._look_up(wanted)
                await self._tools.database.transaction(settle_wanted, wanted, answer, paper=paper)
                self._settled.set()
        finally:
            if not self._woken.is_set():
                self._idle.set()

    async def serve_questions(self) -> None:
        """For ever: looks up when woken."""
        while True:
            await self._guarded(self.take_all)
            await self._woken.wait()

    async def serve_answers(self) -> None:
        """For ever: hands over what is due."""
        while True:
            await self._guarded(self._hand_over)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._settled.wait(), _TICK)
            self._settled.clear()

    async def _hand_over(self) -> None:
        due = await self._tools.database.read(due_answers, now=self._tools.now())
        if not due or self._on_due is None:
            return
        try:
            await self._on_due(due)
        except TelegramError as fault:
            _log.warning("answers.waiting", extra={"number": len(due), "why": fault.message})
            await asyncio.sleep(_PAUSE)

    async def _guarded(self, step: Callable[[], Awaitable[None]]) -> None:
        try:
            await step()
        except StorageError as fault:
            _log.error("lookup.failed", extra={"why": str(fault)})
            await asyncio.sleep(_TICK)
        except Exception:  # noqa: BLE001 - the wall: a bug met with one answer must not stop the others
            _log.exception("lookup.broken")
            await asyncio.sleep(_TICK)

    async def _look_up(self, wanted: Wanted) -> tuple[Answer, int | None]:
        """Asks the sources in question side by side; the first that has it ends it."""
        asked = [source for source in self._sources() if _concerns(source, wanted)]
        tasks = [asyncio.create_task(self._ask(source, wanted)) for source in asked]
        answers = {Answer.CANNOT_LOOK_UP}
        try:
            for done in asyncio.as_completed(tasks):
                answer, paper = await done
                if answer is Answer.FOUND:
                    return answer, paper
                answers.add(answer)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        return next(each for each in _ORDER if each in answers), None

    async def _ask(self, source: Source, wanted: Wanted) -> tuple[Answer, int | None]:
        try:
            if wanted.link is not None:
                found, paper = await look_up_link(self._tools, source, wanted.link)
            else:
                found, paper = await look_up_reference(self._tools, source, wanted.reference or "")
        except SourceError as fault:
            _log.info("lookup.refused", extra={"source": source.name, "why": str(fault)})
            return _answer(fault), None
        return (Answer.FOUND if found else Answer.NOT_FOUND), paper


def _concerns(source: Source, wanted: Wanted) -> bool:
    if wanted.link is not None and wanted.link.host != urlsplit(source.place).hostname:
        return False
    return wanted.body in {None, source.name}


def _answer(fault: SourceError) -> Answer:
    if isinstance(fault, NotPublic):
        return Answer.NOT_PUBLIC
    if fault.kind == "refused":
        return Answer.CANNOT_LOOK_UP
    return Answer.UNREACHABLE if isinstance(fault, Unreachable) or fault.kind == "unreadable" else Answer.NOT_FOUND
