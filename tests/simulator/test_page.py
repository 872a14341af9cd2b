"""The chat page in a real browser: what people see and press, against the simulated Telegram."""

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from simulator.telegram import Telegram
from tests.simulator.desk import DESKTOP, PHONE, Desk, chromium, desk_of, keys, needs_chromium

pytestmark = [needs_chromium, pytest.mark.asyncio(loop_scope="module")]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="module")
async def desk(browser: Browser) -> AsyncIterator[Desk]:
    async with desk_of(browser, DESKTOP) as desk:
        yield desk


@pytest_asyncio.fixture(loop_scope="module")
async def phone(browser: Browser) -> AsyncIterator[Desk]:
    async with desk_of(browser, PHONE) as desk:
        yield desk


async def test_an_empty_chat_introduces_the_bot_and_start_sends_start(desk: Desk) -> None:
    await desk.bot.call("setMyDescription", description="Ich sage, wo ein Antrag steht.")
    await desk.open()
    await expect(desk.page.locator(".welcome")).to_contain_text("Ich sage, wo ein Antrag steht.")
    await desk.page.get_by_role("button", name="Start", exact=True).click()
    assert (await desk.bot.hear("message"))["text"] == "/start"
    await expect(desk.page.locator(".welcome")).to_have_count(0)


async def test_a_pressed_button_reaches_the_bot_and_waits_for_the_toast(desk: Desk) -> None:
    await desk.bot.say(desk.anna, "20-1554", reply_markup=keys(("Folgen", "Text"), "Zurück"))
    await desk.open()
    await expect(desk.page.locator(".keyboard .row")).to_have_text(["FolgenText", "Zurück"])
    button = desk.page.get_by_role("button", name="Folgen")
    await button.click()
    await expect(button).to_have_attribute("aria-busy", "true")
    pressed = await desk.bot.hear("callback_query")
    assert pressed["data"] == "Folgen"
    await desk.bot.call("answerCallbackQuery", callback_query_id=pressed["id"], text="Du folgst 20-1554.")
    await expect(desk.page.locator(".toast")).to_have_text("Du folgst 20-1554.")
    await expect(button).not_to_have_attribute("aria-busy", "true")


async def test_an_alert_stays_until_it_is_confirmed(desk: Desk) -> None:
    await desk.bot.say(desk.anna, "?", reply_markup=keys("Warum?"))
    await desk.open()
    await desk.page.get_by_role("button", name="Warum?").click()
    pressed = await desk.bot.hear("callback_query")
    await desk.bot.call("answerCallbackQuery", callback_query_id=pressed["id"], text="Darum.", show_alert=True)
    await expect(desk.page.get_by_role("dialog")).to_contain_text("Darum.")
    await desk.page.keyboard.press("Enter")
    await expect(desk.page.get_by_role("dialog")).to_have_count(0)


async def test_buttons_with_an_address_open_a_new_tab_and_name_the_host(desk: Desk) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Original", "url": "https://rat.example.org/vo020?x=1"}]]}
    await desk.bot.say(desk.anna, "20-1554", reply_markup=keyboard)
    await desk.open()
    link = desk.page.get_by_role("link", name="Original")
    await expect(link).to_have_attribute("title", "rat.example.org")
    await expect(link).to_have_attribute("target", "_blank")
    await expect(link).to_have_attribute("rel", re.compile("noopener"))


async def test_an_edit_changes_the_message_in_its_place_and_does_not_scroll(desk: Desk) -> None:
    first = await desk.bot.say(desk.anna, "Ich sehe nach …")
    await desk.bot.say_much(desk.anna)
    await desk.open()
    assert await desk.distance_from_end() < 2
    await desk.page.locator("#scroll").evaluate("element => { element.scrollTop = 900 }")
    seen = desk.bubble("Nachricht 8")
    before = await seen.bounding_box()
    await desk.bot.call("editMessageText", chat_id=desk.anna, message_id=first, text="Überwiesen\n" * 12)
    edited = desk.page.locator(".message").first
    await expect(edited).to_contain_text("bearbeitet")
    await expect(edited.locator(".text")).to_contain_text("Überwiesen")
    after = await seen.bounding_box()
    assert before is not None
    assert after is not None
    assert abs(before["y"] - after["y"]) < 2


