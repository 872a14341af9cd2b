"""A number that is not stored is looked up at its council; the waiting message becomes the answer."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from telegram.ext import ExtBot

from bot.telegram.application import build_application, running
from bot.telegram.transport import AiohttpRequest
from council.published.readings import Page, Reading
from handlers.desk import Desk
from handlers.looked_up import tell
from simulator.telegram import Telegram
from storage.database import Database
from storage.recording import record_reading
from storage.sources import ensure_source, source_failed
from storage.wanted import Answer, due_answers, next_wanted, settle_wanted
from tests.builders import READ_AT, a_paper
from tests.handlers.conftest import HARBURG, Chat


@pytest.fixture
async def database(database: Database) -> Database:
    await database.transaction(ensure_source, HARBURG, "allris", "https://rat.example/bi/", can_look_up=True)
    return database


@pytest.fixture
async def bot(telegram: Telegram) -> AsyncIterator[ExtBot[Any]]:
    application = build_application(token=telegram.token, api=telegram.url, transport=AiohttpRequest())
    async with running(application):
        yield application.bot


async def ask(chat: Chat, text: str) -> str:
    """Asks and waits until the question is remembered: the message goes out first."""
    answer = await chat.ask(text)
    await chat.settled()
    return answer


async def settle(desk: Desk, answer: Answer, *, paper: int | None = None) -> None:
    wanted = await desk.database.read(next_wanted, now=desk.now())
    assert wanted is not None
    await desk.database.transaction(settle_wanted, wanted, answer, paper=paper)


async def tell_all(bot: ExtBot[Any], desk: Desk) -> None:
    await tell(bot, desk, await desk.database.read(due_answers, now=desk.now()))


async def test_the_waiting_message_is_edited_into_the_card(chat: Chat, desk: Desk, bot: ExtBot[Any]) -> None:
    assert await ask(chat, "Status 20-1777?") == "Ich sehe nach 20-1777 …"
    reading = Reading(kind="allris", page=Page.PAPER, papers=(a_paper("20-1777", name="Ganz frisch"),))
    recorded = await desk.database.transaction(record_reading, HARBURG, reading, read_at=READ_AT)
    await settle(desk, Answer.FOUND, paper=recorded.rows[0])
    await tell_all(bot, desk)
    (message,) = chat.heard()
    assert message["text"].startswith("Eingereicht")
    assert "Ganz frisch" in message["text"]
    await tell_all(bot, desk)
    assert len(chat.heard()) == 1


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer.NOT_FOUND, "20-1545 kenne ich nicht.\nMeintest du"),
        (Answer.NOT_PUBLIC, "macht der Rat nichts öffentlich"),
        (Answer.UNREACHABLE, "antwortet mir gerade nicht"),
    ],
)
async def test_an_end_without_a_paper_is_said_honestly(
    chat: Chat, desk: Desk, bot: ExtBot[Any], answer: Answer, words: str
) -> None:
    await ask(chat, "20-1545")
    await settle(desk, answer)
    await tell_all(bot, desk)
    assert words in chat.heard()[-1]["text"]


async def test_after_thirty_seconds_waiting_ends(chat: Chat, desk: Desk, bot: ExtBot[Any]) -> None:
    await ask(chat, "20-1777")
    assert await desk.database.read(due_answers, now=desk.now()) == ()
    later = replace(desk, now=lambda: READ_AT + timedelta(seconds=31))
    await tell_all(bot, later)
    assert "nicht rechtzeitig geantwortet" in chat.heard()[-1]["text"]


async def test_a_pasted_link_to_an_unknown_paper_is_looked_up_too(chat: Chat, desk: Desk, bot: ExtBot[Any]) -> None:
    assert await ask(chat, "https://rat.example/bi/vo020.asp?VOLFDNR=77") == "Ich sehe nach diesem Link …"
    await settle(desk, Answer.NOT_FOUND)
    await tell_all(bot, desk)
    assert "diesem Link steht nicht im Ratsinformationssystem" in chat.heard()[-1]["text"]


async def test_a_deleted_waiting_message_is_passed_over(chat: Chat, desk: Desk, bot: ExtBot[Any]) -> None:
    await ask(chat, "20-1777")
    await bot.delete_message(chat.id, chat.heard()[-1]["message_id"])
    await settle(desk, Answer.NOT_FOUND)
    await tell_all(bot, desk)
    assert await desk.database.read(due_answers, now=desk.now()) == ()


async def test_a_card_says_since_when_its_council_does_not_answer(chat: Chat, desk: Desk) -> None:
    source = await desk.database.transaction(ensure_source, HARBURG, "allris", "https://rat.example/bi/")
    await desk.database.transaction(source_failed, source, now=READ_AT, kind="unreachable", sentence="antwortet nicht")
    assert "antwortet mir seit Mo., 23.11.2026, 11:05 Uhr nicht" in await chat.ask("20-1554")
    assert "antwortet mir" not in await chat.ask("22-0101")
