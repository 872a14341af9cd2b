"""Random histories of a council, of chats and of failures: what a chat was told is in the end what is published."""

import asyncio
import os
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from notices.errors import ChatGone, NotSent, Rejected, TryLater, Uncertain
from storage.subscribers import came_back
from storage.subscriptions import pause, unfollow
from tests.notices.edge import Fault
from tests.notices.judging import Judge
from tests.notices.town import COMMITTEES, PAPERS, Point, Session, Town, found_town
from tests.storage.sessions import NOW

IS_NIGHTLY = bool(os.environ.get("RATSBOTE_NIGHTLY"))
CHATS = (11, 12, -13)
KEYS = ("701", "702", "703", "704")
LEADS = (None, "1d,2h", "30m", "1w,1d@18:00", "-")
QUIETS = (None, "-", "18:00-09:00", "12:00-14:00")
ON_SESSIONS = ("cancel", "day", "hour", "time", "room", "close")
ON_POINTS = ("add", "add", "add", "word", "off", "order", "hide", "result", "number")
ROOMS = ("Aula", "Saal", "Keller")
FAULTS = {
    "not sent": Fault(error=NotSent()),
    "lost": Fault(error=Uncertain()),
    "lost answer": Fault(error=Uncertain(), arrives=True),
    "slow down": Fault(error=TryLater(7.0)),
    "bad markup": Fault(error=Rejected("can't parse entities")),
    "gone": Fault(error=ChatGone("bot was blocked by the user")),
}


