"""Rounds over a council that is there: silent at first, then each difference once, and nothing that did not happen."""

from datetime import time
from pathlib import Path

import aiohttp
import pytest

from bot.collecting.collector import opened
from simulator.council.misbehaviour import REFUSED, Instead, Status
from simulator.council.server import NOBODY_WELCOME
from simulator.council.story.happenings import Kind
from storage.database import Database
from storage.lookup import look_up
from storage.meetings import meeting_by_key
from storage.organizations import all_organizations
from storage.questions import stored
from storage.sources import source_states
from tests.bot.collecting.small_council import (
    COUNCIL,
    FAR,
    LATER,
    NEXT,
    NOW,
    SOON,
    a_paper,
    a_story,
    an_item,
    appears,
    happens,
    reading,
    record,
    settings_of,
)


async def test_the_first_read_finds_all_and_tells_nothing(tmp_path: Path) -> None:
    async with reading(tmp_path) as council:
        report = await council.round()
        assert (report.is_first, report.first_read_done, report.failures, report.changes) == (True, True, (), ())
        found = await council.database.read(stored)
        assert (found.papers, found.bodies) == (4, (COUNCIL,))
        meeting = await council.database.read(meeting_by_key, "musterbek", str(NEXT))
        assert meeting is not None
        assert [each.item.id for each in meeting.known.items] == ["910", "911", "912", "913"]
        members = [each.members for each in await council.database.read(all_organizations, "musterbek") if each.members]
        assert [member.name for member in members[0]] == ["Ada Muster"]
        assert await council.changes() == []


async def test_a_quiet_round_asks_for_what_is_near_and_tells_nothing(tmp_path: Path) -> None:
    async with reading(tmp_path) as council:
        await council.round()
        before = len(council.asked())
        report = await council.round(hours=0.25)
        asked = council.asked()[before:]
        assert report.is_good
        assert len(asked) <= 12
        assert any(f"SILFDNR={NEXT}" in each for each in asked), "tomorrow's agenda is read each round"
        assert not any(f"SILFDNR={LATER}" in each for each in asked)
        assert await council.changes() == []


async def test_what_happens_is_told_once(tmp_path: Path) -> None:
    late = an_item(914, NEXT, 5, 804, late=True)
    story = a_story(
        appears(1, Kind.PAPER_FILED, a_paper(804, 104, SOON)),
        appears(1, Kind.ITEM_ADDED, late),
        happens(2, Kind.ITEM_WITHDRAWN, record(911), name="- abgesetzt -", paper=None),
        happens(3, Kind.MEETING_MOVED, record(LATER), start=time(19, 0)),
        happens(40, Kind.RESULT_PUBLISHED, record(910), result="ungeändert beschlossen", excerpt=True),
    )
    async with reading(tmp_path, story) as council:
        await council.round()
        for _ in range(60):
            await council.round(hours=1)
        told = [
            (str(each.change.kind), each.change.item or each.change.meeting or "") for each in await council.changes()
        ]
        assert told.count(("item_added", "914")) == 1
        assert told.count(("item_withdrawn", "911")) == 1
        assert told.count(("meeting_moved", str(LATER))) == 1
        assert [each for each in told if "non_public" in each[0]] == []
        results = [each.change.item for each in await council.changes() if each.change.kind == "result_appeared"]
        assert set(results) == {"910"}


async def test_a_paper_that_is_on_no_agenda_is_told_by_the_lists_day_once(tmp_path: Path) -> None:
    story = a_story(appears(1, Kind.PAPER_FILED, a_paper(804, 104, NOW.date())))
    async with reading(tmp_path, story) as council:
        await council.round()
        for _ in range(4):
            await council.round(hours=0.5)
        assert await council.kinds() == {"paper_new": 1}
        found = await council.database.read(look_up, ["22-0104"])
        assert found.exact[0].paper.date is None, "its own page does not say it"


async def test_a_session_that_is_cancelled_is_told_once(tmp_path: Path) -> None:
    async with reading(tmp_path, a_story(happens(1, Kind.MEETING_CANCELLED, record(NEXT), cancelled=True))) as council:
        await council.round()
        for _ in range(3):
            await council.round(hours=1)
        assert await council.kinds() == {"meeting_cancelled": 1}


async def test_robots_txt_that_forbids_is_obeyed_and_said(tmp_path: Path) -> None:
    async with reading(tmp_path, robots=NOBODY_WELCOME) as council:
        report = await council.round()
        assert "robots.txt" in (report.skipped or "")
        assert council.asked() == []
        (state,) = await council.database.read(source_states)
        assert state.may_read is False


