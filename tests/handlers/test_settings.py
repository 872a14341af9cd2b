"""`/einstellungen`: one message that edits itself, and nothing stored before a word of consent."""

import asyncio
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from council.served.lead_times import parse_lead_times
from handlers.desk import Desk
from simulator.telegram import Telegram
from storage.database import Database
from storage.subscribers import Defaults
from tests.handlers.conftest import Chat, answering_bot, buttons, now, pressed, stored

CHOICES = "SELECT language, remind_before, quiet_hours FROM subscribers"


def answered(telegram: Telegram, number: int) -> bool:
    """Whether so many presses had their answer."""
    return len(telegram.callback_answers) == number


async def shown(chat: Chat, *labels: str) -> dict[str, Any]:
    """The settings after these buttons of the one message were pressed."""
    (message,) = await chat.answers("/einstellungen")
    return await after(chat, message, *labels)


async def after(chat: Chat, message: dict[str, Any], *labels: str) -> dict[str, Any]:
    for label in labels:
        assert await pressed(chat, now(chat, message), label) == []
    return now(chat, message)


@pytest.fixture
async def agreed(chat: Chat, database: Database) -> Chat:
    """A chat that agreed to be remembered, and is back at the defaults."""
    await shown(chat, "Erinnerungen", "eine Stunde vorher", "Einverstanden", "Wie vorgegeben")
    assert await stored(database, CHOICES) == [("de", None, None)]
    return chat


async def test_every_setting_can_be_read(chat: Chat) -> None:
    message = await shown(chat)
    assert message["text"].splitlines() == [
        "Einstellungen",
        "Für diesen Chat:",
        "Sprache: Deutsch",
        "Erinnerungen: einen Tag und 2 Stunden vor der Sitzung (Vorgabe)",
        "Ruhezeit: von 21:00 bis 07:00 Uhr (Vorgabe)",
    ]
    assert list(buttons(message)) == ["Sprache / Language", "Erinnerungen", "Ruhezeit"]
    assert await chat.ask("/settings") == await chat.ask("einstellungen") == message["text"]


async def test_nothing_is_stored_before_the_consent(chat: Chat, database: Database) -> None:
    message = await shown(chat, "Ruhezeit", "Keine Ruhezeit")
    assert message["text"].startswith("Soll ich mir deine Einstellung merken?\nDafür muss ich mir etwas merken:")
    assert await stored(database, CHOICES) == []
    declined = await after(chat, message, "Nein danke")
    assert declined["text"] == "In Ordnung. Ich habe nichts gespeichert."
    assert await stored(database, CHOICES) == []


async def test_consent_makes_the_choice_and_shows_it(chat: Chat, database: Database) -> None:
    message = await shown(chat, "Ruhezeit", "Keine Ruhezeit", "Einverstanden")
    assert message["text"].startswith("Ruhezeit: keine\n")
    assert "✓ Keine Ruhezeit" in buttons(message)
    assert await stored(database, CHOICES) == [("de", None, "-")]
    assert await stored(database, "SELECT consent FROM subscribers") == [(1,)]


async def test_reminders_are_switched_one_by_one(agreed: Chat, database: Database) -> None:
    message = await shown(agreed, "Erinnerungen", "eine Woche vorher", "✓ einen Tag vorher")
    assert message["text"].startswith("Erinnerungen: eine Woche und 2 Stunden vor der Sitzung\n")
    assert list(buttons(message)) == [
        "✓ eine Woche vorher",
        "3 Tage vorher",
        "einen Tag vorher",
        "✓ 2 Stunden vorher",
        "eine Stunde vorher",
        "30 Minuten vorher",
        "Keine Erinnerungen",
        "Wie vorgegeben",
        "‹ Alle Einstellungen",
    ]
    assert await stored(database, CHOICES) == [("de", "1w,2h", None)]
    none = await after(agreed, message, "✓ eine Woche vorher", "✓ 2 Stunden vorher")
    assert none["text"].startswith("Erinnerungen: keine\n")
    assert await stored(database, CHOICES) == [("de", "-", None)]
    usual = await after(agreed, none, "Wie vorgegeben", "‹ Alle Einstellungen")
    assert "Erinnerungen: einen Tag und 2 Stunden vor der Sitzung (Vorgabe)" in usual["text"]


async def test_a_sixth_reminder_is_refused_with_a_word(agreed: Chat, telegram: Telegram, database: Database) -> None:
    more = ("eine Woche vorher", "3 Tage vorher", "eine Stunde vorher")
    message = await shown(agreed, "Erinnerungen", *more)
    await agreed.press(message, buttons(message)["30 Minuten vorher"])
    assert telegram.callback_answers[-1].text.startswith("Mehr als 5 Erinnerungen vor einer Sitzung schicke ich nicht.")
    assert await stored(database, CHOICES) == [("de", "1w,3d,1d,2h,1h", None)]


