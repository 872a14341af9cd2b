from typing import Any

import aiohttp
import pytest

from simulator.telegram import Telegram


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html"),
        ("/page/index.html", "text/html"),
        ("/page/style.css", "text/css"),
        ("/page/chat.js", "text/javascript"),
        ("/page/icon.svg", "image/svg+xml"),
    ],
)
async def test_page_is_served_uncached_and_fenced(
    telegram: Telegram, session: aiohttp.ClientSession, path: str, kind: str
) -> None:
    async with session.get(telegram.url + path) as answer:
        assert answer.status == 200
        assert answer.content_type == kind
        assert answer.headers["Cache-Control"] == "no-store"
        policy = "default-src 'self'; style-src 'self'; img-src 'self' data:"
        assert answer.headers["Content-Security-Policy"].startswith(policy)
        assert await answer.read()


@pytest.mark.parametrize("path", ["/nothing", "/page/", "/page/nothing.js", "/page/__init__.py", "/page/..%2Fweb.py"])
async def test_other_files_are_not_served(telegram: Telegram, session: aiohttp.ClientSession, path: str) -> None:
    async with session.get(telegram.url + path) as answer:
        assert answer.status == 404


async def test_what_the_page_sends_is_written_by_the_one_before_it(
    telegram: Telegram, session: aiohttp.ClientSession
) -> None:
    chat = telegram.add_private_chat("Anna")
    async with session.post(f"{telegram.url}/page/send", json={"chat_id": chat, "text": "eins"}) as answer:
        assert (await answer.json())["ok"] is True
    reply = {"chat_id": chat, "text": "zwei", "reply_to": 1}
    async with session.post(f"{telegram.url}/page/send", json=reply) as answer:
        assert (await answer.json())["message_id"] == 2
    last: Any = telegram.messages(chat)[-1]
    assert (last["text"], last["from"]["id"], last["reply_to_message"]["text"]) == ("zwei", chat, "eins")


async def test_page_can_press(telegram: Telegram, session: aiohttp.ClientSession) -> None:
    chat = telegram.add_private_chat()
    content = {"chat_id": chat, "message_id": 1, "data": "y"}
    async with session.post(f"{telegram.url}/page/press", json=content) as answer:
        assert answer.status == 200
    assert telegram.unconfirmed == 1


@pytest.mark.parametrize(
    ("request_to", "words"),
    [
        (("send", []), "JSON-Objekt"),
        (("send", {"text": "x"}), "„chat_id“ muss eine ganze Zahl sein"),
        (("send", {"chat_id": True, "text": "x"}), "„chat_id“ muss eine ganze Zahl sein"),
        (("send", {"chat_id": 5, "text": "x"}), "Diesen Chat gibt es nicht"),
        (("send", {"chat_id": "CHAT", "text": " "}), "braucht Text"),
        (("send", {"chat_id": "CHAT", "text": None}), "„text“ muss ein Text sein"),
        (("send", {"chat_id": "CHAT", "text": "x" * 4097}), "höchstens 4096 Zeichen"),
        (("send", {"chat_id": "CHAT", "text": "x", "reply_to": 9}), "gibt es in diesem Chat nicht"),
        (("send", {"chat_id": "CHAT", "text": "x" * 70_000}), "zu viel auf einmal"),
        (("press", {"chat_id": "CHAT", "message_id": 1, "data": ""}), "1 bis 64 Bytes"),
    ],
)
async def test_page_is_told_in_a_sentence_what_is_wrong(
    telegram: Telegram, session: aiohttp.ClientSession, request_to: tuple[str, Any], words: str
) -> None:
    path, content = request_to
    chat = telegram.add_private_chat()
    if isinstance(content, dict) and content.get("chat_id") == "CHAT":
        content = {**content, "chat_id": chat}
    async with session.post(f"{telegram.url}/page/{path}", json=content) as answer:
        assert answer.status == 400
        assert words in await answer.text()
    assert not telegram.messages(chat)


async def test_forms_are_not_taken(telegram: Telegram, session: aiohttp.ClientSession) -> None:
    async with session.post(f"{telegram.url}/page/send", data={"chat_id": "1", "text": "x"}) as answer:
        assert answer.status == 415


async def test_file_is_downloaded_under_its_name(telegram: Telegram, session: aiohttp.ClientSession) -> None:
    form = aiohttp.FormData({"chat_id": str(telegram.add_private_chat())}, quote_fields=False)
    form.add_field("document", b"<script>", filename="Sitzung März.html")
    address = f"{telegram.url}/bot{telegram.token}/sendDocument"
    async with session.post(address, data=form) as answer:
        document = (await answer.json())["result"]["document"]
    async with session.get(f"{telegram.url}/page/files/{document['file_id']}/x") as answer:
        assert await answer.read() == b"<script>"
        assert answer.content_type == "application/octet-stream"
        assert answer.headers["Content-Disposition"] == "attachment; filename*=UTF-8''Sitzung%20M%C3%A4rz.html"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    async with session.get(f"{telegram.url}/page/files/nothing/x") as answer:
        assert answer.status == 404
