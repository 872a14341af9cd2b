import aiohttp
import pytest

from simulator.telegram import Telegram
from tests.simulator.calling import Caller


@pytest.mark.parametrize(
    ("path", "refusal"),
    [
        ("/bot123456:wrong/getMe", (401, "Unauthorized")),
        ("/bot999:TEST-token_abc/getMe", (401, "Unauthorized")),
        ("/botnonsense/getMe", (404, "Not Found")),
        ("/bot/getMe", (404, "Not Found")),
        ("/bot123456:TEST-token_abc", (404, "Not Found: method not found")),
        ("/bot123456:TEST-token_abc/sendMoney", (404, "Not Found: method not found")),
        ("/bot123456:TEST-token_abc/getMe/more", (404, "Not Found: method not found")),
        ("/file/bot123456:TEST-token_abc/documents/none.pdf", (404, "Not Found")),
        ("/file/bot123456:wrong/documents/none.pdf", (401, "Unauthorized")),
    ],
)
async def test_wrong_address_is_refused(
    telegram: Telegram, session: aiohttp.ClientSession, path: str, refusal: tuple[int, str]
) -> None:
    status, description = refusal
    async with session.get(telegram.url + path) as answer:
        assert answer.status == status
        assert await answer.json() == {"ok": False, "error_code": status, "description": description}
    assert not telegram.calls()


async def test_names_of_methods_have_no_case(call: Caller) -> None:
    assert (await call("GETME")).status == 200


async def test_only_get_and_post_are_methods(call: Caller, session: aiohttp.ClientSession) -> None:
    async with session.put(f"{call.address}/getMe") as answer:
        assert answer.status == 405


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"{", "application/json"),
        (b"[1]", "application/json"),
        (b"[" * 100_000, "application/json"),
        (b"text=\xff", "application/x-www-form-urlencoded"),
        (b"--x\r\nnonsense", "multipart/form-data; boundary=x"),
        (b"nonsense", "multipart/form-data"),
        (
            b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n\xff\r\n--x--\r\n',
            "multipart/form-data; boundary=x",
        ),
    ],
)
async def test_unreadable_body_is_refused(call: Caller, session: aiohttp.ClientSession, body: bytes, kind: str) -> None:
    async with session.post(f"{call.address}/sendMessage", data=body, headers={"Content-Type": kind}) as answer:
        assert answer.status == 400
        assert (await answer.json())["description"].startswith("Bad Request: ")


async def test_date_of_an_answer_is_the_simulators(session: aiohttp.ClientSession) -> None:
    telegram = Telegram(now=lambda: 1_760_000_000.5)
    async with telegram.serving(), session.get(f"{telegram.url}/bot{telegram.token}/getMe") as answer:
        assert answer.headers["Date"] == "Thu, 09 Oct 2025 08:53:20 GMT"


async def test_every_call_is_recorded_with_what_is_odd_about_it(telegram: Telegram, call: Caller) -> None:
    chat = telegram.add_private_chat()
    await call("sendMessage", chat_id=chat, text="x", disable_web_page_preview=True)
    await call("sendMessage", chat_id=chat, text="x", disable_notification="perhaps", reply_parameters="1")
    await call("sendMessage", chat_id=chat, text="")
    odd, ill, refused = telegram.calls("sendmessage")
    assert (odd.ok, odd.unknown_parameters, odd.ill_typed_parameters) == (True, ("disable_web_page_preview",), ())
    assert ill.ill_typed_parameters == ("disable_notification", "reply_parameters")
    assert (refused.status, refused.description) == (400, "Bad Request: message text is empty")
    assert odd.parameters == {"chat_id": chat, "text": "x", "disable_web_page_preview": "true"}
    assert odd.result == telegram.messages(chat)[0]
