"""Pictures: what Telegram takes, and how the page shows them."""

import io
from typing import Any

import aiohttp
import pytest
from playwright.async_api import expect

from simulator.telegram import Telegram
from tests.simulator.calling import Caller, a_png
from tests.simulator.desk import PHONE, chromium, desk_of, needs_chromium


async def sent(
    telegram: Telegram, session: aiohttp.ClientSession, content: bytes, **fields: str
) -> tuple[int, dict[str, Any]]:
    form = aiohttp.FormData({"chat_id": str(telegram.add_private_chat()), **fields}, quote_fields=False)
    form.add_field("photo", io.BytesIO(content), filename="weg.png")
    async with session.post(f"{telegram.url}/bot{telegram.token}/sendPhoto", data=form) as answer:
        return answer.status, await answer.json()


async def test_a_picture_has_its_size_and_its_words(
    telegram: Telegram, call: Caller, session: aiohttp.ClientSession
) -> None:
    _, answer = await sent(telegram, session, a_png(30, 20), caption="<b>Weg</b>", parse_mode="HTML")
    message = answer["result"]
    (photo,) = message["photo"]
    assert (photo["width"], photo["height"], photo["file_size"]) == (30, 20, len(a_png(30, 20)))
    assert (message["caption"], message["caption_entities"][0]["type"]) == ("Weg", "bold")
    assert "text" not in message
    again = await call("sendPhoto", chat_id=message["chat"]["id"], photo=photo["file_id"])
    assert again.result["photo"] == [photo]
    assert telegram.calls("sendPhoto")[0].unknown_parameters == ()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"GIF89a" + b"x" * 40, "IMAGE_PROCESS_FAILED"),
        (b"\x89PNG\r\n\x1a\n", "IMAGE_PROCESS_FAILED"),
        (a_png(9000, 1001), "PHOTO_INVALID_DIMENSIONS"),
        (a_png(21, 1), "PHOTO_INVALID_DIMENSIONS"),
        (b"", "file must be non-empty"),
        pytest.param(b"x" * (10**7 + 1), "file is too big", id="large"),
    ],
)
async def test_what_is_no_picture_for_telegram_is_refused(
    telegram: Telegram, session: aiohttp.ClientSession, content: bytes, words: str
) -> None:
    status, answer = await sent(telegram, session, content)
    assert (status, answer["description"]) == (400, f"Bad Request: {words}")


async def test_a_missing_picture_and_a_long_caption_are_refused(telegram: Telegram, call: Caller) -> None:
    chat = telegram.add_private_chat()
    assert (await call("sendPhoto", chat_id=chat)).refusal == "there is no photo in the request"
    assert (await call("sendPhoto", chat_id=chat, caption="x" * 1025)).refusal == "message caption is too long"


async def test_a_picture_has_no_text_to_edit(telegram: Telegram, call: Caller, session: aiohttp.ClientSession) -> None:
    _, answer = await sent(telegram, session, a_png())
    message = answer["result"]
    edited = await call("editMessageText", chat_id=message["chat"]["id"], message_id=message["message_id"], text="x")
    assert edited.refusal == "there is no text in the message to edit"


async def test_the_page_gives_out_pictures_as_such_and_nothing_else(
    telegram: Telegram, session: aiohttp.ClientSession
) -> None:
    await sent(telegram, session, a_png())
    form = aiohttp.FormData({"chat_id": str(telegram.chat_ids[0])})
    form.add_field("document", b"<svg onload='alert(1)'>", filename="x.png")
    async with session.post(f"{telegram.url}/bot{telegram.token}/sendDocument", data=form) as answer:
        page = (await answer.json())["result"]["document"]["file_id"]
    photo = telegram.messages(telegram.chat_ids[0])[0]["photo"][0]["file_id"]
    async with session.get(f"{telegram.url}/page/pictures/{photo}") as answer:
        assert (answer.content_type, await answer.read()) == ("image/png", a_png())
    for other in (page, "nothing"):
        async with session.get(f"{telegram.url}/page/pictures/{other}") as answer:
            assert answer.status == 404


@needs_chromium
async def test_the_page_shows_a_picture_with_its_words_for_those_who_do_not_see_it() -> None:
    async with chromium() as browser, desk_of(browser, PHONE) as desk:
        form = aiohttp.FormData({"chat_id": str(desk.anna), "caption": "Der Weg von 22-1940"}, quote_fields=False)
        form.add_field("photo", a_png(1080, 1400), filename="weg.png")
        url = f"{desk.telegram.url}/bot{desk.telegram.token}/sendPhoto"
        async with desk.bot.session.post(url, data=form) as answer:
            assert answer.status == 200
        await desk.open()
        shown = desk.page.get_by_role("img", name="Der Weg von 22-1940")
        await expect(shown).to_be_visible()
        assert await shown.evaluate("each => each.decode().then(() => each.naturalWidth)") == 1080
        await expect(desk.bubble("Der Weg von 22-1940")).to_be_visible()
        assert await desk.overflow() == 0
        assert desk.faults == []
