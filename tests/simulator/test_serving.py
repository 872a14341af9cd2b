import aiohttp
import pytest

from simulator.serving import is_loopback
from simulator.telegram import Telegram


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.org", ""])
async def test_other_places_than_loopback_are_turned_down(host: str) -> None:
    with pytest.raises(ValueError, match="hört nur auf diesen Rechner"):
        async with Telegram().serving(host=host):
            pass


def test_loopback_has_many_names() -> None:
    assert all(map(is_loopback, ("127.0.0.1", "127.9.9.9", "::1", "localhost")))
    assert not any(map(is_loopback, ("127.0.0.1.example", "localhost.example", "128.0.0.1")))


async def test_address_is_known_only_while_it_serves() -> None:
    telegram = Telegram()
    async with telegram.serving():
        assert telegram.url.startswith("http://127.0.0.1:")
    with pytest.raises(RuntimeError, match="läuft nicht"):
        _ = telegram.url


@pytest.mark.parametrize("path", ["/", "/page/events", "/bot123456:TEST-token_abc/getMe", "/file/bot1:x/y"])
@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "[", ""])
async def test_foreign_host_names_are_turned_away(
    telegram: Telegram, session: aiohttp.ClientSession, path: str, host: str
) -> None:
    async with session.get(telegram.url + path, headers={"Host": host}) as answer:
        assert answer.status in (400, 403)
        assert "Ratsbote" not in await answer.text()


async def test_foreign_pages_cannot_post(telegram: Telegram, session: aiohttp.ClientSession) -> None:
    chat = telegram.add_private_chat()
    content = {"chat_id": chat, "text": "x"}
    for origin in ("https://evil.example", "null", "http://127.0.0.1:1"):
        async with session.post(f"{telegram.url}/page/send", json=content, headers={"Origin": origin}) as answer:
            assert answer.status == 403
    assert not telegram.messages(chat)
    async with session.post(f"{telegram.url}/page/send", json=content, headers={"Origin": telegram.url}) as answer:
        assert answer.status == 200
