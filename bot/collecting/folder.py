"""Folders of saved pages, read in again when something in them has changed."""

import asyncio
import logging
from pathlib import Path

from bot.collecting.report import RoundReport, Step, Told, Watch, told_by, unwatched
from bot.commands.importing import record_saved
from bot.errors import CommandError
from bot.settings import Settings, SourceSetting
from sources.errors import SourceError
from sources.files import read_files
from storage.database import Database

_log = logging.getLogger(__name__)


class Folders:
    """The folders of `files` sources. What was in them when last read is remembered as long as this lives."""

    def __init__(self, settings: Settings, database: Database) -> None:
        self._settings = settings
        self._database = database
        self._seen: dict[str, int] = {}

    async def read(self, setting: SourceSetting, *, watch: Watch = unwatched) -> RoundReport:
        """Stores all pages silently; a folder in which nothing changed is left alone."""
        folder = Path(setting.place)
        seen = await asyncio.to_thread(_fingerprint, folder)
        if seen is None:
            return RoundReport(
                name=setting.body, skipped=f"Den Ordner {folder} gibt es nicht; bitte anlegen oder richtig schreiben."
            )
        if self._seen.get(setting.place) == seen:
            return RoundReport(name=setting.body)
        report = await self._read_all(folder, setting, watch)
        self._seen[setting.place] = seen
        return report

    async def _read_all(self, folder: Path, setting: SourceSetting, watch: Watch) -> RoundReport:
        pages, told, failures = 0, Told(), list[str]()
        files = read_files([folder], self._settings.timezone)
        while (found := await asyncio.to_thread(next, files, None)) is not None:
            path, outcome = found
            if path.name.startswith(self._database.path.name):
                continue  # our own database, lying in the folder with its -wal and locks
            try:
                if isinstance(outcome, SourceError):
                    raise outcome
                _, recorded = await record_saved(self._database, self._settings, outcome, setting.body)
                pages += 1
                told += told_by(recorded)
            except (SourceError, CommandError) as fault:
                failures.append(f"{path}: {fault}")
            watch(Step(tried=pages + len(failures), left=0, page=str(path)))
        if failures:
            _log.warning("folder.trouble", extra={"source": setting.body, "failed": len(failures), "why": failures[0]})
        return RoundReport(name=setting.body, pages=pages, told=told, failures=tuple(failures))


def _fingerprint(folder: Path) -> int | None:
    """Changes whenever a file is added, removed or written; None if there is no such folder."""
    if not folder.is_dir():
        return None
    found = []
    for path in folder.rglob("*"):
        try:
            status = path.stat()
        except OSError:
            continue
        found.append((str(path), status.st_mtime_ns, status.st_size))
    return hash(tuple(sorted(found)))
