"""A desk to try the chat page at: a browser, Anna before it, and a bot played by the test."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from playwright.async_api import Browser, Locator, Page, ViewportSize, async_playwright, expect

from simulator.clock import Clock
from simulator.telegram import Telegram

DESKTOP = (1280, 800)
PHONE = (390, 844)
PATIENCE = 15_000  # milliseconds

_CHROMIUM = Path("/usr/bin/chromium")
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--no-first-run"]

needs_chromium = pytest.mark.skipif(
    not _CHROMIUM.exists(), reason="chromium is not on this machine: apt install chromium"
)


def keys(*rows: str | tuple[str, ...]) -> dict[str, object]:
    """A reply_markup: a row for each argument; the data of a button are its text."""
    split = [(row,) if isinstance(row, str) else row for row in rows]
    return {"inline_keyboard": [[{"text": text, "callback_data": text} for text in row] for row in split]}


@dataclass(slots=True)
class Bot:
    """The bot's side, over the Bot API."""

    session: aiohttp.ClientSession
    telegram: Telegram
    offset: int = 0

    async def call(self, method: str, **parameters: Any) -> Any:
        return await self._post(method, json=parameters)

    async def say(self, chat_id: int, text: str, **parameters: Any) -> int:
        """The number of the message."""
        message = await self.call("sendMessage", chat_id=chat_id, text=text, **parameters)
        return int(message["message_id"])

    async def say_much(self, chat_id: int) -> None:
        """More than any window holds: "Nachricht 0" to "Nachricht 29"."""
        for number in range(30):
            await self.say(chat_id, f"Nachricht {number}\n" * 4)

    async def send_file(self, chat_id: int, name: str, content: bytes) -> None:
        form = aiohttp.FormData({"chat_id": str(chat_id)}, quote_fields=False)
        form.add_field("document", content, filename=name)
        await self._post("sendDocument", data=form)

    async def hear(self, kind: str) -> Any:
        """The next update of this kind; others are passed over."""
        while True:
            for update in await self.call("getUpdates", offset=self.offset, timeout=10, limit=1):
                self.offset = update["update_id"] + 1
                if kind in update:
                    return update[kind]

    async def _post(self, method: str, **content: Any) -> Any:
        url = f"{self.telegram.url}/bot{self.telegram.token}/{method}"
        async with self.session.post(url, **content) as answer:
            result = await answer.json()
        assert result["ok"], result
        return result["result"]


@dataclass(slots=True)
class Desk:
    page: Page
    bot: Bot
    telegram: Telegram
    anna: int
    group: int
    jonas: int
    faults: list[str] = field(default_factory=list)

    async def open(self, chat_id: int | None = None) -> None:
        await self.page.goto(f"{self.telegram.url}/#chat{self.anna if chat_id is None else chat_id}")
        await expect(self.page.locator("#messages > *").first).to_be_visible()

    async def type(self, text: str) -> None:
        await self.field.fill(text)
        await self.field.press("Enter")

    @property
    def field(self) -> Locator:
        return self.page.get_by_label("Nachricht schreiben")

    def bubble(self, text: str) -> Locator:
        return self.page.locator(".message", has=self.page.locator(".text", has_text=text))

    @asynccontextmanager
    async def finger_on(self, target: Locator) -> AsyncIterator[None]:
        """It stays there until the block ends."""
        box = await target.bounding_box()
        assert box is not None
        devtools = await self.page.context.new_cdp_session(self.page)
        place = {"x": box["x"] + 20, "y": box["y"] + 10}
        await devtools.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [place]})
        yield
        await devtools.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    async def overflow(self) -> int:
        """Pixels by which anything is too wide, page and conversation."""
        places = self.page.locator("html, #scroll")
        return int(
            await places.evaluate_all("all => Math.max(...all.map(each => each.scrollWidth - each.clientWidth))")
        )

    async def distance_from_end(self) -> float:
        script = "each => each.scrollHeight - each.scrollTop - each.clientHeight"
        return float(await self.page.locator("#scroll").evaluate(script))


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    expect.set_options(timeout=PATIENCE)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=_CHROMIUM, args=_ARGUMENTS)
        yield browser
        await browser.close()


@asynccontextmanager
async def desk_of(browser: Browser, size: tuple[int, int], *, clock: Clock | None = None) -> AsyncIterator[Desk]:
    """Anna has a chat with the bot and is in a group with Jonas. What the browser complained of is an error
    at the end: a script that failed, a broken policy, a file that is not there."""
    telegram = Telegram(username="ratsbote_bot", clock=clock)
    anna = telegram.add_private_chat("Anna")
    jonas = telegram.add_person("Jonas")
    group = telegram.add_group("Fraktion Elbinsel", [anna, jonas], announce=False)
    touch = size == PHONE
    viewport = ViewportSize(width=size[0], height=size[1])
    context = await browser.new_context(viewport=viewport, has_touch=touch, is_mobile=touch, locale="de-DE")
    try:
        async with telegram.serving(), aiohttp.ClientSession() as session:
            page = await context.new_page()
            desk = Desk(page, Bot(session, telegram), telegram, anna, group, jonas)
            page.on("pageerror", lambda error: desk.faults.append(str(error)))
            page.on("console", lambda message: desk.faults.extend([message.text] if message.type == "error" else []))
            yield desk
            await page.close()
            assert desk.faults == []
    finally:
        await context.close()
