"""Rounds over an OParl server: all at first and silently, then only what changed, whatever the server's habits."""

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from bot.collecting.collector import Collector, opened
from bot.collecting.report import RoundReport
from bot.settings import Settings, SourceSetting
from council.published.known import KnownPaper
from simulator.clock import Clock
from storage.bodies import all_bodies
from storage.changes import open_changes
from storage.database import Database
from storage.lookup import look_up
from storage.meetings import StoredMeeting, meeting_by_key
from tests.bot.collecting.oparl_server import Habits, OparlServer, elbdorf
from tests.bot.collecting.small_council import NOW
from tests.sources.oparl.things import Thing, item, paper, stop, tombstone


@dataclass
class Town:
    """The server, its reader, and the one clock of both."""

    server: OparlServer
    clock: Clock
    database: Database
    collector: Collector

    async def round(self, *, hours: float = 0.0) -> RoundReport:
        self.clock.move_by(timedelta(hours=hours))
        (report,) = await self.collector.read_all()
        return report

    async def kinds(self) -> Counter[str]:
        return Counter(str(each.change.kind) for each in await self.database.read(open_changes, most=1_000))

    async def paper(self, reference: str) -> KnownPaper | None:
        found = await self.database.read(look_up, [reference])
        return next(iter(found.exact), None)

    async def meeting(self) -> StoredMeeting:
        found = await self.database.read(meeting_by_key, "elbdorf", f"{self.server.url}/meetings/1")
        assert found is not None
        return found

    def now(self) -> str:
        return self.clock.now().isoformat(timespec="seconds")


@asynccontextmanager
async def town(
    folder: Path, habits: Habits | None = None, things: dict[str, list[Thing]] | None = None
) -> AsyncIterator[Town]:
    clock = Clock()
    clock.move_to(NOW)
    server = OparlServer(things or elbdorf(), habits or Habits())
    async with server.serving() as url:
        source = SourceSetting("elbdorf", "oparl", url)
        settings = Settings(database=folder / "ratsbote.db", sources=(source,))
        async with Database.open(settings.database) as database, opened(settings, database, now=clock.now) as collector:
            yield Town(server, clock, database, collector)


async def test_the_first_round_reads_everything_and_tells_nothing(tmp_path: Path) -> None:
    async with town(tmp_path) as elb:
        report = await elb.round()
        assert (report.is_first, report.first_read_done, report.failures, report.changes) == (True, True, (), ())
        assert report.told.new == 6
        known = await elb.paper("2026/0005")
        assert known is not None
        (found,) = known.paper.consultations
        assert (found.organization, str(found.date)) == ("Bauausschuss", "2026-11-24")
        assert [each.item.paper for each in (await elb.meeting()).known.items][:2] == ["2026/0001", "2026/0002"]
        assert [body.name for body in await elb.database.read(all_bodies)] == ["Gemeinde Elbdorf"]


async def test_an_unchanged_second_round_costs_a_handful_of_requests(tmp_path: Path) -> None:
    async with town(tmp_path) as elb:
        await elb.round()
        for _ in range(2):  # the first time what the server can do is tried
            elb.server.asked.clear()
            report = await elb.round(hours=24 * 30)
            assert report.is_good
            assert report.told.new == report.told.changed == 0
            assert len(elb.server.asked) <= 9
        assert await elb.kinds() == {}


async def test_a_result_and_a_new_item_are_exactly_what_is_told(tmp_path: Path) -> None:
    things = elbdorf()
    async with town(tmp_path, things=things) as elb:
        await elb.round()
        agenda = things["meeting"][0]["agendaItem"]
        agenda.append(item(9, name="Ein Punkt kommt dazu", consultation=...))
        elb.server.change("meeting", "/1", modified=elb.now())
        await elb.round(hours=1)
        assert await elb.kinds() == {"item_added": 1}
        agenda[0]["result"] = "einstimmig beschlossen"
        elb.server.change("meeting", "/1", modified=(elb.clock.now() + timedelta(hours=40)).isoformat())
        assert (await elb.round(hours=48)).is_good
        assert await elb.kinds() == {"item_added": 1, "result_appeared": 1}
        assert [each.item.paper for each in (await elb.meeting()).known.items][:2] == ["2026/0001", "2026/0002"]


async def test_an_item_that_changed_without_its_meeting_is_noticed(tmp_path: Path) -> None:
    things = elbdorf()
    async with town(tmp_path, things=things) as elb:
        await elb.round()
        things["meeting"][0]["agendaItem"][1] |= {"result": "vertagt", "modified": elb.now()}
        assert (await elb.round(hours=1)).is_good
        assert await elb.kinds() == {"result_appeared": 1}


