"""Trying again: what an answer to a person does when Telegram is slow, busy or out of reach.

Answers are not paced, they only wait out what Telegram asks for (429).
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any, TypeAlias

from telegram.error import BadRequest, RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

from bot.telegram.errors import Failure, Uncertain, failure_of, pause_of
from bot.telegram.waiting import Spread, back_off, spread_by_half

_Result: TypeAlias = bool | dict[str, Any] | list[dict[str, Any]]

PATIENCE = 60.0  # seconds a call may take with all its attempts
RESENDS = 2  # of something that may have arrived: a lost answer is worse than a repeated one

# Doing these twice is as doing them once.
_REPEATABLE = ("get", "set", "edit", "delete", "answer", "pin", "unpin", "sendChatAction")
# What Telegram says when the attempt whose answer we lost had worked.
_DONE_ALREADY = (
    ("edit", "message is not modified"),
    ("delete", "message to delete not found"),
    ("answer", "query is too old"),
)


@dataclass(slots=True)
class _Attempts:
    """What one call has been through."""

    repeatable: bool
    failures: int = 0
    uncertain: int = 0

    def pause_after(self, error: TelegramError, *, spread: Spread) -> float | None:
        """Seconds until the next attempt, None to give up."""
        failure = failure_of(error)
        if failure is Failure.REFUSED:
            return None
        if isinstance(error, RetryAfter):
            return pause_of(error) + 1  # Telegram counts whole seconds
        self.failures += 1
        if failure is Failure.UNCERTAIN:
            self.uncertain += 1
            if not self.repeatable and self.uncertain > RESENDS:
                return None
        return spread(back_off(self.failures, first=0.5, longest=8))


class AnswerPacing(BaseRateLimiter[None]):
    """Waits out a 429, repeats what was not sent, and repeats within bounds what is uncertain.
    Whatever Telegram refused passes at once. getUpdates never comes here."""

    __slots__ = ("_monotonic", "_sleep", "_spread")

    def __init__(
        self,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        spread: Spread = spread_by_half,
    ) -> None:
        self._monotonic = monotonic
        self._sleep = sleep
        self._spread = spread

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to let go of."""

    async def process_request(  # noqa: PLR0917 - the signature is python-telegram-bot's
        self,
        callback: Callable[..., Coroutine[Any, Any, _Result]],
        args: Any,  # noqa: ANN401
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,
    ) -> _Result:
        """The call's result within `PATIENCE` seconds, else its last error."""
        deadline = self._monotonic() + PATIENCE
        attempts = _Attempts(repeatable=endpoint.startswith(_REPEATABLE))
        while True:
            try:
                return await _in_time(callback(*args, **kwargs), seconds=deadline - self._monotonic())
            except TelegramError as error:
                if attempts.uncertain and _done_already(endpoint, error):
                    return True
                pause = attempts.pause_after(error, spread=self._spread)
                if pause is None or self._monotonic() + pause >= deadline:
                    raise
            await self._sleep(pause)


async def _in_time(call: Awaitable[_Result], *, seconds: float) -> _Result:
    try:
        async with asyncio.timeout(seconds):
            return await call
    except TimeoutError:
        raise Uncertain("No answer in time") from None


def _done_already(endpoint: str, error: TelegramError) -> bool:
    text = error.message.casefold()
    return isinstance(error, BadRequest) and any(
        endpoint.startswith(verb) and words in text for verb, words in _DONE_ALREADY
    )
