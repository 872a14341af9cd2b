"""Parsing behind a wall: whatever a page does to its reader, the bot goes on."""

import asyncio
import os
import re
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from datetime import date
from pathlib import Path

import pytest

from sources.allris.page import read_page
from sources.errors import NotPublic, SourceError, Unreadable
from sources.web.worker import Worker
from tests.shared import SHARED, needs_shared
from tests.sources.pages import PaperPage
from tests.sources.web import misbehaving
from tests.sources.web.councils import council, raw_page, reader

NESTED = b"<div>" * 100_000
ATTRIBUTES = b"<p " + b" ".join(b"a%d=1" % number for number in range(200_000)) + b">"


@pytest.fixture
async def worker() -> AsyncIterator[Worker]:
    async with Worker() as opened:
        yield opened


@pytest.fixture
async def hasty() -> AsyncIterator[Worker]:
    """Gives a page a second and 200 MB."""
    async with Worker(seconds=1.0, memory=200_000_000) as opened:
        yield opened


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def ends(process: int) -> bool:
    """Within half a minute."""
    deadline = time.monotonic() + 30
    while alive(process) and time.monotonic() < deadline:
        time.sleep(0.01)
    return not alive(process)


async def test_a_page_reads_the_same_as_without_the_wall(worker: Worker) -> None:
    data = PaperPage().served()
    assert await worker.parse(read_page, data) == read_page(data)


@needs_shared
async def test_real_pages_read_the_same_as_without_the_wall(worker: Worker) -> None:
    for path in sorted((SHARED / "pages" / "allris3").glob("*vo020*")):
        data = path.read_bytes()
        try:
            expected = read_page(data)
        except SourceError as refused:
            with pytest.raises(type(refused), match=re.escape(str(refused))):
                await worker.parse(read_page, data)
        else:
            assert await worker.parse(read_page, data) == expected, path.name


async def test_arguments_and_odd_characters_arrive_as_they_are(worker: Worker) -> None:
    day = date(2026, 3, 2)
    read = await worker.parse(misbehaving.well, b"22-0815", ".01", day=day)
    assert read == misbehaving.well(b"22-0815", ".01", day=day)
    met = await worker.parse(misbehaving.meeting, b"")
    assert met == misbehaving.meeting(b"")
    assert met.start is not None
    assert met.start.utcoffset() == misbehaving.meeting(b"").start.utcoffset()  # type: ignore[union-attr]


async def test_one_process_serves_page_after_page(worker: Worker) -> None:
    processes = {await worker.parse(misbehaving.process, b"") for _ in range(5)}
    assert len(processes) == 1
    assert os.getpid() not in processes


async def test_what_the_page_says_against_it_comes_back(worker: Worker) -> None:
    before = await worker.parse(misbehaving.process, b"")
    with pytest.raises(Unreadable, match=r"^Das ist keine Drucksache\.$"):
        await worker.parse(misbehaving.unreadable, b"")
    with pytest.raises(NotPublic, match=r"^Das ist nicht öffentlich\.$"):
        await worker.parse(misbehaving.not_public, b"")
    assert await worker.parse(misbehaving.process, b"") == before


@pytest.mark.parametrize("page", [NESTED, ATTRIBUTES], ids=["nested", "attributes"])
async def test_a_hostile_page_is_unreadable(worker: Worker, page: bytes) -> None:
    with pytest.raises(Unreadable):
        await worker.parse(read_page, page)
    assert await worker.parse(read_page, PaperPage().served()) == read_page(PaperPage().served())


@pytest.mark.parametrize("page", [NESTED, ATTRIBUTES], ids=["nested", "attributes"])
async def test_the_bot_goes_on_while_a_page_hangs_its_parser(hasty: Worker, page: bytes) -> None:
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            await asyncio.sleep(0.01)
            ticks += 1

    ticking = asyncio.create_task(tick())
    with pytest.raises(Unreadable, match=r"aufgegeben|Speicher|gestorben"):
        await hasty.parse(misbehaving.unbounded, page)
    ticking.cancel()
    assert ticks > 5
    assert (await hasty.parse(misbehaving.well, b"22-0815")).papers[0].reference == "22-0815"


async def test_other_councils_are_read_while_a_page_hangs_its_parser(hasty: Worker) -> None:
    good = PaperPage().served()
    async with (
        council(vo020=raw_page(NESTED)) as hostile,
        council(vo020=raw_page(good)) as other,
        reader([hostile.url(), other.url()]) as bot,
    ):
        fetched = await bot.fetch(hostile.url())
        hanging = asyncio.create_task(hasty.parse(misbehaving.unbounded, fetched.body))
        assert (await bot.fetch(other.url())).body == good
        assert not hanging.done()
        with pytest.raises(Unreadable):
            await hanging


@pytest.mark.parametrize(
    ("function", "sentence"),
    [
        (misbehaving.endless, "aufgegeben"),
        (misbehaving.endless_without_alarm, "aufgegeben"),
        (misbehaving.greedy, "Speicher"),
        (misbehaving.crashing, "gestorben"),
        (misbehaving.killed, "gestorben"),
        (misbehaving.leaving, "gestorben"),
        (misbehaving.buggy, r"KeyError in web/misbehaving\.py:\d+"),
        (misbehaving.too_deep, "RecursionError"),
        (misbehaving.returning_nonsense, "TypeError"),
    ],
)
async def test_every_way_to_fail_is_one_clear_sentence(
    hasty: Worker, function: Callable[[bytes], object], sentence: str
) -> None:
    with pytest.raises(Unreadable, match=sentence) as caught:
        await hasty.parse(function, b"Geheimnis")
    assert "Geheimnis" not in str(caught.value)
    assert await hasty.parse(misbehaving.process, b"") != os.getpid()


