"""The council's web server, asked over HTTP."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

import aiohttp
import pytest

from simulator.clock import Clock
from simulator.council.server import NOBODY_WELCOME, CouncilServer
from simulator.council.visits import COOKIE
from tests.simulator.council.stories import START, at, state, story


def visitor(url: str) -> aiohttp.ClientSession:
    """A client that keeps cookies: aiohttp keeps none of a host that is a bare address unless told so."""
    return aiohttp.ClientSession(url, cookie_jar=aiohttp.CookieJar(unsafe=True))


def clock(days: float = 0) -> Clock:
    return Clock(system=lambda: at(days))


@asynccontextmanager
async def asking(*, days: float = 0) -> AsyncIterator[tuple[CouncilServer, aiohttp.ClientSession]]:
    server = CouncilServer(story(), now=clock(days).now)
    async with server.serving() as url, visitor(url) as session:
        yield server, session


async def read(session: aiohttp.ClientSession, path: str, **fields: str) -> str:
    asked = session.post(path, data=fields) if fields else session.get(path, allow_redirects=False)
    async with asked as answer:
        assert answer.status in (200, 302)
        return (await answer.read()).decode("cp1252")


async def test_a_page_is_served_by_its_key_whatever_the_case_and_the_way_it_is_sent() -> None:
    async with asking() as (server, session):
        for path in ("vo020.asp?VOLFDNR=1000001", "vo020.asp?volfdnr=1000001", "VO020.ASP?VOLFDNR=1000001"):
            assert "20-1554" in await read(session, path)
        assert "20-1554" in await read(session, "vo020.asp", VOLFDNR="1000001")
        assert "20-1554" in await read(session, f"{server.url.removesuffix('/bi/')}/bi//vo020.asp?VOLFDNR=1000001")


async def test_pages_name_no_code_page_in_their_header_and_their_own_address() -> None:
    async with asking() as (server, session), session.get("vo020.asp?VOLFDNR=1000001") as answer:
        assert answer.headers["Content-Type"] == "text/html"
        assert f"{server.url}vo020.asp%3FVOLFDNR=1000001".encode() in await answer.read()


@pytest.mark.parametrize(
    "path",
    [
        *("vo020.asp?VOLFDNR=1", "vo020.asp", "vo020.asp?VOLFDNR=abc", f"vo020.asp?VOLFDNR={'9' * 5000}"),
        *("to010.asp?SILFDNR=1", "to020.asp?TOLFDNR=1", "au020.asp?AULFDNR=1", "fr020.asp", "pa021.asp?PALFDNR=1"),
    ],
)
async def test_an_unknown_key_is_refused_with_status_200(path: str) -> None:
    async with asking() as (_, session):
        assert "Keine Information verfügbar" in await read(session, path)


async def test_what_is_not_offered_is_denied_by_name() -> None:
    async with asking() as (_, session):
        for program in ("si010.asp", "si010_j.asp", "kp020.asp", "yw040.asp"):
            assert f"Zugriff verweigert (Programm {program})." in await read(session, program)


async def test_a_closed_session_sends_the_visitor_away() -> None:
    closed = next(each.key for each in state(0).meetings.values() if not each.public)
    async with asking() as (_, session):
        assert "Object Moved" in await read(session, f"to010.asp?SILFDNR={closed}")
        async with session.get(f"to010.asp?SILFDNR={closed}") as answer:
            assert answer.url.path == "/bi/noauth.asp"
            assert "nicht berechtigt" in (await answer.read()).decode("cp1252")


async def test_every_kind_of_page_is_offered() -> None:
    session_key = next(key for key in state(0).meetings if state(0).agenda(key))
    item_key = (state(0).agenda(session_key) or ())[0].key
    paths = {
        "si010_e.asp": "Sitzungskalender",
        "si010_e.asp?MM=10&YY=2026": "Oktober&nbsp;2026",
        "si010_e.asp?MM=99&YY=1": "September&nbsp;2026",
        f"to010.asp?SILFDNR={session_key}": "Tagesordnung - ",
        f"to020.asp?TOLFDNR={item_key}": "Auszug - ",
        "vo040.asp": "Ergebnisse 1-50 von ungefähr ",
        "au010.asp": "Ausschüsse",
        "au020.asp?AULFDNR=22": "Ausschuss für Mobilität",
        "fr010.asp": "Fraktionen/Gruppen",
        "fr020.asp?FRLFDNR=101": "Fraktion Linden",
        "pa021.asp": "Vorsitzendes Mitglied",
        "pa020.asp?PALFDNR=311": "Vorsitzendes Mitglied",
    }
    async with asking() as (_, session):
        for path, phrase in paths.items():
            assert phrase in await read(session, path), path
        assert "01.10.2026-03.10.2026" in await read(
            session, "si010_e.asp", kaldatvon="01.10.2026", kaldatbis="03.10.2026"
        )


async def test_a_filter_lasts_as_long_as_the_cookie() -> None:
    async with asking() as (server, session):
        exact = {"VO040FIL1": "20-1554", "filtvoname": "filter", "VO040FIL1EXAKT.x": "1", "VO040FIL1EXAKT.y": "1"}
        assert "Ergebnisse 1-1 von 1\r\n" in await read(session, "vo040.asp", **exact)
        assert "Ergebnisse 1-1 von 1\r\n" in await read(session, "vo040.asp")
        assert "ungefähr" in await read(session, "vo040.asp", filtreset="(alle)")
        await read(session, "vo040.asp", **exact)
        server.forget_sessions()
        assert "ungefähr" in await read(session, "vo040.asp")
    async with asking() as (_, other):
        assert "ungefähr" in await read(other, "vo040.asp")


async def test_visitors_do_not_share_their_filters() -> None:
    async with asking() as (server, session), visitor(server.url) as other:
        await read(session, "vo040.asp", VO040FIL1="20-1554", filtvoname="filter")
        assert "ungefähr" in await read(other, "vo040.asp")


async def test_all_papers_can_be_leafed_through() -> None:
    async with asking() as (_, session):
        pages = [await read(session, "vo040.asp")]
        while "shownext=true" in pages[-1] and len(pages) < 20:
            pages.append(await read(session, "vo040.asp?shownext=true"))
        public = [paper for paper in state(0).papers.values() if paper.public]
        assert sum(page.count('<a href="vo020.asp?VOLFDNR=') for page in pages) == len(public)
        assert "Ergebnisse 1-50" in await read(session, "vo040.asp?SORT=1voname")


async def test_the_cookie_is_set_once() -> None:
    async with asking() as (_, session), session.get("vo040.asp") as first, session.get("vo040.asp") as second:
        assert COOKIE in first.cookies
        assert COOKIE not in second.cookies


async def test_robots_are_welcome_unless_told_otherwise() -> None:
    async with asking() as (server, session):
        async with session.get("/robots.txt") as answer:
            assert await answer.text() == "User-agent: *\nAllow: /\n"
        server.robots = NOBODY_WELCOME
        async with session.get("/robots.txt") as answer:
            assert "Disallow: /\n" in await answer.text()


async def test_what_is_no_page_is_not_found() -> None:
    async with asking() as (_, session):
        for path in ("/", "/bi/images/print.gif", "/ri/vo020.asp", "/favicon.ico"):
            async with session.get(path) as answer:
                assert answer.status == 404


async def test_every_request_is_logged_with_what_was_said() -> None:
    async with asking() as (server, session):
        await session.get("vo020.asp?VOLFDNR=1000001", headers={"User-Agent": "Lesebot (kontakt@example.org)"})
        await read(session, "vo040.asp", VO040FIL1="22-1")
        first, second = server.visits
        assert (first.method, first.target) == ("GET", "/bi/vo020.asp?VOLFDNR=1000001")
        assert first.headers["user-agent"] == "Lesebot (kontakt@example.org)"
        assert (second.method, second.target) == ("POST", "/bi/vo040.asp?vo040fil1=22-1")
        assert first.at <= second.at
        assert server.busiest == 1


async def test_pages_follow_the_clock() -> None:
    moving = clock()
    server = CouncilServer(story(), now=moving.now)
    budget = "Sitzung des Haushaltsausschusses"
    key = next(each.key for each in state(0).meetings.values() if each.name == budget and each.day > START)
    async with server.serving() as url, visitor(url) as session:
        assert "Keine Information" in await read(session, f"to010.asp?SILFDNR={key}")
        moving.move_to(at(4))
        assert f"Tagesordnung - {budget}" in await read(session, f"to010.asp?SILFDNR={key}")
        assert server.state() == state(4)


async def test_the_calendar_without_a_month_shows_the_clocks_own() -> None:
    async with asking(days=60) as (_, session):
        assert "Oktober&nbsp;2026" in await read(session, "si010_e.asp")


async def test_only_this_machine_is_served() -> None:
    with pytest.raises(ValueError, match="nur auf diesem Rechner"):
        async with CouncilServer(story()).serving("0.0.0.0"):
            pass


def test_without_a_story_there_is_the_one_that_starts_today() -> None:
    assert CouncilServer(now=clock(0).now).story.start == START
    assert CouncilServer(today=date(2027, 1, 4)).story.start == date(2027, 1, 4)


async def test_the_named_papers_can_be_saved() -> None:
    async with asking() as (server, _):
        names = [name for name, _ in server.pages()]
        assert names[:2] == ["vo020_20-1554.html", "vo020_22-0101.html"]
        assert "vo020_22-0168.html" not in names, "not public yet"
