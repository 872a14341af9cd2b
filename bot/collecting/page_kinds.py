"""How each kind of target is read: one page, the first calendar that answers, a list leafed back to a day."""

from collections.abc import AsyncIterator
from datetime import date, timedelta

from bot.collecting.recording import ReadPage
from bot.collecting.sources import Source
from bot.collecting.tools import Tools
from council.published.readings import Page, Reading
from council.published.rounds import Target, TargetKind
from sources.allris.addresses import CALENDARS
from sources.errors import NotFound, NotPublic
from sources.web.reader import Visit

# ALLRIS shows fifty papers a page; a list of 20,000 is never read to its end.
_MOST_LIST_PAGES = 100
# After as long as this more papers may be new than stand on one page.
_ABSENCE = timedelta(hours=20)

_PAGES = {
    TargetKind.MONTH: Page.CALENDAR,
    TargetKind.PAPERS: Page.PAPERS,
    TargetKind.AGENDA: Page.AGENDA,
    TargetKind.PAPER: Page.PAPER,
    TargetKind.ORGANIZATION: Page.ORGANIZATION,
}


class PageKinds:
    """The pages of targets of one source. Remembers which calendar this installation has."""

    def __init__(self, tools: Tools, source: Source) -> None:
        self._tools = tools
        self._allris = source.allris
        self._calendars = list(CALENDARS)

    def address(self, target: Target) -> str:
        return self._allris.page(target.kind, target.key, calendar=self._calendars[0])

    async def pages(self, target: Target) -> AsyncIterator[ReadPage]:
        """One after the other, each to be recorded before the next is asked for. Raises SourceErrors."""
        if target.kind is TargetKind.MONTH:
            yield ReadPage(reading=await self._month(target))
        elif target.kind is TargetKind.PAPERS:
            async for page in self._newest_papers(target):
                yield page
        else:
            key = None if target.kind is TargetKind.ORGANIZATION else target.key
            yield ReadPage(reading=await self._read(self.address(target), target, key=key))

    async def _month(self, target: Target) -> Reading:
        """Programs that an installation does not have answer "Zugriff verweigert"."""
        *others, last = self._calendars
        for program in others:
            try:
                reading = await self._read(self._allris.page(target.kind, target.key, calendar=program), target)
            except (NotPublic, NotFound):
                continue
            self._prefer(program)
            return reading
        reading = await self._read(self._allris.page(target.kind, target.key, calendar=last), target)
        self._prefer(last)
        return reading

    def _prefer(self, calendar: str) -> None:
        self._calendars.sort(key=lambda each: each != calendar)

    async def _newest_papers(self, target: Target) -> AsyncIterator[ReadPage]:
        """One page on most days; the first time back to the day of LOOK_BACK, after an absence back to its begin."""
        now = self._tools.now()
        if target.last_read is not None and now - target.last_read < _ABSENCE:
            yield ReadPage(reading=await self._read(self._allris.papers, target))
            return
        since = now - self._tools.look_back
        if target.last_read is not None:
            since = max(since, target.last_read - _ABSENCE)
        async with self._tools.pages.reader.visit() as visit:
            async for page in self._leafed(target, visit, since=since.date()):
                yield page

    async def _leafed(self, target: Target, visit: Visit, *, since: date) -> AsyncIterator[ReadPage]:
        seen: set[str | None] = set()
        address = self._allris.papers
        for number in range(1, _MOST_LIST_PAGES + 1):
            reading = await self._read(address, target, visit=visit)
            fresh = {paper.id for paper in reading.listed} - seen
            seen |= fresh
            is_old = any(paper.date is not None and paper.date < since for paper in reading.listed)
            has_days = any(paper.date is not None for paper in reading.listed)
            # A page that repeats is the last one, or a system that lost count; without days there is no going back.
            is_last = not fresh or is_old or not has_days or number == _MOST_LIST_PAGES
            yield ReadPage(reading=reading, is_last=is_last)
            if is_last:
                return
            address = self._allris.older_papers
            await self._tools.between_pages()

    async def _read(
        self, address: str, target: Target, *, key: str | None = None, visit: Visit | None = None
    ) -> Reading:
        return await self._tools.pages.read_one(address, _PAGES[target.kind], key=key, visit=visit)
