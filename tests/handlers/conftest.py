"""The real bot on the simulated Telegram, with a small council stored."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.telegram.application import build_application, running
from bot.telegram.polling import Polling
from bot.telegram.transport import AiohttpRequest
from council.published.bodies import Body
from council.published.papers import Paper, PaperText
from council.published.readings import Page, Reading
from council.served.languages import Language
from handlers.desk import Desk
from handlers.menu import add_conversations, introduce
from simulator.telegram import Telegram
from storage.database import Database
from storage.recording import record_reading
from tests.builders import MUSTERFELD, READ_AT, a_paper, a_stop, welcome_center

HARBURG = Body(key="harburg", name="Bezirksversammlung Harburg", host="rat.example")

PAPERS: tuple[tuple[Body, Paper], ...] = (
    (HARBURG, welcome_center()),
    (
        HARBURG,
        a_paper(
            "22-1940",
            a_stop("Hauptausschuss", date(2026, 5, 19), "überwiesen"),
            id="900",
            name="Antrag betr. Beachclub am Treidelweg",
            web="https://rat.example/bi/vo020.asp?VOLFDNR=900",
            text=PaperText(sachverhalt="Der Strand ist leer. " * 400, beschluss="Der Strand wird gefüllt."),
        ),
    ),
    (HARBURG, a_paper("22-1940.01", name="Stellungnahme zum Beachclub", parent="22-1940")),
    (HARBURG, a_paper("22-2000.01", name="Antwort auf eine Anfrage")),
    (MUSTERFELD, a_paper("22-0101", a_stop("Ausschuss für Mobilität", date(2026, 12, 2)))),
    (MUSTERFELD, a_paper("22-1940", name="Ganz andere Sache gleicher Nummer")),
    *((MUSTERFELD, a_paper(f"22-03{n:02}", name=f"Bank Nummer {n} am Seeufer")) for n in range(12)),
)


@dataclass(frozen=True, slots=True)
class Chat:
    """One chat of the simulated Telegram, as a person sees it."""

    telegram: Telegram
    id: int

    async def ask(self, text: str) -> str:
        """Writes and waits; the text of the (last) answer."""
        return (await self.answers(text))[-1]["text"]  # type: ignore[no-any-return]

    async def answers(self, text: str, *, count: int = 1, **how: Any) -> list[dict[str, Any]]:
        """Writes and waits for that many answers."""
        before = len(self.heard())
        self.telegram.write(self.id, text, **how)
        await self.telegram.wait_until(lambda: len(self.heard()) >= before + count)
        return self.heard()[before:]

    def heard(self) -> list[dict[str, Any]]:
        """Everything the bot said here."""
        return [message for message in self.telegram.messages(self.id) if message["from"]["is_bot"]]

    async def press(self, message: dict[str, Any], data: str) -> None:
        """Presses a button and waits until the waiting sign is gone."""
        before = len(self.telegram.calls("answerCallbackQuery"))
        self.telegram.press(self.id, message["message_id"], data)
        await self.telegram.wait_until(lambda: len(self.telegram.calls("answerCallbackQuery")) > before)

    async def settled(self) -> None:
        """Waits until every update was handled and confirmed."""
        await self.telegram.wait_until(lambda: self.telegram.unconfirmed == 0)


def buttons(message: dict[str, Any]) -> dict[str, str]:
    """Label → data or address of a message's buttons."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return {button["text"]: button.get("callback_data") or button["url"] for row in rows for button in row}


async def stored(database: Database, sql: str) -> list[tuple[Any, ...]]:
    return await database.read(lambda connection: [tuple(row) for row in connection.execute(sql)])


async def record_paper(database: Database, paper: Paper, *, body: Body = HARBURG) -> None:
    reading = Reading(kind="allris", page=Page.PAPER, papers=(paper,))
    await database.transaction(record_reading, body, reading, read_at=READ_AT)


async def pressed(chat: Chat, message: dict[str, Any], label: str) -> list[dict[str, Any]]:
    """Presses the button of that label; what the bot said besides."""
    before = len(chat.heard())
    await chat.press(message, buttons(message)[label])
    await chat.settled()
    return chat.heard()[before:]


def now(chat: Chat, message: dict[str, Any]) -> dict[str, Any]:
    """The message as it stands by now."""
    return next(each for each in chat.heard() if each["message_id"] == message["message_id"])


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with Database.open(tmp_path / "ratsbote.db") as database:
        for body, paper in PAPERS:
            reading = Reading(kind="allris", page=Page.PAPER, papers=(paper,))
            await database.transaction(record_reading, body, reading, read_at=READ_AT)
        yield database


async def converse(desk: Desk, telegram: Telegram, stop: asyncio.Event) -> None:
    application = build_application(token=telegram.token, api=telegram.url, transport=AiohttpRequest())
    add_conversations(application, desk)
    async with running(application):
        await introduce(application.bot, desk)
        await Polling(application, request=AiohttpRequest()).run(stop)


@asynccontextmanager
async def answering_bot(desk: Desk) -> AsyncIterator[Telegram]:
    """A simulated Telegram on which the real conversations run; nobody reads the councils here."""
    telegram = Telegram(token="123456:TEST-token_abc", username="ratsbote_bot")
    async with telegram.serving(host="127.0.0.1", port=0):
        stop = asyncio.Event()
        bot = asyncio.create_task(converse(desk, telegram, stop))
        try:
            yield telegram
        finally:
            stop.set()
            await bot


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database=database, now=lambda: READ_AT, zone=ZoneInfo("Europe/Berlin"), language=Language.DE)


@pytest.fixture
async def telegram(desk: Desk) -> AsyncIterator[Telegram]:
    async with answering_bot(desk) as telegram:
        yield telegram
        # Whatever a test did, nothing we send may be unknown to Telegram.
        assert [call for call in telegram.calls() if call.unknown_parameters] == []


@pytest.fixture
def chat(telegram: Telegram) -> Chat:
    return Chat(telegram, telegram.add_private_chat(first_name="Anna", language_code="de"))


Asking = Callable[[str], Awaitable[str]]