async def test_a_killed_process_is_gone_for_good(hasty: Worker) -> None:
    first = await hasty.parse(misbehaving.process, b"")
    with pytest.raises(Unreadable):
        await hasty.parse(misbehaving.endless, b"")
    assert not alive(first)
    second = await hasty.parse(misbehaving.process, b"")
    await hasty.close()
    assert not alive(second)


async def test_a_process_that_died_between_two_pages_costs_one_page(worker: Worker) -> None:
    os.kill(await worker.parse(misbehaving.process, b""), 9)
    with pytest.raises(Unreadable):
        await worker.parse(misbehaving.process, b"")
    assert await worker.parse(misbehaving.process, b"")


async def test_what_a_reader_prints_disturbs_nobody(worker: Worker) -> None:
    assert await worker.parse(misbehaving.talking, b"x" * 3_000_000) == 3_000_000
    assert await worker.parse(misbehaving.talking, b"") == 0


async def test_it_knows_none_of_our_secrets_and_files(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RATSBOTE_TELEGRAM_TOKEN", "123:geheim")
    inherited = os.open(os.devnull, os.O_RDONLY)
    os.set_inheritable(inherited, True)
    try:
        assert not [name for name in await worker.parse(misbehaving.environment, b"") if name.startswith("RATSBOTE")]
        assert await worker.parse(misbehaving.open_files, b"") == 7  # three, devnull, its two pipes, the listing
    finally:
        os.close(inherited)


async def test_ctrl_c_is_not_for_it(worker: Worker) -> None:
    process = await worker.parse(misbehaving.interrupted, b"")
    assert await worker.parse(misbehaving.process, b"") == process
    assert os.getsid(process) == process


async def test_pages_wait_for_each_other(worker: Worker) -> None:
    papers = await asyncio.gather(*(worker.parse(misbehaving.well, b"%d" % number) for number in range(20)))
    assert [read.papers[0].reference for read in papers] == [str(number) for number in range(20)]


async def test_a_cancelled_page_does_not_answer_for_the_next(worker: Worker) -> None:
    first = await worker.parse(misbehaving.process, b"")
    slow = asyncio.create_task(worker.parse(misbehaving.endless, b""))
    await asyncio.sleep(0.05)
    slow.cancel()
    with pytest.raises(asyncio.CancelledError):
        await slow
    assert not alive(first)
    assert (await worker.parse(misbehaving.well, b"22-0815")).papers[0].reference == "22-0815"


async def test_it_may_be_closed_while_busy(worker: Worker) -> None:
    first = await worker.parse(misbehaving.process, b"")
    slow = asyncio.create_task(worker.parse(misbehaving.endless, b""))
    await asyncio.sleep(0.05)
    await worker.close()
    with pytest.raises(Unreadable):
        await slow
    assert not alive(first)


async def test_after_many_pages_a_fresh_process_takes_over() -> None:
    async with Worker(most_pages=3) as worker:
        processes = [await worker.parse(misbehaving.process, b"") for _ in range(7)]
    assert len(set(processes[:3])) == len(set(processes[3:6])) == 1
    assert len(set(processes)) == 3


async def test_a_process_that_does_not_start_is_said(worker: Worker) -> None:
    def stray(_: bytes) -> None:
        raise AssertionError

    stray.__module__ = "nowhere.pages"
    with pytest.raises(Unreadable, match="nicht starten"):
        await worker.parse(stray, b"")
    assert await worker.parse(misbehaving.process, b"")


BOT_THAT_IS_KILLED = """
import asyncio, os, sys
from sources.web.worker import Worker
from tests.sources.web import misbehaving
from tests.sources.web.councils import council, raw_page, reader

async def main():
    worker = Worker(seconds=1)
    print(await worker.parse(misbehaving.process, b""), flush=True)
    if sys.argv[1] == "busy":
        asyncio.get_running_loop().call_later(0.3, os._exit, 9)
        await worker.parse(misbehaving.endless, b"")
    os._exit(9)

asyncio.run(main())
"""


@pytest.mark.parametrize("state", ["idle", "busy"])
def test_it_does_not_outlive_a_bot_that_was_killed(state: str) -> None:
    root = Path(__file__).resolve().parents[3]
    bot = subprocess.run(
        [sys.executable, "-c", BOT_THAT_IS_KILLED, state], cwd=root, capture_output=True, text=True, check=False
    )
    assert bot.returncode == 9, bot.stderr
    # A busy one does not see that its pipe has ended: it has an alarm of its own.
    assert ends(int(bot.stdout))


def test_each_event_loop_may_use_it() -> None:
    async def twice() -> int:
        async with Worker() as worker:
            await worker.parse(misbehaving.process, b"")
            return await worker.parse(misbehaving.process, b"")

    assert asyncio.run(twice()) != asyncio.run(twice())


async def test_it_loads_only_what_reading_needs(worker: Worker) -> None:
    await worker.parse(read_page, PaperPage().served())
    loaded = await worker.parse(misbehaving.loaded, b"")
    assert "selectolax" in loaded
    assert not {"aiohttp", "telegram", "pydantic", "aiosqlite", "babel", "pytest"} & set(loaded)
