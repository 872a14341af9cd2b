"""Rounds over the transparency portal: papers by number, late, and never against the council's own page."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.collecting.collector import Collector, opened
from bot.collecting.report import RoundReport
from bot.settings import Settings, SourceSetting
from council.published.bodies import Body
from council.published.papers import Consultation, Paper
from simulator.clock import Clock
from storage.changes import open_changes
from storage.database import Database
from storage.lookup import look_up
from storage.recording import record_papers
from storage.sources import ensure_source
from storage.visits import Visit
from tests.bot.collecting.small_council import NOW
from tests.sources.ckan.test_packages import HOST, extras
from tests.sources.ckan.test_packages import paper as package

ELBE = Body(key="elbe", name="Bezirksversammlung Elbe")


def published(number: int, **fields: Any) -> dict[str, Any]:
    told = extras(inforeg_id=f"Allris_E:VO_{number}", number=f"22-{number:04}", publishing_date="2026-11-20T00:00:00")
    link = [{"url": f"{HOST}/bi/vo020.asp?VOLFDNR={number}"}]
    return package(title=f"Bezirk Elbe, Drucksache 22-{number:04}", extras=told, resources=link) | fields


@dataclass
class Portal:
    """Answers searches on loopback, a hundred rows a page."""

    packages: list[dict[str, Any]]
    asked: list[dict[str, str]] = field(default_factory=list)
    broken: bool = False

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[str]:
        app = web.Application()
        app.router.add_get("/api/3/action/package_search", self._answer)
        runner = web.AppRunner(app)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            host, port = runner.addresses[0][:2]
            yield f"http://{host}:{port}/api/3/?bezirk=Elbe"
        finally:
            await runner.cleanup()

    async def _answer(self, request: web.Request) -> web.Response:
        self.asked.append(dict(request.query))
        if self.broken:
            return web.Response(text='{"success": false}')
        start, rows = int(request.query["start"]), int(request.query["rows"])
        found = {"count": len(self.packages), "results": self.packages[start : start + rows]}
        return web.Response(text=json.dumps({"success": True, "result": found}))


@dataclass
class Read:
    """The portal, its reader and the one clock of both."""

    portal: Portal
    clock: Clock
    database: Database
    collector: Collector

    async def round(self, *, hours: float = 0.0) -> RoundReport:
        self.clock.move_by(timedelta(hours=hours))
        (report,) = await self.collector.read_all()
        return report

    async def kinds(self) -> list[str]:
        return [str(each.change.kind) for each in await self.database.read(open_changes, most=100)]

    async def names(self, reference: str) -> list[str]:
        found = await self.database.read(look_up, [reference])
        return [known.paper.name for known in found.exact]


@asynccontextmanager
async def reading(folder: Path, *packages: dict[str, Any]) -> AsyncIterator[Read]:
    clock = Clock()
    clock.move_to(NOW)
    portal = Portal(list(packages))
    async with portal.serving() as url:
        settings = Settings(database=folder / "ratsbote.db", sources=(SourceSetting("elbe", "ckan", url),))
        async with Database.open(settings.database) as database, opened(settings, database, now=clock.now) as collector:
            yield Read(portal, clock, database, collector)


async def test_all_pages_come_silently_at_first_and_new_papers_are_news(tmp_path: Path) -> None:
    async with reading(tmp_path, *(published(number) for number in range(1, 151))) as elbe:
        report = await elbe.round()
        assert (report.told.new, report.failures, report.first_read_done) == (150, (), True)
        assert [each["start"] for each in elbe.portal.asked] == ["0", "100"]
        assert elbe.portal.asked[0]["q"] == 'title:"Bezirk Elbe"'
        assert await elbe.kinds() == []
        elbe.portal.packages = [published(200)]
        assert (await elbe.round(hours=24)).is_good
        assert await elbe.kinds() == ["paper_new"]
        assert elbe.portal.asked[-1]["fq"] == "metadata_modified:[2026-11-21T09:00:00Z TO *]"


async def test_the_councils_own_page_is_not_contradicted(tmp_path: Path) -> None:
    async with reading(tmp_path, published(1, notes="Ein Titel des Portals")) as elbe:
        now = elbe.clock.now()
        row = await elbe.database.transaction(ensure_source, ELBE, "allris", HOST)
        stop = Consultation(organization="Bauausschuss")
        own = Paper(id="1", reference="22-0001", name="Der eigene Titel", public=True, consultations=(stop,))
        await elbe.database.transaction(record_papers, Visit(body=ELBE, now=now, source=row), [own])
        for _ in range(2):
            assert (await elbe.round(hours=1)).is_good
        assert await elbe.names("22-0001") == ["Der eigene Titel"]
        (known,) = (await elbe.database.read(look_up, ["22-0001"])).exact
        assert known.paper.consultations == (stop,)
        assert str(known.paper.date) == "2026-11-20"
        assert await elbe.kinds() == []


async def test_other_districts_of_the_answer_are_left_alone(tmp_path: Path) -> None:
    other = published(2, title="Bezirk Elbe-Ost, Drucksache 22-0002")
    async with reading(tmp_path, published(1), other) as elbe:
        await elbe.round()
        assert await elbe.names("22-0002") == []


async def test_a_portal_that_answers_otherwise_is_said_so(tmp_path: Path) -> None:
    async with reading(tmp_path, published(1)) as elbe:
        elbe.portal.broken = True
        report = await elbe.round()
        assert not report.first_read_done
        assert "keine Antwort der Suche" in report.failures[0]
