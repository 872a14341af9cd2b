"""The edge of the network: a messenger that writes down what arrives, and a process that can be killed anywhere."""

import asyncio
import sqlite3
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Concatenate, ParamSpec, TypeVar

from notices.errors import Rejected
from storage.database import Database
from views.message import Button, Message, plain

P = ParamSpec("P")
T = TypeVar("T")


class Killed(BaseException):
    """The process, here and now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """How the next call for a chat ends; `arrives`: the message stands there all the same."""

    error: BaseException
    arrives: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """A message in a chat. `is_answered`: the sender learned its number."""

    at: datetime
    chat: int
    topic: int | None
    number: int
    message: Message
    silent: bool
    buttons: tuple[tuple[Button, ...], ...] = ()
    is_answered: bool = True

    @property
    def text(self) -> str:
        return plain(self.message.text)


class Recorder:
    """A messenger without a network. `faults` are used up chat by chat, in order; `waits` are seconds by chat."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.arrived: list[Arrived] = []
        self.edited: list[tuple[int, int]] = []
        self.calls: list[int] = []
        self.faults: defaultdict[int, deque[Fault]] = defaultdict(deque)
        self.waits: dict[int, float] = {}
        self.paused = False
        self._now = now
        # What was refused comes again in bare words: it is about the same.
        self._refused: dict[int, Message] = {}

    async def send(self, chat: int, topic: int | None, message: Message, *, silent: bool) -> int:
        self.calls.append(chat)
        await asyncio.sleep(0)
        fault = self._fault(chat)
        number = len(self.arrived) + 1
        refused = self._refused.pop(chat, message)
        if fault is not None and isinstance(fault.error, Rejected):
            self._refused[chat] = message
        if fault is None or fault.arrives:
            arrived = Arrived(
                at=self._now(),
                chat=chat,
                topic=topic,
                number=number,
                message=message,
                silent=silent,
                buttons=message.buttons or (refused.buttons if plain(refused.text) == plain(message.text) else ()),
                is_answered=fault is None,
            )
            self.arrived.append(arrived)
        if fault is not None:
            raise fault.error
        return number

    async def edit(self, chat: int, message_id: int, message: Message) -> None:
        self.calls.append(chat)
        await asyncio.sleep(0)
        fault = self._fault(chat)
        if fault is None or fault.arrives:
            former = self.arrived[message_id - 1]
            assert former.chat == chat
            self.arrived[message_id - 1] = replace(former, message=message)
            self.edited.append((chat, message_id))
        if fault is not None:
            raise fault.error

    def ready_in(self, chat: int) -> float:
        return self.waits.get(chat, 0.0)

    def is_paused(self) -> bool:
        return self.paused

    def texts(self, chat: int | None = None) -> list[str]:
        return [each.text for each in self.arrived if chat in {None, each.chat}]

    def _fault(self, chat: int) -> Fault | None:
        return self.faults[chat].popleft() if self.faults[chat] else None


class MortalDatabase(Database):
    """Counts transactions down to a kill; after it nothing more is written, as a dead process writes nothing."""

    kill_in: int | None = None
    kill_after: bool = False
    is_dead: bool = False

    async def transaction(
        self, function: Callable[Concatenate[sqlite3.Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        if self.is_dead:
            raise Killed
        if self.kill_in is None or self.kill_in > 0:
            self.kill_in = None if self.kill_in is None else self.kill_in - 1
            return await super().transaction(function, *args, **kwargs)
        self.kill_in, self.is_dead = None, True
        if self.kill_after:
            await super().transaction(function, *args, **kwargs)
        raise Killed


async def nobody_left(before: "set[asyncio.Task[Any]]") -> None:
    """Ends every task that a killed process left behind."""
    left = asyncio.all_tasks() - before
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)
