"""The bars of `sync`: on a terminal only."""

import pytest

from bot.collecting.report import Step, unwatched
from bot.commands.sync_progress import watching
from bot.settings import SourceSetting

SOURCES = (SourceSetting("harburg", "allris", "https://a.example/bi/"), SourceSetting("harburg", "files", "./inbox"))


def test_each_source_has_a_bar_on_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with watching(SOURCES, terminal=True) as watches:
        for tried in range(1, 4):
            watches[SOURCES[0]](Step(tried=tried, left=3 - tried, page="https://a.example/bi/vo040.asp"))
    written = capsys.readouterr()
    assert written.out == ""
    assert "harburg" in written.err


def test_nobody_is_shown_a_bar_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    with watching(SOURCES, terminal=False) as watches:
        assert watches == dict.fromkeys(SOURCES, unwatched)
    assert capsys.readouterr().err == ""
