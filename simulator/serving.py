"""The server: loopback only, Bot API and chat page under one address."""

import asyncio
import ipaddress
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import lru_cache
from urllib.parse import urlsplit

from aiohttp import StreamReader, web
from aiohttp.abc import AbstractStreamWriter
from aiohttp.http_parser import RawRequestMessage

from simulator import bot_api
from simulator.changes import Change, Kind
from simulator.parameters import LARGEST_BODY
from simulator.web import answer_page
from simulator.world import World

_FAREWELL = 0.5  # seconds that calls in hand have at the end
_LONGEST_ADDRESS = 2**16  # bytes; parameters may come in it


@asynccontextmanager
async def serving(world: World, *, host: str, port: int) -> AsyncIterator[str]:
    """The address while it serves; port 0 takes a free one. Raises ValueError unless `host` is loopback."""
    if not is_loopback(host):
        raise ValueError(f"Der Simulator hört nur auf diesen Rechner (127.0.0.1, ::1, localhost), nicht auf {host!r}.")
    server = web.Server(_Door(world).answer, request_factory=_request, access_log=None, max_line_size=_LONGEST_ADDRESS)
    runner = web.ServerRunner(server, shutdown_timeout=_FAREWELL)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        yield f"http://{f'[{host}]' if ':' in host else host}:{runner.addresses[0][1]}"
    finally:
        world.changes.tell(Change(Kind.CLOSING))
        world.poll.wake()
        await runner.cleanup()


def _request(  # noqa: PLR0917  # called by aiohttp
    message: RawRequestMessage,
    payload: StreamReader,
    protocol: web.RequestHandler,
    writer: AbstractStreamWriter,
    task: asyncio.Task[None],
) -> web.BaseRequest:
    loop = asyncio.get_running_loop()
    return web.BaseRequest(message, payload, protocol, writer, task, loop, client_max_size=LARGEST_BODY)


class _Door:
    """Where requests come in. Names other than loopback's are turned away: they are those of a foreign page
    whose host name was pointed at this machine (DNS rebinding)."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        host = request.headers.get("Host", "")
        if not _is_here(host):
            return web.Response(status=403, text="Der Simulator ist nur unter 127.0.0.1 oder localhost zu erreichen.")
        origin = request.headers.get("Origin")
        if origin is not None and request.method == "POST" and urlsplit(origin).netloc != host:
            return web.Response(status=403, text="Eine fremde Seite darf hier nichts senden.")
        path = request.path
        if path.startswith("/bot"):
            return await bot_api.answer_call(self._world, request, path.removeprefix("/bot"))
        if path.startswith("/file/bot"):
            return bot_api.download(self._world, request, path.removeprefix("/file/bot"))
        return await answer_page(self._world, request)


@lru_cache(maxsize=64)
def _is_here(host: str) -> bool:
    try:
        return is_loopback(urlsplit(f"//{host}").hostname or "")
    except ValueError:
        return False


def is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
