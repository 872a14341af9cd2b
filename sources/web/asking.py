"""One host's turn: robots.txt, redirects by hand, and what each answer means for the next request."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import aiohttp
from yarl import URL

from sources.errors import Refused, SourceError, Unreachable, Unreadable
from sources.web.answers import REDIRECTS, leaves_alone, refusal
from sources.web.exchange import Answer, exchange
from sources.web.origins import redirected, shown
from sources.web.pace import Turn
from sources.web.retry_after import retry_after
from sources.web.robots import Robots, RobotsVerdict
from sources.web.timing import Limits, Timing

MOST_REDIRECTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Everything one turn needs. Each request of it, redirects and robots.txt too, keeps the pace."""

    http: aiohttp.ClientSession
    turn: Turn
    robots: Robots
    timing: Timing
    limits: Limits

    async def page(self, url: URL, form: Mapping[str, str] | None) -> tuple[URL, Answer]:
        """The page and where it was in the end. Raises SourceErrors; nothing but status 200 is a page."""
        url, answer = await self._followed(url, form)
        if answer.status != 200:
            raise refusal(answer.status, url)
        return url, answer

    async def verdict(self, url: URL) -> RobotsVerdict:
        """What the host's robots.txt says of an address. Raises Unreachable."""
        verdict = await self.robots.verdict(url, self._robots_txt)
        self.turn.slow_down(verdict.crawl_delay)
        return verdict

    async def _followed(self, url: URL, form: Mapping[str, str] | None) -> tuple[URL, Answer]:
        for _ in range(MOST_REDIRECTS + 1):
            if not (verdict := await self.verdict(url)).allowed:
                raise Refused(verdict.reason)
            answer = await self._answer(url, form)
            if answer.status not in REDIRECTS:
                return url, answer
            url = redirected(url, answer.location)
            if answer.status < 307:  # these turn a form into a plain request, as in every browser
                form = None
        raise _too_many(url)

    async def _robots_txt(self, url: URL) -> bytes | None:
        limits = replace(self.limits, largest=self.limits.largest_robots)
        for _ in range(MOST_REDIRECTS + 1):
            answer = await self._answer(url, None, limits=limits)
            if answer.status == 200:
                return answer.body
            if 400 <= answer.status < 500:  # RFC 9309, 2.3.1.3: no rules
                return None
            if answer.status not in REDIRECTS:
                raise refusal(answer.status, url)
            try:
                url = redirected(url, answer.location)
            except SourceError as error:
                raise Unreadable(str(error)) from None
        raise Unreadable(str(_too_many(url)))

    async def _answer(self, url: URL, form: Mapping[str, str] | None, *, limits: Limits | None = None) -> Answer:
        """`limits` given: the first part of a body that is too large will do. A body that is cut (Unreadable) is no
        failure of the host: one page may be broken for good."""
        async with self.turn.request():
            try:
                answer = await exchange(
                    self.http, url, form=form, limits=limits or self.limits, may_cut=limits is not None
                )
            except Unreachable as error:
                raise Unreachable(str(error), retry_after=self.turn.failed()) from None
        self._learn(url, answer)
        return answer

    def _learn(self, url: URL, answer: Answer) -> None:
        """What the status says about the host. Raises Unreachable where it is in trouble."""
        wanted = retry_after(answer.retry_after, now=self.timing.now())
        if leaves_alone(answer.status):
            raise refusal(answer.status, url, retry_after=self.turn.failed(wanted))
        self.turn.succeeded()
        if wanted and answer.status != 200:
            self.turn.leave_alone(wanted)


def _too_many(url: URL) -> Refused:
    return Refused(f"{shown(url)} leitet immer weiter um (mehr als {MOST_REDIRECTS} Mal).")
