"""Against real sockets: what is certain after a failure."""

import asyncio

import pytest

from bot.telegram.errors import NotSent, Uncertain
from bot.telegram.transport import AiohttpRequest, Timeouts
from tests.bot.telegram.callers import (
    MESSAGE,
    OK,
    QUICK,
    bot_at,
    drip,
    failure,
    read_then_close,
    read_then_reset,
    read_then_stall,
    saying,
    sending_fails,
    stall,
)
from tests.bot.telegram.loopback import (
    TOKEN,
    Behaviour,
    always,
    answer,
    deaf_address,
    read_request,
    refused_address,
    serving,
)


async def test_answer_is_returned() -> None:
    async with serving(always(OK)) as api, bot_at(api) as bot:
        assert (await bot.send_message(7, "ä")).text == "ä"


async def test_parameters_arrive_as_a_form() -> None:
    bodies = []

    async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        bodies.append(await read_request(reader))
        writer.write(OK)

    async with serving(behave) as api, bot_at(api) as bot:
        await bot.send_message(7, "ä & <b>", disable_notification=True)
    assert bodies == [b"chat_id=7&text=%C3%A4+%26+%3Cb%3E&disable_notification=true"]


async def test_refused_connection_is_not_sent() -> None:
    async with bot_at(refused_address()) as bot:
        assert isinstance(await failure(bot.send_message(7, "ä")), NotSent)


async def test_unknown_host_is_not_sent() -> None:
    async with bot_at("http://telegram.invalid", timeouts=Timeouts(connect=5)) as bot:
        assert isinstance(await failure(bot.send_message(7, "ä")), NotSent)


async def test_connection_time_out_is_not_sent() -> None:
    with deaf_address() as api:
        async with bot_at(api) as bot:
            assert isinstance(await failure(bot.send_message(7, "ä")), NotSent)


async def test_failed_tls_handshake_is_not_sent() -> None:
    async with serving(saying(b"I do not speak TLS\r\n\r\n")) as api, bot_at(api.replace("http:", "https:")) as bot:
        assert isinstance(await failure(bot.send_message(7, "ä")), NotSent)


async def test_silence_in_the_tls_handshake_is_not_sent() -> None:
    async with serving(stall) as api, bot_at(api.replace("http:", "https:")) as bot:
        assert isinstance(await failure(bot.send_message(7, "ä")), NotSent)


async def test_no_free_connection_is_not_sent() -> None:
    patient = Timeouts(connect=0.2, pool=0.2, read=5)
    async with serving(read_then_stall) as api, bot_at(api, timeouts=patient, pool_size=1) as bot:
        occupying = asyncio.create_task(bot.send_message(7, "first"))
        await asyncio.sleep(0.05)
        assert isinstance(await failure(bot.send_message(7, "second")), NotSent)
        occupying.cancel()
        await asyncio.gather(occupying, return_exceptions=True)


async def test_impossible_address_is_not_sent() -> None:
    async with bot_at("http://:0") as bot:
        assert isinstance(await failure(bot.send_message(7, "ä")), NotSent)


@pytest.mark.parametrize(
    "behave",
    [
        stall,
        read_then_stall,
        read_then_close,
        read_then_reset,
        drip,
        saying(b"garbage\r\n\r\n"),
        saying(answer(b"<html>not JSON</html>")),
        saying(answer(b"[]")),
        saying(answer({"ok": True})),
        saying(answer({"ok": False, "error_code": 400, "description": "with status 200"})),
        saying(answer(b"[" * 100_000)),
        saying(b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n"),
    ],
    ids=lambda value: getattr(value, "__name__", "bytes"),
)
async def test_whatever_happens_after_connecting_is_uncertain(behave: Behaviour) -> None:
    assert isinstance(await sending_fails(behave), Uncertain)


async def test_answer_cut_at_any_byte_is_uncertain() -> None:
    for length in range(0, len(OK), 7):
        assert isinstance(await sending_fails(saying(OK[:length])), Uncertain), length


async def test_connection_closed_while_idle_is_opened_anew() -> None:
    closing = answer({"ok": True, "result": MESSAGE})
    async with serving(saying(closing)) as api, bot_at(api) as bot:
        for _ in range(3):
            await bot.send_message(7, "ä")
            await asyncio.sleep(0.02)


async def test_kept_connection_that_dies_under_the_request_is_uncertain_and_not_repeated() -> None:
    requests = 0

    async def one_only(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal requests
        await read_request(reader)
        requests += 1
        writer.write(OK)
        await writer.drain()
        await read_request(reader)
        requests += 1

    async with serving(one_only) as api, bot_at(api) as bot:
        await bot.send_message(7, "ä")
        assert isinstance(await failure(bot.send_message(7, "ä")), Uncertain)
    assert requests == 2


async def test_connections_are_kept() -> None:
    connections = 0

    async def counting(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal connections
        connections += 1
        await always(OK)(reader, writer)

    async with serving(counting) as api, bot_at(api) as bot:
        for _ in range(5):
            await bot.send_message(7, "ä")
    assert connections == 1


async def test_time_out_for_reading_counts_per_call() -> None:
    async def slow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            await read_request(reader)
            await asyncio.sleep(0.6)
            writer.write(answer({"ok": True, "result": []}))

    async with serving(slow) as api, bot_at(api) as bot:
        assert await bot.get_updates(timeout=1, read_timeout=2) == ()
        assert isinstance(await failure(bot.get_updates(timeout=0, read_timeout=0.1)), Uncertain)
        assert isinstance(await failure(bot.send_message(7, "ä")), Uncertain)


async def test_unread_upload_ends_with_the_sum_of_all_time_outs() -> None:
    async with serving(stall) as api, bot_at(api) as bot:
        assert isinstance(await failure(bot.send_document(7, bytes(30_000_000))), Uncertain)


async def test_raw_call_returns_what_telegram_said() -> None:
    odd = always(answer({"ok": True, "result": [{"odd": 1}]}))
    async with serving(odd) as api, AiohttpRequest(timeouts=QUICK) as request:
        assert await request.call(f"{api}/bot{TOKEN}/getUpdates", {}, read_timeout=1) == [{"odd": 1}]


async def test_transport_can_be_closed_and_opened_again() -> None:
    request = AiohttpRequest(timeouts=QUICK)
    await request.shutdown()
    async with serving(always(OK)) as api:
        for _ in range(2):
            await request.initialize()
            await request.initialize()
            await request.call(f"{api}/bot{TOKEN}/getMe", {}, read_timeout=1)
            await request.shutdown()


async def test_files_are_fetched() -> None:
    async with serving(always(answer(b"\x00not JSON"))) as api, AiohttpRequest(timeouts=QUICK) as request:
        assert await request.retrieve(f"{api}/file/bot{TOKEN}/a.pdf") == b"\x00not JSON"
