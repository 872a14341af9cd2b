"""An overdue answer on the card of a question, where a rule is switched on."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date

import pytest

from bot.holiday_calendar import is_holiday
from council.published.deadlines import Deadlines, parse_deadlines
from council.published.readings import Page, Reading
from handlers.desk import Desk
from simulator.telegram import Telegram
from storage.database import Database
from storage.recording import record_reading
from tests.builders import READ_AT, a_paper
from tests.handlers.conftest import HARBURG, Chat, answering_bot

LINE = (
    "Antwort rechnerisch überfällig seit Sa., 11.04.2026, ohne Gewähr (Frist für „Kleine Anfrage“: 8 Arbeitstage ab "
    "Fr., 27.03.2026; ich kenne keine veröffentlichte Antwort)"
)


@pytest.fixture
async def database(database: Database) -> Database:
    papers = (
        a_paper("22-2100", id="2100", name="Anfrage betr. Bänke", paper_type="Kleine Anfrage", date=date(2026, 3, 27)),
        a_paper("22-2200", id="2200", name="Anfrage betr. Bäume", paper_type="Kleine Anfrage", date=date(2026, 3, 27)),
        a_paper("22-2200.01", id="2201", name="Antwort", paper_type="Antwort", parent="22-2200"),
    )
    for paper in papers:
        reading = Reading(kind="allris", page=Page.PAPER, papers=(paper,))
        await database.transaction(record_reading, HARBURG, reading, read_at=READ_AT)
    return database


@pytest.fixture
async def strict(desk: Desk) -> AsyncIterator[Chat]:
    """A chat with a bot whose operator switched a rule on."""
    rules = Deadlines(parse_deadlines("harburg:Kleine Anfrage=8d@HH"), is_holiday)
    async with answering_bot(replace(desk, deadlines=rules)) as telegram:
        yield Chat(telegram, telegram.add_private_chat("Anna", language_code="de"))


async def test_an_unanswered_question_says_since_when(strict: Chat) -> None:
    assert LINE in (await strict.ask("22-2100")).splitlines()


async def test_an_answered_question_says_nothing(strict: Chat) -> None:
    assert "überfällig" not in await strict.ask("22-2200")


async def test_it_is_off_until_switched_on(telegram: Telegram) -> None:
    chat = Chat(telegram, telegram.add_private_chat("Anna", language_code="de"))
    assert "überfällig" not in await chat.ask("22-2100")