async def test_who_reads_older_messages_is_offered_the_new_one(desk: Desk) -> None:
    await desk.bot.say_much(desk.anna)
    await desk.open()
    await desk.page.locator("#scroll").evaluate("element => { element.scrollTop = 0 }")
    await desk.bot.say(desk.anna, "Ganz neu")
    offer = desk.page.get_by_role("button", name="↓ neue Nachricht")
    await offer.click()
    await expect(desk.bubble("Ganz neu")).to_be_in_viewport()
    await expect(offer).to_be_hidden()


async def test_a_deleted_message_disappears(desk: Desk) -> None:
    message = await desk.bot.say(desk.anna, "Gleich weg")
    await desk.open()
    await desk.bot.call("deleteMessage", chat_id=desk.anna, message_id=message)
    await expect(desk.bubble("Gleich weg")).to_have_count(0)


async def test_hostile_text_is_shown_as_text(desk: Desk) -> None:
    words = f'<img src=x onerror="document.title=1"> שלום <script>1</script> {"x" * 400}'
    mallory = desk.telegram.add_person("<b>Mal\u202elory")
    group = desk.telegram.add_group("<i>Gruppe\u202e", [mallory, desk.anna], announce=False)
    desk.telegram.write(group, words, sender=desk.anna)
    await desk.bot.say(group, words, reply_markup=keys("<b>fett</b>"))
    await desk.open(group)
    texts = desk.page.locator(".message .text")
    await expect(texts).to_have_count(2)
    assert await texts.all_text_contents() == [words, words]
    await expect(desk.page.locator("#title")).to_have_text("<i>Gruppe\u202e")
    await expect(desk.page.locator("#subtitle")).to_have_text("Gruppe · du bist <b>Mal\u202elory")
    await expect(desk.page.locator(".message img, .message script, .key b, .bar i, .chat i")).to_have_count(0)
    await expect(desk.page.get_by_role("button", name="<b>fett</b>")).to_be_visible()
    assert await desk.overflow() == 0
    assert await desk.page.title() == "Ratsbote – Probechat"


async def test_a_command_in_an_answer_is_sent_by_a_tap(desk: Desk) -> None:
    await desk.bot.say(desk.anna, "Mehr mit /hilfe, sonst überwiesen / erledigt. CDU /SPD 20/1554")
    await desk.open()
    commands = desk.page.locator(".command")
    await expect(commands).to_have_text(["/hilfe"])
    await commands.click()
    assert (await desk.bot.hear("message"))["text"] == "/hilfe"


async def test_a_file_is_downloaded_under_its_name(desk: Desk) -> None:
    await desk.bot.send_file(desk.anna, "Sitzung März.ics", b"BEGIN:VCALENDAR")
    await desk.open()
    card = desk.page.get_by_role("article").get_by_role("link", name="Sitzung März.ics")
    await expect(card).to_contain_text("15 Byte")
    async with desk.page.expect_download() as waiting:
        await card.click()
    download = await waiting.value
    assert download.suggested_filename == "Sitzung März.ics"
    content = await desk.page.request.get(download.url)
    assert await content.body() == b"BEGIN:VCALENDAR"


async def test_a_group_greys_what_privacy_mode_kept_from_the_bot(desk: Desk) -> None:
    desk.telegram.write(desk.group, "Was wurde aus der Haltestelle?", sender=desk.jonas)
    desk.telegram.write(desk.group, "/status 20-1554")
    await desk.open(desk.group)
    talk = desk.bubble("Was wurde aus der Haltestelle?")
    await expect(talk).to_have_class(re.compile("undelivered"))
    await expect(talk).to_contain_text("Das sieht der Bot in Gruppen nicht (Datenschutzmodus)")
    await expect(talk).to_contain_text("Jonas")
    await expect(desk.bubble("/status 20-1554")).not_to_have_class(re.compile("undelivered"))


