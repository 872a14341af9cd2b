"""The clock: the system's, or a moved one in simulations and never with the real Telegram."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import now_of, refuse_moved_clock
from bot.errors import SettingsError
from bot.settings import Settings


def test_a_clock_file_moves_the_time(tmp_path: Path) -> None:
    (tmp_path / "clock").write_text("86400\n", "ascii")
    ahead = now_of(Settings(clock=tmp_path / "clock"))() - datetime.now(UTC)
    assert timedelta(hours=23) < ahead < timedelta(hours=25)
    assert now_of(Settings())().tzinfo is UTC


def test_a_clock_file_without_a_number_is_named(tmp_path: Path) -> None:
    (tmp_path / "clock").write_text("later", "ascii")
    with pytest.raises(SettingsError, match="RATSBOTE_CLOCK"):
        now_of(Settings(clock=tmp_path / "clock"))


@pytest.mark.parametrize(("api", "refused"), [("https://api.telegram.org", True), ("http://127.0.0.1:8081", False)])
def test_the_real_telegram_refuses_a_moved_clock(tmp_path: Path, api: str, refused: bool) -> None:
    settings = Settings(clock=tmp_path / "clock", telegram_api=api)
    if not refused:
        refuse_moved_clock(settings)
        return
    with pytest.raises(SettingsError, match="RATSBOTE_CLOCK"):
        refuse_moved_clock(settings)
