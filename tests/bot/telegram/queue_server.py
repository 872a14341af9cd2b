"""Telegram's queue of updates on loopback, and little else: confirms by offset, blocks in the long poll."""

import asyncio
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

TOKEN = "1234567:queue_server_token_of_35_characters"


@dataclass
class QueueServer:
    """What waits, what was sent, what was asked."""

    waiting: list[Any] = field(default_factory=list)
    sent: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    asked: list[dict[str, str]] = field(default_factory=list)
    calls: Counter[str] = field(default_factory=Counter)
    failures: dict[str, list[tuple[int, dict[str, Any]]]] = field(default_factory=lambda: defaultdict(list))
    url: str = ""
    _number: int = 1000
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def write(self, chat: int, text: str) -> int:
        """A message of a person; its update_id."""
        self._number += 1
        person = {"id": chat, "is_bot": False, "first_name": "A"}
        message = {
            "message_id": self._number,
            "date": 1_700_000_000,
            "chat": {"id": chat, "type": "private", "first_name": "A"},
            "from": person,
            "text": text,
        }
        await self.send_raw({"update_id": self._number, "message": message})
        return self._number

    async def send_raw(self, update: object) -> None:
        async with self._changed:
            self.waiting.append(update)
            self._changed.notify_all()

    def restart_numbers_at(self, number: int) -> None:
        self._number = number

    def fail_next(self, method: str, status: int, *, times: int = 1, **parameters: object) -> None:
        body = {"ok": False, "error_code": status, "description": "told to", "parameters": parameters}
        self.failures[method] += [(status, body)] * times

    @property
    def unconfirmed(self) -> set[int]:
        return {number for update in self.waiting if isinstance(number := _number(update), int)}

    async def take(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        form = {name: str(value) for name, value in (await request.post()).items()}
        self.calls[method] += 1
        if request.match_info["token"] != TOKEN:
            return web.json_response({"ok": False, "description": "Unauthorized"}, status=401)
        if self.failures[method]:
            status, body = self.failures[method].pop(0)
            return web.json_response(body, status=status)
        result = await self._result(method, form)
        async with self._changed:
            self._changed.notify_all()
        return web.json_response({"ok": True, "result": result})

    async def _result(self, method: str, form: dict[str, str]) -> object:
        if method == "getUpdates":
            return await self._updates(form)
        if method == "getMe":
            return {"id": 1, "is_bot": True, "first_name": "R", "username": "ratsbote_bot"}
        if method == "sendMessage":
            chat = int(form["chat_id"])
            self.sent[chat].append(form["text"])
            return {"message_id": 1, "date": 1, "chat": {"id": chat, "type": "private"}}
        return True

    async def _updates(self, form: dict[str, str]) -> list[Any]:
        self.asked.append(form)
        if "offset" in form:
            self._confirm(int(form["offset"]))
        async with self._changed:
            self._changed.notify_all()
            try:
                async with asyncio.timeout(int(form["timeout"])):
                    await self._changed.wait_for(lambda: bool(self.waiting))
            except TimeoutError:
                pass
            return self.waiting[: int(form["limit"])]

    def _confirm(self, offset: int) -> None:
        numbers = self.unconfirmed
        if numbers and offset > max(numbers) + 1:
            return  # "in the future": Telegram starts from the beginning
        self.waiting = [update for update in self.waiting if (_number(update) or offset) >= offset]


def _number(update: object) -> int | None:
    number = update.get("update_id") if isinstance(update, dict) else None
    return number if isinstance(number, int) else None


@asynccontextmanager
async def queue_server() -> AsyncIterator[QueueServer]:
    server = QueueServer()
    application = web.Application()
    application.router.add_post("/bot{token}/{method}", server.take)
    async with TestServer(application) as listening:
        server.url = str(listening.make_url("")).rstrip("/")
        yield server
