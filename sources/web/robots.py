"""robots.txt (RFC 9309): whether a host wants to be read by us, and how fast."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from protego import Protego
from yarl import URL

from sources.errors import SourceError, Unreachable, Unreadable
from sources.web.timing import USUAL_TIMING, Timing

PRODUCT = "Ratsbote"
KEPT = 24 * 3_600.0  # seconds; RFC 9309, 2.4
KEPT_WITHOUT = 3_600.0  # where it could not be read: not asked before every page, but soon again

_PERMITTED = "Gelesen wird trotzdem, weil {host} in RATSBOTE_PERMITTED_HOSTS steht."
_FORBIDDEN = "Gelesen wird nur, wenn der Betreiber es erlaubt hat und {host} in RATSBOTE_PERMITTED_HOSTS steht."
_AGENT = re.compile(r"\s*user[ -]?agent(?:\s*:|\s)(?P<name>[^#]*)", re.IGNORECASE)

ReadRobots: TypeAlias = Callable[[URL], Awaitable[bytes | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsVerdict:
    """`allowed`: whether the address may be read. `permitted_by_operator`: only because the operator says so.
    `reason` is a German sentence for `check` and `sync`. `crawl_delay` in seconds, None if none is asked for."""

    allowed: bool
    permitted_by_operator: bool = False
    reason: str
    crawl_delay: float | None = None


@dataclass(frozen=True, slots=True)
class _Known:
    """Of one system: its rules, or why there are none to go by."""

    until: float
    rules: Protego | None
    fault: str = ""


class Robots:
    """The rules of each system, asked for once a day. `permitted_hosts` are read whatever theirs say: "host" or
    "host:port"."""

    def __init__(self, permitted_hosts: Iterable[str] = (), timing: Timing = USUAL_TIMING) -> None:
        self._permitted = frozenset(host.strip().casefold() for host in permitted_hosts)
        self._timing = timing
        self._known: dict[URL, _Known] = {}

    async def verdict(self, url: URL, read: ReadRobots) -> RobotsVerdict:
        """`read` gets the body of a robots.txt, None where there is none (4xx), or raises a SourceError; Unreadable
        means that it forbids. Raises Unreachable where nobody can say for now: until then, reading is not allowed."""
        permitted = not self._permitted.isdisjoint({url.host, f"{url.host}:{url.port}"})
        known = await self._rules(url.origin(), read, permitted=permitted)
        delay = known.rules.crawl_delay(PRODUCT) if known.rules else None
        if known.rules and known.rules.can_fetch(str(url), PRODUCT):
            return RobotsVerdict(
                allowed=True, reason=f"Die robots.txt von {url.host} erlaubt das Lesen.", crawl_delay=delay
            )
        fault = known.fault or f"Die robots.txt von {url.host} verbietet das Lesen."
        reason = f"{fault} {(_PERMITTED if permitted else _FORBIDDEN).format(host=url.host)}"
        return RobotsVerdict(allowed=permitted, permitted_by_operator=permitted, reason=reason, crawl_delay=delay)

    async def _rules(self, origin: URL, read: ReadRobots, *, permitted: bool) -> _Known:
        now = self._timing.monotonic()
        known = self._known.get(origin)
        if known is None or now >= known.until:
            known = self._known[origin] = await self._asked(origin, read, permitted=permitted)
        return known

    async def _asked(self, origin: URL, read: ReadRobots, *, permitted: bool) -> _Known:
        try:
            rules = await parsed(await read(origin / "robots.txt") or b"")
        except (Unreachable, Unreadable) as error:
            if isinstance(error, Unreachable) and not permitted:
                raise
            return _Known(self._timing.monotonic() + KEPT_WITHOUT, None, _without(origin, error))
        return _Known(self._timing.monotonic() + KEPT, rules)


async def parsed(body: bytes) -> Protego:
    """The rules in a robots.txt, whatever else is in it. In a thread: half a megabyte takes a third of a second."""
    return await asyncio.to_thread(Protego.parse, concerning_us(body.decode("utf-8-sig", "replace")))


def concerning_us(text: str) -> str:
    """The same with all others' groups under one name: protego takes time and memory for the product of agents and
    rules, 8 s for 20,000 agents and 300 rules."""
    return "\n".join(map(_line, text.splitlines()))


def _line(line: str) -> str:
    agent = _AGENT.match(line)
    name = agent["name"].strip() if agent else ""
    if not name or name == "*" or name.casefold() == PRODUCT.casefold():
        return line
    return "User-agent: somebody-else"


def _without(origin: URL, error: SourceError) -> str:
    return f"Die robots.txt von {origin.host} ist nicht zu lesen ({str(error).rstrip('.')})."
