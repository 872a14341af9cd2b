"""A transport that prints instead of sending: what the command `ask` talks to in Telegram's place."""

import json
from http import HTTPStatus
from typing import Any

from telegram.constants import ParseMode
from telegram.request import BaseRequest, RequestData

from bot.telegram.plain import plain_text, without_controls

# In the shape of a token, but nobody's.
PRINTING_TOKEN = "1:" + "A" * 35

_BOT = {"id": 1, "is_bot": True, "first_name": "Ratsbote", "username": "ratsbote_bot"}
_SHOWN = frozenset({"sendMessage", "sendDocument", "sendPhoto", "editMessageText", "editMessageCaption"})


class PrintingRequest(BaseRequest):
    """Every method succeeds without a network. A message edited later is collected as it ended."""

    __slots__ = ("_collected",)

    def __init__(self) -> None:
        self._collected: dict[int, str] = {}

    @property
    def collected(self) -> tuple[str, ...]:
        """The messages as plain text, their buttons below them one a line, in the order of sending."""
        return tuple(self._collected.values())

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close; what was collected stays."""

    async def do_request(  # noqa: PLR0917 - the signature is python-telegram-bot's
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        result = self._result(url.rpartition("/")[2], request_data)
        return HTTPStatus.OK, json.dumps({"ok": True, "result": result}).encode()

    def _result(self, called: str, data: RequestData | None) -> object:
        if called == "getMe":
            return _BOT
        if called in ("getUpdates", "getMyCommands"):
            return []
        if data is None or called not in _SHOWN:
            return True
        return self._message(data)

    def _message(self, data: RequestData) -> dict[str, Any]:
        parameters = data.json_parameters
        number = int(parameters.get("message_id", len(self._collected) + 1))
        lines = (_text(parameters), *_files(data), *_buttons(parameters.get("reply_markup")))
        self._collected[number] = "\n".join(line for line in lines if line)
        chat = {"id": int(parameters.get("chat_id", 1)), "type": "private"}
        return {"message_id": number, "date": 0, "chat": chat, "from": _BOT, "text": self._collected[number]}


def _text(parameters: dict[str, str]) -> str:
    text = parameters.get("text") or parameters.get("caption") or ""
    is_html = parameters.get("parse_mode") == ParseMode.HTML
    return plain_text(text) if is_html else without_controls(text)


def _files(data: RequestData) -> list[str]:
    return [f"[Datei: {without_controls(name)}]" for name, _, _ in data.multipart_data.values()]


def _buttons(markup: str | None) -> list[str]:
    rows = json.loads(markup).get("inline_keyboard", []) if markup else []
    return [_button(button) for row in rows for button in row]


def _button(button: dict[str, Any]) -> str:
    text = without_controls(button["text"])
    return f"[{text}: {button['url']}]" if "url" in button else f"[{text}]"
