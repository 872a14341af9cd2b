"""Notices through the whole pipe to a Telegram that enforces its limits: none is refused for being too fast."""

from benchmarks.notices import fan_out


async def test_two_hundred_at_once_are_never_too_fast() -> None:
    fan = await fan_out(200, a_call=0.02)
    assert (fan.notices, fan.refused) == (200, 0)
