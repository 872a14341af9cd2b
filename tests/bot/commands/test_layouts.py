"""A council whose layout changed, as `sync` and `check` show it."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from bot.cli import main
from simulator.council.misbehaviour import Altered
from tests.bot.commands.test_sync import council_for, sync


def new_column(page: bytes) -> bytes:
    return page.replace(b"Drucksache</th>", b"Drucksache</th><th>Frist</th>")


async def check(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The lines about sources."""
    await asyncio.to_thread(main, ["check"])
    return [line for line in capsys.readouterr().out.splitlines() if "Quelle musterbek" in line]


async def test_a_changed_layout_is_seen_in_sync_at_once_and_in_check_after_three_in_a_row(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async with council_for(home, monkeypatch) as (council, clock):
        assert await sync() == 0
        assert "anders gebaut" not in capsys.readouterr().out
        council.misbehave("to010", Altered(new_column))
        for times in (1, 2, 3):
            clock.move_by(timedelta(minutes=30))
            assert await sync() == 0
            said = [line for line in capsys.readouterr().out.splitlines() if "anders gebaut" in line]
            assert len(said) == 1
            assert "Tagesordnungen" in said[0]
            assert "unbekannte Spalte „Frist“" in said[0]
            shown = [line.startswith("gut") for line in await check(capsys)]
            assert shown == [True, False][: 1 + (times == 3)]
        lines = await check(capsys)
        assert "3 Seiten in Folge" in lines[1]
        assert "„Frist“" in lines[1]
        council.behave()
        clock.move_by(timedelta(minutes=30))
        assert await sync() == 0
        assert len(await check(capsys)) == 1


async def test_check_says_of_an_odd_calendar_that_it_is_one(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async with council_for(home, monkeypatch) as (council, _):
        council.misbehave("si010", Altered(lambda page: page.replace(b"<th>Raum</th>", b"<th>Frist</th>")))
        (line,) = await check(capsys)
        assert line.startswith("FEHLER")
        assert "der Kalender nennt 2 Sitzungen" in line
        assert "unbekannte Spalte „Frist“" in line
