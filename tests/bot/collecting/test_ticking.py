"""Ticks: the first at once, never two at a time, none left behind at the end."""

import asyncio
import contextlib

from bot.collecting.ticking import ticking


async def test_the_first_tick_comes_at_once_and_others_follow() -> None:
    ticks = 0
    enough = asyncio.Event()

    async def step() -> None:
        nonlocal ticks
        ticks += 1
        if ticks == 3:
            enough.set()

    async with ticking(step, minutes=0.02 / 60):
        await enough.wait()


async def test_a_step_that_takes_long_is_never_doubled() -> None:
    at_work, most, done = 0, 0, 0
    enough = asyncio.Event()

    async def step() -> None:
        nonlocal at_work, most, done
        at_work += 1
        most = max(most, at_work)
        await asyncio.sleep(0.05)
        at_work -= 1
        done += 1
        if done == 3:
            enough.set()

    async with ticking(step, minutes=0.01 / 60):
        await enough.wait()
    assert most == 1


async def test_a_step_under_way_ends_with_the_ticking() -> None:
    begun, ended = asyncio.Event(), asyncio.Event()

    async def step() -> None:
        begun.set()
        try:
            await asyncio.sleep(3600)
        finally:
            ended.set()

    async with ticking(step, minutes=1):
        await begun.wait()
    with contextlib.suppress(asyncio.CancelledError):
        assert ended.is_set()
