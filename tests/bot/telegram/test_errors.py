"""Which errors may be tried again."""

import pickle
from datetime import timedelta

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.telegram.errors import (
    AnotherInstance,
    Failure,
    NotSent,
    ServerFailed,
    TokenRejected,
    Uncertain,
    failure_of,
    pause_of,
)


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (BadRequest("x"), Failure.REFUSED),
        (Forbidden("x"), Failure.REFUSED),
        (ChatMigrated(-1), Failure.REFUSED),
        (InvalidToken(), Failure.REFUSED),
        (TokenRejected(), Failure.REFUSED),
        (Conflict("x"), Failure.REFUSED),
        (TelegramError("x"), Failure.REFUSED),
        (RetryAfter(3), Failure.PAUSE),
        (NotSent("x"), Failure.NOT_SENT),
        (Uncertain("x"), Failure.UNCERTAIN),
        (ServerFailed("x"), Failure.UNCERTAIN),
        (TimedOut(), Failure.UNCERTAIN),
        (NetworkError("x"), Failure.UNCERTAIN),
    ],
)
def test_every_error_is_of_one_kind(error: TelegramError, failure: Failure) -> None:
    assert failure_of(error) is failure


def test_pause_is_seconds_and_never_negative() -> None:
    assert pause_of(RetryAfter(timedelta(milliseconds=1500))) == 1.5
    assert pause_of(RetryAfter(-5)) == 0


@pytest.mark.parametrize("error", [NotSent("x"), ServerFailed("x"), TokenRejected(), AnotherInstance()])
def test_errors_survive_pickling(error: TelegramError) -> None:
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
