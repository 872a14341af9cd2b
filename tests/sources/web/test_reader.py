"""Fetching one page: who we say we are, what is followed, what an answer means."""

import asyncio
from datetime import timedelta

import pytest
from aiohttp import web

from sources.errors import NotFound, NotPublic, Refused, SourceError, Unreachable, Unreadable
from sources.web.reader import MOST_COOKIES
from tests.sources.web.councils import CONTACT, START, Clock, council, page, raw_page, reader, redirect


async def test_a_page_comes_with_its_bytes_its_charset_and_the_time() -> None:
    served = raw_page("Bänke – Mühlenteich".encode("cp1252"), headers={"Content-Type": "text/html; charset=iso-8859-1"})
    async with council(vo020=served) as there, reader([there.url("/bi/")], clock=Clock(30.0)) as bot:
        fetched = await bot.fetch(there.url("/bi/vo020.asp?VOLFDNR=1"))
    assert fetched.body == "Bänke – Mühlenteich".encode("cp1252")
    assert (fetched.status, fetched.declared_charset) == (200, "iso-8859-1")
    assert fetched.url == there.url("/bi/vo020.asp?VOLFDNR=1")
    assert fetched.fetched_at == START + timedelta(seconds=30)


async def test_a_host_learns_who_reads_and_in_which_language() -> None:
    async with council(vo020=page()) as there, reader([there.named()]) as bot:
        await bot.fetch(there.named())
    for request in there.requests:
        assert request.headers["User-Agent"] == f"Ratsbote/0.1.0 (+{CONTACT})"
        assert request.headers["Accept-Language"] == "de"
        assert request.headers["Accept-Encoding"] == "gzip, deflate"


@pytest.mark.parametrize("contact", [None, "", "  "])
async def test_a_foreign_host_is_not_read_without_a_contact(contact: str | None) -> None:
    async with council(vo020=page()) as there, reader([there.named()], contact=contact) as bot:
        with pytest.raises(Refused, match="RATSBOTE_CONTACT"):
            await bot.fetch(there.named())
        with pytest.raises(Refused, match="RATSBOTE_CONTACT"):
            await bot.verdict(there.named())
    assert there.requests == []


async def test_this_machine_is_read_without_a_contact() -> None:
    async with council(vo020=page()) as there, reader([there.url()], contact=None) as bot:
        await bot.fetch(there.url())
    assert there.requests[-1].headers["User-Agent"] == "Ratsbote/0.1.0"


async def test_a_contact_cannot_add_headers_of_its_own() -> None:
    async with council(vo020=page()) as there, reader([there.named()], contact="a@b.example\r\nX-Evil: 1") as bot:
        await bot.fetch(there.named())
    assert "X-Evil" not in there.requests[-1].headers


async def test_a_version_nobody_knows_is_left_out() -> None:
    async with council(vo020=page()) as there, reader([there.url()], contact=None, version="(aus der Quelle)") as bot:
        await bot.fetch(there.url())
    assert there.requests[-1].headers["User-Agent"] == "Ratsbote"


@pytest.mark.parametrize("declared", ["", ";;;=", "text/html; charset", 'text/html; charset="', "x" * 5_000])
async def test_an_odd_content_type_is_no_obstacle(declared: str) -> None:
    served = raw_page(b"Seite", headers={"Content-Type": declared})
    async with council(vo020=served) as there, reader([there.url()]) as bot:
        assert (await bot.fetch(there.url())).body == b"Seite"


async def test_a_form_is_posted() -> None:
    async with council(vo040=page()) as there, reader([there.url()]) as bot:
        await bot.fetch(there.url("/bi/vo040.asp"), form={"filtvoname": "filter", "VO040FIL1": "22-0815"})
    assert there.requests[-1].method == "POST"
    assert there.requests[-1].form == {"filtvoname": "filter", "VO040FIL1": "22-0815"}


