"""Reading pages of configured systems as a careful person would: slowly, by name, and only what may be read."""

import re
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Self

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from sources.errors import Refused
from sources.web.addresses import CheckedResolver, is_loopback
from sources.web.asking import Asking
from sources.web.origins import Origins
from sources.web.pace import Pace, Turn
from sources.web.robots import PRODUCT, Robots, RobotsVerdict
from sources.web.timing import USUAL_LIMITS, USUAL_TIMING, Limits, Timing
from sources.web.unpacking import OFFERED

# A server that sets another cookie with every page would in the end be sent more than it takes.
MOST_COOKIES = 50
_KEPT_OPEN = 15.0  # seconds; less than servers do, so that no form is sent into a connection just closing

NO_CONTACT = (
    "Zum Lesen fremder Systeme muss RATSBOTE_CONTACT gesetzt sein: eine Adresse oder E-Mail-Adresse, unter der deren "
    "Betreiber fragen können, wer da liest."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page as served. `url` is where it was in the end, `body` is unpacked but not decoded, `declared_charset`
    the header's word for its characters (ALLRIS 3 gives it wrongly or not at all), `fetched_at` is UTC."""

    url: str
    status: int
    body: bytes
    declared_charset: str | None
    fetched_at: datetime


class Visit:
    """Fetches that share cookies. ALLRIS keeps the filters of a list with them, so a search is a visit of its own."""

    def __init__(self, http: aiohttp.ClientSession, reader: "Reader") -> None:
        self._http = http
        self._reader = reader

    async def fetch(self, url: str, *, form: Mapping[str, str] | None = None) -> Fetched:
        """The page at a configured system's address; with a form, what its POST answers. Raises SourceErrors.

        Asked once. An Unreachable says in `retry_after` when trying again may help; until then no request to this
        host goes out, whoever asks. Nothing is ever asked beside what `allowed` names.
        """
        return await self._reader.fetched(self._http, url, form)


class Reader:
    """All reading over HTTP, entered once and kept: paces, pauses, cookies and robots.txt live as long as it does.

    `allowed`: an address of each configured system. `permitted_hosts`: those whose owner permits what their
    robots.txt forbids. `contact` goes into the User-Agent; without it only this machine itself is read.
    """

    def __init__(
        self,
        *,
        allowed: Iterable[str],
        contact: str | None,
        version: str,
        permitted_hosts: Iterable[str] = (),
        timing: Timing = USUAL_TIMING,
        limits: Limits = USUAL_LIMITS,
        resolver: AbstractResolver | None = None,
    ) -> None:
        self._origins = Origins(allowed)
        self._contact = _plain(contact or "")
        self._user_agent = _user_agent(version, self._contact)
        self._robots = Robots(permitted_hosts, timing)
        self._pace = Pace(timing)
        self._timing = timing
        self._limits = limits
        self._resolver = resolver
        self._connector: aiohttp.TCPConnector | None = None
        self._visit: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        # Names are not cached: each connection goes to an address that was checked for it.
        self._connector = aiohttp.TCPConnector(
            resolver=self._resolver or CheckedResolver(), use_dns_cache=False, keepalive_timeout=_KEPT_OPEN
        )
        self._visit = self._session()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._visit is not None:
            await self._visit.close()
        if self._connector is not None:
            await self._connector.close()
        self._visit = self._connector = None

    async def fetch(self, url: str, *, form: Mapping[str, str] | None = None) -> Fetched:
        """As `Visit.fetch`, with the cookies of all such fetches: a server opens one session for us, not hundreds."""
        return await self.fetched(self._everyday(), url, form)

    @asynccontextmanager
    async def visit(self) -> AsyncIterator[Visit]:
        """Fetches with cookies of their own, forgotten at the end; paced together with all others."""
        async with self._session() as http:
            yield Visit(http, self)

    async def verdict(self, url: str) -> RobotsVerdict:
        """What robots.txt says of an address, the page itself unread. Raises Unreachable where nobody can say now."""
        target = self._target(url)
        async with self._turn(target) as turn:
            return await self._asking(self._everyday(), turn).verdict(target)

    async def fetched(self, http: aiohttp.ClientSession, url: str, form: Mapping[str, str] | None) -> Fetched:
        """What `Visit.fetch` promises, with that visit's cookies."""
        target = self._target(url)
        if len(http.cookie_jar) > MOST_COOKIES:
            http.cookie_jar.clear()
        async with self._turn(target) as turn:
            found, answer = await self._asking(http, turn).page(target, form)
        return Fetched(
            url=str(found),
            status=answer.status,
            body=answer.body,
            declared_charset=answer.charset,
            fetched_at=self._timing.now(),
        )

    def _target(self, url: str) -> URL:
        target = self._origins.target(url)
        if not self._contact and not is_loopback(target.host or ""):
            raise Refused(NO_CONTACT)
        return target

    def _turn(self, target: URL) -> AbstractAsyncContextManager[Turn]:
        host = target.host or ""
        local = is_loopback(host)  # there, each port is somebody else, and nobody is disturbed
        return self._pace.turn(f"{host}:{target.port}" if local else host, paced=not local)

    def _asking(self, http: aiohttp.ClientSession, turn: Turn) -> Asking:
        return Asking(http=http, turn=turn, robots=self._robots, timing=self._timing, limits=self._limits)

    def _everyday(self) -> aiohttp.ClientSession:
        if self._visit is None:
            raise RuntimeError("This reader is not entered")
        return self._visit

    def _session(self) -> aiohttp.ClientSession:
        if self._connector is None:  # aiohttp would make one of its own, which connects to anything
            raise RuntimeError("This reader is not entered")
        return aiohttp.ClientSession(
            connector=self._connector,
            connector_owner=False,
            cookie_jar=aiohttp.CookieJar(unsafe=True),  # "unsafe" is its word for hosts that are numbers
            headers={
                "User-Agent": self._user_agent,
                "Accept-Language": "de",
                "Accept-Encoding": OFFERED,
            },
            trust_env=False,
            auto_decompress=False,
        )


def _user_agent(version: str, contact: str) -> str:
    """ "Ratsbote/0.1.0 (+contact)"; a version that is none is left out."""
    product = f"{PRODUCT}/{version}" if re.fullmatch(r"[0-9][0-9A-Za-z.+-]{0,40}", version) else PRODUCT
    return f"{product} (+{contact})" if contact else product


def _plain(text: str) -> str:
    """One line of printable ASCII, as a header takes it."""
    return "".join(char for char in text.strip() if " " <= char <= "~")
