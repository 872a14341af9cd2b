"""What can go wrong between us and Telegram. Whoever raises says which it is.

All are python-telegram-bot's errors too, so that handlers need to know only those.
"""

from datetime import timedelta
from enum import StrEnum

from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError


class NotSent(NetworkError):
    """Telegram has certainly not seen the request: sending it again repeats nothing."""


class Uncertain(NetworkError):
    """Telegram may have done what was asked, or not: the answer is missing or cannot be read."""


class ServerFailed(Uncertain):
    """Telegram answered with its own failure (5xx)."""


class TokenRejected(InvalidToken):
    """Telegram does not know this bot (any more). Trying again is useless."""

    def __init__(self, message: str | None = None) -> None:
        super().__init__(
            message or "Telegram nimmt das Token nicht an. Bitte RATSBOTE_TELEGRAM_TOKEN mit @BotFather abgleichen."
        )


class AnotherInstance(Conflict):
    """Somebody else fetches this bot's updates."""

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or "Ein anderer Ratsbote läuft schon mit diesem Token. Bitte nur einen laufen lassen.")


class Failure(StrEnum):
    """What a failed call means for trying again."""

    NOT_SENT = "not_sent"
    UNCERTAIN = "uncertain"
    PAUSE = "pause"  # 429: wait, then again
    REFUSED = "refused"  # understood and refused: the same call will be refused again


def failure_of(error: TelegramError) -> Failure:
    """Also right for errors which python-telegram-bot made itself."""
    if isinstance(error, BadRequest):  # a NetworkError by inheritance, poison by nature
        return Failure.REFUSED
    if isinstance(error, RetryAfter):
        return Failure.PAUSE
    if isinstance(error, NotSent):
        return Failure.NOT_SENT
    return Failure.UNCERTAIN if isinstance(error, NetworkError) else Failure.REFUSED


def pause_of(error: RetryAfter) -> float:
    """Seconds to wait, never negative."""
    pause = error.retry_after
    seconds = pause.total_seconds() if isinstance(pause, timedelta) else float(pause)
    return max(0.0, seconds)