async def test_a_host_whose_owner_permits_it_is_read_all_the_same(tmp_path: Path) -> None:
    async with reading(tmp_path, robots=NOBODY_WELCOME, permitted_hosts=frozenset({"127.0.0.1"})) as council:
        report = await council.round()
        assert (report.first_read_done, report.permitted_by_operator) == (True, True)


async def test_a_host_in_trouble_is_left_alone_and_what_is_known_stays(tmp_path: Path) -> None:
    async with reading(tmp_path) as council:
        await council.round()
        council.council.misbehave("/bi/", Status(503, retry_after="3600"))
        before = len(council.asked())
        report = await council.round(hours=24)
        assert report.stopped
        assert len(council.asked()) - before == 1
        assert (await council.database.read(stored)).papers == 4
        (state,) = await council.database.read(source_states)
        assert state.failures == 1
        assert await council.changes() == []


async def test_a_council_that_does_not_answer_at_all_costs_one_question_and_nothing_known(tmp_path: Path) -> None:
    async with reading(tmp_path) as council:
        await council.round()
        known = await council.database.read(stored)
        address = council.council.url
    settings = settings_of(tmp_path, address)
    async with (
        Database.open(settings.database) as database,
        opened(settings, database, now=council.clock.now) as collector,
    ):
        (report,) = await collector.read_all()
        assert "127.0.0.1" in (report.skipped or "")
        (state,) = await database.read(source_states)
        assert (state.failures, state.error_kind, state.last_good_at is not None) == (1, "unreachable", True)
        assert await database.read(stored) == known


async def test_one_broken_page_does_not_keep_the_rest_from_being_read(tmp_path: Path) -> None:
    async with reading(tmp_path) as council:
        council.council.misbehave("VOLFDNR=801", Status(404))
        report = await council.round()
        assert report.stopped is None
        assert (await council.database.read(stored)).papers == 3


async def test_a_paper_refused_for_a_day_is_taken_back_but_not_before(tmp_path: Path) -> None:
    async with reading(tmp_path) as council:
        await council.round()
        council.council.misbehave("VOLFDNR=803", REFUSED)
        # Weekly from now on; once refused, a day later.
        for hours in (24 * 8, 23):
            await council.round(hours=hours)
            assert len((await council.database.read(look_up, ("22-0103",))).exact) == 1
        await council.round(hours=1)
        assert (await council.database.read(look_up, ("22-0103",))).exact == ()
        assert await council.kinds() == {"paper_non_public": 1}


@pytest.mark.parametrize(("pattern", "other"), [("to010.asp.SILFDNR=", LATER), ("vo020.asp.VOLFDNR=", 803)])
async def test_the_page_of_something_else_is_not_taken_for_what_was_asked(
    tmp_path: Path, pattern: str, other: int
) -> None:
    async with reading(tmp_path) as council:
        await council.round()
        address = f"{council.council.url}{pattern.replace('asp.', 'asp?')}{other}"
        async with aiohttp.ClientSession() as http, http.get(address) as answer:
            council.council.misbehave(pattern, Instead(await answer.read()))
        report = await council.round(hours=24 * 8)
        assert any("etwas anderem" in failure for failure in report.failures)
        assert await council.changes() == []


async def test_a_long_absence_is_made_up_for_by_leafing_back(tmp_path: Path) -> None:
    """More papers than a page of the list holds were filed while nobody read."""
    filed = [a_paper(2000 + number, 2000 + number, FAR, stations=()) for number in range(60)]
    story = a_story(*(appears(24, Kind.PAPER_FILED, paper) for paper in filed))
    async with reading(tmp_path, story) as council:
        await council.round()
        await council.round(hours=24 * 16)
        for _ in range(3):
            await council.round(hours=0.25)
        assert (await council.database.read(stored)).papers == 64


async def test_nobody_is_read_by_somebody_who_does_not_say_who_it_is(tmp_path: Path) -> None:
    settings = settings_of(tmp_path, "https://ratsinfo.example/bi/")
    async with (
        Database.open(settings.database) as database,
        opened(settings, database, now=lambda: NOW) as collector,
    ):
        (report,) = await collector.read_all()
        assert "RATSBOTE_CONTACT" in (report.skipped or "")
        (state,) = await database.read(source_states)
        assert state.may_read is False