async def test_a_system_that_moves_keeps_what_is_stored(tmp_path: Path) -> None:
    async with town(tmp_path) as elb:
        await elb.round()
        moved = OparlServer(elb.server.things)
        async with moved.serving() as url:
            source = SourceSetting("elbdorf", "oparl", url)
            settings = Settings(database=elb.database.path, sources=(source,))
            async with opened(settings, elb.database, now=elb.clock.now) as collector:
                (report,) = await collector.read_all()
        assert report.is_good
        assert (report.told.new, report.told.unchanged) == (0, 6)


async def test_a_paper_that_came_alone_finds_its_session_in_the_store(tmp_path: Path) -> None:
    async with town(tmp_path) as elb:
        await elb.round()
        elb.server.change("paper", "/3", name="Vorhaben Nummer 3 am Elbufer, neu gefasst", modified=elb.now())
        await elb.round(hours=1)
        known = await elb.paper("2026/0003")
        assert known is not None
        assert known.paper.name.endswith("neu gefasst")
        assert str(known.paper.consultations[0].date) == "2026-11-24"
        assert await elb.kinds() == {"paper_changed": 1}


async def test_a_tombstone_is_purged_and_told_to_be_taken_back(tmp_path: Path) -> None:
    things = elbdorf()
    async with town(tmp_path, things=things) as elb:
        await elb.round()
        things["paper"][1] = tombstone(things["paper"][1]) | {"modified": elb.now()}
        await elb.round(hours=1)
        assert await elb.kinds() == {"paper_non_public": 1}
        known = await elb.paper("2026/0002")
        assert known is None or not known.paper.public


@pytest.mark.parametrize(
    "habits",
    [
        Habits(no_filter=True),
        Habits(same_times=True),
        Habits(empty_is_404=True),
        Habits(page_size=1),
        Habits(page_size=100),
    ],
    ids=["no filter", "all of 2000", "404 when empty", "one a page", "all on one page"],
)
async def test_news_arrive_whatever_the_server_can_do(tmp_path: Path, habits: Habits) -> None:
    things = elbdorf()
    async with town(tmp_path, habits, things) as elb:
        await elb.round()
        await elb.round(hours=1)
        new = paper(
            6, name="Eine neue Drucksache", date="2026-11-23", consultation=[stop(6, meeting=..., agendaItem=...)]
        )
        things["paper"].append(new | {"modified": elb.now(), "created": elb.now()})
        report = await elb.round(hours=24)
        assert report.is_good
        assert await elb.kinds() == {"paper_new": 1}


@pytest.mark.parametrize(
    ("habits", "why"),
    [
        (Habits(loop=True), "im Kreis"),
        (Habits(forgotten_next=True), "hört auf"),
        (Habits(fails_at_page=2), "500"),
        (Habits(broken_object=True), "Zahl"),
    ],
    ids=["loop", "forgotten link", "fails half-way", "broken object"],
)
async def test_trouble_of_a_list_is_named_and_takes_nothing_else_with_it(
    tmp_path: Path, habits: Habits, why: str
) -> None:
    async with town(tmp_path, habits) as elb:
        report = await elb.round()
        assert any(why in sentence for sentence in report.failures), report.failures
        assert await elb.paper("2026/0001") is not None
        assert await elb.kinds() == {}


async def test_a_round_that_failed_is_made_up_for(tmp_path: Path) -> None:
    async with town(tmp_path) as elb:
        await elb.round()
        await elb.round(hours=1)
        elb.server.habits.fails_at_page = 1
        elb.server.change("paper", "/3", name="Vorhaben Nummer 3, neu gefasst", modified=elb.now())
        assert not (await elb.round(hours=1)).is_good
        elb.server.habits.fails_at_page = None
        assert (await elb.round(hours=24 * 5)).is_good
        assert await elb.kinds() == {"paper_changed": 1}


async def test_a_place_without_a_body_is_said_so(tmp_path: Path) -> None:
    server = OparlServer(elbdorf())
    async with server.serving():
        source = SourceSetting("elbdorf", "oparl", f"{server.url}/paper")
        settings = Settings(database=tmp_path / "ratsbote.db", sources=(source,))
        clock = Clock()
        async with Database.open(settings.database) as database, opened(settings, database, now=clock.now) as collector:
            (report,) = await collector.read_all()
        assert "kein Body von OParl" in report.failures[0]
