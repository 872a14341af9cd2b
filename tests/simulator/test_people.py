import pytest

from simulator.telegram import Telegram
from tests.simulator.calling import Caller


def test_commands_in_groups_reach_the_bot_unless_they_are_anothers() -> None:
    telegram = Telegram()
    group = telegram.add_group("Fraktion", announce=False)
    assert telegram.write(group, "/status 22-1001") is not None
    assert telegram.write(group, "/status@Ratsbote_Bot 22-1001") is not None
    assert telegram.write(group, "/status@other_bot 22-1001") is None


@pytest.mark.parametrize("text", ["22-1001", "@ratsbote_bot 22-1001", "schau: /status 22-1001"])
def test_other_words_in_groups_do_not_reach_the_bot(text: str) -> None:
    telegram = Telegram()
    group = telegram.add_group("Fraktion", announce=False)
    assert telegram.write(group, text) is None
    assert telegram.messages(group)[-1]["text"] == text
    assert telegram.unconfirmed == 0


async def test_replies_to_the_bot_reach_it(telegram: Telegram, call: Caller) -> None:
    group = telegram.add_group("Fraktion", announce=False)
    telegram.write(group, "unter uns")
    asked = (await call("sendMessage", chat_id=group, text="Welche?")).result
    assert telegram.write(group, "unter uns", reply_to=1) is None
    assert telegram.write(group, "22-1001", reply_to=asked["message_id"]) is not None
    update = (await call("getUpdates")).result[0]
    assert update["message"]["reply_to_message"]["text"] == "Welche?"


async def test_bot_hears_that_it_was_added(telegram: Telegram, call: Caller) -> None:
    telegram.add_group("Fraktion")
    member, service = (await call("getUpdates")).result
    assert member["my_chat_member"]["old_chat_member"]["status"] == "left"
    assert member["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert service["message"]["new_chat_members"][0]["username"] == "ratsbote_bot"


async def test_people_come_and_go(telegram: Telegram, call: Caller) -> None:
    group = telegram.add_group("Fraktion", announce=False)
    jonas = telegram.add_person("Jonas")
    telegram.join(group, jonas)
    telegram.leave(group, jonas)
    came, went = (await call("getUpdates")).result
    assert came["message"]["new_chat_members"][0]["first_name"] == "Jonas"
    assert went["message"]["left_chat_member"]["id"] == jonas


async def test_removed_bot_is_refused_with_403(telegram: Telegram, call: Caller) -> None:
    group = telegram.add_group("Fraktion", announce=False)
    telegram.remove_bot(group)
    refused = await call("sendMessage", chat_id=group, text="x")
    assert refused.status == 403
    assert refused.content["description"] == "Forbidden: bot was kicked from the group chat"
    assert telegram.write(group, "/status 1") is None
    updates = (await call("getUpdates")).result
    assert updates[-1]["my_chat_member"]["new_chat_member"]["status"] == "kicked"


async def test_blocked_bot_is_refused_until_it_is_unblocked(telegram: Telegram, call: Caller) -> None:
    chat = telegram.add_private_chat()
    telegram.remove_bot(chat)
    refused = await call("sendMessage", chat_id=chat, text="x")
    assert refused.content["description"] == "Forbidden: bot was blocked by the user"
    telegram.add_bot(chat)
    assert (await call("sendMessage", chat_id=chat, text="x")).status == 200
    was = [each["my_chat_member"]["old_chat_member"]["status"] for each in (await call("getUpdates")).result]
    assert was == ["member", "kicked"]


@pytest.mark.parametrize("text", ["", "  \n", "x" * 4097, "😀" * 2049])
def test_what_a_client_would_not_send_is_turned_down(text: str) -> None:
    telegram = Telegram()
    chat = telegram.add_private_chat()
    with pytest.raises(ValueError, match="Nachricht"):
        telegram.write(chat, text)
    assert not telegram.messages(chat)


def test_unknown_chats_and_messages_are_turned_down() -> None:
    telegram = Telegram()
    chat = telegram.add_private_chat()
    with pytest.raises(ValueError, match="Den Chat 5 gibt es nicht"):
        telegram.write(5, "x")
    with pytest.raises(ValueError, match="Die Nachricht 9 gibt es"):
        telegram.write(chat, "x", reply_to=9)
    with pytest.raises(ValueError, match="1 bis 64 Bytes"):
        telegram.press(chat, 1, "ä" * 33)


async def test_others_can_write_and_press_in_groups(telegram: Telegram, call: Caller) -> None:
    anna, jonas = telegram.add_person("Anna"), telegram.add_person("Jonas", language_code="en")
    group = telegram.add_group("Fraktion", [anna, jonas], announce=False)
    telegram.write(group, "/hilfe", sender=jonas)
    telegram.press(group, 1, "y", sender=jonas)
    written, pressed = (await call("getUpdates")).result
    assert written["message"]["from"] == pressed["callback_query"]["from"]
    assert written["message"]["from"] == {"id": jonas, "is_bot": False, "first_name": "Jonas", "language_code": "en"}
