"""Files arrive byte by byte, under their names, and can be sent again."""

import io
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from telegram import Bot, InputFile, InputMediaDocument
from telegram.error import BadRequest

from bot.telegram.transport import AiohttpRequest
from tests.bot.telegram.loopback import TOKEN

EVERY_BYTE = bytes(range(256)) * 8192  # 2 MiB: more than one read
MESSAGE = {"message_id": 1, "date": 0, "chat": {"id": 7, "type": "private"}}


@dataclass
class Desk:
    """A server that keeps what it is sent."""

    texts: dict[str, str] = field(default_factory=dict)
    files: dict[str, tuple[str, str, bytes]] = field(default_factory=dict)

    async def take(self, request: web.Request) -> web.Response:
        self.texts.clear()
        self.files.clear()
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                self.files[name] = (value.filename, value.content_type, value.file.read())
            else:
                assert isinstance(value, str)
                self.texts[name] = value
        result = [MESSAGE] if request.path.endswith("sendMediaGroup") else MESSAGE
        return web.json_response({"ok": True, "result": result})


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
async def bot(desk: Desk) -> AsyncIterator[Bot]:
    application = web.Application(client_max_size=10 * 2**20)
    application.router.add_post("/{anything:.*}", desk.take)
    async with TestServer(application) as server, AiohttpRequest() as request:
        yield Bot(TOKEN, base_url=f"{server.make_url('/')}bot", request=request, get_updates_request=request)


async def test_bytes_arrive_with_name_kind_and_parameters(bot: Bot, desk: Desk) -> None:
    await bot.send_document(7, EVERY_BYTE, filename="bericht.pdf", caption="ä & <b>")
    assert desk.files == {"document": ("bericht.pdf", "application/pdf", EVERY_BYTE)}
    assert desk.texts == {"chat_id": "7", "caption": "ä & <b>"}


@pytest.mark.parametrize(
    ("name", "arrives"),
    [
        ("Übersicht – Straße.pdf", "Übersicht – Straße.pdf"),
        ("50 % mehr.pdf", "50 % mehr.pdf"),
        ('a"b\\c/d\r\ne.pdf', "a_b_c_d__e.pdf"),
    ],
)
async def test_names_arrive_readable_and_harmless(bot: Bot, desk: Desk, name: str, arrives: str) -> None:
    await bot.send_document(7, InputFile(b"x", filename=name))
    assert desk.files["document"][0] == arrives


async def test_empty_file_arrives(bot: Bot, desk: Desk) -> None:
    await bot.send_document(7, InputFile(b"", filename="leer.txt"))
    assert desk.files["document"] == ("leer.txt", "text/plain", b"")


async def test_several_files_arrive_under_the_names_that_refer_to_them(bot: Bot, desk: Desk) -> None:
    media = [InputMediaDocument(part, filename=f"{part.decode()}.txt") for part in (b"one", b"two", b"three")]
    await bot.send_media_group(7, media)
    assert sorted(content for _, _, content in desk.files.values()) == [b"one", b"three", b"two"]
    for name in desk.files:
        assert f"attach://{name}" in desk.texts["media"]


async def test_open_file_can_be_sent_again(bot: Bot, desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "agenda.ics"
    path.write_bytes(EVERY_BYTE)
    with path.open("rb") as handle:
        handle.seek(256)
        for _ in range(2):
            await bot.send_document(7, InputFile(handle, read_file_handle=False))
            name, _, content = desk.files["document"]
            assert (name, content) == ("agenda.ics", EVERY_BYTE[256:])


async def test_stream_that_cannot_be_read_again_is_refused(bot: Bot) -> None:
    class Stream(io.BytesIO):
        def seekable(self) -> bool:
            return False

    with pytest.raises(BadRequest):
        await bot.send_document(7, InputFile(Stream(b"x"), filename="a.txt", read_file_handle=False))
