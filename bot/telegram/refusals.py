"""What Telegram's answers with an error status mean, whoever wrote them: Telegram or a proxy between."""

import json
from datetime import timedelta
from http import HTTPStatus

from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, RetryAfter, TelegramError

from bot.telegram.errors import ServerFailed, TokenRejected, Uncertain

LONGEST_PAUSE = 3600  # seconds; a longer retry_after is asked about again after an hour
_PAUSE_UNSAID = 5  # seconds, when a 429 does not say how long
_LONGEST_DESCRIPTION = 500


def refusal(status: int, body: bytes, *, retry_after: str | None = None) -> TelegramError:
    """The error for an answer that is not 2xx. `retry_after` is the HTTP header of that name."""
    said = _object(body)
    description = _description(said, status)
    parameters = said.get("parameters")
    parameters = parameters if isinstance(parameters, dict) else {}
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return RetryAfter(_pause(parameters.get("retry_after"), retry_after))
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return ServerFailed(description)
    moved_to = parameters.get("migrate_to_chat_id")
    if isinstance(moved_to, int) and moved_to:
        return ChatMigrated(moved_to)
    return _by_status(status, description)


def _by_status(status: int, description: str) -> TelegramError:
    if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND):  # 404: a malformed token
        return TokenRejected()
    if status == HTTPStatus.FORBIDDEN:
        return Forbidden(description)
    if status == HTTPStatus.CONFLICT:
        return Conflict(description)
    if status >= HTTPStatus.BAD_REQUEST:
        return BadRequest(description)
    # A redirect is never Telegram's: somebody stands between, and what he did is unknown.
    return Uncertain(description)


def _pause(said: object, header: str | None) -> timedelta:
    """Between 0 and an hour, whatever was said: a timedelta of 10^18 seconds would overflow."""
    seconds = said
    if (isinstance(seconds, bool) or not isinstance(seconds, int)) and header and header.isdecimal():
        seconds = int(header[:9])
    if isinstance(seconds, bool) or not isinstance(seconds, int):
        seconds = _PAUSE_UNSAID
    return timedelta(seconds=min(max(seconds, 0), LONGEST_PAUSE))


def _description(said: dict[str, object], status: int) -> str:
    description = said.get("description")
    if isinstance(description, str) and description:
        return description[:_LONGEST_DESCRIPTION]
    try:
        return f"{HTTPStatus(status).phrase} ({status})"
    except ValueError:
        return f"HTTP {status}"


def _object(body: bytes) -> dict[str, object]:
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}