async def test_a_button_says_the_wanted_state(agreed: Chat, database: Database) -> None:
    message = await shown(agreed, "Erinnerungen")
    for _ in range(3):
        await agreed.press(message, "v1:wish:on:30m")
    assert await stored(database, CHOICES) == [("de", "1d,2h,30m", None)]


async def test_quiet_hours_are_chosen_and_given_back(agreed: Chat, database: Database) -> None:
    message = await shown(agreed, "Ruhezeit", "22:00 bis 06:00 Uhr")
    assert message["text"].startswith(
        "Ruhezeit: von 22:00 bis 06:00 Uhr\nIn der Ruhezeit warte ich; verloren geht nichts."
    )
    assert "✓ 22:00 bis 06:00 Uhr" in buttons(message)
    assert await stored(database, CHOICES) == [("de", None, "22:00-06:00")]
    await after(agreed, message, "‹ Alle Einstellungen", "Alles wie vorgegeben")
    assert await stored(database, CHOICES) == [("de", None, None)]


async def test_the_chosen_language_comes_before_telegrams(agreed: Chat, database: Database) -> None:
    message = await shown(agreed, "Sprache / Language", "English")
    assert message["text"].startswith("Language: English\n")
    assert (await agreed.ask("/settings")).startswith("Settings\nFor this chat:\nLanguage: English\n")
    assert (await agreed.ask("/abos")).startswith("You do not follow anything yet.")
    await after(agreed, message, "‹ All settings", "All back to default")
    assert (await agreed.ask("/settings")).startswith("Einstellungen\n")
    assert await stored(database, CHOICES) == [("de", None, None)]


async def test_in_a_group_only_admins_choose_for_its_topic(telegram: Telegram, database: Database) -> None:
    admin, member = telegram.add_person("Ada"), telegram.add_person("Mia")
    group = Chat(telegram, telegram.add_forum("Fraktion Linden", [admin, member]))
    topic = telegram.add_topic(group.id, "Verkehr")
    (message,) = await group.answers("/einstellungen", sender=member, topic=topic)
    assert "Für dieses Thema der Gruppe (ändern können nur Admins):" in message["text"]
    for number, data in enumerate(("v1:wish:lang:en", "v1:ywish:lang:en"), start=1):
        telegram.press(group.id, message["message_id"], data, sender=member)
        await telegram.wait_until(partial(answered, telegram, number))
        assert telegram.callback_answers[-1].text.startswith("In dieser Gruppe entscheiden nur Admins")
    assert await stored(database, CHOICES) == []
    await group.press(message, "v1:ywish:lang:en")
    await group.settled()
    assert await stored(database, "SELECT chat, topic, language FROM subscribers") == [(group.id, topic, "en")]
    assert (await group.answers("/settings", topic=topic))[0]["text"].startswith("Settings\nFor this topic")
    assert (await group.answers("/settings"))[0]["text"].startswith("Einstellungen\nFür diese Gruppe (")


async def test_two_admins_at_once_lose_nothing(telegram: Telegram, database: Database) -> None:
    admin, other = telegram.add_person("Ada"), telegram.add_person("Uwe")
    group = Chat(telegram, telegram.add_group("Fraktion Linden", [admin, other]))
    telegram.make_admin(group.id, other)
    (message,) = await group.answers("/einstellungen")
    await group.press(message, "v1:ywish:leads")
    telegram.press(group.id, message["message_id"], "v1:wish:on:1w", sender=admin)
    telegram.press(group.id, message["message_id"], "v1:wish:on:30m", sender=other)
    await asyncio.gather(group.settled(), telegram.wait_until(lambda: len(telegram.callback_answers) == 3))
    assert await stored(database, CHOICES) == [("de", "1w,1d,2h,30m", None)]


async def test_what_the_operator_set_can_be_switched_too(desk: Desk, database: Database) -> None:
    usual = Defaults(remind_before=parse_lead_times("1d@18:00"), quiet_hours=None)
    async with answering_bot(replace(desk, defaults=usual)) as telegram:
        chat = Chat(telegram, telegram.add_private_chat("Anna"))
        message = await shown(chat, "Erinnerungen")
        assert message["text"].startswith("Erinnerungen: einen Tag (um 18:00 Uhr) vor der Sitzung (Vorgabe)")
        message = await after(chat, message, "✓ einen Tag (um 18:00 Uhr) vorher", "Einverstanden")
        assert message["text"].startswith("Erinnerungen: keine\n")


@pytest.mark.parametrize(
    "data", ["v1:wish:", "v1:wish:on:9x", "v1:wish:lang:fr", "v1:wish:quiet:07:00-07:00", "v1:set:1"]
)
async def test_made_up_choices_change_nothing(agreed: Chat, telegram: Telegram, database: Database, data: str) -> None:
    before = await stored(database, "SELECT * FROM subscribers")
    await agreed.press(await shown(agreed), data)
    assert telegram.callback_answers[-1].text == "Diesen Knopf kenne ich nicht mehr. Bitte frag noch einmal."
    assert await stored(database, "SELECT * FROM subscribers") == before
