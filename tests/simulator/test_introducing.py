import pytest

from simulator.telegram import Telegram
from tests.simulator.calling import Caller

HELP = {"command": "hilfe", "description": "Was ich kann"}


async def test_bot_is_in_privacy_mode(call: Caller) -> None:
    bot = (await call("getMe")).result
    assert (bot["id"], bot["username"], bot["is_bot"]) == (123456, "ratsbote_bot", True)
    assert bot["can_read_all_group_messages"] is False


async def test_commands_are_kept_by_scope_and_language(call: Caller) -> None:
    private = {"type": "all_private_chats"}
    assert (await call("setMyCommands", commands=[HELP], scope=private, language_code="de")).result is True
    assert (await call("getMyCommands", scope=private, language_code="de")).result == [HELP]
    assert (await call("getMyCommands", scope=private)).result == []
    assert (await call("getMyCommands", language_code="de")).result == []
    assert (await call("deleteMyCommands", scope=private, language_code="de")).result is True
    assert (await call("getMyCommands", scope=private, language_code="de")).result == []


@pytest.mark.parametrize(
    ("commands", "words"),
    [
        ("", "can't parse commands JSON object"),
        ("{", "can't parse commands JSON object"),
        ({}, "expected an Array of BotCommand"),
        (["hilfe"], "can't parse BotCommand: expected an Object"),
        ([{"command": "hilfe"}], "can't parse BotCommand: Can't find field \"description\""),
        ([{**HELP, "command": "Hilfe"}], "BOT_COMMAND_INVALID"),
        ([{**HELP, "command": "löschen"}], "BOT_COMMAND_INVALID"),
        ([{**HELP, "command": "/"}], "command must be non-empty"),
        ([{**HELP, "command": "x" * 33}], "command length must not exceed 32"),
        ([{**HELP, "description": " "}], "command description must be non-empty"),
        ([{**HELP, "description": "x" * 257}], "command description length must not exceed 256"),
        ([HELP] * 101, "BOT_COMMANDS_TOO_MUCH"),
        ([{**HELP, "description": "x" * 256}] * 40, "BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_wrong_commands_are_refused(call: Caller, commands: object, words: str) -> None:
    assert (await call("setMyCommands", commands=commands)).refusal == words


@pytest.mark.parametrize(
    ("scope", "words"),
    [
        ({"type": "everybody"}, "can't parse BotCommandScope: Unsupported type specified"),
        ({"type": "chat"}, "can't parse BotCommandScope: Can't find field \"chat_id\""),
        ({"type": "chat", "chat_id": 5}, "chat not found"),
        (["default"], "can't parse BotCommandScope: BotCommandScope must be an Object"),
    ],
)
async def test_wrong_scope_is_refused(call: Caller, scope: object, words: str) -> None:
    assert (await call("getMyCommands", scope=scope)).refusal == words


async def test_scope_of_one_chat_is_taken(telegram: Telegram, call: Caller) -> None:
    scope = {"type": "chat", "chat_id": telegram.add_private_chat()}
    await call("setMyCommands", commands=[HELP], scope=scope)
    assert (await call("getMyCommands", scope=scope)).result == [HELP]


async def test_wrong_language_is_refused(call: Caller) -> None:
    assert (await call("getMyCommands", language_code="deutsch")).refusal == "invalid language code specified"


@pytest.mark.parametrize(("kind", "longest"), [("description", 512), ("short_description", 120)])
async def test_description_falls_back_to_the_one_for_everybody(call: Caller, kind: str, longest: int) -> None:
    name = "".join(part.capitalize() for part in kind.split("_"))
    await call(f"setMy{name}", **{kind: "x" * longest})
    await call(f"setMy{name}", **{kind: "auf Deutsch"}, language_code="de")
    assert (await call(f"getMy{name}", language_code="de")).result == {kind: "auf Deutsch"}
    assert (await call(f"getMy{name}", language_code="en")).result == {kind: "x" * longest}
    assert (await call(f"setMy{name}", **{kind: "x" * (longest + 1)})).status == 400
