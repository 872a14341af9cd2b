"""The bar with the clock, in a real browser."""

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from simulator.clock import Clock
from tests.simulator.desk import DESKTOP, PHONE, Desk, chromium, desk_of, keys, needs_chromium

pytestmark = [needs_chromium, pytest.mark.asyncio(loop_scope="module")]

NOW = datetime(2026, 11, 18, 13, 59, 0, tzinfo=UTC)  # a Wednesday
AGENDA = "Tagesordnung Hauptausschuss erscheint"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as browser:
        yield browser


@pytest.fixture
def clock() -> Clock:
    """It stands still, but for being moved: the page lets it go on."""
    return Clock(system=lambda: NOW)


@pytest_asyncio.fixture(loop_scope="module", params=[DESKTOP, PHONE], ids=["desktop", "phone"])
async def desk(browser: Browser, clock: Clock, request: pytest.FixtureRequest) -> AsyncIterator[Desk]:
    async with desk_of(browser, request.param, clock=clock) as desk:
        yield desk


def lead_to(desk: Desk, *events: tuple[datetime, str]) -> None:
    """One event after the other, then none."""
    rest = list(events)

    async def next_event() -> tuple[datetime, str] | None:
        return rest.pop(0) if rest else None

    desk.telegram.tell_next(next_event)


async def test_clock_is_the_councils_and_ticks(desk: Desk) -> None:
    await desk.open()
    shown = desk.page.locator("#now")
    await expect(shown).to_contain_text("Mi., 18.11.2026")
    await expect(shown).to_contain_text("14:59:")
    before = await shown.inner_text()
    await expect(shown).not_to_have_text(before)
    await expect(shown).to_have_attribute("datetime", re.compile("2026-11-18T13:59:"))


async def test_steps_move_it_on(desk: Desk, clock: Clock) -> None:
    await desk.open()
    shown = desk.page.locator("#now")
    await desk.page.get_by_role("button", name="+1 Std.").click()
    await expect(shown).to_contain_text("15:59")
    await desk.page.get_by_role("button", name="+1 Tag").click()
    await expect(shown).to_contain_text("Do., 19.11.2026")
    await expect(desk.page.locator("#happened")).to_have_text("Uhr steht auf Do., 19.11.2026, 15:59")
    assert clock.offset == timedelta(hours=25)


async def test_jump_says_what_happened_and_when_nothing_comes(desk: Desk) -> None:
    lead_to(desk, (datetime(2026, 11, 20, 17, 0, tzinfo=UTC), AGENDA))
    await desk.open()
    to_next = desk.page.get_by_role("button", name="Zum nächsten Ereignis")
    await to_next.click()
    happened = desk.page.locator("#happened")
    await expect(happened).to_have_text(f"Uhr steht auf Fr., 20.11.2026, 18:00 – {AGENDA}")
    await expect(desk.page.locator("#now")).to_contain_text("Fr., 20.11.2026")
    assert await desk.overflow() == 0
    await to_next.click()
    await expect(happened).to_contain_text("Es kommt nichts mehr")


async def test_bar_leaves_room_for_the_conversation(desk: Desk) -> None:
    lead_to(desk, (NOW + timedelta(days=2), f"{AGENDA}; Nachtrag zur Tagesordnung Ausschuss für Mobilität erscheint"))
    await desk.open()
    await desk.page.get_by_role("button", name="Zum nächsten Ereignis").click()
    await expect(desk.page.locator("#happened")).to_contain_text("Nachtrag")
    bar = await desk.page.locator(".top").bounding_box()
    assert bar is not None
    assert bar["height"] < 160  # a fifth of the lower screen
    assert await desk.overflow() == 0


async def test_clock_is_moved_from_the_keyboard_and_read_out(desk: Desk) -> None:
    lead_to(desk, (NOW + timedelta(days=2), AGENDA))
    await desk.open()
    hour = desk.page.get_by_role("group", name="Uhr der Simulation").get_by_role("button", name="+1 Std.")
    await hour.focus()
    await desk.page.keyboard.press("Tab")
    await desk.page.keyboard.press("Tab")
    await expect(desk.page.get_by_role("button", name="Zum nächsten Ereignis")).to_be_focused()
    await desk.page.keyboard.press("Enter")
    await expect(desk.page.get_by_role("status").filter(has_text=AGENDA)).to_have_count(1)
    await expect(desk.page.get_by_role("button", name="Zum nächsten Ereignis")).to_be_focused()


async def test_other_page_is_told_too(desk: Desk) -> None:
    await desk.open()
    other = await desk.page.context.new_page()
    await other.goto(desk.telegram.url)
    await expect(other.locator("#now")).to_contain_text("14:59")
    await desk.page.get_by_role("button", name="+1 Std.").click()
    await expect(other.locator("#now")).to_contain_text("15:59")
    await other.close()


async def test_messages_have_the_councils_time(desk: Desk, clock: Clock) -> None:
    clock.move_to(datetime(2026, 11, 18, 23, 30, tzinfo=UTC))
    await desk.bot.say(desk.anna, "Kurz nach Mitternacht")
    await desk.open()
    await expect(desk.bubble("Kurz nach Mitternacht").locator("time")).to_have_text("00:30")
    await expect(desk.page.locator(".day h3")).to_have_text("Do., 19.11.2026")


async def test_what_comes_without_a_sound_says_so(desk: Desk) -> None:
    await desk.bot.say(desk.anna, "Leise", disable_notification=True, reply_markup=keys("Pause"))
    await desk.bot.say(desk.anna, "Laut")
    await desk.open()
    await expect(desk.bubble("Leise").locator(".meta")).to_contain_text("lautlos")
    await expect(desk.bubble("Laut").locator(".meta")).not_to_contain_text("lautlos")


async def test_open_group_stays_open_when_it_becomes_a_supergroup(desk: Desk) -> None:
    await desk.bot.say(desk.group, "Vorher")
    await desk.open(desk.group)
    new = desk.telegram.migrate(desk.group)
    await desk.bot.say(new, "Nachher")
    await expect(desk.bubble("Nachher")).to_be_visible()
    await expect(desk.bubble("Vorher")).to_be_visible()
    await expect(desk.page.locator(".message.service").last).to_have_text("Ab hier ist es eine Supergruppe.")


async def test_without_a_clock_there_is_no_bar(browser: Browser) -> None:
    async with desk_of(browser, DESKTOP) as desk:
        await desk.open()
        await expect(desk.page.locator("#clock")).to_be_hidden()


async def test_without_somebody_who_knows_there_is_no_jump(desk: Desk) -> None:
    await desk.open()
    await expect(desk.page.locator("#clock")).to_be_visible()
    await expect(desk.page.get_by_role("button", name="Zum nächsten Ereignis")).to_have_count(0)
