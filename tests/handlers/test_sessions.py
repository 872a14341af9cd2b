"""Coming sessions."""

import pytest

from storage.database import Database
from tests.handlers.calendar import MAIN_DAY, a_meeting, record, record_calendar
from tests.handlers.conftest import Chat, buttons, now, pressed


@pytest.fixture
async def database(database: Database) -> Database:
    await record_calendar(database)
    return database


async def test_the_next_ones_come_first_with_what_is_known_of_them(chat: Chat) -> None:
    (message,) = await chat.answers("/termine")
    assert message["text"].splitlines() == [
        "Kommende Sitzungen",
        "",
        "Di., 01.12.2026, Uhrzeit nicht veröffentlicht · Ausschuss für Soziales, Bildung und Integration",
        "Tagesordnung noch nicht veröffentlicht",
        "Bezirksversammlung Harburg",
        "",
        "Mi., 02.12.2026, 18:00 Uhr · Ausschuss für Mobilität",
        "Bürgerhaus · Tagesordnung noch nicht veröffentlicht",
        "Bezirksversammlung Musterfeld",
        "",
        "Di., 15.12.2026, 18:00 Uhr · Bezirksversammlung",
        "entfällt",
        "Bezirksversammlung Harburg",
        "",
        "Di., 12.01.2027, 18:00 Uhr · Hauptausschuss",
        "Rathaus, Saal 2 · Tagesordnung veröffentlicht",
        "Bezirksversammlung Harburg",
    ]
    assert list(buttons(message)) == ["12.01. Hauptausschuss"]
    assert await chat.ask("/sessions") == message["text"]
    assert await chat.ask("termine") == message["text"]


async def test_words_choose_the_committee(chat: Chat) -> None:
    (message,) = await chat.answers("/termine Hauptausschuss")
    assert message["text"].startswith("Kommende Sitzungen zu „Hauptausschuss“\n\nDi., 12.01.2027")
    assert "Mobilität" not in message["text"]
    assert (await chat.ask("/termine Quatsch")).startswith("Zu „Quatsch“ ist kein kommender Sitzungstermin")


async def test_many_sessions_are_turned_in_place(chat: Chat, database: Database) -> None:
    await record(database, *(a_meeting("Hauptausschuss", MAIN_DAY.replace(day=n)) for n in range(13, 29)))
    (message,) = await chat.answers("/termine Haupt")
    await pressed(chat, message, "Weiter ›")
    assert now(chat, message)["text"].startswith("Kommende Sitzungen zu „Haupt“ · Seite 2 von 3\n")
