"""Who is what in a group."""

import pytest

from simulator.telegram import Telegram
from tests.simulator.calling import Caller


async def test_the_first_member_has_created_the_group(telegram: Telegram, call: Caller) -> None:
    anna, jonas, mia = (telegram.add_person(name) for name in ("Anna", "Jonas", "Mia"))
    group = telegram.add_group("Fraktion", [anna, jonas], announce=False)
    telegram.make_admin(group, jonas)

    async def status(person: int) -> object:
        return (await call("getChatMember", chat_id=group, user_id=person)).result["status"]

    assert [await status(each) for each in (anna, jonas, mia)] == ["creator", "administrator", "left"]
    telegram.unmake_admin(group, jonas)
    assert await status(jonas) == "member"
    telegram.leave(group, anna)
    assert await status(anna) == "left"


async def test_administrators_are_named_the_bot_only_if_asked_for(telegram: Telegram, call: Caller) -> None:
    anna, jonas = telegram.add_person("Anna"), telegram.add_person("Jonas")
    group = telegram.add_group("Fraktion", [anna, jonas], announce=False)
    telegram.make_admin(group, 123456)

    async def named(**parameters: object) -> list[int]:
        result = (await call("getChatAdministrators", chat_id=group, **parameters)).result
        return [each["user"]["id"] for each in result]

    assert await named() == [anna]
    assert await named(return_bots=True) == [anna, 123456]


async def test_bot_knows_its_own_place(telegram: Telegram, call: Caller) -> None:
    group = telegram.add_group("Fraktion", announce=False)
    assert (await call("getChatMember", chat_id=group, user_id=123456)).result["status"] == "member"
    telegram.remove_bot(group)
    assert (await call("getChatMember", chat_id=group, user_id=123456)).status == 403


async def test_what_cannot_be_asked_is_refused(telegram: Telegram, call: Caller) -> None:
    chat = telegram.add_private_chat()
    assert (await call("getChatMember", chat_id=chat, user_id=chat)).result["status"] == "member"
    assert (await call("getChatMember", chat_id=chat, user_id=5)).refusal == "user not found"
    assert (await call("getChatMember", chat_id=chat)).refusal == "invalid user_id specified"
    assert (await call("getChatMember", chat_id=5, user_id=chat)).refusal == "chat not found"
    refused = await call("getChatAdministrators", chat_id=chat)
    assert refused.refusal == "there are no administrators in the private chat"


def test_administrators_are_people_of_a_group() -> None:
    telegram = Telegram()
    chat = telegram.add_private_chat()
    with pytest.raises(ValueError, match="nur in Gruppen"):
        telegram.make_admin(chat, chat)
    group = telegram.add_group("Fraktion", [chat], announce=False)
    with pytest.raises(ValueError, match="Jonas ist nicht in der Gruppe"):
        telegram.make_admin(group, telegram.add_person("Jonas"))
