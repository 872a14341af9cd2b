"""In groups admins decide what is followed, topic by topic; anybody may look."""

import pytest

from simulator.telegram import Telegram
from storage.database import Database
from tests.handlers.calendar import record_calendar
from tests.handlers.conftest import Chat, buttons, now, stored


@pytest.fixture
async def database(database: Database) -> Database:
    await record_calendar(database)
    return database


async def test_only_admins_follow_and_end_anybody_looks(telegram: Telegram, database: Database) -> None:
    admin, member = telegram.add_person("Ada"), telegram.add_person("Mia")
    group = Chat(telegram, telegram.add_group("Fraktion Linden", [admin, member]))
    (card,) = await group.answers("/status 20-1554", sender=member)
    telegram.press(group.id, card["message_id"], "v1:fp:1", sender=member)
    await telegram.wait_until(lambda: len(telegram.callback_answers) == 1)
    assert telegram.callback_answers[-1].text.startswith("In dieser Gruppe entscheiden nur Admins")
    telegram.press(group.id, card["message_id"], "v1:yp:1", sender=member)
    await telegram.wait_until(lambda: len(telegram.callback_answers) == 2)
    assert await stored(database, "SELECT * FROM subscribers") == []
    await group.press(card, "v1:yp:1")
    assert await stored(database, "SELECT chat, kind FROM subscribers") == [(group.id, "group")]
    telegram.press(group.id, card["message_id"], "v1:stop:1", sender=member)
    await telegram.wait_until(lambda: len(telegram.callback_answers) == 4)
    assert len(await stored(database, "SELECT * FROM subscriptions")) == 1
    (listed,) = await group.answers("/abos", sender=member)
    assert "1. 20-1554" in listed["text"]


async def test_who_is_no_admin_any_more_cannot_decide(telegram: Telegram, database: Database) -> None:
    admin, other = telegram.add_person("Ada"), telegram.add_person("Uwe")
    group = Chat(telegram, telegram.add_group("Fraktion Linden", [admin, other]))
    telegram.make_admin(group.id, other)
    (card,) = await group.answers("/status 20-1554")
    telegram.unmake_admin(group.id, other)
    telegram.press(group.id, card["message_id"], "v1:yp:1", sender=other)
    await telegram.wait_until(lambda: len(telegram.callback_answers) == 1)
    assert await stored(database, "SELECT * FROM subscribers") == []


async def test_a_subscription_belongs_to_the_topic_where_the_button_was_pressed(
    telegram: Telegram, database: Database
) -> None:
    forum = Chat(telegram, telegram.add_forum("Fraktion Linden"))
    topic = telegram.add_topic(forum.id, "Verkehr")
    (card,) = await forum.answers("/status 20-1554", topic=topic)
    await forum.press(card, "v1:fp:1")
    await forum.settled()
    consent = forum.heard()[-1]
    assert consent["message_thread_id"] == topic
    await forum.press(consent, buttons(consent)["Einverstanden, folgen"])
    assert await stored(database, "SELECT chat, topic FROM subscribers") == [(forum.id, topic)]
    assert "20-1554" in (await forum.answers("/abos", topic=topic))[0]["text"]
    (elsewhere,) = await forum.answers("/abos")
    assert elsewhere["text"].startswith("Du folgst noch nichts.")
    await forum.settled()
    assert now(forum, consent)["text"].startswith("Du folgst jetzt 20-1554.")


async def test_an_old_button_in_a_forum_does_not_guess_the_topic(telegram: Telegram, database: Database) -> None:
    forum = Chat(telegram, telegram.add_forum("Fraktion Linden"))
    telegram.press(forum.id, 987654, "v1:yp:1")
    await telegram.wait_until(lambda: len(telegram.callback_answers) == 1)
    assert telegram.callback_answers[-1].text == "Diesen Knopf kenne ich nicht mehr. Bitte frag noch einmal."
    assert await stored(database, "SELECT * FROM subscribers") == []
