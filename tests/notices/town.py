"""A small town whose council publishes, withdraws and hides; with the database that reads it and the pipe behind it."""

import asyncio
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from council.published.meetings import AgendaItem, Meeting
from council.published.papers import Paper
from council.served.languages import Language
from council.served.lead_times import parse_lead_times
from council.served.quiet_hours import parse_quiet_hours
from council.served.subscribers import ChatKind
from notices.announcing import announce
from notices.delivering import Delivering
from notices.post import Post
from notices.reminding import remind
from storage.beginning import Asker, begin_committee, begin_paper
from storage.meeting_recording import record_meetings
from storage.meetings import StoredMeeting, load_meetings
from storage.recording import record_papers
from storage.rounds import begin_round, finish_round
from storage.subscribers import Defaults
from storage.visits import Visit
from tests.notices.edge import Killed, MortalDatabase, Recorder, nobody_left
from tests.storage.builders import ELBDORF
from tests.storage.sessions import NOW, ZONE, a_source, an_item

DEFAULTS = Defaults(
    remind_before=parse_lead_times("1d,2h"), quiet_hours=parse_quiet_hours("21:00-07:00"), language=Language.DE
)
COMMITTEES = ("Bauausschuss", "Hauptausschuss")
PAPERS = ("22-1001", "22-1001.01", "22-1002")
HOST = "https://ris.elbdorf.example/to010.asp"


@dataclass(slots=True)
class Clock:
    """Says what time it is (aware, UTC), and is moved by hand."""

    at: datetime = field(default_factory=lambda: NOW.astimezone(UTC))

    def now(self) -> datetime:
        return self.at

    def local(self) -> datetime:
        return self.at.astimezone(ZONE)

    def monotonic(self) -> float:
        return self.at.timestamp()

    def go(self, **by: float) -> None:
        self.at += timedelta(**by)


@dataclass(slots=True)
class Point:
    """An item in the council's own hands. Its words differ with each `version`, so that they are found again."""

    key: str
    paper: str | None = None
    version: int = 0
    result: str | None = None
    is_on: bool = True
    is_public: bool = True

    def words(self) -> str:
        return f"Punkt {self.key}v{self.version}"

    def published(self, number: int) -> AgendaItem:
        if not self.is_public:
            return AgendaItem(public=False, id=self.key, number=f"N {number}")
        name = self.words() if self.is_on else "- abgesetzt -"
        paper = {"paper": self.paper, "paper_id": None} if self.paper else {}
        return an_item(self.key, number=f"Ö {number}", name=name, result=self.result, **paper)


@dataclass(slots=True)
class Session:
    """A session in the council's own hands; `points` is None until its agenda is published."""

    key: str
    committee: str
    start: datetime
    has_time: bool = True
    room: str = "Aula"
    cancelled: bool = False
    public: bool = True
    points: list[Point] | None = None

    def published(self) -> Meeting:
        agenda = tuple(point.published(number) for number, point in enumerate(self.points or (), start=1))
        name = f"{self.key}. Sitzung des {self.committee}"
        return Meeting(
            name=name if self.public else "",
            public=self.public,
            id=self.key,
            organization=self.committee if self.public else None,
            day=self.start.date(),
            start=self.start if self.has_time and self.public else None,
            room=self.room if self.public else None,
            cancelled=self.cancelled,
            has_agenda=bool(agenda),
            web=f"{HOST}?session={self.key}",
            agenda=agenda if self.public else (),
        )


