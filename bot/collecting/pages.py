"""Pages of a council's system: fetched with manners, parsed behind the wall, and of the kind that was asked for."""

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version

from bot.settings import Settings
from council.published.readings import Page, Reading
from sources.allris.page import read_page
from sources.errors import SourceError, Unreadable
from sources.files.json_files import read_json_bytes
from sources.files.json_pieces import is_json
from sources.web.reader import Reader, Visit
from sources.web.robots import RobotsVerdict
from sources.web.worker import Worker

_SHOWN = {
    Page.PAPER: "eine Drucksache",
    Page.AGENDA: "eine Tagesordnung",
    Page.ITEM: "ein Tagesordnungspunkt",
    Page.CALENDAR: "ein Sitzungskalender",
    Page.PAPERS: "eine Liste von Drucksachen",
    Page.ORGANIZATION: "ein Gremium",
}


def open_reader(settings: Settings, places: Iterable[str]) -> Reader:
    """A reader that may go to these systems, to be entered."""
    return Reader(
        allowed=places,
        contact=settings.contact,
        version=_version(),
        permitted_hosts=settings.permitted_hosts,
    )


class Pages:
    """What pages say; every fault is a SourceError. `timezone` is the name of the council's zone."""

    def __init__(self, reader: Reader, worker: Worker, *, timezone: str) -> None:
        self.reader = reader
        self._worker = worker
        self._timezone = timezone

    async def verdict(self, url: str) -> RobotsVerdict:
        """The host's robots.txt on this address. Raises Unreachable where nobody can say now."""
        return await self.reader.verdict(url)

    async def read(self, url: str, *, visit: Visit | None = None, form: Mapping[str, str] | None = None) -> Reading:
        """Any page that is understood; `visit` shares its cookies, `form` is posted."""
        fetched = await (visit or self.reader).fetch(url, form=form)
        if is_json(fetched.body[:400]):
            return await asyncio.to_thread(read_json_bytes, fetched.body, timezone=self._timezone)
        return await self._worker.parse(read_page, fetched.body, timezone=self._timezone)

    async def read_one(
        self,
        url: str,
        page: Page,
        *,
        key: str | None = None,
        visit: Visit | None = None,
        form: Mapping[str, str] | None = None,
    ) -> Reading:
        """A page of this kind, and with a key of this very thing: systems in trouble answer with another page."""
        reading = await self.read(url, visit=visit, form=form)
        if reading.page is not page:
            came = _SHOWN[reading.page] if isinstance(reading.page, Page) else f"JSON ({reading.page})"
            raise Unreadable(f"Statt {_SHOWN[page]} kam {came}.")
        return reading if key is None else _of_key(reading, key)


def sentence_of(error: SourceError, url: str) -> str:
    """The error's sentence, naming the page in any case."""
    said = " ".join(str(error).split()) or error.kind
    return said if url in said else f"{url}: {said}"


def _of_key(reading: Reading, key: str) -> Reading:
    """The reading with the key we asked by, where the page itself (in a town's own frame) does not give one."""
    ids = {each.id for each in reading.papers}
    ids |= {each.id for each in reading.meetings}
    ids |= {each.id for each in reading.items}
    if ids == {None}:
        return replace(
            reading,
            papers=tuple(replace(each, id=key) for each in reading.papers),
            meetings=tuple(replace(each, id=key) for each in reading.meetings),
            items=tuple(replace(each, id=key) for each in reading.items),
        )
    if key not in ids or len(ids) > 1:
        raise Unreadable("Es kam die Seite von etwas anderem.")
    return reading


def _version() -> str:
    try:
        return version("ratsbote")
    except PackageNotFoundError:
        return ""
