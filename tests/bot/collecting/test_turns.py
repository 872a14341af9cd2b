"""Whose turn it is: one at a time for each source, given back by whoever ends."""

import asyncio
from pathlib import Path

from bot.collecting.turns import turn_of


async def test_a_second_reader_is_told_at_once_or_waits(tmp_path: Path) -> None:
    database = tmp_path / "ratsbote.db"
    async with turn_of(database, 1, patient=False) as first:
        assert first
        async with turn_of(database, 1, patient=False) as second:
            assert not second
        async with turn_of(database, 2, patient=False) as other:
            assert other, "another source is another turn"

        async def wait_for_it() -> bool:
            async with turn_of(database, 1, patient=True) as third:
                return third

        waiting = asyncio.create_task(wait_for_it())
        await asyncio.sleep(0.1)
        assert not waiting.done()
    assert await waiting
