"""Calls of the Bot API as a plain HTTP client makes them."""

import json
import struct
import zlib
from dataclasses import dataclass
from typing import Any

import aiohttp


def a_png(width: int = 3, height: int = 2) -> bytes:
    """A grey picture of that many pixels."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


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