async def test_an_action_shows_that_the_bot_writes_until_it_answers(desk: Desk) -> None:
    await desk.open()
    await desk.bot.call("sendChatAction", chat_id=desk.anna, action="typing")
    await expect(desk.page.locator("#subtitle")).to_have_text("schreibt …")
    await desk.bot.say(desk.anna, "Fertig")
    await expect(desk.page.locator("#subtitle")).not_to_have_text("schreibt …")


async def test_a_phone_shows_one_view_at_a_time_and_nothing_too_wide(phone: Desk) -> None:
    address = f"https://rat.example.org/{'weg/' * 60}"
    wide = ("Stadtentwicklungsangelegenheiten",) * 3
    await phone.bot.say(phone.anna, f"{address} {'Wort' * 90}", reply_markup=keys(wide, tuple("12345678")))
    await phone.open()
    assert await phone.overflow() == 0
    listed = phone.page.get_by_role("navigation", name="Chats")
    await expect(listed).to_be_hidden()
    composer = await phone.page.locator("#composer").bounding_box()
    assert composer is not None
    assert PHONE[1] - 20 <= composer["y"] + composer["height"] <= PHONE[1]
    await phone.page.get_by_role("button", name="Zurück zur Chatliste").click()
    await expect(listed).to_be_visible()
    await expect(phone.field).to_be_hidden()
    assert await phone.overflow() == 0
    await phone.page.get_by_role("link", name="Fraktion Elbinsel").click()
    await expect(phone.page.get_by_role("heading", name="Fraktion Elbinsel").first).to_be_visible()


async def test_a_long_press_offers_to_answer(phone: Desk) -> None:
    await phone.bot.say(phone.group, "Welche Nummer?")
    await phone.open(phone.group)
    menu = phone.page.get_by_role("menu")
    async with phone.finger_on(phone.bubble("Welche Nummer?").locator(".bubble")):
        await expect(menu).to_be_visible()
    await phone.page.keyboard.press("Escape")
    await expect(menu).to_have_count(0)
    async with phone.finger_on(phone.bubble("Welche Nummer?").locator(".bubble")):
        await expect(menu).to_be_visible()
    await phone.page.get_by_role("menuitem", name="Antworten").tap()
    await expect(phone.page.locator("#reply-bar")).to_contain_text("Welche Nummer?")


async def test_the_page_says_always_that_it_is_a_simulation(phone: Desk) -> None:
    await phone.open()
    await expect(phone.page.get_by_role("note")).to_contain_text("nicht Telegram, nichts verlässt den Computer")
    await phone.page.get_by_role("button", name="Zurück zur Chatliste").click()
    await expect(phone.page.get_by_role("note")).to_be_visible()


async def test_after_a_restart_the_page_shows_the_fresh_state(browser: Browser) -> None:
    before, after = Telegram(), Telegram()
    before.write(before.add_private_chat("Anna"), "Vor dem Neustart")
    after.write(after.add_private_chat("Anna"), "Nach dem Neustart")
    page = await browser.new_page()
    async with before.serving():
        address = before.url
        await page.goto(address)
        await expect(page.get_by_text("Vor dem Neustart").last).to_be_visible()
        await page.locator("#field").fill("angefangen")
    await expect(page.locator("#connection")).to_contain_text("Verbindung unterbrochen")
    async with after.serving(port=int(address.rpartition(":")[2])):
        await expect(page.get_by_text("Nach dem Neustart").last).to_be_visible()
        await expect(page.get_by_text("Vor dem Neustart")).to_have_count(0)
        await expect(page.locator("#connection")).to_be_empty()
        await expect(page.locator("#field")).to_have_value("angefangen")
        await page.close()
