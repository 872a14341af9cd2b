"""Reminders rest while nobody knows what time it is."""

import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.clock_skew import ClockSkew, clock_skew
from bot.settings import Settings
from bot.telegram.application import build_application, running
from bot.telegram.transport import AiohttpRequest
from simulator.clock import Clock
from simulator.telegram import Telegram

NOON = datetime(2026, 10, 25, 12, tzinfo=UTC)
DAY = timedelta(days=1)


class Machine:
    """A clock on the wall and one that only runs forward."""

    def __init__(self) -> None:
        self.wall = NOON
        self.ran = 50.0
        self.skew = ClockSkew(lambda: self.wall, monotonic=lambda: self.ran)

    def passes(self, seconds: float, *, jump: timedelta = timedelta(0)) -> None:
        self.wall += timedelta(seconds=seconds) + jump
        self.ran += seconds


def test_time_that_passes_is_trusted() -> None:
    machine = Machine()
    for _ in range(100):
        machine.passes(3600)
        assert machine.skew.trusted()


@pytest.mark.parametrize("jump", [DAY, -DAY, timedelta(hours=1), timedelta(seconds=-121)])
def test_a_jump_is_doubted_until_telegram_agrees(jump: timedelta) -> None:
    machine = Machine()
    machine.passes(20, jump=jump)
    assert not machine.skew.trusted()
    machine.passes(20)
    assert not machine.skew.trusted()
    machine.skew.heard(machine.wall - timedelta(seconds=3))
    assert machine.skew.trusted()


def test_a_jump_that_telegram_does_not_follow_stays_doubted() -> None:
    machine = Machine()
    machine.passes(20, jump=DAY)
    machine.skew.heard(machine.wall - DAY)
    assert not machine.skew.trusted()
    machine.passes(20, jump=-DAY)
    machine.skew.heard(machine.wall)
    assert machine.skew.trusted()


def test_small_steps_of_a_clock_being_set_do_not_matter() -> None:
    machine = Machine()
    machine.passes(20, jump=timedelta(seconds=90))
    assert machine.skew.trusted()


@pytest.mark.parametrize("skew", [DAY, -DAY, timedelta(seconds=130)])
def test_a_clock_that_is_wrong_from_the_start_is_doubted(skew: timedelta) -> None:
    machine = Machine()
    machine.skew.heard(NOON + skew)
    assert not machine.skew.trusted()


def test_a_machine_that_slept_is_trusted_after_the_next_answer() -> None:
    machine = Machine()
    machine.wall += timedelta(hours=9)
    machine.skew.heard(machine.wall)
    assert machine.skew.trusted()


def test_beginning_and_end_of_doubt_are_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    machine = Machine()
    for _ in range(5):
        machine.skew.heard(machine.wall - DAY)
        machine.skew.trusted()
    for _ in range(5):
        machine.skew.heard(machine.wall)
    assert [record.getMessage() for record in caplog.records] == ["clock.doubted", "clock.trusted"]


def test_a_clock_moved_for_a_simulation_is_trusted(tmp_path: Path) -> None:
    clock = Clock.from_file(tmp_path / "clock")
    skew = clock_skew(Settings(clock=tmp_path / "clock"), clock.now)
    clock.move_by(400 * DAY)
    assert skew.trusted()
    skew.heard(datetime.now(UTC))
    assert skew.trusted()


async def test_telegrams_answers_tell_the_time() -> None:
    heard: list[datetime] = []
    async with Telegram(now=NOON.timestamp).serving() as telegram:
        application = build_application(
            token=telegram.token, api=telegram.url, transport=AiohttpRequest(on_date=heard.append)
        )
        async with running(application):
            assert heard == [NOON]
