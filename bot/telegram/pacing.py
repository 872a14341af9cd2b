"""When a call goes out: an answer at once and again where that helps, a notice in its turn and once."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine
from datetime import timedelta
from enum import Enum, auto
from typing import Any, TypeAlias

from telegram.error import RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

from bot.telegram.attempts import Attempts
from bot.telegram.errors import Uncertain, pause_of
from bot.telegram.rates import Rates
from bot.telegram.refusals import LONGEST_PAUSE
from bot.telegram.waiting import Spread, spread_by_half

_Result: TypeAlias = bool | dict[str, Any] | list[dict[str, Any]]

PATIENCE = 60.0  # seconds an answer may take with all its attempts
# Seconds a notice waits for its chat; longer, and it would hold up notices to others.
SHORT_WAIT = 3.0

_WRITING = ("send", "edit", "copy", "forward")
_NOT_WRITING = ("sendChatAction",)


class Purpose(Enum):
    """What a call is for, as python-telegram-bot's `rate_limit_args`. Without one it is an answer."""

    NOTICE = auto()


class Pacing(BaseRateLimiter[Purpose]):
    """An answer is never paced: it waits out a 429, is repeated if it was not sent, and within bounds if that is
    uncertain. A notice waits for its turn (see `Rates`) and is tried once. getUpdates never comes here.

    `rate` is notices a second, 0 for unpaced.
    """

    __slots__ = ("_monotonic", "_rates", "_sleep", "_spread")

    def __init__(
        self,
        *,
        rate: float = 25,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        spread: Spread = spread_by_half,
    ) -> None:
        self._rates = Rates(rate)
        self._monotonic = monotonic
        self._sleep = sleep
        self._spread = spread

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to let go of."""

    def ready_in(self, chat: int) -> float:
        """Seconds until a notice to this chat would not have to wait for the chat; 0: now."""
        return self._rates.chat_free_in(chat, self._monotonic())

    @property
    def all_wait(self) -> bool:
        """Whether Telegram asked for silence everywhere."""
        return self._rates.all_free_in(self._monotonic()) > 0

    async def process_request(  # noqa: PLR0917 - the signature is python-telegram-bot's
        self,
        callback: Callable[..., Coroutine[Any, Any, _Result]],
        args: Any,  # noqa: ANN401
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Purpose | None,
    ) -> _Result:
        """The call's result, else its last error: of an answer within `PATIENCE` seconds.
        A notice whose chat is not free soon is not tried: RetryAfter says when it will be."""

        def call() -> Coroutine[Any, Any, _Result]:
            return callback(*args, **kwargs)

        chat = _written_to(endpoint, data)
        if rate_limit_args is Purpose.NOTICE and chat is not None:
            return await self._notice(call, chat)
        return await self._answer(call, endpoint, chat)

    async def _notice(self, call: Callable[[], Awaitable[_Result]], chat: int) -> _Result:
        while wait := self.ready_in(chat):
            if wait > SHORT_WAIT:
                raise RetryAfter(timedelta(seconds=wait))
            await self._sleep(wait)
        if turn := self._rates.take(chat, self._monotonic()):
            await self._sleep(turn)
        if pause := self._rates.all_free_in(self._monotonic()):
            raise RetryAfter(timedelta(seconds=pause))
        try:
            return await call()
        except RetryAfter as refused:
            self._refused(chat, refused)
            raise

    async def _answer(self, call: Callable[[], Awaitable[_Result]], endpoint: str, chat: int | None) -> _Result:
        deadline = self._monotonic() + PATIENCE
        attempts = Attempts(endpoint)
        while True:
            if chat is not None:
                self._rates.count(chat, self._monotonic())
            try:
                return await _in_time(call(), seconds=deadline - self._monotonic())
            except TelegramError as error:
                if chat is not None and isinstance(error, RetryAfter):
                    self._refused(chat, error)
                if attempts.had_worked(error):
                    return True
                pause = attempts.pause_after(error, spread=self._spread)
                if pause is None or self._monotonic() + pause >= deadline:
                    raise
            await self._sleep(pause)

    def _refused(self, chat: int, refused: RetryAfter) -> None:
        # Telegram counts whole seconds.
        self._rates.refused(chat, min(pause_of(refused) + 1, LONGEST_PAUSE), self._monotonic())


def _written_to(endpoint: str, data: dict[str, Any]) -> int | None:
    """The chat that gets or sees something by this call."""
    chat = data.get("chat_id")
    if endpoint.startswith(_NOT_WRITING) or not endpoint.startswith(_WRITING):
        return None
    return chat if isinstance(chat, int) else None


async def _in_time(call: Awaitable[_Result], *, seconds: float) -> _Result:
    try:
        async with asyncio.timeout(seconds):
            return await call
    except TimeoutError:
        raise Uncertain("No answer in time") from None
