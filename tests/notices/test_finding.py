"""The finder: what no task holds is taken up, what one holds is left alone."""

import logging

import pytest

from notices.finding import find
from storage.outbox import claim
from tests.notices.town import DEFAULTS, Town, an_agenda, states

ANNA, BERT = 11, 12


async def claimed(town: Town) -> list[int]:
    found = await town.database.transaction(
        claim, now=town.clock.now(), boot=town.post.boot, busy=(), most=8, defaults=DEFAULTS
    )
    return [notice.row for notice in found]


async def test_a_notice_that_no_task_holds_is_taken_up_and_sent(town: Town) -> None:
    await an_agenda(town, ANNA, BERT)
    held, lost = await claimed(town)
    assert await find(town.post, {held}) == 1
    assert await states(town) == ["sending", "pending"]
    await town.delivering.run_dry()
    assert await town.asked("SELECT 1 FROM notices WHERE id = :row AND state = 'sent'", row=lost)


async def test_what_is_on_its_way_is_left_alone(town: Town) -> None:
    await an_agenda(town, ANNA, BERT)
    assert await find(town.post, await claimed(town)) == 0
    assert await states(town) == ["sending", "sending"]


async def test_what_waits_for_too_long_is_said(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    await an_agenda(town, ANNA)
    with caplog.at_level(logging.WARNING):
        await find(town.post, ())
        assert caplog.messages == []
        town.clock.go(minutes=11)
        await find(town.post, ())
    assert "notices.overdue" in caplog.messages


async def test_old_ends_are_forgotten(town: Town) -> None:
    await an_agenda(town, ANNA)
    await town.delivering.run_dry()
    town.clock.go(days=31)
    await find(town.post, ())
    assert await states(town) == []
