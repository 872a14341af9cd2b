"""A quiet day of a council of usual size: few requests, and yet the promises of freshness are kept."""

import os
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from simulator.council.story.happenings import Kind
from simulator.council.story.records import AgendaItem, FiledPaper, Meeting
from tests.bot.collecting.small_council import NOW, a_meeting, a_paper, a_story, an_item, appears, reading
from tests.conftest import Figures

SESSIONS, PAPERS = 60, 400
ROUNDS = 96 * 7 if os.environ.get("RATSBOTE_NIGHTLY") else 96  # of a quarter of an hour each
MOST_REQUESTS = 12
DAY = timedelta(days=1)

# Two days ahead, within ten days, and far: how late an added item may be told.
PROMISES = {2001: timedelta(minutes=30), 2002: timedelta(minutes=90), 2003: timedelta(hours=24)}
FRESH = {
    2001: a_meeting(2001, (NOW + 1.2 * DAY).date()),
    2002: a_meeting(2002, (NOW + 6 * DAY).date()),
    2003: a_meeting(2003, (NOW + 20 * DAY).date()),
}


def sessions() -> list[Meeting]:
    """One every five days, from two weeks ago; agendas stand two weeks before."""
    days = [(NOW + (5 * number - 14) * DAY).date() for number in range(SESSIONS - len(FRESH))]
    soon = (NOW + 14 * DAY).date()
    return [a_meeting(1000 + number, day, agenda_public=day <= soon) for number, day in enumerate(days)]


def items() -> list[AgendaItem]:
    """Ten papers on each agenda that is there, without a result so far."""
    shown = [meeting for meeting in (*sessions(), *FRESH.values()) if meeting.agenda_public]
    return [
        an_item(meeting.key * 100 + place, meeting.key, place, 10_000 + (meeting.key * 10 + place) % PAPERS)
        for meeting in shown
        for place in range(1, 11)
    ]


def papers() -> list[FiledPaper]:
    return [
        a_paper(10_000 + number, 1000 + number, (NOW - (5 + number * 0.8) * DAY).date()) for number in range(PAPERS)
    ]


@pytest.mark.timeout(120 + ROUNDS)
async def test_a_quiet_day_asks_little_and_keeps_its_promises(tmp_path: Path, tell: Figures) -> None:
    added = {key: appears(3.1, Kind.ITEM_ADDED, an_item(900_000 + key, key, 11, late=True)) for key in FRESH}
    story = a_story(*added.values(), records=(*sessions(), *FRESH.values(), *items(), *papers()))
    async with reading(tmp_path, story, look_back=timedelta(days=400)) as council:
        await council.round()
        begin = len(council.asked())
        busiest = 0
        for _ in range(ROUNDS):
            before = len(council.asked())
            report = await council.round(hours=0.25)
            assert not report.failures
            busiest = max(busiest, len(council.asked()) - before)
        asked = len(council.asked()) - begin
        delays = _delays([(each.change.item, each.found_at) for each in await council.changes()])
        kinds = await council.kinds()
    late = ", ".join(f"{delays[key].total_seconds() / 60:.0f} min" for key in PROMISES)
    tell(f"quiet day: {asked / ROUNDS:.1f} requests a round in the mean, {busiest} at most; told after {late}")
    assert asked / ROUNDS <= MOST_REQUESTS
    assert kinds == Counter({"item_added": 3})
    assert all(delays[key] <= promise for key, promise in PROMISES.items())


def _delays(told: list[tuple[str | None, datetime]]) -> dict[int, timedelta]:
    happened = NOW + timedelta(hours=3.1)
    return {int(item) - 900_000: found.astimezone(UTC) - happened for item, found in told if item}
