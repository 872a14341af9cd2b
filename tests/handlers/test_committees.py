"""Committees and their sessions."""

import pytest

from storage.database import Database
from tests.handlers.calendar import SOCIAL, a_meeting, record, record_calendar
from tests.handlers.conftest import Chat, buttons, now, pressed


@pytest.fixture
async def database(database: Database) -> Database:
    await record_calendar(database)
    return database


async def test_the_list_has_every_committee_that_meets_with_its_next_session(chat: Chat) -> None:
    (message,) = await chat.answers("/gremien")
    assert (
        f"{SOCIAL}\nBezirksversammlung Harburg\nNächste Sitzung: Di., 01.12.2026, Uhrzeit nicht veröffentlicht"
        in (message["text"])
    )
    assert "Bezirksversammlung Harburg\nnoch kein neuer Sitzungstermin veröffentlicht" in message["text"]
    assert list(buttons(message)) == [SOCIAL, "Bezirksversammlung", "Hauptausschuss", "Ausschuss für Mobilität"]
    assert await chat.ask("/committees") == message["text"]
    assert await chat.ask("Gremien") == message["text"]


@pytest.mark.parametrize("asked", ["Sozial", "Sozialausschuss", "soziales", "Bildung Integration", SOCIAL.upper()])
async def test_a_part_of_a_name_opens_the_committee(chat: Chat, asked: str) -> None:
    assert (await chat.ask(f"/gremien {asked}")).startswith(f"{SOCIAL}\nBezirksversammlung Harburg\n")


async def test_a_committee_shows_what_comes_and_what_was(chat: Chat) -> None:
    (message,) = await chat.answers("/gremien Hauptausschuss")
    assert message["text"].splitlines() == [
        "Hauptausschuss",
        "Bezirksversammlung Harburg",
        "",
        "Kommende Sitzungen",
        "• Di., 12.01.2027, 18:00 Uhr",
        "   Rathaus, Saal 2 · Tagesordnung veröffentlicht",
        "",
        "Letzte Sitzungen",
        "• Di., 10.11.2026, 18:00 Uhr · Rathaus, Saal 2",
    ]
    assert list(buttons(message)) == ["Diesem Gremium folgen", "Tagesordnung 12.01.2027", "Tagesordnung 10.11.2026"]
    (agenda,) = await pressed(chat, message, "Tagesordnung 10.11.2026")
    assert "Ö 3 Mehr Bänke am Ufer (22-1700) · Ergebnis: „überwiesen“" in agenda["text"]


async def test_many_committees_are_turned_in_place_and_opened_below(chat: Chat, database: Database) -> None:
    await record(database, *(a_meeting(f"Unterausschuss {n:02}", id=f"u{n}") for n in range(20)))
    (message,) = await chat.answers("/gremien Unterausschuss")
    assert message["text"].startswith("Gremien zu „Unterausschuss“ · Seite 1 von 4\n")
    await pressed(chat, message, "Weiter ›")
    assert "Seite 2 von 4" in now(chat, message)["text"]
    (opened,) = await pressed(chat, now(chat, message), "Unterausschuss 07")
    assert opened["text"].startswith("Unterausschuss 07\n")


async def test_an_unknown_committee_is_said_to_be_unknown(chat: Chat) -> None:
    assert await chat.ask("/gremien Quatsch") == "Ein Gremium zu „Quatsch“ kenne ich nicht. Alle stehen unter /gremien."


async def test_a_committee_that_is_gone_says_so(chat: Chat) -> None:
    (card,) = await chat.answers("20-1554")
    await chat.press(card, "v1:committee:9999")
    assert chat.telegram.callback_answers[-1].text.startswith("Dieses Gremium kenne ich nicht mehr.")


async def test_the_start_leads_to_the_committees(chat: Chat) -> None:
    (hello,) = await chat.answers("/start")
    (listed,) = await pressed(chat, hello, "Gremien und Termine")
    assert listed["text"].startswith("Gremien\n")
