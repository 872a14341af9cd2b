"""The demo as a newcomer meets it: one command, one address, the answer in a real browser."""

import os
import re
import signal
import sys
from asyncio import create_subprocess_exec, timeout
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.simulator.desk import DESKTOP, PATIENCE, PHONE, chromium, needs_chromium

ROOT = Path(__file__).resolve().parents[3]
FIRST_LINE = "Zurückgezogen am Mo., 10.04.2017 im Ausschuss für Soziales, Bildung und Integration"


@asynccontextmanager
async def demo(*options: str, cwd: Path = ROOT) -> AsyncIterator[tuple[str, Process]]:
    """The address of a running demo, and its process; ended like by Ctrl-C."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    process = await create_subprocess_exec(
        sys.executable, "-m", "bot", "demo", "--no-browser", *options, cwd=cwd, env=environment, stdout=PIPE
    )
    try:
        async with timeout(30):
            line = (await process.stdout.readline()).decode() if process.stdout else ""
        found = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert found, line
        yield found[0], process
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGINT)
        async with timeout(20):
            await process.wait()


async def say(page: Page, text: str) -> None:
    await page.locator("textarea").fill(text)
    await page.keyboard.press("Enter")


@needs_chromium
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
async def test_the_question_is_answered_on_the_chat_page(size: tuple[int, int], tmp_path: Path) -> None:
    async with demo(cwd=tmp_path) as (address, _), chromium() as browser:
        page = await browser.new_page(viewport={"width": size[0], "height": size[1]})
        page.set_default_timeout(PATIENCE)
        await page.goto(address)
        chat = page.locator("#messages")
        await say(page, "Status 20-1554?")
        await expect(chat.get_by_text(FIRST_LINE)).to_be_visible(timeout=PATIENCE)
        await expect(
            chat.get_by_text("• Di., 17.05.2016 · Hauptausschuss: ungeändert beschlossen / überwiesen")
        ).to_be_visible()
        await expect(chat.get_by_text("zurückgezogen / erledigt")).to_be_visible()
        await expect(chat.get_by_text("(Beispielrat) · Stand")).to_be_visible()
        wide = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide == 0
        await say(page, "22-0101")
        await expect(chat.get_by_text("Von Fraktion Linden")).to_be_visible(timeout=PATIENCE)
        await page.get_by_role("button", name="Text der Drucksache", exact=True).last.click()
        await expect(chat.get_by_text("Text der Drucksache 22-0101")).to_be_visible(timeout=PATIENCE)
    left = list(tmp_path.iterdir())  # noqa: ASYNC240 - the demo has ended, nothing else runs here
    assert left == [], "the demo leaves nothing behind"


async def test_ctrl_c_ends_the_demo_quietly() -> None:
    async with demo() as (_, process):
        process.send_signal(signal.SIGINT)
        async with timeout(20):
            assert await process.wait() == 0


async def test_a_port_can_be_chosen_and_a_taken_one_is_said() -> None:
    async with demo() as (address, _):
        port = address.rstrip("/").rpartition(":")[2]
        second = await create_subprocess_exec(
            sys.executable, "-m", "bot", "demo", "--no-browser", "--port", port, cwd=ROOT, stderr=PIPE, stdout=PIPE
        )
        _, errors = await second.communicate()
        assert second.returncode == 1
        assert errors.decode().startswith(f"ratsbote: Der Port {port} ist nicht frei")