class Histories(RuleBasedStateMachine):
    """The council, the chats, Telegram and the machine act in any order; after each tick all that came is judged."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = TemporaryDirectory()
        self.opened = AsyncExitStack()
        self.town: Town = self.run(found_town(Path(self.folder.name), self.opened))
        self.judge = Judge(self.town)
        self.points = self.results = 0

    def run(self, awaited: Any) -> Any:
        return self.runner.run(awaited)

    def teardown(self) -> None:
        try:
            self.run(self.settle())
        finally:
            self.run(self.opened.aclose())
            self.runner.close()
            self.folder.cleanup()

    async def settle(self) -> None:
        """All faults are over, all times to wait pass."""
        self.town.telegram.faults.clear()
        await self.judge.read()
        for minutes in (0, 6, 6, *[60] * 17):
            self.town.clock.go(minutes=minutes)
            await self.judge.live()
        await self.judge.judge_the_end()

    # The council

    @initialize(
        days=st.lists(st.integers(1, 20), min_size=len(KEYS), max_size=len(KEYS)),
        wishes=st.sets(st.tuples(st.sampled_from(CHATS), st.integers(0, 4)), min_size=3),
    )
    def calendar(self, days: list[int], wishes: set[tuple[int, int]]) -> None:
        """Every session is announced; some chats follow from the beginning."""
        for place, (key, day) in enumerate(zip(KEYS, days, strict=True)):
            start = (NOW + timedelta(days=day + 1)).replace(hour=15 + place)
            self.town.sessions[key] = Session(key=key, committee=COMMITTEES[place % 2], start=start)
            self.town.unread.add(key)
        self.run(self.judge.read())
        for chat, which in sorted(wishes):
            self.run(self._follow(chat, which))

    @rule(
        key=st.sampled_from(KEYS),
        act=st.sampled_from(ON_SESSIONS),
        which=st.integers(0, 5),
        then=st.sampled_from(("nothing", "read", "live")),
    )
    def change_session(self, key: str, act: str, which: int, then: str) -> None:
        self._on_session(self.town.sessions[key], act, which)
        self._go_on_with(key, then)

    @rule(
        key=st.sampled_from(KEYS),
        act=st.sampled_from(ON_POINTS),
        which=st.integers(0, 5),
        paper=st.sampled_from((None, *PAPERS)),
        then=st.sampled_from(("nothing", "read", "live")),
    )
    def change_point(self, key: str, act: str, which: int, paper: str | None, then: str) -> None:
        session = self.town.sessions[key]
        if not session.public:
            return
        if act == "add":
            self._add(session, paper)
        elif session.points:
            self._on_point(session, session.points[which % len(session.points)], act, paper)
        self._go_on_with(key, then)

    @rule(
        key=st.sampled_from(KEYS),
        papers=st.lists(st.sampled_from((None, *PAPERS)), min_size=1, max_size=4),
    )
    def publish_agenda(self, key: str, papers: list[str | None]) -> None:
        if self.town.sessions[key].public:
            for paper in papers:
                self._add(self.town.sessions[key], paper)
            self._go_on_with(key, "live")

    def _go_on_with(self, key: str, then: str) -> None:
        self.town.unread.add(key)
        if then != "nothing":
            self.run(self.judge.read())
        if then == "live":
            self.run(self.judge.live())

    def _on_session(self, session: Session, act: str, which: int) -> None:
        if act == "cancel":
            session.cancelled = not session.cancelled
        elif act == "day":
            session.start += timedelta(days=which - 2)
        elif act == "hour":
            session.start = session.start.replace(hour=14 + which)
        elif act == "time":
            session.has_time = not session.has_time
        elif act == "room":
            session.room = ROOMS[which % 3]
        elif which == 0:
            session.public, session.points = not session.public, None

    def _add(self, session: Session, paper: str | None) -> None:
        self.points += 1
        point = Point(key=str(9000 + self.points), paper=_unless_taken(session, paper))
        session.points = [*(session.points or ()), point]

    def _on_point(self, session: Session, point: Point, act: str, paper: str | None) -> None:
        points = session.points or []
        if act == "word":
            point.version += 1
        elif act == "off":
            point.is_on = not point.is_on
        elif act == "order":
            session.points = [*points[1:], points[0]]
        elif act == "hide":
            point.is_public, point.version = not point.is_public, point.version + 1
        elif act == "result" and session.key not in self.town.unread:
            # An agenda that brings its results along is no news of results.
            self.results += 1
            point.result = f"Ergebnis {point.key}r{self.results}"
        elif act == "number" and point.paper is None and point.result is None:
            point.paper = _unless_taken(session, paper)

    # The chats

    @rule(chat=st.sampled_from(CHATS), which=st.integers(0, 4))
    def follow(self, chat: int, which: int) -> None:
        self.run(self._follow(chat, which))

    async def _follow(self, chat: int, which: int) -> None:
        before = await self.judge.concern(chat)
        if which < len(PAPERS):
            await self.town.follow(chat, paper=self.town.papers[PAPERS[which]])
        else:
            name = COMMITTEES[which - len(PAPERS)]
            [found] = await self.town.asked("SELECT id FROM organizations WHERE name = :name", name=name)
            await self.town.follow(chat, committee=found["id"])
        await self.judge.began(chat, before=before)

    @rule(chat=st.sampled_from(CHATS), which=st.integers(0, 4), act=st.sampled_from(("stop", "pause", "go on")))
    def change_mind(self, chat: int, which: int, act: str) -> None:
        mine = self.run(self.judge.followed(chat))
        if not mine:
            return
        one = mine[which % len(mine)]
        if act == "stop":
            self.run(self.town.database.transaction(unfollow, one.subscriber, one.row))
        else:
            self.run(self.town.database.transaction(pause, one.subscriber, one.row, paused=act == "pause"))
        self.run(self.judge.began(chat))

    @rule(chat=st.sampled_from(CHATS), leads=st.sampled_from(LEADS), quiet=st.sampled_from(QUIETS))
    def choose(self, chat: int, leads: str | None, quiet: str | None) -> None:
        self.judge.leads[chat] |= set((leads or "").split(","))
        sql = "UPDATE subscribers SET remind_before = :leads, quiet_hours = :quiet WHERE chat = :chat"
        self.run(self.town.told(sql, leads=leads, quiet=quiet, chat=chat))

    @rule(chat=st.sampled_from(CHATS))
    def come_back(self, chat: int) -> None:
        if self.run(self.town.database.transaction(came_back, chat)):
            self.run(self.judge.began(chat))

    # Telegram and the machine

    @rule(chat=st.sampled_from(CHATS), fault=st.sampled_from(sorted(FAULTS)))
    def fail(self, chat: int, fault: str) -> None:
        self.town.telegram.faults[chat].append(FAULTS[fault])

    @rule(after=st.integers(0, 6), committed=st.booleans())
    def kill(self, after: int, *, committed: bool) -> None:
        self.run(self.judge.live(kill_in=after, kill_after=committed))

    @rule(minutes=st.sampled_from((1, 5, 30, 120, 600)))
    def be_down(self, minutes: int) -> None:
        self.town.clock.go(minutes=minutes)
        self.run(self.judge.live())

    @rule(hours=st.sampled_from((1, 3, 8, 26)))
    def go_on(self, hours: int) -> None:
        for _ in range(hours * 2):
            self.town.clock.go(minutes=30)
            self.run(self.judge.live())

    @rule()
    def read_nothing(self) -> None:
        """Every page failed, or none changed."""
        unread, self.town.unread = self.town.unread, set()
        self.run(self.judge.read())
        self.town.unread = unread


def _unless_taken(session: Session, paper: str | None) -> str | None:
    """Of a paper that stands twice on one agenda only one result is told (council/published/way.py)."""
    return None if paper in {point.paper for point in session.points or ()} else paper


TestHistories = Histories.TestCase
TestHistories.settings = settings(
    max_examples=400 if IS_NIGHTLY else 15,
    stateful_step_count=60 if IS_NIGHTLY else 30,
    derandomize=not IS_NIGHTLY,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