@dataclass(slots=True)
class Town:
    """Database, clock, messenger and pipe. Reads in whole rounds; `live` is one tick of the bot."""

    database: MortalDatabase
    clock: Clock
    telegram: Recorder
    sessions: dict[str, Session] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)
    rows: dict[str, int] = field(default_factory=dict)
    papers: dict[str, int] = field(default_factory=dict)
    kills: int = 0
    boots: int = 0
    post: Post = field(init=False)
    delivering: Delivering = field(init=False)

    def __post_init__(self) -> None:
        self.boot()

    def boot(self) -> None:
        """A new process on the same database."""
        self.boots += 1
        self.database.is_dead, self.database.kill_in = False, None
        self.post = Post(
            database=self.database,
            messenger=self.telegram,
            now=self.clock.now,
            zone=ZONE,
            defaults=DEFAULTS,
            monotonic=self.clock.monotonic,
            boot=f"boot-{self.boots}",
        )
        self.delivering = Delivering(self.post)

    async def live(self, *, kill_in: int | None = None, kill_after: bool = False) -> None:
        """Announces, reminds and delivers; a kill ends it after so many transactions, and another process begins."""
        before = asyncio.all_tasks()
        self.database.kill_in, self.database.kill_after = kill_in, kill_after
        try:
            await announce(self.post)
            await remind(self.post)
            await self.delivering.run_dry()
            self.database.kill_in = None
        except Killed:
            await asyncio.gather(*self.delivering._flights, return_exceptions=True)
            await nobody_left(before)
            self.kills += 1
            self.boot()

    async def read(self) -> None:
        """One round: every page that changed."""
        changed = [self.sessions[key].published() for key in sorted(self.unread)]
        self.rows |= await self.database.transaction(_read, changed, self.clock.local())
        self.unread.clear()

    async def publish_papers(self) -> None:
        papers = [Paper(id=f"P{n}", reference=name, name=f"Antrag {n}", public=True) for n, name in enumerate(PAPERS)]
        self.papers = await self.database.transaction(_read_papers, papers, self.clock.local())

    async def follow(self, chat: int, *, paper: int | None = None, committee: int | None = None) -> Any:
        begin, row = (begin_paper, paper) if paper is not None else (begin_committee, committee)
        assert row is not None
        return await self.database.transaction(begin, _asker(chat), row, now=self.clock.local())

    async def stored(self) -> dict[str, StoredMeeting]:
        return await self.database.read(_stored)

    async def asked(self, sql: str, **named: Any) -> list[sqlite3.Row]:
        return await self.database.read(lambda connection: connection.execute(sql, named).fetchall())

    async def told(self, sql: str, **named: Any) -> None:
        await self.database.transaction(lambda connection: connection.execute(sql, named))


async def found_town(folder: Path, opened: Any) -> Town:
    """`opened` is an AsyncExitStack that closes it."""
    clock = Clock()
    database = await opened.enter_async_context(MortalDatabase.open(folder / "town.db"))
    town = Town(database=database, clock=clock, telegram=Recorder(clock.now))
    await town.publish_papers()
    return town


def _read(connection: sqlite3.Connection, meetings: list[Meeting], now: datetime) -> dict[str, int]:
    source = a_source(connection)
    on = begin_round(connection, source, now=now)
    rows: dict[str, int] = {}
    for meeting in meetings:
        visit = Visit(body=ELBDORF, now=now, source=source, round=on.row)
        row = meeting if meeting.agenda else replace(meeting, agenda=None)
        rows[meeting.id or ""] = record_meetings(connection, visit, [row]).rows[0]
    finish_round(connection, on.row, now=now)
    return rows


def _read_papers(connection: sqlite3.Connection, papers: list[Paper], now: datetime) -> dict[str, int]:
    source = a_source(connection)
    on = begin_round(connection, source, now=now)
    visit = Visit(body=ELBDORF, now=now, source=source, round=on.row)
    rows = record_papers(connection, visit, papers).rows
    for name in COMMITTEES:
        named = {"body": 1, "name": name}
        connection.execute("INSERT OR IGNORE INTO organizations (body, name) VALUES (:body, :name)", named)
    finish_round(connection, on.row, now=now)
    return {paper.reference: row for paper, row in zip(papers, rows, strict=True)}


def _all_follow(connection: sqlite3.Connection, chats: Sequence[int], committee: int, now: datetime) -> None:
    for chat in chats:
        begin_committee(connection, _asker(chat), committee, now=now)


def _asker(chat: int) -> Asker:
    kind = ChatKind.GROUP if chat < 0 else ChatKind.PRIVATE
    return Asker(chat=chat, topic=None, kind=kind, language=Language.DE, defaults=DEFAULTS, agreed=1)


def _stored(connection: sqlite3.Connection) -> dict[str, StoredMeeting]:
    rows = [row["id"] for row in connection.execute("SELECT id FROM meetings")]
    return {each.known.meeting.id or "": each for each in load_meetings(connection, rows)}


async def an_agenda(town: Town, *chats: int, key: str = "701", committee: str = COMMITTEES[0], days: int = 10) -> None:
    """A session is announced, the chats follow its committee, then its agenda of one point is published."""
    start = (town.clock.local() + timedelta(days=days)).replace(hour=18, minute=0)
    town.sessions[key] = Session(key=key, committee=committee, start=start)
    town.unread.add(key)
    await town.read()
    [found] = await town.asked("SELECT id FROM organizations WHERE name = :name", name=committee)
    await town.database.transaction(_all_follow, chats, found["id"], town.clock.local())
    await a_point(town, key)


async def a_point(town: Town, key: str = "701", *, paper: str | None = None) -> None:
    """One point more is published and announced."""
    session = town.sessions[key]
    number = 9000 + 100 * int(key) + len(session.points or ())
    session.points = [*(session.points or ()), Point(key=str(number), paper=paper)]
    town.unread.add(key)
    await town.read()
    await announce(town.post)


async def states(town: Town) -> list[str]:
    """Of all notices, in the order of their rows."""
    return [row["state"] for row in await town.asked("SELECT state FROM notices ORDER BY id")]
