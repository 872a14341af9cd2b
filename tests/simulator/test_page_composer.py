"""The composer of the chat page in a real browser: writing, replying, commands, what is not sent yet."""

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from simulator.telegram import Telegram
from tests.simulator.desk import DESKTOP, Desk, chromium, desk_of, needs_chromium

pytestmark = [needs_chromium, pytest.mark.asyncio(loop_scope="module")]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="module")
async def desk(browser: Browser) -> AsyncIterator[Desk]:
    async with desk_of(browser, DESKTOP) as desk:
        yield desk


async def test_enter_sends_and_the_answer_appears(desk: Desk) -> None:
    await desk.open()
    await desk.type("Status 20-1554?")
    heard = await desk.bot.hear("message")
    assert heard["text"] == "Status 20-1554?"
    await desk.bot.say(desk.anna, "<b>Überwiesen</b> an den Verkehrsausschuss", parse_mode="HTML")
    answer = desk.bubble("Überwiesen an den Verkehrsausschuss")
    await expect(answer).to_have_class(re.compile("theirs"))
    await expect(answer.locator("b")).to_have_text("Überwiesen")
    await expect(desk.bubble("Status 20-1554?")).to_have_class(re.compile("mine"))
    await expect(desk.field).to_have_value("")


async def test_shift_enter_begins_a_new_line(desk: Desk) -> None:
    await desk.open()
    await desk.field.press_sequentially("eins")
    await desk.field.press("Shift+Enter")
    await desk.field.press_sequentially("zwei")
    await desk.field.press("Enter")
    assert (await desk.bot.hear("message"))["text"] == "eins\nzwei"


async def test_the_menu_lists_commands_filters_while_typing_and_sends_the_marked_one(desk: Desk) -> None:
    commands = {"start": "Was ich kann", "status": "Wo steht es?", "hilfe": "Alle Befehle"}
    listed = [{"command": name, "description": words} for name, words in commands.items()]
    await desk.bot.call("setMyCommands", commands=listed)
    await desk.open()
    await desk.page.get_by_role("button", name="Befehle des Bots").click()
    options = desk.page.get_by_role("option")
    await expect(options).to_have_count(3)
    await desk.field.fill("/st")
    await expect(options).to_have_text([re.compile("/start.*Was ich kann"), re.compile("/status.*Wo steht es")])
    await desk.field.press("ArrowDown")
    await desk.field.press("ArrowDown")
    await desk.field.press("Enter")
    assert (await desk.bot.hear("message"))["text"] == "/status"
    await desk.field.fill("/st")
    await desk.field.press("Escape")
    await expect(options).to_have_count(0)
    await expect(desk.field).to_have_value("/st")


async def test_a_reply_in_a_group_reaches_the_bot_and_quotes_the_original(desk: Desk) -> None:
    asked = await desk.bot.say(desk.group, "Welche Nummer?")
    await desk.open(desk.group)
    await desk.bubble("Welche Nummer?").hover()
    await desk.bubble("Welche Nummer?").get_by_role("button", name="Antworten").click()
    await expect(desk.page.locator("#reply-bar")).to_contain_text("Welche Nummer?")
    await desk.type("20-1554")
    heard = await desk.bot.hear("message")
    assert heard["reply_to_message"]["message_id"] == asked
    await expect(desk.page.locator("#reply-bar")).to_be_hidden()
    await desk.bubble("20-1554").locator(".quote").click()
    await expect(desk.bubble("Welche Nummer?")).to_be_focused()


async def test_a_draft_stays_with_its_chat(desk: Desk) -> None:
    await desk.open()
    await desk.field.fill("noch nicht fertig")
    await desk.page.get_by_role("link", name="Fraktion Elbinsel").click()
    await expect(desk.field).to_have_value("")
    await desk.page.reload()
    await desk.page.locator(".chat", has_text="Ratsbote").click()
    await expect(desk.field).to_have_value("noch nicht fertig")


async def test_a_text_beyond_the_limit_is_counted_and_not_sent(desk: Desk) -> None:
    await desk.open()
    await desk.type("x" * 4100)
    await expect(desk.page.locator("#count")).to_have_text("4.100 von 4.096 Zeichen – 4 zu viel")
    await expect(desk.page.get_by_role("button", name="Senden")).to_be_disabled()
    assert desk.telegram.messages(desk.anna) == []


async def test_what_could_not_be_sent_stays_in_the_field(browser: Browser) -> None:
    telegram = Telegram()
    telegram.add_private_chat("Anna")
    page = await browser.new_page()
    async with telegram.serving():
        await page.goto(telegram.url)
        await expect(page.locator(".welcome")).to_be_visible()
    await page.locator("#field").fill("Status 20-1554?")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("alert")).to_contain_text("Nicht gesendet.")
    await expect(page.locator("#field")).to_have_value("Status 20-1554?")
    await page.close()
