"""How fast a host is asked, and when it is left alone."""

import asyncio
from itertools import pairwise

import pytest

from sources.errors import NotFound, Unreachable
from sources.web.pace import LONGEST_BACK_OFF, LONGEST_GAP, LONGEST_RETRY_AFTER, PATIENCE, Pace
from sources.web.timing import Timing
from tests.sources.web.councils import Clock, council, page, reader


async def ask(pace: Pace, name: str = "ris.example", *, paced: bool = True) -> None:
    async with pace.turn(name, paced=paced) as turn, turn.request():
        pass


async def fail(pace: Pace, retry_after: float | None = None) -> float:
    async with pace.turn("ris.example", paced=True) as turn, turn.request():
        return turn.failed(retry_after)


async def test_a_host_is_asked_once_a_second_however_many_want_it() -> None:
    clock = Clock()
    async with council(clock, vo020=page()) as there, reader([there.named()], clock=clock) as bot:
        await asyncio.gather(*(bot.fetch(there.named()) for _ in range(4)))
    times = [request.at for request in there.requests]
    assert len(times) == 5  # robots.txt first
    assert min(later - earlier for earlier, later in pairwise(times)) >= 1.0


async def test_redirects_and_robots_keep_the_pace_too() -> None:
    clock = Clock()
    async with (
        council(clock, a=page(status=302, Location="b.asp"), b=page()) as there,
        reader([there.named()], clock=clock) as bot,
    ):
        await bot.fetch(there.named("/bi/a.asp"))
    assert [(request.path, request.at) for request in there.requests] == [
        ("/robots.txt", 0.0),
        ("/bi/a.asp", 1.0),
        ("/bi/b.asp", 2.0),
    ]


async def test_this_machine_is_not_paced() -> None:
    clock = Clock()
    async with council(clock, vo020=page()) as there, reader([there.url()], clock=clock) as bot:
        for _ in range(5):
            await bot.fetch(there.url())
    assert clock.slept == []


async def test_the_second_is_counted_from_the_end_of_a_slow_answer() -> None:
    clock = Clock()
    pace = Pace(clock.timing())
    async with pace.turn("ris.example", paced=True) as turn:
        async with turn.request():
            clock.seconds += 7
        async with turn.request():
            assert clock.seconds == 8.0


async def test_jitter_only_ever_lengthens_the_pause() -> None:
    clock = Clock()
    usual = clock.timing()
    pace = Pace(Timing(monotonic=usual.monotonic, now=usual.now, sleep=usual.sleep, between=lambda low, high: high))
    await ask(pace)
    await ask(pace)
    assert clock.slept == [1.25]


async def test_hosts_do_not_wait_for_each_other() -> None:
    clock = Clock()
    pace = Pace(clock.timing())
    await ask(pace, "a.example")
    await ask(pace, "b.example")
    assert clock.slept == []


async def test_failures_are_answered_by_longer_and_longer_pauses() -> None:
    clock = Clock()
    pace = Pace(clock.timing())
    pauses = []
    for _ in range(14):
        pauses.append(await fail(pace))
        clock.seconds += pauses[-1]
    assert pauses[:4] == [1.5, 3.0, 6.0, 12.0]
    assert pauses == sorted(pauses)
    assert max(pauses) == LONGEST_BACK_OFF


async def test_success_ends_the_back_off() -> None:
    clock = Clock()
    pace = Pace(clock.timing())
    for _ in range(5):
        clock.seconds += await fail(pace)
    async with pace.turn("ris.example", paced=True) as turn:
        turn.succeeded()
    assert await fail(pace) == 1.5


async def test_a_wish_for_quiet_counts_more_than_the_back_off() -> None:
    pace = Pace(Clock().timing())
    assert await fail(pace, 120.0) == 120.0
    pace = Pace(Clock().timing())
    assert await fail(pace, 0.0) == 1.5
    pace = Pace(Clock().timing())
    assert await fail(pace, 10.0**11) == LONGEST_RETRY_AFTER


@pytest.mark.parametrize(
    ("wish", "seconds"),
    [("120", 120.0), ("Mon, 02 Mar 2026 08:10:00 GMT", 600.0), ("99999999", 3600.0), ("bald", 1.5), ("-5", 1.5)],
)
async def test_no_request_goes_out_before_the_host_wishes(wish: str, seconds: float) -> None:
    clock = Clock()
    async with (
        council(clock, a=page(status=503, Retry_After=wish), b=page()) as there,
        reader([there.url()], clock=clock) as bot,
    ):
        with pytest.raises(Unreachable) as caught:
            await bot.fetch(there.url("/bi/a.asp"))
        assert caught.value.retry_after == seconds
        began = clock.seconds
        if seconds > PATIENCE:
            with pytest.raises(Unreachable, match="Minute") as caught:
                await bot.fetch(there.url("/bi/b.asp"))
            assert caught.value.retry_after == seconds
            assert there.pages_asked == ["/bi/a.asp"]
            clock.seconds += seconds
        await bot.fetch(there.url("/bi/b.asp"))
    assert there.requests[-1].at >= began + seconds


async def test_another_host_is_read_meanwhile() -> None:
    async with (
        council(a=page(status=429, Retry_After="3000")) as busy,
        council(a=page()) as other,
        reader([busy.url(), other.url()]) as bot,
    ):
        with pytest.raises(Unreachable, match="HTTP 429"):
            await bot.fetch(busy.url("/bi/a.asp"))
        await bot.fetch(other.url("/bi/a.asp"))


async def test_no_page_found_is_no_failure_of_the_host() -> None:
    clock = Clock()
    async with council(clock) as there, reader([there.url()], clock=clock) as bot:
        for _ in range(5):
            with pytest.raises(NotFound):
                await bot.fetch(there.url())
    assert clock.slept == []


async def test_a_system_that_is_down_is_asked_ever_less() -> None:
    clock = Clock()
    async with council(clock, vo020=page(status=500)) as there, reader([there.named()], clock=clock) as bot:
        for _ in range(8 * 60):
            with pytest.raises(Unreachable) as caught:
                await bot.fetch(there.named())
            assert caught.value.retry_after is not None
            clock.seconds += 60
    assert clock.seconds >= 8 * 3600
    assert len(there.pages_asked) < 30


async def test_crawl_delay_slows_down_and_has_a_limit() -> None:
    clock = Clock()
    pace = Pace(clock.timing())
    for wish, gap in ((5.0, 5.0), (0.1, 1.0), (None, 1.0), (86_400.0, LONGEST_GAP)):
        async with pace.turn("ris.example", paced=True) as turn:
            clock.seconds += 100
            turn.slow_down(wish)
        await ask(pace)
        await ask(pace)
        assert clock.slept[-1] == gap
