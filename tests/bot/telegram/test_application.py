"""What the wiring promises: addresses, defaults, and that nobody reads the token."""

import asyncio
import logging
import traceback
import warnings
from datetime import timedelta

import pytest
from telegram.error import RetryAfter
from telegram.ext import ExtBot

from bot.telegram.application import build_application, running
from bot.telegram.errors import ServerFailed, TokenRejected
from bot.telegram.pacing import Pacing
from bot.telegram.transport import AiohttpRequest, Timeouts
from tests.bot.telegram.loopback import answer, read_request, serving
from tests.bot.telegram.queue_server import TOKEN, queue_server

WRONG_TOKEN = "7654321:wrong_token_of_thirty-five_characters"


def impatient() -> Pacing:
    return Pacing(sleep=lambda _: asyncio.sleep(0), spread=lambda _: 0.0)


async def test_messages_are_html_without_link_previews() -> None:
    bodies = []

    async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        body = await read_request(reader)
        bodies.append(body)
        me = {"id": 1, "is_bot": True, "first_name": "R", "username": "ratsbote_bot", "date": 0, "message_id": 1}
        writer.write(answer({"ok": True, "result": {**me, "chat": {"id": 7, "type": "private"}}}))

    async with serving(behave) as api:
        application = build_application(token=TOKEN, api=f"{api}/", transport=AiohttpRequest())
        async with running(application):
            await application.bot.send_message(7, "x")
    assert b"parse_mode=HTML" in bodies[1]
    assert b"link_preview_options=%7B%22is_disabled%22%3A+true%7D" in bodies[1]


async def test_ready_application_knows_itself() -> None:
    async with queue_server() as server:
        application = build_application(token=TOKEN, api=server.url, transport=AiohttpRequest())
        async with running(application):
            assert application.bot.username == "ratsbote_bot"
            assert application.updater is None


async def test_wrong_token_is_one_sentence_without_the_token(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    caplog.set_level(logging.WARNING, logger="aiohttp.access")  # the server's, not ours
    async with queue_server() as server:
        application = build_application(token=WRONG_TOKEN, api=server.url, transport=AiohttpRequest())
        with pytest.raises(TokenRejected) as caught:
            async with running(application):
                pytest.fail("not ready")
    told = "".join(traceback.format_exception(caught.value)) + repr(caught.value.__context__) + caplog.text
    assert WRONG_TOKEN not in told


async def test_failed_start_closes_what_it_opened() -> None:
    async with queue_server() as server:
        server.fail_next("getMe", 500, times=10_000)
        pacing = Pacing(spread=lambda _: 100.0)
        transport = AiohttpRequest(timeouts=Timeouts())
        application = build_application(token=TOKEN, api=server.url, transport=transport, pacing=pacing)
        with pytest.raises(ServerFailed):
            async with running(application):
                pytest.fail("not ready")
        with pytest.raises(RuntimeError):
            await transport.call(f"{server.url}/bot{TOKEN}/getMe", {}, read_timeout=1)


async def test_answers_go_through_the_pacing() -> None:
    async with queue_server() as server:
        application = build_application(token=TOKEN, api=server.url, transport=AiohttpRequest(), pacing=impatient())
        async with running(application):
            server.fail_next("sendMessage", 500)
            server.fail_next("sendMessage", 429, retry_after=1)
            await application.bot.send_message(7, "x")
        assert server.sent[7] == ["x"]


def test_flood_error_does_not_warn() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert RetryAfter(3).retry_after == timedelta(seconds=3)


def test_application_has_our_parts_only() -> None:
    transport = AiohttpRequest()
    application = build_application(token=TOKEN, api="https://telegram.invalid/", transport=transport)
    assert isinstance(application.bot, ExtBot)
    assert application.bot.request is transport
    assert isinstance(application.bot.rate_limiter, Pacing)
    assert application.bot.base_url == f"https://telegram.invalid/bot{TOKEN}"
    assert application.bot.base_file_url == f"https://telegram.invalid/file/bot{TOKEN}"
