"""`sync` from outside: what it says, when it fails, and that a kill anywhere changes nothing in the end."""

import asyncio
import os
import random
import sqlite3
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from bot.collecting.turns import turn_of
from simulator.clock import Clock
from simulator.council.misbehaviour import EMPTY, Delay
from simulator.council.server import NOBODY_WELCOME, CouncilServer
from simulator.council.story.happenings import Kind, Story
from tests.bot.collecting.small_council import (
    COUNCIL,
    LATER,
    NEXT,
    NOW,
    SOON,
    a_paper,
    a_story,
    an_item,
    appears,
    happens,
    record,
    until,
)
from tests.bot.commands.conftest import SAVED_TEXT, Ratsbote
from tests.conftest import Figures

ROOT = Path(__file__).resolve().parents[3]
KILLS = 60 if os.environ.get("RATSBOTE_NIGHTLY") else 3


@asynccontextmanager
async def council_for(
    home: Path, monkeypatch: pytest.MonkeyPatch, story: Story | None = None
) -> AsyncIterator[tuple[CouncilServer, Clock]]:
    """A council on loopback, and the environment that names it and its clock."""
    clock = Clock(file=home / "clock")
    clock.move_to(NOW)
    council = CouncilServer(story or a_story(), now=clock.now)
    async with council.serving() as url:
        monkeypatch.setenv("RATSBOTE_SOURCES", f"musterbek=allris+{url}")
        monkeypatch.setenv("RATSBOTE_CLOCK", str(home / "clock"))
        yield council, clock


async def sync(*arguments: str) -> int:
    return await asyncio.to_thread(main, ["sync", *arguments])


