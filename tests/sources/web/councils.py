"""Councils on loopback: one that answers as told, one that writes whatever bytes it is given, and a clock for both."""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.test_utils import TestServer

from sources.web.reader import Reader
from sources.web.timing import Limits, Timing

CONTACT = "betrieb@musterbek.example"
START = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
FORBIDS_ALL = "User-agent: *\nDisallow: /\n"


@dataclass
class Clock:
    """Time that passes only by sleeping."""

    seconds: float = 0.0
    slept: list[float] = field(default_factory=list)

    def timing(self) -> Timing:
        return Timing(
            monotonic=lambda: self.seconds,
            now=lambda: START + timedelta(seconds=self.seconds),
            sleep=self.sleep,
            between=lambda low, high: low,
        )

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds
        await asyncio.sleep(0)


@dataclass(frozen=True)
class Request:
    path: str
    method: str
    headers: dict[str, str]
    form: dict[str, str]
    at: float
    cookies: dict[str, str]


Answering = Callable[[web.Request], Awaitable[web.StreamResponse]]


def page(text: str = "<html></html>", *, status: int = 200, **headers: str) -> Answering:
    body = text.encode("cp1252")
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return raw_page(body, status=status, headers={"Content-Type": "text/html", **named})


def raw_page(body: bytes, *, status: int = 200, headers: dict[str, str] | None = None) -> Answering:
    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(body=body, status=status, headers=headers)

    return answer


def redirect(location: str, status: int = 302) -> Answering:
    return page(status=status, Location=location)


@dataclass
class Council:
    """Pages by path; everything else is 404, robots.txt too. `requests` is what was asked, in order."""

    clock: Clock
    pages: dict[str, Answering] = field(default_factory=dict)
    requests: list[Request] = field(default_factory=list)
    port: int = 0
    open_now: int = 0
    most_open: int = 0

    def url(self, path: str = "/bi/vo020.asp", *, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def named(self, path: str = "/bi/vo020.asp") -> str:
        """As a host of the internet would be named: paced, and only with a contact."""
        return self.url(path, host="ris.musterbek.example")

    @property
    def asked(self) -> list[str]:
        return [request.path for request in self.requests]

    @property
    def pages_asked(self) -> list[str]:
        return [path for path in self.asked if path != "/robots.txt"]

    async def answer(self, request: web.Request) -> web.StreamResponse:
        form = {name: str(value) for name, value in (await request.post()).items()}
        seen = Request(
            path=request.path_qs,
            method=request.method,
            headers=dict(request.headers),
            form=form,
            at=self.clock.seconds,
            cookies=dict(request.cookies),
        )
        self.requests.append(seen)
        self.open_now += 1
        self.most_open = max(self.most_open, self.open_now)
        try:
            return await self.pages.get(request.path, page(status=404))(request)
        finally:
            self.open_now -= 1


@asynccontextmanager
async def council(
    clock: Clock | None = None, pages: dict[str, Answering] | None = None, **more: Answering
) -> AsyncIterator[Council]:
    """On a port of its own. Pages by the last part of their path: vo020=… is /bi/vo020.asp."""
    named = {**(pages or {}), **more}
    opened = Council(clock or Clock(), {f"/bi/{name}.asp": answer for name, answer in named.items()})
    application = web.Application()
    application.router.add_route("*", "/{path:.*}", opened.answer)
    async with TestServer(application, host="127.0.0.1") as server:
        assert server.port is not None
        opened.port = server.port
        yield opened


@asynccontextmanager
async def bytes_council(answer: bytes, *, then_hold: bool = False) -> AsyncIterator[int]:
    """Writes these bytes to every request but the one for robots.txt, and closes, or holds the line for ever.
    Its port."""

    async def serve(incoming: asyncio.StreamReader, outgoing: asyncio.StreamWriter) -> None:
        try:
            asked = await incoming.readuntil(b"\r\n\r\n")
            robots = asked.startswith(b"GET /robots.txt")
            outgoing.write(b"HTTP/1.1 404 None\r\nContent-Length: 0\r\nConnection: close\r\n\r\n" if robots else answer)
            await outgoing.drain()
            if then_hold and not robots:
                await incoming.read()
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            outgoing.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        await server.wait_closed()


class Names(AbstractResolver):
    """Every name leads to these addresses; unchecked, so that a "public" host can stand on loopback."""

    def __init__(self, *addresses: str) -> None:
        self.addresses = addresses or ("127.0.0.1",)
        self.asked: list[str] = []

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        self.asked.append(host)
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=0,
            )
            for address in self.addresses
        ]

    async def close(self) -> None:
        pass


def reader(allowed: Iterable[str], *, clock: Clock | None = None, contact: str | None = CONTACT, **more: Any) -> Reader:
    """To be entered. `more` goes to the Reader; waiting takes no time."""
    more = {"resolver": Names(), "version": "0.1.0", "limits": Limits(total=20.0, connect=5.0), **more}
    return Reader(allowed=allowed, contact=contact, timing=(clock or Clock()).timing(), **more)
