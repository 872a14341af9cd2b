"""Agendas: the own items first, all public ones, and nothing of the rest."""

import pytest

from council.published.meetings import AgendaItem
from storage.database import Database
from tests.handlers.calendar import a_meeting, an_item, main_session, record, record_calendar
from tests.handlers.conftest import Chat, buttons, now, pressed


@pytest.fixture
async def database(database: Database) -> Database:
    await record_calendar(database)
    return database


async def test_the_next_session_of_a_committee_is_shown_whole(chat: Chat) -> None:
    (message,) = await chat.answers("/tagesordnung Hauptausschuss")
    assert message["text"].splitlines() == [
        "Tagesordnung: Hauptausschuss",
        "Di., 12.01.2027, 18:00 Uhr",
        "Rathaus, Saal 2",
        "",
        "Ö 1 Eröffnung und Feststellung der Tagesordnung",
        "Ö 2 Öffentliche Fragestunde",
        "Ö 5 Antrag betr. Beachclub am Treidelweg (22-1940)",
        "Ö 6 Antwort auf eine Anfrage (22-2000.01) · Nachtrag",
        "Ö 7 Schriftzug am Bahnhof · „abgesetzt“",
        "Nichtöffentlicher Teil",
        "",
        "Den Stand einer Drucksache sagt dir /status mit ihrer Nummer.",
        "Bezirksversammlung Harburg · Stand: Mo., 23.11.2026, 11:05 Uhr",
    ]
    assert list(buttons(message)) == ["Diesem Gremium folgen", "In den Kalender", "Original (rat.example)"]


async def test_the_chats_own_items_stand_first(chat: Chat) -> None:
    (card,) = await chat.answers("https://rat.example/bi/vo020.asp?VOLFDNR=900")
    (consent,) = await pressed(chat, card, "Folgen")
    await pressed(chat, consent, "Einverstanden, folgen")
    (message,) = await chat.answers("/tagesordnung Haupt")
    lines = message["text"].splitlines()
    assert lines[4:6] == ["Deine Punkte", "Ö 5 Antrag betr. Beachclub am Treidelweg (22-1940)"]
    assert lines[7] == "Alle Punkte"
    (opened,) = await pressed(chat, message, "22-1940")
    assert opened["text"].startswith("Überwiesen am Di., 19.05.2026")


async def test_without_a_name_the_published_ones_are_offered(chat: Chat) -> None:
    (message,) = await chat.answers("/tagesordnung")
    assert message["text"] == "Welche Tagesordnung?"
    (agenda,) = await pressed(chat, message, "12.01. Hauptausschuss")
    assert agenda["text"].startswith("Tagesordnung: Hauptausschuss\n")


async def test_an_agenda_that_is_not_out_is_said_to_be_not_out(chat: Chat) -> None:
    assert (await chat.ask("/agenda Soziales")).splitlines()[:4] == [
        "Tagesordnung: Ausschuss für Soziales, Bildung und Integration",
        "Di., 01.12.2026, Uhrzeit nicht veröffentlicht",
        "",
        "Die Tagesordnung ist noch nicht veröffentlicht.",
    ]


async def test_a_cancelled_session_says_so(chat: Chat) -> None:
    assert "\nDie Sitzung entfällt.\n" in await chat.ask("/tagesordnung Bezirksversammlung")


async def test_several_committees_become_a_choice(chat: Chat) -> None:
    (message,) = await chat.answers("/tagesordnung Ausschuss")
    assert {"12.01. Hauptausschuss", "02.12. Ausschuss für Mobilität"} <= set(buttons(message))


async def test_nothing_non_public_is_shown_or_counted(chat: Chat, database: Database) -> None:
    secret = (AgendaItem(number="N 9", public=False), AgendaItem(number="N 10", public=False))
    agenda = (an_item("Ö 1", "Eröffnung"), *secret)
    await record(database, a_meeting("Kulturausschuss", agenda=agenda))
    shown = await chat.ask("/tagesordnung Kultur")
    assert shown.count("ichtöffentlich") == 1
    assert "N 9" not in shown


async def test_a_long_agenda_is_turned_in_place(chat: Chat, database: Database) -> None:
    agenda = tuple(an_item(f"Ö {n}", f"Bericht Nummer {n} " + "über den Zustand der Wege " * 5) for n in range(60))
    await record(database, main_session(agenda=agenda))
    (message,) = await chat.answers("/tagesordnung Haupt")
    assert message["text"].startswith("Tagesordnung: Hauptausschuss · Seite 1 von 4\n")
    await pressed(chat, message, "Weiter ›")
    assert "Seite 2 von 4" in now(chat, message)["text"]


async def test_a_session_that_is_gone_says_so(chat: Chat) -> None:
    (card,) = await chat.answers("20-1554")
    for data in ("v1:session:9999", "v1:agenda:9999:1"):
        await chat.press(card, data)
        assert chat.telegram.callback_answers[-1].text == "Diese Sitzung ist nicht mehr abrufbar."
