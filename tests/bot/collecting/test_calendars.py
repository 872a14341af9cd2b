"""Installations have one of three calendars: the one there is gets found, and is asked alone from then on."""

from pathlib import Path

import aiohttp
import pytest

from simulator.council.misbehaviour import Altered, Instead
from simulator.council.pages import refusals
from storage.meetings import meeting_by_key
from tests.bot.collecting.small_council import NEXT, Reading, reading

SHOWN = tuple((2026, month) for month in (11, 12)) + tuple((2027, month) for month in range(1, 9))


async def offer_only(council: Reading, program: str) -> None:
    """The council's calendar is served by `program`, and si010_e is refused like any program that is not there."""
    council.council.behave()
    pages = {}
    async with aiohttp.ClientSession() as http:
        for year, month in SHOWN:
            address = f"{council.council.url}si010_e.asp?MM={month}&YY={year}"
            async with http.get(address) as answer:
                pages[year, month] = (await answer.read()).replace(b"si010_e", program.encode())
    council.council.misbehave(r"si010_e\.asp", Instead(refusals.access_denied("si010_e.asp")))
    for (year, month), page in pages.items():
        council.council.misbehave(rf"{program}\.asp\?MM={month}&YY={year}$", Instead(page))


def calendars_asked(council: Reading, since: int) -> list[str]:
    """The programs asked for a calendar, in order."""
    asked = [each.rpartition("/")[2].partition(".")[0] for each in council.asked()[since:]]
    return [program for program in asked if program.startswith("si010")]


@pytest.mark.parametrize(("program", "tried"), [("si010", ["si010_e"]), ("si010_j", ["si010_e", "si010"])])
async def test_another_calendar_is_found_and_kept(tmp_path: Path, program: str, tried: list[str]) -> None:
    async with reading(tmp_path) as council:
        await offer_only(council, program)
        before = len(council.asked())
        report = await council.round()
        assert (report.failures, report.stopped) == ((), None)
        meeting = await council.database.read(meeting_by_key, "musterbek", str(NEXT))
        assert meeting is not None
        assert (meeting.known.meeting.name, meeting.known.meeting.room) == (
            "Sitzung des Ausschusses für Mobilität",
            "Sitzungsraum 1",
        )
        asked = calendars_asked(council, before)
        assert asked[: len(tried) + 1] == [*tried, program]
        assert set(asked[len(tried) :]) == {program}


async def test_what_another_calendar_changes_is_told(tmp_path: Path) -> None:
    async with reading(tmp_path) as council:
        await offer_only(council, "si010_j")
        await council.round()
        council.council.misbehave(
            "si010_j|to010", Altered(lambda page: page.replace(b"Sitzungsraum 1", b"Kantine")), times=None
        )
        await council.round(hours=0.5)
        assert await council.kinds() == {"meeting_room": 2}


async def test_another_calendar_after_a_change_of_the_installation_is_no_news(tmp_path: Path) -> None:
    async with reading(tmp_path) as council:
        await council.round()
        await offer_only(council, "si010")
        report = await council.round(hours=0.5)
        assert report.failures == ()
        assert await council.changes() == []


async def test_a_council_without_any_calendar_is_said_to_have_none(tmp_path: Path) -> None:
    async with reading(tmp_path) as council:
        await council.round()
        council.council.misbehave("si010_e", Instead(refusals.access_denied("si010_e.asp")))
        report = await council.round(hours=0.5)
        assert len(report.failures) > 0
        assert await council.changes() == []
