"""Answers that are broken, endless, packed or missing: each ends as what it is, in time and within bounds."""

import asyncio
import gzip
import zlib

import pytest

from sources.errors import SourceError, Unreachable, Unreadable
from sources.web.timing import Limits
from tests.sources.web.councils import Names, bytes_council, council, page, raw_page, reader

BODY = b"<html>" + b"Tagesordnung " * 500 + b"</html>"
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


async def outcome(answer: bytes, *, then_hold: bool = False, limits: Limits | None = None) -> bytes | type[SourceError]:
    async with bytes_council(answer, then_hold=then_hold) as port:
        url = f"http://127.0.0.1:{port}/"
        async with reader([url], limits=limits or Limits(total=20.0, connect=5.0)) as bot:
            try:
                return (await bot.fetch(url)).body
            except SourceError as error:
                return type(error)


async def packed_outcome(body: bytes, packing: str) -> bytes | type[SourceError]:
    async with (
        council(vo020=raw_page(body, headers={"Content-Encoding": packing})) as there,
        reader([there.url()]) as bot,
    ):
        try:
            return (await bot.fetch(there.url())).body
        except SourceError as error:
            return type(error)


async def test_a_whole_body_is_read() -> None:
    assert await outcome(OK + b"Content-Length: %d\r\n\r\n" % len(BODY) + BODY) == BODY
    assert await outcome(OK + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n" % len(BODY) + BODY + b"\r\n0\r\n\r\n") == BODY


async def test_a_body_cut_anywhere_is_unreadable() -> None:
    whole = OK + b"Content-Length: %d\r\n\r\n" % len(BODY) + BODY
    chunked = OK + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n" % len(BODY) + BODY + b"\r\n0\r\n\r\n"
    for answer in (whole, chunked):
        begin = answer.index(b"\r\n\r\n") + 4
        for cut in range(begin, len(answer), len(answer) // 20):
            assert await outcome(answer[:cut]) is Unreadable, cut
    assert await outcome(chunked[:-5]) is Unreadable  # without the last chunk


async def test_a_head_cut_anywhere_is_no_answer() -> None:
    answer = OK + b"Content-Length: 0\r\n\r\n"
    for cut in range(0, len(answer) - 1, 5):
        assert await outcome(answer[:cut]) is Unreachable, cut


async def test_a_body_longer_than_said_spoils_no_other_page() -> None:
    async with bytes_council(OK + b"Content-Length: 4\r\n\r\nkurz" + OK + b"Content-Length: 7\r\n\r\nfalsch!") as port:
        url = f"http://127.0.0.1:{port}/"
        async with reader([url]) as bot:
            assert [(await bot.fetch(url)).body for _ in range(3)] == [b"kurz"] * 3


@pytest.mark.parametrize(
    "answer",
    [
        b"Guten Tag\r\n\r\n",
        b"HTTP/1.1 999999 Hm\r\n\r\n",
        OK + b"Content-Length: -5\r\n\r\nx",
        OK + b"Content-Length: 5, 6\r\n\r\nxxxxx",
        OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nxx\r\n0\r\n\r\n",
        OK + b"X: " + b"x" * 100_000 + b"\r\n\r\n",
        OK + b"\x00: \x00\r\n\r\n",
    ],
)
async def test_what_is_no_http_is_unreadable(answer: bytes) -> None:
    assert await outcome(answer) is Unreadable


async def test_a_line_closed_without_a_word_is_unreachable() -> None:
    assert await outcome(b"") is Unreachable


async def test_silence_and_dripping_end_with_the_time() -> None:
    soon = Limits(total=0.3, connect=0.3)
    assert await outcome(b"", then_hold=True, limits=soon) is Unreachable
    assert await outcome(OK + b"Content-Length: 50\r\n\r\nx", then_hold=True, limits=soon) is Unreachable


async def test_a_drip_a_byte_at_a_time_does_not_prolong_it() -> None:
    async def drip(incoming: asyncio.StreamReader, outgoing: asyncio.StreamWriter) -> None:
        try:
            asked = await incoming.readuntil(b"\r\n\r\n")
            if asked.startswith(b"GET /robots.txt"):
                outgoing.write(b"HTTP/1.1 404 None\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                return
            outgoing.write(OK + b"\r\n")
            while True:
                outgoing.write(b"x")
                await outgoing.drain()
                await asyncio.sleep(0.01)
        except OSError:
            pass
        finally:
            outgoing.close()

    server = await asyncio.start_server(drip, "127.0.0.1", 0)
    async with server:
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        async with asyncio.timeout(20), reader([url], limits=Limits(total=0.3)) as bot:
            with pytest.raises(Unreachable, match="nicht rechtzeitig"):
                await bot.fetch(url)


async def test_an_endless_stream_is_given_up_at_its_limit() -> None:
    sent = 0

    async def flood(incoming: asyncio.StreamReader, outgoing: asyncio.StreamWriter) -> None:
        nonlocal sent
        try:
            asked = await incoming.readuntil(b"\r\n\r\n")
            if asked.startswith(b"GET /robots.txt"):
                outgoing.write(b"HTTP/1.1 404 None\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                return
            outgoing.write(OK + b"\r\n")
            while True:
                outgoing.write(b"x" * 65_536)
                await outgoing.drain()
                sent += 65_536
        except OSError:
            pass
        finally:
            outgoing.close()

    server = await asyncio.start_server(flood, "127.0.0.1", 0)
    async with server:
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        async with asyncio.timeout(20), reader([url], limits=Limits(largest=1_000_000)) as bot:
            with pytest.raises(Unreadable, match="größer als 1 MB"):
                await bot.fetch(url)
    assert sent < 20_000_000


async def test_packed_pages_are_unpacked() -> None:
    bare = zlib.compressobj(wbits=-15)
    for body, packing in (
        (gzip.compress(BODY), "gzip"),
        (gzip.compress(BODY), "X-GZip"),
        (zlib.compress(BODY), "deflate"),
        (bare.compress(BODY) + bare.flush(), "deflate"),
        (BODY, "identity"),
    ):
        assert await packed_outcome(body, packing) == BODY, packing


async def test_a_bomb_goes_off_within_its_limit() -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    assert len(bomb) < 60_000
    assert await packed_outcome(bomb, "gzip") is Unreadable
    assert await packed_outcome(zlib.compress(b"\0" * 50_000_000), "deflate") is Unreadable


async def test_a_pack_in_a_pack_is_opened_once() -> None:
    twice = gzip.compress(gzip.compress(BODY))
    assert await packed_outcome(twice, "gzip") == gzip.decompress(twice)
    assert await packed_outcome(twice, "gzip, gzip") is Unreadable


@pytest.mark.parametrize("packing", ["br", "zstd", "compress", "unbekannt", "gzip, br"])
async def test_packing_that_was_not_offered_is_unreadable(packing: str) -> None:
    assert await packed_outcome(BODY, packing) is Unreadable


async def test_damaged_packs_are_unreadable() -> None:
    whole = gzip.compress(BODY)
    for damaged in (b"", whole[:-1], whole[:10], whole[: len(whole) // 2], whole + b"x", BODY, whole + whole):
        assert await packed_outcome(damaged, "gzip") is Unreadable, damaged[:20]


async def test_the_limit_itself_still_fits() -> None:
    limits = Limits(largest=1000)
    async with council(a=page("x" * 1000), b=page("x" * 1001)) as there, reader([there.url()], limits=limits) as bot:
        assert len((await bot.fetch(there.url("/bi/a.asp"))).body) == 1000
        with pytest.raises(Unreadable):
            await bot.fetch(there.url("/bi/b.asp"))


async def test_nobody_there_is_unreachable_and_costs_the_host_a_pause() -> None:
    async with council() as there:
        gone = there.url()
    async with reader([gone]) as bot:
        with pytest.raises(Unreachable, match="nimmt keine Verbindung an") as caught:
            await bot.fetch(gone)
    assert caught.value.retry_after == 1.5


async def test_a_host_without_working_tls_is_unreachable() -> None:
    async with council(vo020=page()) as there:
        secure = there.url().replace("http:", "https:")
        async with reader([secure]) as bot:
            with pytest.raises(Unreachable, match="Zertifikat"):
                await bot.fetch(secure)


async def test_a_name_nobody_knows_is_unreachable() -> None:
    class NoNames(Names):
        async def resolve(self, host: str, port: int = 0, family: object = None) -> list:  # type: ignore[type-arg]
            raise OSError("no such name")

    async with reader(["https://ris.example/"], resolver=NoNames()) as bot:
        with pytest.raises(Unreachable, match="nicht zu finden"):
            await bot.fetch("https://ris.example/")


async def test_a_name_server_that_never_answers_ends_with_the_time() -> None:
    class Silent(Names):
        async def resolve(self, host: str, port: int = 0, family: object = None) -> list:  # type: ignore[type-arg]
            await asyncio.Event().wait()
            return []

    async with reader(["https://ris.example/"], resolver=Silent(), limits=Limits(total=20, connect=0.2)) as bot:
        with pytest.raises(Unreachable, match="keine Verbindung an"):
            await bot.fetch("https://ris.example/")
