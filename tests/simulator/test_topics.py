"""Forums: supergroups with topics."""

import pytest

from simulator.telegram import Telegram
from tests.simulator.calling import Caller


async def test_message_stays_in_its_topic(telegram: Telegram, call: Caller) -> None:
    forum = telegram.add_forum("Fraktion", announce=False)
    topic = telegram.add_topic(forum, "Verkehr")
    telegram.write(forum, "/hilfe", topic=topic)
    created, asked = (each["message"] for each in (await call("getUpdates")).result)
    assert created["forum_topic_created"]["name"] == "Verkehr"
    assert asked["message_thread_id"] == topic
    assert asked["chat"]["is_forum"] is True
    sent = (await call("sendMessage", chat_id=forum, text="x", message_thread_id=topic)).result
    assert (sent["message_thread_id"], sent["is_topic_message"]) == (topic, True)
    edited = (await call("editMessageText", chat_id=forum, message_id=sent["message_id"], text="y")).result
    assert edited["message_thread_id"] == topic
    assert "message_thread_id" not in (await call("sendMessage", chat_id=forum, text="x")).result


async def test_topic_that_is_none_is_refused(telegram: Telegram, call: Caller) -> None:
    forum = telegram.add_forum("Fraktion")
    refused = await call("sendMessage", chat_id=forum, text="x", message_thread_id=99)
    assert refused.refusal == "message thread not found"
    with pytest.raises(ValueError, match="Das Thema 99"):
        telegram.write(forum, "x", topic=99)
    with pytest.raises(ValueError, match="nur in einem Forum"):
        telegram.add_topic(telegram.add_group("Fraktion"), "Verkehr")
