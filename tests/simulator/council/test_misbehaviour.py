"""Every way in which the council's server can misbehave, as a plain client sees it."""

import asyncio
import gzip
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import aiohttp
import pytest

from simulator.council import damage
from simulator.council import misbehaviour as wrong
from simulator.council.misbehaviour import (
    Cut,
    Delay,
    Drip,
    Effect,
    Instead,
    Length,
    Redirect,
    Reset,
    Status,
    WrongLength,
)
from simulator.council.server import CouncilServer
from tests.simulator.council.stories import NOON, story

PAGE = "vo020.asp?VOLFDNR=1000001"


@asynccontextmanager
async def misbehaving(*effects: Effect, times: int | None = None) -> AsyncIterator[aiohttp.ClientSession]:
    server = CouncilServer(story(), now=lambda: NOON)
    for effect in effects:
        server.misbehave("vo020", effect, times=times)
    async with server.serving() as url, aiohttp.ClientSession(url, auto_decompress=False) as session:
        yield session


async def body(session: aiohttp.ClientSession, path: str = PAGE) -> bytes:
    async with session.get(path) as answer:
        assert answer.status == 200
        return await answer.read()


async def raw(session: aiohttp.ClientSession, path: str = PAGE) -> bytes:
    """All bytes that come before the connection ends."""
    url = urlsplit(str(session._base_url))
    reader, writer = await asyncio.open_connection(url.hostname, url.port)
    writer.write(f"GET /bi/{path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
    try:
        return await reader.read()
    finally:
        writer.close()
        await asyncio.gather(writer.wait_closed(), return_exceptions=True)


async def test_a_well_behaved_page_comes_whole() -> None:
    async with misbehaving() as session:
        assert (await body(session)).endswith(b"</html>\r\n")


@pytest.mark.parametrize("code", [404, 500, 503])
async def test_http_errors(code: int) -> None:
    async with misbehaving(Status(code)) as session, session.get(PAGE) as answer:
        assert answer.status == code


async def test_too_many_requests_says_when_to_come_back() -> None:
    async with misbehaving(Status(429, retry_after="120")) as session, session.get(PAGE) as answer:
        assert (answer.status, answer.headers["Retry-After"]) == (429, "120")


async def test_only_matching_requests_are_concerned_and_only_so_often() -> None:
    async with misbehaving(Status(500), times=2) as session:
        statuses = []
        for path in (PAGE, "vo040.asp", PAGE, PAGE):
            async with session.get(path) as answer:
                statuses.append(answer.status)
        assert statuses == [500, 200, 500, 200]


async def test_posted_fields_are_matched_as_well() -> None:
    server = CouncilServer(story(), now=lambda: NOON)
    server.misbehave("vo040fil1=20-1554", Status(500))
    async with server.serving() as url, aiohttp.ClientSession(url) as session:
        async with session.post("vo040.asp", data={"VO040FIL1": "20-1554"}) as answer:
            assert answer.status == 500
        server.behave()
        async with session.post("vo040.asp", data={"VO040FIL1": "20-1554"}) as answer:
            assert answer.status == 200


async def test_a_reset_before_and_inside_an_answer() -> None:
    for after in (0, 500):
        async with misbehaving(Reset(after)) as session:
            with pytest.raises((aiohttp.ClientError, ConnectionError)):
                await body(session)


@pytest.mark.parametrize("length", [Length.WHOLE, Length.CHUNKED])
async def test_a_cut_that_the_framing_betrays(length: Length) -> None:
    async with misbehaving(Cut(700, length)) as session:
        with pytest.raises(aiohttp.ClientPayloadError):
            await body(session)


@pytest.mark.parametrize("length", [Length.CUT, Length.NONE])
async def test_a_cut_that_only_the_page_betrays(length: Length) -> None:
    async with misbehaving() as session:
        whole = await body(session)
    async with misbehaving(Cut(700, length)) as session:
        assert len(await body(session)) == 700
    async with misbehaving(Cut(-9, length)) as session:
        found = await body(session)
    assert len(found) == len(whole) - 9, "addresses in the page may differ, their length does not"


async def test_a_wrong_length() -> None:
    async with misbehaving(WrongLength(10)) as session:
        with pytest.raises(aiohttp.ClientPayloadError):
            await body(session)
    async with misbehaving(WrongLength(-10)) as session:
        head, _, sent = (await raw(session)).partition(b"\r\n\r\n")
        assert f"Content-Length: {len(sent) - 10}".encode() in head


@pytest.mark.parametrize(
    ("effect", "phrase"),
    [
        (wrong.LOGIN, "Kennwort"),
        (wrong.MAINTENANCE, "Wartungsarbeiten"),
        (wrong.SESSION_EXPIRED, "Sitzung abgelaufen"),
        (wrong.COOKIE_WALL, "Cookies"),
        (wrong.REFUSED, "Keine Information verfügbar"),
    ],
)
async def test_other_pages_with_status_200(effect: Instead, phrase: str) -> None:
    async with misbehaving(effect) as session:
        assert phrase in (await body(session)).decode("cp1252")


async def test_an_empty_page() -> None:
    async with misbehaving(wrong.EMPTY) as session:
        assert await body(session) == b""


async def test_a_slow_drip_and_a_delay() -> None:
    async with misbehaving(Instead(b"x" * 30), Drip(100)) as session:
        begun = time.monotonic()
        assert await body(session) == b"x" * 30
        assert time.monotonic() - begun >= 0.2
    async with misbehaving(Delay(0.2)) as session:
        begun = time.monotonic()
        await body(session)
        assert time.monotonic() - begun >= 0.2


async def test_a_drip_ends_with_its_reader() -> None:
    async with misbehaving(Drip(10)) as session:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(body(session), 0.3)


async def test_a_gzip_bomb_is_small_on_the_line() -> None:
    async with misbehaving(wrong.gzip_bomb(8)) as session, session.get(PAGE) as answer:
        packed = await answer.read()
        assert answer.headers["Content-Encoding"] == "gzip"
    assert len(packed) < 20_000
    assert len(gzip.decompress(packed)) > 8 * 2**20


async def test_pages_that_hurt_a_parser() -> None:
    async with misbehaving(wrong.nested_tags()) as session:
        assert (await body(session)).count(b"<div>") == 100_000
    async with misbehaving(wrong.many_attributes()) as session:
        assert (await body(session)).count(b'="b"') == 200_000


@pytest.mark.parametrize(
    "to", ["http://example.org/", "http://127.0.0.1:9/", "file:///etc/passwd", "//169.254.169.254/"]
)
async def test_redirects_elsewhere(to: str) -> None:
    async with misbehaving(Redirect(to)) as session, session.get(PAGE, allow_redirects=False) as answer:
        assert (answer.status, answer.headers["Location"]) == (302, to)


async def test_a_redirect_loop() -> None:
    async with misbehaving(Redirect(f"/bi/{PAGE}")) as session:
        with pytest.raises(aiohttp.TooManyRedirects):
            await body(session)


async def test_all_keys_new_and_still_good() -> None:
    server = CouncilServer(story(), now=lambda: NOON)
    server.misbehave("", wrong.NEW_KEYS)
    async with server.serving() as url, aiohttp.ClientSession(url) as session:
        new = 1_000_001 + damage.NEW_KEYS_FROM
        page = await body(session, f"vo020.asp?VOLFDNR={new}")
        assert b"20-1554" in page
        assert f"vo020.asp?VOLFDNR={new}".encode() in page
        assert b"VOLFDNR=1000001" not in page


async def test_effects_work_together() -> None:
    async with misbehaving(wrong.RENAMED_CLASSES, Delay(0.01), Cut(2000, Length.CUT)) as session:
        found = await body(session)
    assert len(found) == 2000
