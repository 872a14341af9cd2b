"""Strictly one after the other within a lane, side by side between them."""

import asyncio

from bot.telegram.lanes import Lanes


async def test_one_lane_keeps_its_order() -> None:
    lanes, done = Lanes(side_by_side=4), []

    async def job(number: int) -> None:
        await asyncio.sleep(0.001 * (5 - number))
        done.append(number)

    for number in range(5):
        lanes.put("a", lambda number=number: job(number))  # type: ignore[misc]
    assert await lanes.drain(seconds=5) == 0
    assert done == [0, 1, 2, 3, 4]


async def test_lanes_run_side_by_side_up_to_the_limit() -> None:
    lanes, running, most = Lanes(side_by_side=3), 0, 0

    async def job() -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0)
        running -= 1

    for number in range(30):
        lanes.put(str(number % 10), job)
    await lanes.drain(seconds=5)
    assert most == 3


async def test_long_queue_of_one_lane_lets_others_take_turns() -> None:
    lanes, done = Lanes(side_by_side=1), []

    async def job(name: str) -> None:
        await asyncio.sleep(0)
        done.append(name)

    for _ in range(20):
        lanes.put("flood", lambda: job("flood"))
    lanes.put("other", lambda: job("other"))
    await lanes.drain(seconds=5)
    assert done.index("other") <= 2


async def test_drain_stops_what_takes_too_long() -> None:
    lanes = Lanes(side_by_side=2)
    lanes.put("a", lambda: asyncio.sleep(60))
    lanes.put("a", lambda: asyncio.sleep(60))
    lanes.put("b", lambda: asyncio.sleep(0))
    await asyncio.sleep(0)
    assert await lanes.drain(seconds=0.01) == 1
    assert await lanes.drain(seconds=0.01) == 0
