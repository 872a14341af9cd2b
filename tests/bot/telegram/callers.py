"""A bot that calls misbehaving servers, and the ways they misbehave."""

import asyncio
import contextlib
import socket
import struct
from collections.abc import AsyncIterator, Awaitable

import pytest
from telegram import Bot
from telegram.error import TelegramError

from bot.telegram.transport import AiohttpRequest, Timeouts
from tests.bot.telegram.loopback import TOKEN, Behaviour, answer, read_request, serving

QUICK = Timeouts(connect=0.3, pool=0.3, read=0.3, write=0.3, media_write=0.3)
MESSAGE = {"message_id": 1, "date": 0, "chat": {"id": 7, "type": "private"}, "text": "ä"}
OK = answer({"ok": True, "result": MESSAGE})


@contextlib.asynccontextmanager
async def bot_at(api: str, *, timeouts: Timeouts = QUICK, pool_size: int = 8) -> AsyncIterator[Bot]:
    async with AiohttpRequest(pool_size=pool_size, timeouts=timeouts) as request:
        yield Bot(TOKEN, base_url=f"{api}/bot", request=request, get_updates_request=request)


async def sending_fails(behave: Behaviour) -> TelegramError:
    async with serving(behave) as api, bot_at(api) as bot:
        return await failure(bot.send_message(7, "ä"))


async def failure(call: Awaitable[object]) -> TelegramError:
    with pytest.raises(TelegramError) as caught:
        await call
    return caught.value


async def stall(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(60)


async def read_then_stall(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await read_request(reader)
    await asyncio.sleep(60)


async def read_then_close(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await read_request(reader)


async def read_then_reset(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await read_request(reader)
    plug: socket.socket = writer.get_extra_info("socket")
    plug.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


def saying(reply: bytes) -> Behaviour:
    """Answers once with these bytes, then closes."""

    async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        writer.write(reply)
        await writer.drain()

    return behave


async def drip(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """A byte now and then, for ever: no single wait is too long."""
    await read_request(reader)
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    while True:
        writer.write(b" ")
        await writer.drain()
        await asyncio.sleep(0.05)
