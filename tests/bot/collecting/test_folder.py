"""Folders of saved pages: read when something in them has changed, silently."""

from pathlib import Path

from bot.collecting.folder import Folders
from bot.settings import Settings, SourceSetting
from storage.changes import open_changes
from storage.database import Database
from tests.bot.commands.conftest import SAVED_TEXT


async def test_a_folder_is_read_again_only_when_something_in_it_changed(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "one.txt").write_text(SAVED_TEXT, "utf-8")
    source = SourceSetting("harburg", "files", str(inbox))
    settings = Settings(database=tmp_path / "ratsbote.db", sources=(source,))
    async with Database.open(settings.database) as database:
        folders = Folders(settings, database)
        first = await folders.read(source)
        assert (first.pages, first.told.new, first.failures) == (1, 1, ())
        assert (await folders.read(source)).pages == 0
        (inbox / "two.txt").write_text(SAVED_TEXT.replace("20-1554", "20-1555"), "utf-8")
        (inbox / "broken.html").write_text("<html>", "utf-8")
        third = await folders.read(source)
        assert (third.pages, third.told.new, third.told.unchanged, len(third.failures)) == (2, 1, 1, 1)
        assert "broken.html" in third.failures[0]
        assert await database.read(open_changes) == ()


async def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    source = SourceSetting("harburg", "files", str(tmp_path / "nowhere"))
    settings = Settings(database=tmp_path / "ratsbote.db", sources=(source,))
    async with Database.open(settings.database) as database:
        assert "nowhere" in ((await Folders(settings, database).read(source)).skipped or "")
