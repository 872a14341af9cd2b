"""The demo's way from a question to a result: follow, agree, and move the clock on until all of it was told."""

from contextlib import suppress
from pathlib import Path

from playwright.async_api import Error, Locator, Page, expect

from tests.bot.commands.test_demo import demo, say
from tests.simulator.desk import DESKTOP, PATIENCE, chromium, needs_chromium

# On every day that the demo may begin: on an agenda within a week, and its session takes place.
PAPER = "22-0166"
AGENDA = f"{PAPER} steht auf der Tagesordnung: Hauptausschuss"
REMINDER = "Erinnerung: Hauptausschuss"
RESULT = f"{PAPER}: ungeändert beschlossen"
MOST_PRESSES = 3


async def press(page: Page, label: str) -> None:
    await page.get_by_role("button", name=label, exact=True).last.click()


async def go_on_until(page: Page, expected: Locator) -> None:
    """Once is enough, unless the machine is so busy that the message comes after the patience."""
    for _ in range(MOST_PRESSES):
        await press(page, "Zum nächsten Ereignis")
        with suppress(Error):
            await expected.wait_for(timeout=PATIENCE)
            return
    raise AssertionError(f"not told after {MOST_PRESSES} presses")


@needs_chromium
async def test_a_followed_paper_is_told_and_reminded_of_on_the_chat_page(tmp_path: Path) -> None:
    async with demo(cwd=tmp_path) as (address, _), chromium() as browser:
        page = await browser.new_page(viewport={"width": DESKTOP[0], "height": DESKTOP[1]})
        page.set_default_timeout(PATIENCE)
        await page.goto(address)
        chat = page.locator("#messages")
        await say(page, f"Status {PAPER}?")
        await press(page, "Folgen")
        await press(page, "Einverstanden, folgen")
        await expect(chat.get_by_text(f"Du folgst jetzt {PAPER}.")).to_be_visible()
        await go_on_until(page, chat.get_by_text(AGENDA))
        await go_on_until(page, chat.get_by_text(REMINDER).first)
        await go_on_until(page, chat.get_by_text(REMINDER).nth(1))
        await press(page, "+1 Tag")
        await expect(chat.get_by_text(RESULT)).to_be_visible(timeout=PATIENCE)
        assert await chat.get_by_text(REMINDER).count() == 2
