"""The collector: all configured sources, read in rounds, and questions looked up in between."""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager

from bot.clock import Now
from bot.collecting.ckan_round import CkanTrip
from bot.collecting.folder import Folders
from bot.collecting.listed_round import Ground, Trip, read_listed
from bot.collecting.listed_source import ListedSource, listed_settings, listed_source_of
from bot.collecting.looking_up import LookingUp, OnDue
from bot.collecting.oparl_round import Abilities, OparlTrip
from bot.collecting.pages import Pages, open_reader
from bot.collecting.report import RoundReport, Watch, unwatched
from bot.collecting.round import read_round
from bot.collecting.sources import Source, http_settings, source_of
from bot.collecting.ticking import ticking
from bot.collecting.tools import Tools
from bot.collecting.turns import turn_of
from bot.settings import Settings, SourceSetting
from sources.errors import SourceError
from sources.web.worker import Worker
from storage.database import Database
from storage.errors import StorageError
from storage.reckoning import reckon_some

_log = logging.getLogger(__name__)

BUSY = "Ein anderer Ratsbote liest diese Quelle gerade."


class Collector:
    """Made by `opened`; rounds of different sources go side by side, those of one source never."""

    def __init__(
        self,
        settings: Settings,
        tools: Tools,
        *,
        sources: dict[SourceSetting, Source],
        folders: Folders,
        questions: LookingUp,
        listed: Mapping[SourceSetting, ListedSource] | None = None,
    ) -> None:
        self._settings = settings
        self._tools = tools
        self._sources = sources
        self._folders = folders
        self._listed = listed or {}
        self._abilities = Abilities()
        self.questions = questions

    def wake(self) -> None:
        """Somebody has asked for what is not stored: it is looked up now."""
        self.questions.wake()

    async def read_all(self) -> tuple[RoundReport, ...]:
        """One round of every source. A fault of one is in its report and in the log, and stops no other."""
        await self._reckon()
        every = self._settings.sources
        return tuple(await asyncio.gather(*(self.read_guarded(setting) for setting in every)))

    async def read_guarded(
        self, setting: SourceSetting, *, patient: bool = False, watch: Watch = unwatched
    ) -> RoundReport:
        """One round of one source. `patient`: waits while another process reads it, instead of leaving it to that."""
        try:
            return await self._read(setting, patient=patient, watch=watch)
        except (SourceError, StorageError) as fault:
            _log.error("round.failed", extra={"source": setting.body, "why": str(fault)})
            return RoundReport(name=setting.body, skipped=str(fault))
        except Exception as bug:  # noqa: BLE001 - the wall between sources: a bug met in one must not stop the others
            _log.exception("round.broken", extra={"source": setting.body})
            return RoundReport(name=setting.body, skipped=f"unerwarteter Fehler ({type(bug).__name__})")

    async def _reckon(self) -> None:
        """What an older version stored, in small transactions: answers go on in between."""
        try:
            while await self._tools.database.transaction(reckon_some, today=self._tools.now().date()):
                pass
        except StorageError as fault:
            _log.error("reckoning.failed", extra={"why": str(fault)})

    async def _read(self, setting: SourceSetting, *, patient: bool, watch: Watch) -> RoundReport:
        if setting.kind == "files":
            return await self._folders.read(setting, watch=watch)
        if (system := self._listed.get(setting)) is not None:
            async with turn_of(self._tools.database.path, system.row, patient=patient) as ours:
                if not ours:
                    return RoundReport(name=setting.body, skipped=BUSY)
                return await self._read_listed(system, watch)
        source = self._sources.get(setting)
        if source is None:
            return RoundReport(name=setting.body, skipped=f"Quellen der Art {setting.kind} liest diese Version nicht.")
        async with turn_of(self._tools.database.path, source.row, patient=patient) as ours:
            if not ours:
                return RoundReport(name=setting.body, skipped=BUSY)
            return await read_round(self._tools, source, watch=watch)

    async def _read_listed(self, system: ListedSource, watch: Watch) -> RoundReport:
        def trip_of(ground: Ground) -> Trip:
            return CkanTrip(ground) if system.kind == "ckan" else OparlTrip(ground, self._abilities)

        return await read_listed(self._tools, system, trip_of, timezone=self._settings.timezone, watch=watch)


@asynccontextmanager
async def opened(
    settings: Settings, database: Database, *, now: Now, on_due: OnDue | None = None
) -> AsyncIterator[Collector]:
    """A collector that does nothing by itself: for one round, and for `collecting`."""
    chosen = http_settings(settings)
    sources = {setting: await source_of(database, setting) for setting in chosen}
    listed = {setting: await listed_source_of(database, setting) for setting in listed_settings(settings)}
    async with AsyncExitStack() as stack:
        places = (*_places(sources.values()), *(source.place for source in listed.values()))
        reader = await stack.enter_async_context(open_reader(settings, places))
        worker = await stack.enter_async_context(Worker())
        questions: LookingUp

        async def questions_first() -> None:
            await questions.finished()

        tools = Tools(
            database=database,
            pages=Pages(reader, worker, timezone=settings.timezone),
            now=lambda: now().astimezone(settings.zone),
            look_back=settings.look_back,
            between_pages=questions_first,
        )
        questions = LookingUp(tools, sources.values, on_due)
        yield Collector(
            settings, tools, sources=sources, folders=Folders(settings, database), questions=questions, listed=listed
        )


@asynccontextmanager
async def collecting(
    settings: Settings, database: Database, *, now: Now, on_due: OnDue | None = None
) -> AsyncIterator[Collector]:
    """Reads all sources every SYNC_EVERY minutes, the first time at once, and looks up what `wake` announces.

    `on_due` gets what can be answered, and again until it is marked answered. `now` as `bot.clock.Now`.
    """
    async with opened(settings, database, now=now, on_due=on_due) as collector:
        tasks = [
            asyncio.create_task(collector.questions.serve_questions(), name="questions"),
            asyncio.create_task(collector.questions.serve_answers(), name="answers"),
        ]
        try:
            async with ticking(collector.read_all, minutes=settings.sync_every):
                yield collector
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


def _places(sources: Iterable[Source]) -> tuple[str, ...]:
    return tuple(source.place for source in sources)
