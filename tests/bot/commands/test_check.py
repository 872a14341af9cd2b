"""`check`, and how a start that cannot work says why."""

import asyncio
import sqlite3
from pathlib import Path

import pytest

from bot.cli import main
from simulator.telegram import Telegram
from tests.bot.commands.conftest import Ratsbote


@pytest.fixture
def with_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RATSBOTE_TELEGRAM_TOKEN", "123456:abc")


def test_check_names_what_is_missing_and_how_to_mend_it(ratsbote: Ratsbote) -> None:
    ended = ratsbote("check")
    assert ended.code == 1
    assert "FEHLER  Telegram: Es ist kein Telegram-Token gesetzt" in ended.out
    assert "gut     Datenbank data/ratsbote.db: 0 Drucksachen" in ended.out
    assert "gut     Benachrichtigungen: Erinnerungen 1d, 2h vorher; Ruhezeit 21:00-07:00; bis zu 25 in der" in ended.out


def test_check_reports_sources_and_misspelt_settings(
    ratsbote: Ratsbote, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "inbox").mkdir()
    monkeypatch.setenv("RATSBOTE_SOURCES", "harburg=files+./inbox bonn=files+./nowhere")
    monkeypatch.setenv("RATSBOTE_LANGAUGE", "en")
    lines = ratsbote("check").out.splitlines()
    assert any(line.startswith("gut     Quelle harburg") for line in lines)
    assert any(line.startswith("FEHLER  Quelle bonn") for line in lines)
    assert any(line.startswith("FEHLER  Einstellungen: RATSBOTE_LANGAUGE") for line in lines)


@pytest.mark.parametrize("command", [("run",), ("ask", "20-1554"), ("import", "x.txt"), ("show", "1")])
@pytest.mark.parametrize("spoil", ["garbage", "zero", "foreign", "newer", "folder_is_a_file"])
@pytest.mark.usefixtures("with_token")
def test_an_unusable_database_ends_the_command_in_one_line(
    ratsbote: Ratsbote, home: Path, command: tuple[str, ...], spoil: str
) -> None:
    (home / "x.txt").write_text("x", "utf-8")
    path = home / "data" / "ratsbote.db"
    if spoil == "folder_is_a_file":
        (home / "data").write_text("", "utf-8")
    else:
        path.parent.mkdir()
        _spoil(path, spoil)
    ended = ratsbote(*command)
    assert ended.code != 0
    assert ended.err.count("\n") == 1
    assert "ratsbote.db" in ended.err
    assert "unerwartet" not in ended.err


def _spoil(path: Path, how: str) -> None:
    if how == "garbage":
        path.write_bytes(b"not a database at all" * 100)
    elif how == "zero":
        path.touch()
    else:
        connection = sqlite3.connect(path)
        connection.execute("CREATE TABLE things (x)")
        if how == "newer":
            connection.execute("PRAGMA application_id = 0x52617473")
            connection.execute("PRAGMA user_version = 9999")
        connection.commit()
        connection.close()


def test_no_token_and_a_wrong_token_end_run_in_one_line(ratsbote: Ratsbote, monkeypatch: pytest.MonkeyPatch) -> None:
    missing = ratsbote("run")
    assert (missing.code, missing.err.count("\n"), "@BotFather" in missing.err) == (78, 1, True)
    monkeypatch.setenv("RATSBOTE_TELEGRAM_TOKEN", "no token at all")
    wrong = ratsbote("run")
    assert (wrong.code, wrong.err.count("\n"), "no token at all" in wrong.err) == (78, 1, False)


async def test_a_token_that_telegram_rejects_is_found_by_check_and_by_run(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    telegram = Telegram()
    async with telegram.serving():
        monkeypatch.setenv("RATSBOTE_TELEGRAM_API", telegram.url)
        monkeypatch.setenv("RATSBOTE_TELEGRAM_TOKEN", telegram.token)
        assert await asyncio.to_thread(main, ["check"]) == 0
        assert f"angemeldet als @{telegram.username}" in capsys.readouterr().out
        monkeypatch.setenv("RATSBOTE_TELEGRAM_TOKEN", "123456:revoked")
        assert await asyncio.to_thread(main, ["check"]) == 1
        assert "FEHLER  Telegram: Telegram nimmt das Token nicht an" in capsys.readouterr().out


def test_help_and_version_answer_at_once(ratsbote: Ratsbote) -> None:
    assert "Befehle" in ratsbote("--help").out
    assert ratsbote("--version").out.startswith("ratsbote ")
    unknown = ratsbote("fly")
    assert (unknown.code, unknown.err.count("\n")) == (2, 1)
