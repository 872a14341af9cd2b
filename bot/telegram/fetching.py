"""The two calls of polling, raw: python-telegram-bot's own getUpdates fails as a whole on one odd update."""

import json

from bot.telegram.errors import Uncertain
from bot.telegram.transport import AiohttpRequest

# Always sent: left out, Telegram keeps the list of the last time. Edited messages are not answered again.
ALLOWED_UPDATES = ("message", "callback_query", "my_chat_member")
BATCH = 100  # the most Telegram gives at once

_GRACE = 10.0  # seconds for the answer beyond the wait that was asked for


class Fetching:
    """`url` is the address of the bot's methods. It contains the token."""

    __slots__ = ("_request", "_url")

    def __init__(self, request: AiohttpRequest, *, url: str) -> None:
        self._request = request
        self._url = url

    async def updates(self, *, offset: int | None, wait: int, limit: int = BATCH) -> list[object]:
        """Updates from the offset on, everything below it is confirmed. Waits so many seconds for a first one.
        Raises TelegramErrors."""
        parameters = {
            "timeout": str(wait),
            "limit": str(limit),
            "allowed_updates": json.dumps(ALLOWED_UPDATES),
        }
        if offset is not None:
            parameters["offset"] = str(offset)
        found = await self._request.call(f"{self._url}/getUpdates", parameters, read_timeout=wait + _GRACE)
        if not isinstance(found, list):
            raise Uncertain("The answer is not a list of updates")
        return found

    async def drop_webhook(self) -> None:
        """Telegram refuses getUpdates (409) while a webhook is set. Waiting updates are kept."""
        parameters = {"drop_pending_updates": "false"}
        await self._request.call(f"{self._url}/deleteWebhook", parameters, read_timeout=_GRACE)
