"""The lists of one council, fetched page by page into files: what is read from them is never all in memory."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import TextIO, TypeAlias

from yarl import URL

from bot.collecting.pages import sentence_of
from sources.errors import NotFound, Refused, SourceError, Unreachable
from sources.oparl.ability import Ability, Direction, judge, modified_since
from sources.oparl.entry import Entry, bodies_of, entry_of, things_on
from sources.oparl.json_text import Object
from sources.oparl.list_pages import ListPage, Walk, read_list_page

_NEVER = timedelta(days=1)
# The body of an answer; raises SourceErrors.
Fetch: TypeAlias = Callable[[str], Awaitable[bytes]]


@dataclass(slots=True)
class Fetched:
    """What fetching came to. `failures` are sentences; `error` is the last that kept a page from coming."""

    folder: Path
    error: SourceError | None = None
    pages: int = 0
    objects: int = 0
    failures: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)


class Fetching:
    """Fetches for one source, whose System or Body is at `place`."""

    def __init__(self, fetch: Fetch, place: str, into: Path, *, now: Callable[[], datetime]) -> None:
        self.fetched = Fetched(into)
        self._fetch = fetch
        self._place = URL(place)
        self._now = now

    async def entry(self) -> Entry:
        """The council's Body. Raises SourceError where the way there is not to be found."""
        page = await self._page(str(self._place))
        things = things_on(page.objects)
        for address in (address for thing in page.objects for address in bodies_of(thing)):
            if not any(thing.get("id") == address and "paper" in thing for thing in things):
                things = (*things, *(await self._page(address)).objects)
        return entry_of(things)

    async def ability(self, url: str) -> Ability:
        """What the server can do, tried on this list with two requests. Raises SourceError."""
        now = self._now()
        first = await self._page(url)
        return judge(first, await self._filtered(modified_since(url, now + _NEVER)), now=now)

    async def whole(self, name: str, url: str) -> None:
        """All of a list; what goes wrong is among the failures."""
        await self._walk(name, url, Walk(url))

    async def since(self, name: str, url: str, moment: datetime) -> None:
        """What was modified since then."""
        asked = modified_since(url, moment)
        await self._walk(name, asked, Walk(asked, is_whole=False))

    async def newest(self, name: str, url: str, direction: Direction) -> None:
        """The end of a list that has what is new; both where nobody knows which."""
        try:
            first = await self._page(url)
            if direction is not Direction.NEWEST_LAST:
                self._keep(name, first)
            if direction is not Direction.NEWEST_FIRST and first.last and first.last != url:
                self._keep(name, await self._page(first.last))
            elif direction is Direction.NEWEST_LAST:
                self._keep(name, first)
        except SourceError as error:
            self._failed(error, url)

    async def _walk(self, name: str, url: str, walk: Walk) -> None:
        at: str | None = url
        while at is not None:
            try:
                page = await (self._page(at) if at != url else self._filtered(at))
            except SourceError as error:
                self._failed(error, at)
                return
            self._keep(name, page)
            at = walk.after(page)
        if walk.trouble:
            self.fetched.failures.append(f"{url}: {walk.trouble}")

    async def _filtered(self, url: str) -> ListPage:
        """SD.NET answers 404 where a list is empty."""
        try:
            return await self._page(url)
        except NotFound:
            return ListPage(objects=())

    async def _page(self, url: str) -> ListPage:
        body = await self._fetch(self._at_home(url))
        self.fetched.pages += 1
        return await asyncio.to_thread(read_list_page, body)

    def _at_home(self, url: str) -> str:
        """Servers behind a gate call themselves http; only the scheme and port of their own host are put right."""
        try:
            address = URL(url)
        except ValueError:
            raise Refused(f"„{url[:200]}“ ist keine Adresse.") from None
        if address.host != self._place.host:
            return url
        return str(address.with_scheme(self._place.scheme).with_port(self._place.explicit_port))

    def _keep(self, name: str, page: ListPage) -> None:
        self.fetched.objects += len(page.objects)
        self.fetched.skipped += page.broken
        if not page.objects:
            return
        with (self.fetched.folder / f"{name}.jsonl").open("a", encoding="ascii") as file:
            _write(file, page.objects)

    def _failed(self, error: SourceError, url: str) -> None:
        self.fetched.failures.append(sentence_of(error, url))
        self.fetched.error = error
        if isinstance(error, Unreachable):
            raise error


def _write(file: TextIO, things: Sequence[Object]) -> None:
    file.writelines(json.dumps(thing) + "\n" for thing in things)