async def test_only_configured_systems_are_asked() -> None:
    async with council(vo020=page()) as there, council(vo020=page()) as other, reader([there.url()]) as bot:
        for url in (
            other.url(),
            there.url(host="localhost"),
            there.url().replace("http:", "https:"),
            there.url().replace("127.0.0.1", "2130706433"),
            there.url().replace("127.0.0.1", "0177.0.0.1"),
            there.url().replace("127.0.0.1", "[::ffff:127.0.0.1]"),
            there.url().replace("127.0.0.1", f"127.0.0.1@localhost:{other.port}#"),
            f"http://user:secret@127.0.0.1:{there.port}/",
            "file:///etc/passwd",
            "ftp://127.0.0.1/",
            "http://",
            "http://[",
            "",
            "x" * 100_000,
        ):
            with pytest.raises(Refused):
                await bot.fetch(url)
    assert there.requests == other.requests == []


def test_a_configured_address_must_be_one() -> None:
    with pytest.raises(Refused, match="nur http und https"):
        reader(["ftp://ris.musterbek.example/"])


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_on_the_same_host_is_followed(status: int) -> None:
    async with (
        council(si010=redirect("si010_e.asp?MM=3", status), si010_e=page("Kalender")) as there,
        reader([there.url()]) as bot,
    ):
        fetched = await bot.fetch(there.url("/bi/si010.asp"), form={"a": "b"})
    assert fetched.body == b"Kalender"
    assert fetched.url == there.url("/bi/si010_e.asp?MM=3")
    assert there.requests[-1].method == ("POST" if status in {307, 308} else "GET")


async def test_four_redirects_are_too_many() -> None:
    pages = {f"p{at}": redirect(f"p{at + 1}.asp") for at in range(5)}
    async with (
        council(pages={**pages, "p3": page()}) as there,
        reader([there.url()]) as bot,
    ):
        assert (await bot.fetch(there.url("/bi/p0.asp"))).status == 200
    async with council(pages=pages) as there, reader([there.url()]) as bot:
        with pytest.raises(Refused, match="leitet immer weiter"):
            await bot.fetch(there.url("/bi/p0.asp"))
    assert len(there.pages_asked) == 4


async def test_a_redirect_elsewhere_is_refused_and_not_followed() -> None:
    async with council(vo020=page()) as canary, council() as there, reader([there.url(), canary.url()]) as bot:
        for target in (
            canary.url(),
            canary.url(host="localhost"),
            canary.url(host="[::1]"),
            f"//127.0.0.1:{canary.port}/",
            f"http://2130706433:{canary.port}/",
            f"http://0x7f.1:{canary.port}/",
            f"http://x:y@127.0.0.1:{there.port}/",
            "http://169.254.169.254/latest/meta-data/",
            "http://10.0.0.1/",
            "https://127.0.0.1/",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "//",
            "http://[",
        ):
            there.pages["/bi/vo020.asp"] = redirect(target)
            with pytest.raises(Refused):
                await bot.fetch(there.url())
    assert canary.requests == []


async def test_a_redirect_without_a_target_is_refused() -> None:
    async with council(vo020=page(status=302)) as there, reader([there.url()]) as bot:
        with pytest.raises(Refused):
            await bot.fetch(there.url())


@pytest.mark.parametrize("target", ["noauth.asp", "/bi/NoAuth.asp?x=1", "https://login.example/noauth.asp"])
async def test_the_redirect_to_noauth_means_not_public(target: str) -> None:
    async with council(to010=redirect(target)) as there, reader([there.url()]) as bot:
        with pytest.raises(NotPublic, match="noauth"):
            await bot.fetch(there.url("/bi/to010.asp"))
    assert there.pages_asked == ["/bi/to010.asp"]


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (404, NotFound),
        (410, NotFound),
        (400, Refused),
        (401, Refused),
        (403, Refused),
        (418, Refused),
        (451, Refused),
        (408, Unreachable),
        (429, Unreachable),
        (500, Unreachable),
        (502, Unreachable),
        (503, Unreachable),
        (204, Unreadable),
        (206, Unreadable),
        (304, Unreadable),
    ],
)
async def test_each_status_is_what_it_says(status: int, error: type[SourceError]) -> None:
    async with council(vo020=page(status=status)) as there, reader([there.url()]) as bot:
        with pytest.raises(error, match=r"HTTP \d{3}") as caught:
            await bot.fetch(there.url())
    assert type(caught.value) is error
    assert there.pages_asked == ["/bi/vo020.asp"]


