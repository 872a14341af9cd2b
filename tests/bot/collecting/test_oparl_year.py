"""A real city's year, served page by page and read by rounds."""

import json
from collections import Counter
from pathlib import Path

from bot.collecting.collector import opened
from bot.settings import Settings, SourceSetting
from simulator.clock import Clock
from storage.changes import open_changes
from storage.database import Database
from storage.questions import stored
from tests.bot.collecting.oparl_server import Habits, OparlServer
from tests.bot.collecting.small_council import NOW
from tests.shared import SHARED, needs_shared
from tests.sources.oparl.things import ROOT, Thing

HOME = "https://web1.karlsruhe.de/oparl"


def _text(name: str) -> str:
    return (SHARED / "pages" / "karlsruhe" / name).read_text("utf-8").replace(HOME, ROOT)


def year() -> dict[str, list[Thing]]:
    """All of it, its addresses those of the server of these tests."""
    return {
        "organization": json.loads(_text("organizations.json")),
        "person": [],
        "meeting": [json.loads(line) for line in _text("meetings-2024.jsonl").splitlines()],
        "paper": [json.loads(line) for line in _text("papers-2024.jsonl").splitlines()],
    }


@needs_shared
async def test_a_year_is_read_once_and_then_only_what_changed(tmp_path: Path) -> None:
    server, clock = OparlServer(year(), Habits(page_size=100)), Clock()
    clock.move_to(NOW)
    async with server.serving() as url:
        settings = Settings(database=tmp_path / "ratsbote.db", sources=(SourceSetting("karlsruhe", "oparl", url),))
        async with Database.open(settings.database) as database, opened(settings, database, now=clock.now) as collector:
            (first,) = await collector.read_all()
            assert (first.failures, first.told.new, first.changes) == ((), 184 + 953, ())
            assert (await database.read(stored)).papers == 953
            await collector.read_all()
            server.asked.clear()
            (second,) = await collector.read_all()
            assert (second.failures, second.told.new, second.told.changed, second.changes) == ((), 0, 0, ())
            assert len(server.asked) <= 8
            item = next(each for each in _items(server) if each.get("consultation") and "result" not in each)
            item |= {"result": "einstimmig beschlossen", "modified": clock.now().isoformat()}
            (third,) = await collector.read_all()
            assert third.failures == ()
            kinds = Counter(str(each.change.kind) for each in await database.read(open_changes, most=100))
            assert kinds == {"result_appeared": 1}


def _items(server: OparlServer) -> list[Thing]:
    return [item for meeting in server.things["meeting"] for item in meeting.get("agendaItem", [])]
