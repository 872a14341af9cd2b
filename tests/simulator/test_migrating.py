"""A group that becomes a supergroup."""

import pytest

from simulator.telegram import Telegram
from simulator.trouble import Trouble
from tests.simulator.calling import Caller


async def test_bot_hears_it_in_both_chats(telegram: Telegram, call: Caller) -> None:
    old = telegram.add_group("Fraktion", announce=False)
    new = telegram.migrate(old)
    member, there, here = (await call("getUpdates")).result
    assert new < -1_000_000_000_000
    assert member["my_chat_member"]["chat"] == {"id": new, "title": "Fraktion", "type": "supergroup"}
    assert member["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert (there["message"]["chat"]["id"], there["message"]["migrate_to_chat_id"]) == (old, new)
    assert (here["message"]["chat"]["id"], here["message"]["migrate_from_chat_id"]) == (new, old)
    assert here["message"]["sender_chat"]["id"] == new


@pytest.mark.parametrize(
    ("method", "parameters"),
    [
        ("sendMessage", {"text": "x"}),
        ("editMessageText", {"message_id": 1, "text": "y"}),
        ("deleteMessage", {"message_id": 1}),
        ("sendChatAction", {"action": "typing"}),
        ("getChatAdministrators", {}),
    ],
)
async def test_old_number_is_answered_with_the_new_one(
    telegram: Telegram, call: Caller, method: str, parameters: dict[str, object]
) -> None:
    old = telegram.add_group("Fraktion", announce=False)
    await call("sendMessage", chat_id=old, text="x")
    new = telegram.migrate(old)
    assert (await call(method, chat_id=old, **parameters)).content == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": new},
    }


async def test_people_keep_their_messages_which_the_bot_cannot_reach_any_more(telegram: Telegram, call: Caller) -> None:
    old = telegram.add_group("Fraktion", announce=False)
    await call("sendMessage", chat_id=old, text="vorher")
    new = telegram.migrate(old)
    after = (await call("sendMessage", chat_id=new, text="nachher")).result
    assert after["chat"]["type"] == "supergroup"
    assert [each["text"] for each in telegram.answers(new)] == ["vorher", "nachher"]
    assert telegram.answers(old) == telegram.answers(new)
    assert telegram.chat_ids == (new,)
    refused = await call("editMessageText", chat_id=new, message_id=1, text="x")
    assert refused.refusal == "message to edit not found"
    refused = await call("deleteMessage", chat_id=new, message_id=1)
    assert refused.refusal == "message to delete not found"
    edited = await call("editMessageText", chat_id=new, message_id=after["message_id"], text="y")
    assert edited.status == 200


async def test_life_goes_on_in_the_supergroup(telegram: Telegram, call: Caller) -> None:
    anna, jonas = telegram.add_person("Anna"), telegram.add_person("Jonas")
    old = telegram.add_group("Fraktion", [anna, jonas], announce=False)
    telegram.make_admin(old, jonas)
    new = telegram.migrate(old)
    assert telegram.write(old, "/hilfe") is not None
    administrators = (await call("getChatAdministrators", chat_id=new)).result
    assert [each["user"]["id"] for each in administrators] == [anna, jonas]
    telegram.remove_bot(new)
    refused = await call("sendMessage", chat_id=new, text="x")
    assert refused.content["description"] == "Forbidden: bot was kicked from the supergroup chat"
    assert telegram.add_group("Andere", announce=False) not in (old, new)


def test_bot_that_was_out_hears_nothing_of_it() -> None:
    telegram = Telegram()
    group = telegram.add_group("Fraktion", announce=False)
    telegram.give_trouble(group, Trouble.KICKED)
    telegram.migrate(group)
    assert telegram.unconfirmed == 0


def test_only_groups_migrate_and_only_once() -> None:
    telegram = Telegram()
    group = telegram.add_group("Fraktion", announce=False)
    telegram.migrate(group)
    for chat in (group, telegram.add_private_chat()):
        with pytest.raises(ValueError, match="Nur eine Gruppe"):
            telegram.migrate(chat)
