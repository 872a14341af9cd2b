"""The council's web server: one story, published over HTTP at whatever time its clock says. Loopback only."""

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from datetime import time as hour

from aiohttp import web

from simulator.clock import system_time
from simulator.council.delivery import deliver
from simulator.council.misbehaviour import Effect, Misbehaviour
from simulator.council.pages.list_filter import changed
from simulator.council.pages.paper_page import paper_page
from simulator.council.pages.shown_paper import shown_paper
from simulator.council.programs import answer
from simulator.council.questions import Answer, Question, parameters_of
from simulator.council.story.happenings import ZONE, State, Story, published, steps_until
from simulator.council.story.musterfeld import musterfeld
from simulator.council.story.named_papers import named_references
from simulator.council.story.upcoming import next_happening
from simulator.council.visits import COOKIE, Visit, Visitors
from simulator.serving import is_loopback

ALL_WELCOME = "User-agent: *\nAllow: /\n"
NOBODY_WELCOME = "User-agent: *\nDisallow: /\n"
_FAREWELL = 2.0  # seconds that requests in hand have at the end


class CouncilServer:
    """Serves a story under /bi/. Everything here belongs to the event loop that serves.

    `now` gives aware moments; without a story there is the one that starts today, on the council's calendar.
    `robots` is the text of robots.txt, `visits` every request since the start, `busiest` the most at one time.
    """

    def __init__(
        self,
        story: Story | None = None,
        *,
        now: Callable[[], datetime] = system_time,
        today: date | None = None,
    ) -> None:
        self.story = story or musterfeld(today or now().astimezone(ZONE).date())
        self.robots = ALL_WELCOME
        self.visits: list[Visit] = []
        self.busiest = 0
        self.url = ""
        self._now = now
        self._state: tuple[int, State] | None = None
        self._visitors = Visitors()
        self._misbehaviour = Misbehaviour()
        self._in_hand = 0

    @asynccontextmanager
    async def serving(self, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[str]:
        """The address of the pages ("http://127.0.0.1:8080/bi/"); port 0 takes a free one.

        Raises ValueError unless `host` is loopback."""
        if not is_loopback(host):
            raise ValueError(f"Der Beispielrat ist nur auf diesem Rechner zu lesen (127.0.0.1), nicht auf {host!r}.")
        runner = web.ServerRunner(web.Server(self._answer, access_log=None), shutdown_timeout=_FAREWELL)
        await runner.setup()
        try:
            await web.TCPSite(runner, host, port).start()
            shown = f"[{host}]" if ":" in host else host
            self.url = f"http://{shown}:{runner.addresses[0][1]}/bi/"
            yield self.url
        finally:
            await runner.cleanup()

    def misbehave(self, pattern: str, effect: Effect, *, times: int | None = None) -> None:
        """From now on, for requests whose path and parameters match; see misbehaviour.py."""
        self._misbehaviour.add(pattern, effect, times=times)

    def behave(self) -> None:
        self._misbehaviour.clear()

    def forget_sessions(self) -> None:
        """As after a restart: cookies mean nothing any more, filters are gone."""
        self._visitors.forget_all()

    def state(self) -> State:
        """What there is right now."""
        now = self._now()
        count = steps_until(self.story, now)
        if self._state is None or self._state[0] != count:
            self._state = (count, published(self.story, now))
        return self._state[1]

    def next_happening(self, after: datetime, *, papers: bool = True) -> tuple[datetime, str] | None:
        """What is next to be seen after `after`, and German words about it; see upcoming.py."""
        return next_happening(self.story, after, papers=papers)

    def pages(self) -> tuple[tuple[str, bytes], ...]:
        """The pages of the named papers as (file name, bytes), as if saved from this server right now."""
        return _named_pages(self.state(), self.url)

    async def _answer(self, request: web.BaseRequest) -> web.StreamResponse:
        parameters = await parameters_of(request)
        target = _target(request, parameters)
        headers = {name.lower(): value for name, value in request.headers.items()}
        self.visits.append(Visit(at=time.monotonic(), method=request.method, target=target, headers=headers))
        self._in_hand += 1
        self.busiest = max(self.busiest, self._in_hand)
        try:
            return await deliver(request, self._page(request, parameters), self._misbehaviour.take(target))
        finally:
            self._in_hand -= 1

    def _page(self, request: web.BaseRequest, parameters: dict[str, str]) -> Answer:
        path = request.path.lower()
        if path == "/robots.txt":
            return Answer(body=self.robots.encode(), headers={"Content-Type": "text/plain"})
        folder, _, name = path.rpartition("/")
        if folder.rstrip("/") != "/bi" or not name.endswith(".asp"):
            return Answer(body=b"", status=404)
        cookie = request.cookies.get(COOKIE)
        greeting = {}
        if cookie is None or not self._visitors.known(cookie):
            cookie = self._visitors.welcome()
            greeting = {"Set-Cookie": f"{COOKIE}={cookie}; path=/"}
        program = name.removesuffix(".asp")
        if program == "vo040":
            self._visitors.set_view(cookie, changed(self._visitors.view(cookie), parameters))
        question = Question(
            program=program,
            parameters=parameters,
            state=self.state(),
            today=self._now().astimezone(ZONE).date(),
            host_url=self.url,
            view=self._visitors.view(cookie),
        )
        found = answer(question)
        return replace(found, headers={**found.headers, **greeting})


def pages(today: date, host_url: str) -> tuple[tuple[str, bytes], ...]:
    """The pages of the named papers at noon of `today`, the day that the story starts, as (file name, bytes)."""
    noon = datetime.combine(today, hour(12), ZONE).astimezone(UTC)
    return _named_pages(published(musterfeld(today), noon), host_url)


def _named_pages(state: State, host_url: str) -> tuple[tuple[str, bytes], ...]:
    found = []
    for reference in named_references():
        paper = state.paper_named(reference)
        shown = shown_paper(state, paper.key) if paper else None
        if shown is not None:
            page = paper_page(shown, council_name=state.council, host_url=host_url)
            found.append((f"vo020_{shown.reference}.html", page))
    return tuple(found)


def _target(request: web.BaseRequest, parameters: dict[str, str]) -> str:
    posted = "&".join(f"{name}={value}" for name, value in parameters.items()) if request.method == "POST" else ""
    joint = "&" if request.query_string else "?"
    return f"{request.path_qs}{joint}{posted}" if posted else request.path_qs