async def test_cookies_stay_with_the_reader_and_with_each_visit() -> None:
    async def greet(request: web.Request) -> web.StreamResponse:
        answer = web.Response(text="x")
        if "ASPSESSIONID" not in request.cookies:
            answer.set_cookie("ASPSESSIONID", str(len(there.requests)))
        return answer

    async with council(vo040=greet) as there, reader([there.url()]) as bot:
        url = there.url("/bi/vo040.asp")
        await bot.fetch(url)
        await bot.fetch(url)
        async with bot.visit() as visit:
            await visit.fetch(url)
            await visit.fetch(url)
        await bot.fetch(url)
    sent = [request.cookies.get("ASPSESSIONID") for request in there.requests if request.path != "/robots.txt"]
    assert sent == [None, "2", None, "4", "2"]


async def test_cookies_do_not_pile_up() -> None:
    async def litter(_: web.Request) -> web.StreamResponse:
        answer = web.Response(text="x")
        answer.set_cookie(f"c{len(there.requests)}", "1")
        return answer

    async with council(vo040=litter) as there, reader([there.url()]) as bot:
        for _ in range(MOST_COOKIES + 10):
            await bot.fetch(there.url("/bi/vo040.asp"))
    assert max(len(request.cookies) for request in there.requests) == MOST_COOKIES


async def test_a_proxy_of_the_environment_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    async with council() as proxy, council(vo020=page("direkt")) as there:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url("/"))
        async with reader([there.named()]) as bot:
            assert (await bot.fetch(there.named())).body == b"direkt"
    assert proxy.requests == []


async def test_hosts_are_read_side_by_side_and_each_in_line() -> None:
    second_asked = asyncio.Event()

    async def waiting(_: web.Request) -> web.StreamResponse:
        await second_asked.wait()
        return web.Response(text="x")

    async def asked(_: web.Request) -> web.StreamResponse:
        second_asked.set()
        return web.Response(text="x")

    async with (
        council(a=waiting, b=page()) as one,
        council(a=asked) as two,
        reader([one.url(), two.url()]) as bot,
        asyncio.timeout(20),
    ):
        await asyncio.gather(
            bot.fetch(one.url("/bi/a.asp")),
            *(bot.fetch(one.url("/bi/b.asp")) for _ in range(3)),
            bot.fetch(two.url("/bi/a.asp")),
        )
    assert one.most_open == 1
    assert one.pages_asked == ["/bi/a.asp", "/bi/b.asp", "/bi/b.asp", "/bi/b.asp"]


async def test_a_cancelled_fetch_leaves_the_host_to_the_next() -> None:
    began = asyncio.Event()

    async def never(_: web.Request) -> web.StreamResponse:
        began.set()
        await asyncio.Event().wait()
        raise AssertionError

    async with council(a=never, b=page("da")) as there, reader([there.url()]) as bot:
        first = asyncio.create_task(bot.fetch(there.url("/bi/a.asp")))
        await began.wait()
        first.cancel()
        assert (await bot.fetch(there.url("/bi/b.asp"))).body == b"da"
        with pytest.raises(asyncio.CancelledError):
            await first


async def test_a_reader_must_be_entered() -> None:
    bot = reader(["http://127.0.0.1:1/"])
    with pytest.raises(RuntimeError):
        await bot.fetch("http://127.0.0.1:1/")
    with pytest.raises(RuntimeError):
        async with bot.visit():
            pass
