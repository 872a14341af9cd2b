"""Quiet hours hold just before the call too, whenever it was promised."""

from datetime import timedelta

import pytest

from council.served.notices import NoticeKind
from notices.errors import NotSent
from tests.notices.edge import Fault
from tests.notices.town import Town, a_point, an_agenda, states

ANNA = 11


async def quiet(town: Town, hours: str) -> None:
    await town.told("UPDATE subscribers SET quiet_hours = :hours", hours=hours)


async def test_news_promised_by_day_waits_for_the_end_of_quiet_hours_chosen_since(town: Town) -> None:
    await an_agenda(town, ANNA)
    await quiet(town, "08:00-12:00")
    await town.delivering.run_dry()
    assert town.telegram.calls == []
    town.clock.go(hours=3, minutes=1)
    await town.delivering.run_dry()
    assert [each.silent for each in town.telegram.arrived] == [False]


async def test_news_that_was_not_sent_by_day_does_not_ring_at_night(town: Town) -> None:
    await an_agenda(town, ANNA)
    town.telegram.faults[ANNA].append(Fault(error=NotSent()))
    await town.delivering.run_dry()
    town.clock.go(hours=14)  # 23:00
    await town.delivering.run_dry()
    assert town.telegram.arrived == []
    town.clock.go(hours=8, minutes=1)
    await town.delivering.run_dry()
    assert await states(town) == ["sent"]


async def test_what_waits_for_the_morning_holds_back_nothing_in_its_chat(town: Town) -> None:
    await an_agenda(town, ANNA)
    await an_agenda(town, ANNA, key="702", days=1)
    await quiet(town, "08:00-12:00")
    await town.delivering.run_dry()
    town.sessions["702"].start = town.clock.local() + timedelta(hours=2, minutes=30)
    town.unread.add("702")
    await town.read()
    await town.live()
    [came] = town.telegram.arrived
    assert came.silent
    assert came.text.startswith("Verlegt")


@pytest.mark.parametrize(("hours_ahead", "silently_now"), [(2, True), (30, False)])
async def test_a_cancellation_waits_only_if_that_leaves_an_hour(
    town: Town,
    hours_ahead: int,
    silently_now: bool,
) -> None:
    await an_agenda(town, ANNA, days=2)
    await town.live()
    session = town.sessions["701"]
    town.clock.at = session.start.astimezone(town.clock.at.tzinfo) - timedelta(hours=hours_ahead)
    await a_point(town)
    session.cancelled = True
    town.unread.add("701")
    await town.read()
    await quiet(town, "10:00-17:30")
    before = len(town.telegram.arrived)
    await town.live()
    came = town.telegram.arrived[before:]
    assert [each.silent for each in came] == ([True] if silently_now else [])


async def test_a_retraction_rings_for_nobody_and_goes_at_once(town: Town) -> None:
    await an_agenda(town, ANNA)
    await town.live()
    await quiet(town, "00:00-23:59")
    town.sessions["701"].public = False
    town.unread.add("701")
    await town.read()
    await town.live()
    assert town.telegram.edited == [(ANNA, 1)]
    kinds = [row["kind"] for row in await town.asked("SELECT kind FROM notices ORDER BY id")]
    assert kinds[-1] == NoticeKind.RETRACTION
