"""Calls of the Bot API as a plain HTTP client makes them."""

import json
from dataclasses import dataclass
from typing import Any

import aiohttp


@dataclass(frozen=True)
class Reply:
    status: int
    content: dict[str, Any]

    @property
    def result(self) -> Any:
        assert self.content["ok"], self.content
        return self.content["result"]

    @property
    def refusal(self) -> str:
        """The words without "Bad Request: ", which is checked here."""
        assert self.content == {"ok": False, "error_code": 400, "description": self.content["description"]}
        assert self.status == 400
        kind, _, words = self.content["description"].partition(": ")
        assert kind == "Bad Request"
        return str(words)


@dataclass(frozen=True)
class Caller:
    session: aiohttp.ClientSession
    address: str

    async def __call__(self, method: str, **parameters: object) -> Reply:
        form = {name: _text(value) for name, value in parameters.items()}
        async with self.session.post(f"{self.address}/{method}", data=form) as answer:
            return Reply(answer.status, await answer.json())


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)
