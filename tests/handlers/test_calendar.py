"""Calendar files from a button, as the chat gets them."""

from datetime import date, datetime, timedelta
from typing import Any

import icalendar
import pytest

from simulator.telegram import Telegram
from storage.database import Database
from tests.handlers.calendar import BERLIN, MAIN_DAY, main_session, record, record_calendar
from tests.handlers.conftest import Chat, buttons, pressed
from tests.handlers.test_following import AGREE, CARD

ONE, ALL = "In den Kalender", "Alle meine Termine als Datei"


@pytest.fixture
async def database(database: Database) -> Database:
    await record_calendar(database)
    return database


def opened(telegram: Telegram) -> icalendar.Calendar:
    """The file that was sent last."""
    (upload,) = telegram.calls("sendDocument")[-1].sent.files.values()
    return icalendar.Calendar.from_ical(upload.content)


async def agenda(chat: Chat) -> dict[str, Any]:
    return (await chat.answers("/tagesordnung Hauptausschuss"))[0]


async def follow(chat: Chat) -> None:
    (card,) = await chat.answers(CARD)
    (consent,) = await pressed(chat, card, "Folgen")
    await pressed(chat, consent, AGREE)


async def test_an_agenda_goes_into_the_calendar(chat: Chat, telegram: Telegram) -> None:
    (sent,) = await pressed(chat, await agenda(chat), ONE)
    assert sent["document"]["file_name"] == "2027-01-12-Hauptausschuss.ics"
    assert sent["caption"].splitlines()[:3] == ["Hauptausschuss", "Di., 12.01.2027, 18:00 Uhr", "Rathaus, Saal 2"]
    (event,) = opened(telegram).events
    assert event.start == datetime(2027, 1, 12, 18, 0, tzinfo=BERLIN)
    assert event["UID"] == "harburg-Hau-20270112@ratsbote"
    assert "Deine Punkte" not in str(event["DESCRIPTION"])


async def test_own_items_stand_in_it(chat: Chat, telegram: Telegram) -> None:
    await follow(chat)
    await pressed(chat, await agenda(chat), ONE)
    assert "Deine Punkte\n• Ö 5 Antrag betr. Beachclub am Treidelweg (22-1940)" in str(
        opened(telegram).events[0]["DESCRIPTION"]
    )


async def test_after_a_move_and_a_cancellation_it_is_the_same_entry(
    chat: Chat, telegram: Telegram, database: Database
) -> None:
    message = await agenda(chat)
    await pressed(chat, message, ONE)
    seen = [opened(telegram).events[0]]
    week = timedelta(days=7)
    moved = main_session(
        id="Hau-20270112", day=MAIN_DAY + week, start=datetime(2027, 1, 19, 19, 0, tzinfo=BERLIN), room="Saal 9"
    )
    await record(database, moved)
    await pressed(chat, message, ONE)
    seen.append(opened(telegram).events[0])
    await record(database, main_session(id="Hau-20270112", day=moved.day, start=moved.start, cancelled=True))
    await pressed(chat, message, ONE)
    seen.append(opened(telegram).events[0])
    assert len({event["UID"] for event in seen}) == 1
    assert [event["SEQUENCE"] for event in seen] == [0, 1, 2]
    assert [event["STATUS"] for event in seen] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert seen[1].start == seen[2].start == datetime(2027, 1, 19, 19, 0, tzinfo=BERLIN)


async def test_a_session_without_an_agenda_is_taken_from_its_committee(chat: Chat, telegram: Telegram) -> None:
    (committee,) = await chat.answers("/gremien Soziales")
    (sent,) = await pressed(chat, committee, "Kalender 01.12.2026")
    assert sent["document"]["file_name"] == "2026-12-01-Ausschuss-für-Soziales-Bildung-und-Integration.ics"
    assert "Di., 01.12.2026, Uhrzeit nicht veröffentlicht" in sent["caption"]
    (event,) = opened(telegram).events
    assert event.start == date(2026, 12, 1)


async def test_all_my_sessions_are_those_of_what_i_follow(chat: Chat, telegram: Telegram) -> None:
    assert ALL not in buttons((await chat.answers("/termine"))[0])
    await follow(chat)
    for asked in ("/termine", "/abos"):
        (message,) = await chat.answers(asked)
        (sent,) = await pressed(chat, message, ALL)
        assert sent["document"]["file_name"] == "Meine-Termine.ics"
        assert sent["caption"].startswith("Ein Termin, der dich betrifft.\n")
        assert [event["SUMMARY"] for event in opened(telegram).events] == ["Hauptausschuss"]


async def test_without_any_session_a_word_says_so(chat: Chat, telegram: Telegram) -> None:
    (card,) = await chat.answers("20-1554")
    await chat.press(card, "v1:allics")
    assert telegram.callback_answers[-1].text.startswith("Für das, was du verfolgst, ist kein kommender")
    assert telegram.calls("sendDocument") == []


@pytest.mark.parametrize("row", [999999, 9_999_999_999])
async def test_a_session_that_is_gone_or_made_up_gets_a_word(chat: Chat, telegram: Telegram, row: int) -> None:
    (card,) = await chat.answers("20-1554")
    await chat.press(card, f"v1:ics:{row}")
    assert telegram.callback_answers[-1].text == "Diese Sitzung ist nicht mehr abrufbar."


async def test_what_is_public_no_more_is_in_no_file(chat: Chat, telegram: Telegram, database: Database) -> None:
    message = await agenda(chat)
    await record(database, main_session(public=False))
    await chat.press(message, buttons(message)[ONE])
    assert telegram.callback_answers[-1].text == "Diese Sitzung ist nicht mehr abrufbar."
    assert telegram.calls("sendDocument") == []


async def test_names_in_captions_are_text(chat: Chat, database: Database) -> None:
    await record(database, main_session(id="Hau-20270112", room="Saal <b>2</b> & Foyer"))
    (sent,) = await pressed(chat, await agenda(chat), ONE)
    assert "Saal <b>2</b> & Foyer" in sent["caption"]


async def test_a_group_gets_it_in_its_topic(telegram: Telegram) -> None:
    forum = telegram.add_forum("Fraktion")
    topic = telegram.add_topic(forum, "Sitzungen")
    chat = Chat(telegram, forum)
    (message,) = await chat.answers("/tagesordnung Hauptausschuss", topic=topic)
    (sent,) = await pressed(chat, message, ONE)
    assert sent["message_thread_id"] == topic


async def test_in_english(telegram: Telegram) -> None:
    chat = Chat(telegram, telegram.add_private_chat("Ann", language_code="en"))
    (message,) = await chat.answers("/agenda Hauptausschuss")
    (sent,) = await pressed(chat, message, "Add to calendar")
    assert "fetch it once more" in sent["caption"]
    assert "The end is not published." in str(opened(telegram).events[0]["DESCRIPTION"])
