"""`held`: what the fuse keeps back is listed, and released or dropped by a person."""

import asyncio
from datetime import time, timedelta
from pathlib import Path

import pytest

from bot.cli import main
from simulator.council.story.happenings import Kind, Story
from storage.changes import open_changes
from storage.database import Database
from tests.bot.collecting.small_council import FAR, RECORDS, a_meeting, a_story, happens
from tests.bot.commands.conftest import Ratsbote
from tests.bot.commands.test_sync import council_for, sync


def all_sessions_moved() -> Story:
    """Thirty sessions to come, all at another hour: more than anybody would do on one day."""
    many = [a_meeting(1000 + number, FAR + timedelta(days=number), agenda_public=False) for number in range(30)]
    moved = [happens(1, Kind.MEETING_MOVED, meeting, start=time(9, 0)) for meeting in many]
    return a_story(*moved, records=(*RECORDS, *many))


def test_nothing_held_is_said(ratsbote: Ratsbote) -> None:
    for command in (("held",), ("held", "release"), ("held", "drop")):
        ended = ratsbote(*command)
        assert (ended.code, ended.out) == (0, "Es ist nichts zurückgehalten.\n")


@pytest.mark.parametrize(("action", "opened"), [("release", True), ("drop", False)])
async def test_a_mass_of_changes_waits_for_a_person(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], action: str, opened: bool
) -> None:
    async with council_for(home, monkeypatch, all_sessions_moved()) as (_, clock):
        assert await sync() == 0
        # Far months are read once a day.
        clock.move_by(timedelta(hours=25))
        await sync()
        assert "ratsbote held" in capsys.readouterr().out
    assert await _open(home) == 0
    assert await asyncio.to_thread(main, ["held"]) == 0
    listed = capsys.readouterr().out
    assert "× Sitzung verlegt" in listed
    assert "zum Beispiel" in listed
    assert await asyncio.to_thread(main, ["held", action]) == 0
    assert (await _open(home) > 20) is opened
    assert await asyncio.to_thread(main, ["held"]) == 0
    assert capsys.readouterr().out.endswith("Es ist nichts zurückgehalten.\n")


async def _open(home: Path) -> int:
    async with Database.open(home / "data" / "ratsbote.db") as database:
        return len(await database.read(open_changes, most=1000))
