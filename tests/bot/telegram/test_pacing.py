"""How often an answer is tried, and for how long, on a clock that runs by itself."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.telegram.errors import NotSent, ServerFailed, Uncertain
from bot.telegram.pacing import PATIENCE, Pacing


class Line:
    """A call that fails as scripted, and the time that passes."""

    def __init__(self, *outcomes: TelegramError | bool, takes: float = 0.0) -> None:
        self.outcomes = list(outcomes)
        self.takes = takes
        self.calls = 0
        self.now = 0.0

    async def call(self, *args: object, **kwargs: object) -> bool:
        self.calls += 1
        self.now += self.takes
        outcome = self.outcomes.pop(0) if len(self.outcomes) > 1 else self.outcomes[0]
        if isinstance(outcome, TelegramError):
            raise outcome
        return outcome

    async def send(self, endpoint: str = "sendMessage", spread: Callable[[float], float] = float) -> object:
        async def sleep(seconds: float) -> None:
            self.now += seconds

        pacing = Pacing(monotonic=lambda: self.now, sleep=sleep, spread=spread)
        return await pacing.process_request(self.call, (), {}, endpoint, {}, None)


async def test_answer_that_works_is_not_delayed() -> None:
    line = Line(True)
    assert await line.send() is True
    assert line.now == 0


async def test_pause_asked_for_by_telegram_is_waited_out() -> None:
    line = Line(RetryAfter(timedelta(seconds=7)), True)
    assert await line.send() is True
    assert line.now == 8


async def test_pause_longer_than_patience_is_not_begun() -> None:
    line = Line(RetryAfter(timedelta(seconds=3600)), True)
    with pytest.raises(RetryAfter):
        await line.send()
    assert line.now == 0


async def test_endless_pauses_end_with_patience() -> None:
    line = Line(RetryAfter(timedelta(seconds=0)))
    with pytest.raises(RetryAfter):
        await line.send()
    assert line.now <= PATIENCE


async def test_what_was_not_sent_is_tried_until_patience_ends() -> None:
    line = Line(NotSent(""))
    with pytest.raises(NotSent):
        await line.send()
    assert 50 < line.now <= PATIENCE
    assert line.calls > 8


async def test_short_outage_costs_nothing_but_time() -> None:
    assert await Line(NotSent(""), NotSent(""), NotSent(""), True).send() is True


@pytest.mark.parametrize("error", [Uncertain(""), ServerFailed(""), TimedOut(), NetworkError("")])
async def test_uncertain_message_is_sent_again_twice(error: TelegramError) -> None:
    line = Line(error)
    with pytest.raises(NetworkError):
        await line.send("sendMessage")
    assert line.calls == 3


async def test_what_was_not_sent_does_not_use_up_resends() -> None:
    line = Line(Uncertain(""), NotSent(""), NotSent(""), NotSent(""), Uncertain(""), True)
    assert await line.send("sendDocument") is True


@pytest.mark.parametrize(
    "endpoint", ["editMessageText", "answerCallbackQuery", "setMyCommands", "deleteMessage", "getMe"]
)
async def test_what_does_no_harm_twice_is_tried_until_patience_ends(endpoint: str) -> None:
    line = Line(Uncertain(""))
    with pytest.raises(Uncertain):
        await line.send(endpoint)
    assert line.calls > 8
    assert line.now <= PATIENCE


@pytest.mark.parametrize("error", [BadRequest("poison"), Forbidden("blocked"), ChatMigrated(-1), InvalidToken()])
async def test_refusals_pass_at_once(error: TelegramError) -> None:
    line = Line(error)
    with pytest.raises(type(error)):
        await line.send("editMessageText")
    assert line.calls == 1
    assert line.now == 0


@pytest.mark.parametrize(
    ("endpoint", "text"),
    [
        ("editMessageText", "Bad Request: message is not modified: specified new message content …"),
        ("deleteMessage", "Bad Request: message to delete not found"),
        ("answerCallbackQuery", "Bad Request: query is too old and response timeout expired"),
    ],
)
async def test_edit_whose_answer_was_lost_counts_as_done(endpoint: str, text: str) -> None:
    assert await Line(Uncertain(""), BadRequest(text)).send(endpoint) is True
    with pytest.raises(BadRequest):
        await Line(NotSent(""), BadRequest(text)).send(endpoint)


async def test_slow_attempts_count_too() -> None:
    line = Line(Uncertain(""), takes=25)
    with pytest.raises(Uncertain):
        await line.send("editMessageText")
    assert line.calls <= 3


async def test_attempt_is_cut_where_patience_ends() -> None:
    started = asyncio.Event()

    async def hang(*args: object) -> bool:
        started.set()
        await asyncio.sleep(3600)
        return True

    times = iter([0.0, PATIENCE - 0.01, PATIENCE])
    pacing = Pacing(monotonic=lambda: next(times))
    with pytest.raises(Uncertain):
        await pacing.process_request(hang, (), {}, "sendMessage", {}, None)
    assert started.is_set()


async def test_chance_spreads_what_comes_back() -> None:
    line = Line(NotSent(""), True)
    await line.send(spread=lambda seconds: seconds * 1.5)
    assert line.now == 0.75
