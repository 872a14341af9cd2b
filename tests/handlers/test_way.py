"""`Verlauf` on a card: a picture with its words."""

import struct

import pytest

from council.published.readings import Page, Reading
from simulator.telegram import Telegram
from storage.database import Database
from storage.recording import record_reading
from tests.builders import READ_AT, a_paper
from tests.handlers.calendar import record_calendar
from tests.handlers.conftest import HARBURG, Chat, buttons, pressed


@pytest.fixture
async def database(database: Database) -> Database:
    await record_calendar(database)
    return database


async def test_the_way_of_a_paper_is_sent_as_a_picture(chat: Chat, telegram: Telegram) -> None:
    (card,) = await chat.answers("20-1554")
    (sent,) = await pressed(chat, card, "Verlauf")
    (photo,) = sent["photo"]
    (upload,) = telegram.calls("sendPhoto")[-1].sent.files.values()
    assert (photo["width"], photo["height"]) == struct.unpack(">II", upload.content[16:24])
    lines = sent["caption"].splitlines()
    assert lines[0].startswith("20-1554 · Antrag Grüne betr.")
    assert "• Di., 17.05.2016 · Hauptausschuss: ungeändert beschlossen / überwiesen" in lines
    assert lines[-3].endswith("zurückgezogen / erledigt – Aktueller Stand")
    (again,) = await pressed(chat, sent, "Stand der Drucksache")
    assert again["text"] == card["text"]


async def test_what_agendas_know_is_on_it(chat: Chat) -> None:
    (card,) = await chat.answers("https://rat.example/bi/vo020.asp?VOLFDNR=900")
    (sent,) = await pressed(chat, card, "Verlauf")
    assert "• Di., 12.01.2027, 18:00 Uhr · Hauptausschuss: TOP Ö 5 – Nächster Termin" in sent["caption"]


async def test_what_is_gone_gets_a_word(chat: Chat, telegram: Telegram, database: Database) -> None:
    (card,) = await chat.answers("https://rat.example/bi/vo020.asp?VOLFDNR=900")
    hidden = Reading(kind="allris", page=Page.PAPER, papers=(a_paper("22-1940", id="900", public=False),))
    await database.transaction(record_reading, HARBURG, hidden, read_at=READ_AT)
    await chat.press(card, buttons(card)["Verlauf"])
    assert telegram.callback_answers[-1].text
    assert telegram.calls("sendPhoto") == []
