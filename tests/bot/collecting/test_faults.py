"""The council's side fails in every way we know: nothing is taken away, nothing untrue is told, one line is logged."""

import logging
from datetime import timedelta
from pathlib import Path

import pytest

from simulator.council.misbehaviour import (
    COOKIE_WALL,
    EMPTY,
    EMPTY_LIST,
    LOGIN,
    MAINTENANCE,
    OTHER_DATES,
    REFUSED,
    RENAMED_CLASSES,
    RENAMED_LABELS,
    SESSION_EXPIRED,
    SHUFFLED_COLUMNS,
    WITHOUT_TABLES,
    Cut,
    Effect,
    Instead,
    Length,
    Redirect,
    Reset,
    Status,
    WrongLength,
    gzip_bomb,
    many_attributes,
    nested_tags,
)
from storage.meetings import meeting_by_key
from storage.questions import open_reference
from tests.bot.collecting.small_council import NEXT, Reading, reading

FAULTS: dict[str, Effect] = {
    "500": Status(500),
    "403": Status(403),
    "404": Status(404),
    "429": Status(429, retry_after="1"),
    "empty": EMPTY,
    "empty JSON": Instead(b"[]"),
    "login": LOGIN,
    "maintenance": MAINTENANCE,
    "session expired": SESSION_EXPIRED,
    "cookie wall": COOKIE_WALL,
    "refused": REFUSED,
    "cut in the middle": Cut(4_000),
    "cut and not said": Cut(4_000, Length.CUT),
    "cut, no length": Cut(-300, Length.NONE),
    "cut, chunked": Cut(-300, Length.CHUNKED),
    "cut at its end": Cut(-8, Length.CUT),
    "wrong length": WrongLength(by=500),
    "reset": Reset(after=2_000),
    "empty list": EMPTY_LIST,
    "renamed classes": RENAMED_CLASSES,
    "renamed labels": RENAMED_LABELS,
    "shuffled columns": SHUFFLED_COLUMNS,
    "without tables": WITHOUT_TABLES,
    "other dates": OTHER_DATES,
    "elsewhere": Redirect("http://127.0.0.2:1/bi/"),
    "to the metadata": Redirect("http://169.254.169.254/latest/"),
    "for ever": Redirect("/bi/vo020.asp"),
}
# Each of these pages costs the parser its ten seconds or its memory.
HOSTILE: dict[str, Effect] = {
    "bomb": gzip_bomb(),
    "nested": nested_tags(),
    "attributes": many_attributes(),
}


async def snapshot(council: Reading) -> object:
    meeting = await council.database.read(meeting_by_key, "musterbek", str(NEXT))
    assert meeting is not None
    # Papers by number: what a damaged list adds is welcome, what is known must stay.
    known = [await council.database.read(open_reference, "musterbek", f"22-010{number}") for number in range(4)]
    papers = [paper.known.paper if paper else None for paper in known]
    return papers, meeting.known.meeting, [each.item for each in meeting.known.items]


@pytest.mark.parametrize("pattern", ["/bi/", "to010|si010"], ids=["everything", "sessions"])
@pytest.mark.parametrize("fault", FAULTS)
async def test_a_fault_takes_nothing_away_and_tells_nothing(
    tmp_path: Path, fault: str, pattern: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with reading(tmp_path) as council:
        await council.round()
        before = await snapshot(council)
        council.council.misbehave(pattern, FAULTS[fault])
        with caplog.at_level(logging.INFO, logger="bot.collecting"):
            await council.round(hours=0.5)
        lines = [entry for entry in caplog.records if entry.name.startswith("bot.collecting")]
        assert len(lines) == 1, [entry.getMessage() for entry in lines]
        assert lines[0].exc_info is None
        assert await snapshot(council) == before
        council.council.behave()
        council.clock.move_by(timedelta(hours=1))
        await council.round()
        assert await snapshot(council) == before
        assert await council.changes() == []


@pytest.mark.timeout(180)
@pytest.mark.parametrize("fault", HOSTILE)
async def test_a_hostile_page_costs_its_limit_and_no_more(tmp_path: Path, fault: str) -> None:
    async with reading(tmp_path) as council:
        await council.round()
        before = await snapshot(council)
        council.council.misbehave(f"SILFDNR={NEXT}", HOSTILE[fault], times=1)
        report = await council.round(hours=0.5)
        assert len(report.failures) == 1
        assert await snapshot(council) == before
        assert await council.changes() == []
