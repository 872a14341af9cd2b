"""Parsing in a process that can be killed: a hostile page costs its time limit, and nothing else."""

import asyncio
import logging
import math
from collections.abc import Callable
from types import TracebackType
from typing import Concatenate, ParamSpec, Self, TypeVar, cast

from sources.errors import NotFound, NotPublic, NotSaidPublic, Refused, SourceError, Unreachable, Unreadable
from sources.web.child import Answer, Child
from sources.web.wire import packed
from sources.web.worker_process import FAILED, MEMORY, READ

_P = ParamSpec("_P")
_T = TypeVar("_T")
_Done = TypeVar("_Done")

USUAL_SECONDS = 10.0
USUAL_MEMORY = 2**30  # bytes of address space; an ordinary page takes a tenth of it, the interpreter included
# Then whatever a C library lost with each page is given back.
MOST_PAGES = 2_000

TOO_SLOW = "Die Seite ist nicht in {:g} Sekunden zu lesen und wurde aufgegeben."
TOO_MUCH = "Die Seite ist nicht zu lesen: Sie braucht mehr Speicher, als für eine Seite da ist."
CRASHED = "Die Seite ist nicht zu lesen: Der Leseprozess ist an ihr gestorben."
BUG = "Die Seite ist nicht zu lesen; der Fehler liegt im Programm ({}), bitte melden."
NOT_STARTED = "Zurzeit ist keine Seite zu lesen: Der Leseprozess lässt sich nicht starten."

_STARTING = 60.0  # seconds
_ERRORS = {kind.__name__: kind for kind in (Unreachable, Unreadable, Refused, NotPublic, NotSaidPublic, NotFound)}
_log = logging.getLogger(__name__)


class Worker:
    """One parsing process: started with the first page, replaced after it was killed, died or had `most_pages`.
    One page at a time. `seconds` for a page, without the start; `memory` in bytes."""

    def __init__(
        self, *, seconds: float = USUAL_SECONDS, memory: int = USUAL_MEMORY, most_pages: int = MOST_PAGES
    ) -> None:
        self._seconds = seconds
        self._memory = memory
        self._most_pages = most_pages
        self._child: Child | None = None
        self._queue = asyncio.Lock()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Ends the process, a busy one too. A later page starts another."""
        child, self._child = self._child, None
        if child is not None:
            await asyncio.to_thread(child.end)

    async def parse(
        self, function: Callable[Concatenate[bytes, _P], _T], data: bytes, *args: _P.args, **kwargs: _P.kwargs
    ) -> _T:
        """What `function(data, …)` returns, called over there while the event loop goes on. It must stand at the top
        of a module, and take and return what `wire` carries. Its SourceErrors come back as they are; a page that
        takes too long or too much memory, a crash and a bug are Unreadable."""
        request = packed((f"{function.__module__}:{function.__qualname__}", args, tuple(kwargs.items())))
        async with self._queue:
            try:
                kind, value, words = await self._answer(function.__module__, request, data)
            except BaseException:  # cancelled too: what is in the pipes is nobody's answer any more
                await self.close()
                raise
            if kind == MEMORY or (self._child and self._child.pages >= self._most_pages):
                await self.close()
        if kind == READ:
            return cast(_T, value)  # that very function made it over there
        raise _error(kind, value, words)

    async def _answer(self, module: str, request: bytes, data: bytes) -> Answer:
        child = self._child or await self._started(module)
        try:
            answer = await _in_time(self._seconds, child, lambda: child.ask(request, data))
        except TimeoutError:
            raise Unreadable(TOO_SLOW.format(self._seconds)) from None
        if answer is None:
            raise Unreadable(CRASHED)
        return answer

    async def _started(self, module: str) -> Child:
        self._child = child = Child(module, memory=self._memory, seconds=math.ceil(self._seconds) + 2)
        try:
            ready = await _in_time(_STARTING, child, child.start)
        except TimeoutError:
            ready = False
        if not ready:
            _log.error("the parsing process does not start")
            raise Unreadable(NOT_STARTED)
        return child


async def _in_time(seconds: float, child: Child, blocking: Callable[[], _Done]) -> _Done:
    """What the call returns in a thread. A child that is too slow, or no longer wanted, is killed: that ends its
    pipes, and with them the thread's waiting. Raises TimeoutError."""
    working = asyncio.ensure_future(asyncio.to_thread(blocking))
    try:
        await asyncio.wait({working}, timeout=seconds)
        if not working.done():
            raise TimeoutError
        return working.result()
    finally:
        if not working.done():
            child.kill()
            await asyncio.wait({working})


def _error(kind: str, value: object, words: str) -> SourceError:
    if kind == FAILED:
        return _ERRORS.get(str(value), Unreadable)(words)
    if kind == MEMORY:
        return Unreadable(TOO_MUCH)
    _log.error("a page broke its reader: %s", words)
    return Unreadable(BUG.format(words))