async def test_sync_says_what_it_read_and_ends_well(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    late = appears(1, Kind.ITEM_ADDED, an_item(914, NEXT, 5, name="Dringlichkeitsantrag", late=True))
    async with council_for(home, monkeypatch, a_story(late)) as (_, clock):
        assert await sync() == 0
        first = capsys.readouterr()
        assert "musterbek: " in first.out
        assert "zum ersten Mal gelesen" in first.out
        clock.move_by(timedelta(hours=2))
        assert await sync("musterbek") == 0
        assert "1 × TOP dazugekommen" in capsys.readouterr().out
        assert first.err == ""


async def test_sync_names_the_page_that_failed_and_ends_with_one(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async with council_for(home, monkeypatch) as (council, _):
        council.misbehave("VOLFDNR=801", EMPTY)
        assert await sync() == 1
        lines = capsys.readouterr().out.splitlines()
        assert len([line for line in lines if f"{council.url}vo020.asp?VOLFDNR=801" in line]) == 1


async def test_sync_and_check_obey_robots_txt_and_read_with_permission(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async with council_for(home, monkeypatch) as (council, _):
        council.robots = NOBODY_WELCOME
        assert await sync() == 1
        assert await asyncio.to_thread(main, ["check"]) == 1
        said = capsys.readouterr().out
        assert said.count("Die robots.txt von 127.0.0.1 verbietet das Lesen.") == 2
        assert {visit.target for visit in council.visits} == {"/robots.txt"}
        monkeypatch.setenv("RATSBOTE_PERMITTED_HOSTS", "127.0.0.1")
        assert await sync() == 0
        await asyncio.to_thread(main, ["check"])
        said = capsys.readouterr().out
        assert "gelesen trotz robots.txt" in said
        assert f"{COUNCIL}: der Kalender nennt 2 Sitzungen in diesem Monat." in said


async def test_read_shows_one_page_from_the_net_and_stores_nothing(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async with council_for(home, monkeypatch) as (council, _):
        assert await asyncio.to_thread(main, ["read", f"{council.url}vo020.asp?VOLFDNR=801"]) == 0
        assert "22-0101" in capsys.readouterr().out
        assert await asyncio.to_thread(main, ["read", f"{council.url}vo020.asp?VOLFDNR=1", "--json"]) == 1
        assert '"kind": "not_public"' in capsys.readouterr().out
        assert not (home / "data").exists()


def test_read_of_a_foreign_host_asks_for_a_contact(ratsbote: Ratsbote) -> None:
    ended = ratsbote("read", "https://ratsinfo.example/bi/vo020.asp?VOLFDNR=1", "--json")
    assert (ended.code, ended.json()["error"]["kind"]) == (1, "refused")
    assert "RATSBOTE_CONTACT" in ended.json()["error"]["message"]


def test_sync_reads_folders_and_says_what_is_not_set_up(
    ratsbote: Ratsbote, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    none = ratsbote("sync")
    assert (none.code, "RATSBOTE_SOURCES" in none.err) == (1, True)
    monkeypatch.setenv("RATSBOTE_SOURCES", "harburg=files+./inbox bonn=oparl+https://ratsinfo.example/oparl")
    missing = ratsbote("sync", "harburg")
    assert (missing.code, "inbox" in missing.out) == (1, True)
    (home / "inbox").mkdir()
    (home / "inbox" / "page.txt").write_text(SAVED_TEXT, "utf-8")
    assert ratsbote("sync", "harburg").code == 0
    assert ratsbote("show", "20-1554").code == 0
    assert "nicht eingestellt" in ratsbote("sync", "altona").err
    assert "RATSBOTE_CONTACT" in ratsbote("sync", "bonn").out


async def test_sync_waits_while_somebody_else_reads_the_source(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with council_for(home, monkeypatch) as (council, _):
        assert await sync() == 0
        before = len(council.visits)
        async with turn_of(home / "data" / "ratsbote.db", 1, patient=False) as ours:
            assert ours
            waiting = asyncio.create_task(sync())
            await asyncio.sleep(1.0)
            assert len(council.visits) == before
        assert await waiting == 0
        assert len(council.visits) > before


HAPPENINGS = a_story(
    appears(1, Kind.PAPER_FILED, a_paper(804, 104, SOON)),
    appears(1, Kind.ITEM_ADDED, an_item(914, NEXT, 5, 804, late=True)),
    happens(1, Kind.ITEM_REWORDED, record(913), name="Mitteilungen"),
    happens(2, Kind.ITEM_WITHDRAWN, record(911), name="- abgesetzt -", paper=None),
    happens(2, Kind.ROOM_CHANGED, record(LATER), room="Aula"),
    happens(3, Kind.MEETING_CANCELLED, record(NEXT), cancelled=True),
)


@pytest.mark.timeout(120 + 10 * KILLS)
async def test_a_kill_anywhere_in_a_round_changes_nothing_in_the_end(
    home: Path, monkeypatch: pytest.MonkeyPatch, tell: Figures
) -> None:
    chance = random.Random(3)
    async with council_for(home, monkeypatch, HAPPENINGS) as (council, clock):
        council.misbehave("/bi/", Delay(0.03))
        for kills in (KILLS - KILLS // 2, KILLS // 2):
            for _ in range(kills):
                await _killed(council, "killed.db", after=chance.randrange(0, 25), jitter=chance.random() * 0.05)
            for database in ("killed.db", "whole.db"):
                process = await _started(database, stdout=PIPE)
                said, _ = await process.communicate()
                assert process.returncode == 0, said.decode()
            clock.move_by(timedelta(hours=4))
    killed, whole = _facts(home / "killed.db"), _facts(home / "whole.db")
    assert whole["changes"]
    assert killed == whole
    tell(f"sync: {KILLS} kills, {sum(map(len, whole.values()))} facts and changes, 0 differ")


async def _started(database: str, *, stdout: int) -> Process:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "RATSBOTE_DATABASE": database}
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "sync", env=environment, stdout=stdout, stderr=DEVNULL
    )


async def _killed(council: CouncilServer, database: str, *, after: int, jitter: float) -> None:
    """Killed `jitter` seconds after so many requests; one that ends sooner was not in time for it."""
    goal = len(council.visits) + after
    process = await _started(database, stdout=DEVNULL)
    await until(lambda: len(council.visits) >= goal or process.returncode is not None)
    await asyncio.sleep(jitter)
    if process.returncode is None:
        process.kill()
    await process.wait()


# Our own row numbers and the moments of reading may differ.
_LEFT_OUT = {"id", "read_at", "agenda_read_at", "found_at", "round", "first_round", "serial", "of_meeting", "of_paper"}
_TABLES = ("papers", "consultations", "meetings", "agenda_items", "organizations", "members", "changes")


def _facts(path: Path) -> dict[str, list[Any]]:
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    try:
        return {table: sorted(map(_fact, connection.execute(f"SELECT * FROM {table}"))) for table in _TABLES}
    finally:
        connection.close()


def _fact(row: sqlite3.Row) -> str:
    return str([(name, row[name]) for name in row.keys() if name not in _LEFT_OUT])  # noqa: SIM118 - a Row, not a dict
