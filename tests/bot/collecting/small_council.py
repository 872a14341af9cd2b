"""A council small enough to know by heart: two sessions to come, one over, five papers; read over real HTTP."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from bot.collecting.collector import Collector, opened
from bot.collecting.looking_up import OnDue
from bot.collecting.report import RoundReport
from bot.settings import Settings, SourceSetting
from simulator.clock import Clock
from simulator.council.server import CouncilServer
from simulator.council.story.happenings import Kind, Step, Story
from simulator.council.story.records import (
    AgendaItem,
    FiledPaper,
    Meeting,
    Member,
    Organization,
    OrganizationKind,
    Record,
    Station,
)
from storage.changes import StoredChange, open_changes
from storage.database import Database

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # a Monday
COUNCIL = "Bezirksversammlung Musterbek"
ASSEMBLY, MOBILITY, BIRKE = 1, 12, 31
HELD, NEXT, LATER = 700, 701, 702

ORGANIZATIONS = (
    Organization(
        key=ASSEMBLY, kind=OrganizationKind.ASSEMBLY, name=COUNCIL, meeting_name="Sitzung der Bezirksversammlung"
    ),
    Organization(
        key=MOBILITY,
        kind=OrganizationKind.COMMITTEE,
        name="Ausschuss für Mobilität",
        meeting_name="Sitzung des Ausschusses für Mobilität",
        members=(Member(key=5, name="Ada Muster", role="Vorsitz", function="Fraktion Birke"),),
    ),
    Organization(
        key=BIRKE, kind=OrganizationKind.FACTION, name="Fraktion Birke", meeting_name="Sitzung der Fraktion Birke"
    ),
)


def a_meeting(key: int, day: date, **fields: Any) -> Meeting:
    defaults: dict[str, Any] = {
        "reference": f"SI/2026/{key}",
        "organization": MOBILITY,
        "name": "Sitzung des Ausschusses für Mobilität",
        "start": time(18, 0),
        "room": "Sitzungsraum 1",
        "place": "Rathausplatz 1, 20999 Musterbek",
        "agenda_public": True,
    }
    return Meeting(key=key, day=day, **(defaults | fields))


def an_item(key: int, meeting: int, number: int, paper: int | None = None, **fields: Any) -> AgendaItem:
    return AgendaItem(
        key=key, meeting=meeting, number=(number,), paper=paper, **({"name": f"Gegenstand Nummer {key}"} | fields)
    )


def a_paper(key: int, number: int, filed: date, **fields: Any) -> FiledPaper:
    defaults: dict[str, Any] = {
        "reference": f"22-{number:04}",
        "name": f"Antrag der Fraktion Birke betr. Vorhaben {number}",
        "type": "Antrag",
        "originators": ("Fraktion Birke",),
        "stations": (Station(organization=MOBILITY),),
    }
    return FiledPaper(key=key, filed=filed, **(defaults | fields))


PAST, SOON, FAR = date(2026, 11, 16), date(2026, 11, 24), date(2026, 12, 8)
RECORDS: tuple[Record, ...] = (
    a_meeting(HELD, PAST, end=time(19, 30)),
    a_meeting(NEXT, SOON),
    a_meeting(LATER, FAR),
    an_item(900, HELD, 1, 800, result="vertagt", excerpt=True),
    an_item(910, NEXT, 1, 800),
    an_item(911, NEXT, 2, 801),
    an_item(912, NEXT, 3, 802),
    an_item(913, NEXT, 4, name="Verschiedenes"),
    an_item(920, LATER, 1, 803),
    a_paper(800, 100, date(2026, 10, 5)),
    a_paper(801, 101, date(2026, 11, 2)),
    a_paper(802, 102, date(2026, 11, 3)),
    a_paper(803, 103, date(2026, 11, 4)),
    a_paper(790, 51, date(2025, 3, 1), stations=()),  # older than LOOK_BACK: only a question finds it
)


@dataclass(frozen=True)
class Happening:
    """Something that the council does `after` so long."""

    after: timedelta
    kind: Kind
    before: Record | None
    now: Record | None


def happens(hours: float, kind: Kind, before: Record | None, **changed: Any) -> Happening:
    """A record as it is from then on; without changes it is gone."""
    after = replace(before, **changed) if before is not None and changed else None
    return Happening(timedelta(hours=hours), kind, before, after)


def appears(hours: float, kind: Kind, record: Record) -> Happening:
    return Happening(timedelta(hours=hours), kind, None, record)


def record(key: int) -> Any:
    return next(each for each in RECORDS if each.key == key)


def a_story(*happenings: Happening, records: Sequence[Record] = RECORDS) -> Story:
    begun = NOW - timedelta(days=100)
    steps = [Step(at=begun, kind=_first(each), before=None, after=each) for each in records]
    steps += [Step(at=NOW + each.after, kind=each.kind, before=each.before, after=each.now) for each in happenings]
    steps.sort(key=lambda step: step.at)
    return Story(council=COUNCIL, start=NOW.date(), organizations=ORGANIZATIONS, steps=tuple(steps))


def _first(each: Record) -> Kind:
    if isinstance(each, Meeting):
        return Kind.MEETING_ANNOUNCED
    return Kind.PAPER_FILED if isinstance(each, FiledPaper) else Kind.ITEM_SCHEDULED


@dataclass
class Reading:
    """A council, its reader, and the one clock of both."""

    council: CouncilServer
    clock: Clock
    database: Database
    settings: Settings
    collector: Collector

    async def round(self, *, hours: float = 0.0) -> RoundReport:
        """One round of the first source, so many hours later."""
        self.clock.move_by(timedelta(hours=hours))
        (report,) = await self.collector.read_all()
        return report

    async def changes(self) -> list[StoredChange]:
        return list(await self.database.read(open_changes, most=10_000))

    async def kinds(self) -> Counter[str]:
        return Counter(str(each.change.kind) for each in await self.changes())

    def asked(self) -> list[str]:
        """The addresses asked for so far, robots.txt left out."""
        return [visit.target for visit in self.council.visits if not visit.target.endswith("robots.txt")]


async def until(condition: Callable[[], bool]) -> None:
    """Looks until it is so; the test's own time limit ends what never is."""
    while not condition():  # noqa: ASYNC110 - other processes and servers do not tell
        await asyncio.sleep(0.01)


def settings_of(folder: Path, url: str, **fields: Any) -> Settings:
    source = SourceSetting("musterbek", "allris", url)
    return Settings(database=folder / "ratsbote.db", sources=(source,), **fields)


@asynccontextmanager
async def reading(
    folder: Path, story: Story | None = None, *, on_due: OnDue | None = None, robots: str | None = None, **fields: Any
) -> AsyncIterator[Reading]:
    """The council served and a collector opened on an empty database; nothing is read yet."""
    clock = Clock()
    clock.move_to(NOW)
    council = CouncilServer(story or a_story(), now=clock.now)
    council.robots = robots if robots is not None else council.robots
    async with council.serving() as url:
        settings = settings_of(folder, url, **fields)
        async with (
            Database.open(settings.database) as database,
            opened(settings, database, now=clock.now, on_due=on_due) as collector,
        ):
            yield Reading(council, clock, database, settings, collector)
