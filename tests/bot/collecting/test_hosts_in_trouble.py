"""The council's host is gone, mute, slow or talks nonsense: a round ends soon, says so in one line, changes nothing."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.collecting.pages import Pages
from bot.collecting.report import RoundReport
from bot.collecting.round import read_round
from bot.collecting.sources import source_of
from bot.collecting.tools import Tools
from bot.settings import SourceSetting
from council.served.languages import Language
from handlers.desk import Desk, Question
from handlers.status import card_of_reference
from simulator.clock import Clock
from simulator.council.misbehaviour import Altered, Delay, Drip, Effect, Redirect, WrongLength
from simulator.council.server import CouncilServer
from simulator.council.story.happenings import Kind
from sources.web.reader import Reader
from sources.web.timing import Limits
from sources.web.worker import Worker
from storage.database import Database
from storage.meetings import meeting_by_key
from tests.bot.collecting.small_council import NOW, Reading, a_meeting, a_story, appears, reading, settings_of
from tests.bot.collecting.test_faults import snapshot
from views.message import plain
from views.wording import words_of

IMPATIENT = Limits(total=1.0, connect=0.5)
BERLIN = ZoneInfo("Europe/Berlin")
Round = Callable[[], Coroutine[Any, Any, RoundReport]]


class NoNames(AbstractResolver):
    """Knows nobody."""

    async def resolve(self, host: str, port: int = 0, family: int = 0) -> list[ResolveResult]:
        raise OSError("no such name")

    async def close(self) -> None:
        """Nothing to close."""


@asynccontextmanager
async def impatient(
    database: Database, clock: Clock, place: str, *, resolver: AbstractResolver | None = None
) -> AsyncIterator[Round]:
    """Rounds over a system that may take a second a page."""
    source = await source_of(database, SourceSetting("musterbek", "allris", place))
    settings = settings_of(Path(), place)
    reader = Reader(allowed=(source.place,), contact=None, version="1", limits=IMPATIENT, resolver=resolver)
    async with reader, Worker() as worker:
        tools = Tools(
            database=database,
            pages=Pages(reader, worker, timezone="Europe/Berlin"),
            now=lambda: clock.now().astimezone(BERLIN),
            look_back=settings.look_back,
        )
        yield partial(read_round, tools, source)


async def asked(database: Database, clock: Clock) -> str:
    """The answer to somebody who asks right now."""
    words = words_of(Language.DE)
    desk = Desk(database=database, now=clock.now, zone=BERLIN, language=Language.DE)
    question = Question(text="22-0101", words=words, desk=desk)
    (message,) = await card_of_reference(question, "musterbek", "22-0101")
    return plain(message.text)


async def trouble(rounds: Round, council: Reading, caplog: pytest.LogCaptureFixture) -> str:
    """What the one line in the log says of a round that changed nothing; somebody asks meanwhile."""
    before = await snapshot(council)
    caplog.clear()
    with caplog.at_level(logging.INFO, logger="bot.collecting"):
        _, answer = await asyncio.gather(rounds(), asked(council.database, council.clock))
    assert "Angesetzt für Di., 24.11.2026" in answer
    assert "Stand: Mo., 23.11.2026" in answer
    lines = [entry for entry in caplog.records if entry.name.startswith("bot.collecting")]
    assert len(lines) == 1, [entry.getMessage() for entry in lines]
    assert lines[0].exc_info is None
    assert await snapshot(council) == before
    assert await council.changes() == []
    return str(vars(lines[0]).get("why"))


@pytest.mark.parametrize(
    ("effect", "said"),
    [
        (Drip(bytes_a_second=50), "nicht rechtzeitig"),
        (Delay(30), "nicht rechtzeitig"),
        (WrongLength(by=500), "bricht vor ihrem Ende ab"),
        (Redirect("http://127.0.0.2:1/bi/"), "127.0.0.2"),
    ],
    ids=["slow drip", "silence", "wrong length", "redirect elsewhere"],
)
async def test_pages_that_never_end_well_cost_their_limit_and_change_nothing(
    tmp_path: Path, effect: Effect, said: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with reading(tmp_path) as council:
        await council.round()
        council.council.misbehave("/bi/", effect)
        place = council.settings.sources[0].place
        async with impatient(council.database, council.clock, place) as rounds:
            assert said in await trouble(rounds, council, caplog)


async def test_a_port_without_tls_is_no_source(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async with reading(tmp_path) as council:
        await council.round()
        place = council.settings.sources[0].place.replace("http:", "https:")
        async with impatient(council.database, council.clock, place) as rounds:
            assert "Zertifikat" in await trouble(rounds, council, caplog)


@asynccontextmanager
async def one_that_leaves(folder: Path) -> AsyncIterator[tuple[Reading, Round, AsyncExitStack]]:
    """A council read under a name, and its server: closed, it is gone."""
    clock = Clock()
    clock.move_to(NOW)
    council = CouncilServer(a_story(), now=clock.now)
    async with AsyncExitStack() as server:
        url = (await server.enter_async_context(council.serving())).replace("127.0.0.1", "localhost")
        settings = settings_of(folder, url)
        async with (
            Database.open(settings.database) as database,
            impatient(database, clock, url) as rounds,
        ):
            await rounds()
            yield Reading(council, clock, database, settings, None), rounds, server  # type: ignore[arg-type]


async def test_a_host_that_is_gone_and_a_name_nobody_knows(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async with one_that_leaves(tmp_path) as (council, rounds, server):
        place = council.settings.sources[0].place
        async with impatient(council.database, council.clock, place, resolver=NoNames()) as nameless:
            assert "nicht zu finden" in await trouble(nameless, council, caplog)
        await server.aclose()
        council.clock.move_by(timedelta(hours=1))
        assert "nimmt keine Verbindung an" in await trouble(rounds, council, caplog)


def worded(*pairs: tuple[bytes, bytes]) -> Altered:
    def change(page: bytes) -> bytes:
        for old, new in pairs:
            page = page.replace(old, new)
        return page

    return Altered(change)


NONSENSE = {
    "24:00": worded((b"18:00", b"24:00")),
    "25:00": worded((b"18:00", b"25:00")),
    "no time": worded((b"18:00", b"00:00")),
    "end before start": worded((b"18:00", b"18:00 - 17:00")),
    "year 2206": worded((b"24.11.2026", b"24.11.2206")),
    "year 0202": worded((b"24.11.2026", b"24.11.0202")),
    "no such day": worded((b"24.11.2026", b"31.11.2026")),
}


async def test_an_hour_that_the_clocks_skip_is_the_next_one(tmp_path: Path) -> None:
    night = a_meeting(703, date(2027, 3, 28), start=time(2, 30))
    async with reading(tmp_path, a_story(appears(1, Kind.MEETING_ANNOUNCED, night))) as council:
        await council.round()
        await council.round(hours=24)
        found = await council.database.read(meeting_by_key, "musterbek", "703")
        assert found is not None
        assert found.known.meeting.start == datetime(2027, 3, 28, 3, 30, tzinfo=BERLIN)
        for hours in (1, 24):
            await council.round(hours=hours)
        assert await council.kinds() == {"meeting_announced": 1}


@pytest.mark.parametrize("nonsense", NONSENSE)
async def test_impossible_times_move_nothing(tmp_path: Path, nonsense: str) -> None:
    async with reading(tmp_path) as council:
        await council.round()
        before = await snapshot(council)
        council.council.misbehave("to010|si010", NONSENSE[nonsense])
        await council.round(hours=0.5)
        council.council.behave()
        await council.round(hours=1)
        assert await snapshot(council) == before
        assert await council.changes() == []
