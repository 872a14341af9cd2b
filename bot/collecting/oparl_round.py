"""One round's way through an OParl source: its lists fetched, read together, and remembered in parts."""

import asyncio
import tempfile
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bot.collecting.listed_round import Ground, Trip
from bot.collecting.oparl_fetching import Fetched, Fetching
from bot.collecting.pages import sentence_of
from sources.errors import SourceError
from sources.files import Learned, learn
from sources.files.json_files import read_json_file
from sources.oparl.ability import OVERLAP, Ability
from sources.oparl.entry import Entry
from sources.oparl.identity import root_of
from sources.oparl.moving import at_home
from sources.oparl.notes import PaperNote
from sources.oparl.remembering import lonely_items, remember_meeting, remember_stop, unknown_meetings
from storage.known_keys import known_address
from storage.neighbours import papers_of_items, public_meetings
from storage.organizations import all_organizations


@dataclass(slots=True)
class _Plan:
    """How lists are read: `since` then; else whole, or (`is_light`) only where what is new stands."""

    since: datetime | None
    ability: Ability | None
    is_light: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether all objects come."""
        return self.since is None and not self.is_light


class Abilities(dict[int, Ability]):
    """What servers can do, by our row of the source, as far as that was tried."""


class OparlTrip(Trip):
    """One round on its way; it tries what the server can do where `abilities` do not tell."""

    def __init__(self, ground: Ground, abilities: Abilities) -> None:
        super().__init__(ground)
        self._abilities = abilities

    async def travel(self, since: datetime | None) -> None:
        """What changed since then, or everything."""
        with tempfile.TemporaryDirectory(prefix="ratsbote-") as folder:
            await self._travel(Path(folder), since)

    async def _travel(self, folder: Path, since: datetime | None) -> None:
        fetching = Fetching(self.get, self.source.place, folder, now=self._tools.now)
        plan = _Plan(since, None)
        try:
            entry = await fetching.entry()
            self.name(entry.name)
            plan = await self._plan(fetching, entry, since)
            for name, url in (entry.lists | (entry.parts if plan.since else {})).items():
                await _fetch(fetching, name, url, plan)
        except SourceError as error:
            fetching.fetched.error = error
            fetching.fetched.failures = fetching.fetched.failures or [sentence_of(error, self.source.place)]
        if fetching.fetched.error is not None:
            await self.note_failure(fetching.fetched.error, fetching.fetched.failures[0])
        await self._remember(fetching.fetched, is_whole=plan.is_whole and not fetching.fetched.failures)

    async def _plan(self, fetching: Fetching, entry: Entry, since: datetime | None) -> _Plan:
        probed = entry.lists.get("paper") or next(iter(entry.lists.values()), None)
        if since is None or probed is None:
            return _Plan(None, None)
        if self.source.row not in self._abilities:
            self._abilities[self.source.row] = await fetching.ability(probed)
        ability = self._abilities[self.source.row]
        if ability.is_incremental:
            return _Plan(since - OVERLAP, ability)
        # Once a day everything: results and agendas change in the middle of a list.
        now = self._tools.now()
        return _Plan(None, ability, is_light=since.astimezone(now.tzinfo).date() == now.date())

    async def _remember(self, fetched: Fetched, *, is_whole: bool) -> None:
        files = sorted(fetched.folder.iterdir())
        known = await self._tools.database.read(all_organizations, self.source.body.key)
        learned = await asyncio.to_thread(learn, files, timezone=self._timezone, organizations=known)
        learned.directory.is_whole = is_whole
        home = await self._tools.database.read(known_address, self.source.body.key)
        await self._ask_the_store(learned, root_of(home or ""))
        for path in files:
            try:
                await self._remember_file(path, learned, home, fetched)
            except SourceError as error:  # a list of a single object, and that is none
                fetched.skipped.append(f"{path.stem}: {error}")
        self.failures = (*fetched.failures, *fetched.skipped)

    async def _remember_file(self, path: Path, learned: Learned, home: str | None, fetched: Fetched) -> None:
        parts = read_json_file(path, learned)
        while (reading := await asyncio.to_thread(next, parts, None)) is not None:
            home = home or await self._tools.database.read(known_address, self.source.body.key)
            await self.record(at_home(reading, home))
            fetched.skipped += reading.skipped

    async def _ask_the_store(self, learned: Learned, root: str) -> None:
        """Objects that did not change did not come; those that came refer to them."""
        directory, body = learned.directory, self.source.body.key
        if not root:
            return
        wanted = [root + key for key in unknown_meetings(directory)]
        for stored in await self._tools.database.read(public_meetings, body, wanted):
            items = tuple(each.item for each in stored.known.items)
            remember_meeting(directory, replace(stored.known.meeting, agenda=items))
        wanted = [root + key for key in lonely_items(directory)]
        for found in await self._tools.database.read(papers_of_items, body, wanted):
            paper = PaperNote(id=found.paper, reference=found.reference, name=found.name)
            remember_stop(directory, paper, found.item)


async def _fetch(fetching: Fetching, name: str, url: str, plan: _Plan) -> None:
    if plan.since is not None:
        await fetching.since(name, url, plan.since)
    elif plan.is_light and plan.ability is not None:
        await fetching.newest(name, url, plan.ability.direction)
    else:
        await fetching.whole(name, url)
