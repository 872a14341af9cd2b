"""The simulator held against Telegram's own description of its Bot API, where that is at hand."""

import json
from functools import cache
from typing import Any

import aiohttp
import pytest

from simulator.journal import Shape
from simulator.methods import METHODS
from simulator.telegram import Telegram
from simulator.updates import KINDS
from tests.shared import SHARED
from tests.simulator.calling import Caller, a_png

FILE = SHARED / "botapi.json"
pytestmark = pytest.mark.skipif(not FILE.is_file(), reason="the Bot API as data is not on this machine")

SHAPES = {
    "Integer": {Shape.INTEGER},
    "Boolean": {Shape.BOOLEAN},
    "String": {Shape.STRING, Shape.FILE},
    "Integer or String": {Shape.CHAT},
    "InputFile or String": {Shape.FILE},
}
MARKUP = {"inline_keyboard": [[{"text": "Ja", "callback_data": "y"}, {"text": "Web", "url": "https://a.example/"}]]}
NAMES = [method.name for method in METHODS.values()]


@cache
def described() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return content


def faults(value: object, kind: str, place: str) -> list[str]:
    """Where a value is not of the described type; unknown fields included."""
    if kind.startswith("Array of "):
        if not isinstance(value, list):
            return [f"{place}: not an array"]
        inner = kind.removeprefix("Array of ")
        return [fault for number, each in enumerate(value) for fault in faults(each, inner, f"{place}[{number}]")]
    plain = {"Integer": int, "String": str, "Boolean": bool, "True": bool, "Float": float}.get(kind)
    if plain is not None:
        fits = isinstance(value, plain) and (kind != "Integer" or not isinstance(value, bool))
        return [] if fits else [f"{place}: {value!r} is no {kind}"]
    if not isinstance(value, dict):
        return [f"{place}: not an object"]
    return object_faults(value, kind, place)


def object_faults(value: dict[str, Any], kind: str, place: str) -> list[str]:
    variants = described()["types"][kind].get("subtypes")
    if variants:
        found = [object_faults(value, each, place) for each in variants]
        return min(found, key=len)
    fields = {field["name"]: field for field in described()["types"][kind].get("fields", [])}
    missing = [f"{place}: no {name}" for name, field in fields.items() if field["required"] and name not in value]
    unknown = [f"{place}: {kind} has no {name}" for name in value if name not in fields]
    wrong = [
        fault
        for name in value.keys() & fields.keys()
        for fault in min((faults(value[name], each, f"{place}.{name}") for each in fields[name]["types"]), key=len)
    ]
    return missing + unknown + wrong


@pytest.mark.parametrize("name", NAMES)
def test_method_takes_what_is_described(name: str) -> None:
    fields = described()["methods"][name].get("fields", [])
    shapes = METHODS[name.lower()].shapes
    assert set(shapes) == {field["name"] for field in fields}
    for field in fields:
        expected = SHAPES.get(" or ".join(field["types"]), {Shape.JSON, Shape.FILE})
        assert shapes[field["name"]] in expected, field["name"]


def test_kinds_of_updates_are_all_known() -> None:
    fields = {field["name"] for field in described()["types"]["Update"]["fields"]}
    assert fields - {"update_id"} == KINDS


@pytest.mark.parametrize("name", NAMES)
async def test_what_is_required_is_asked_for(telegram: Telegram, call: Caller, name: str) -> None:
    values = {
        "chat_id": telegram.add_private_chat(),
        "text": "x",
        "action": "typing",
        "message_id": 1,
        "commands": [{"command": "hilfe", "description": "Hilfe"}],
    }
    required = [field["name"] for field in described()["methods"][name].get("fields", []) if field["required"]]
    for missing in required:
        given = {each: values.get(each, "1") for each in required if each != missing}
        assert (await call(name, **given)).status == 400, missing


async def test_checker_finds_what_is_wrong() -> None:
    user = {"id": 1, "is_bot": False, "first_name": "Anna"}
    assert faults(user, "User", "u") == []
    assert faults({**user, "id": "1", "age": 7}, "User", "u") == ["u: User has no age", "u.id: '1' is no Integer"]
    assert faults({"id": 1}, "User", "u") == ["u: no is_bot", "u: no first_name"]


async def test_updates_have_the_described_shape(telegram: Telegram, call: Caller) -> None:
    anna = telegram.add_private_chat("Anna")
    telegram.write(anna, "/start p_1 https://rat.example.de @jemand #Verkehr a@b.example")
    await call("sendMessage", chat_id=anna, text="<b>x</b>", parse_mode="HTML", reply_markup=MARKUP)
    telegram.write(anna, "ja", reply_to=2)
    telegram.press(anna, 2, "y")
    telegram.press(anna, 99, "y")
    group = telegram.add_group("Fraktion")
    jonas = telegram.add_person("Jonas")
    telegram.join(group, jonas)
    telegram.leave(group, jonas)
    telegram.remove_bot(group)
    telegram.remove_bot(anna)
    telegram.add_bot(anna)
    telegram.add_bot(group)
    telegram.make_admin(group, 123456)
    telegram.migrate(group)
    topic = telegram.add_topic(telegram.add_forum("Fraktion", [anna], announce=False), "Verkehr")
    updates = (await call("getUpdates")).result
    assert topic == updates[-1]["message"]["message_thread_id"]
    assert len(updates) == 18
    assert faults(updates, "Array of Update", "updates") == []


async def test_results_have_the_described_type(
    telegram: Telegram, call: Caller, session: aiohttp.ClientSession
) -> None:
    chat = telegram.add_private_chat()
    group = telegram.add_group("Fraktion", [chat, jonas := telegram.add_person("Jonas")], announce=False)
    telegram.make_admin(group, jonas)
    telegram.press(chat, 1, "y")
    query = (await call("getUpdates")).result[0]["callback_query"]["id"]
    form = aiohttp.FormData({"chat_id": str(chat), "caption": "<i>c</i>", "parse_mode": "HTML"})
    form.add_field("document", b"x", filename="a.txt")
    async with session.post(f"{call.address}/sendDocument", data=form) as answer:
        document = (await answer.json())["result"]
    assert faults(document, "Message", "sendDocument") == []
    form = aiohttp.FormData({"chat_id": str(chat)})
    form.add_field("photo", a_png(), filename="a.png")
    async with session.post(f"{call.address}/sendPhoto", data=form) as answer:
        assert faults((await answer.json())["result"], "Message", "sendPhoto") == []
    html = (
        "<b>a</b><i>b</i><u>c</u><s>d</s><tg-spoiler>e</tg-spoiler><code>f</code><pre>g</pre>"
        '<blockquote expandable>h</blockquote><a href="https://a.example">i</a>'
    )
    done: dict[str, dict[str, object]] = {
        "sendMessage": {
            "chat_id": chat,
            "text": html,
            "parse_mode": "HTML",
            "reply_markup": MARKUP,
            "reply_parameters": {"message_id": document["message_id"]},
            "link_preview_options": {"is_disabled": True},
        },
        "editMessageText": {"chat_id": chat, "message_id": 3, "text": "neu", "reply_markup": MARKUP},
        "editMessageReplyMarkup": {"chat_id": chat, "message_id": 3},
        "deleteMessage": {"chat_id": chat, "message_id": 3},
        "answerCallbackQuery": {"callback_query_id": query},
        "sendChatAction": {"chat_id": chat, "action": "typing"},
        "setMyCommands": {"commands": [{"command": "hilfe", "description": "Hilfe"}]},
        "setMyDescription": {"description": "x"},
        "setMyShortDescription": {"short_description": "x"},
        "getFile": {"file_id": document["document"]["file_id"]},
        "getChatMember": {"chat_id": group, "user_id": chat},
        "getChatAdministrators": {"chat_id": group, "return_bots": True},
    }
    for name in [*done, *(each for each in NAMES if each not in done and each not in {"sendDocument", "sendPhoto"})]:
        result = (await call(name, **done.get(name, {}))).result
        returned = described()["methods"][name]["returns"]
        assert min((faults(result, kind, name) for kind in returned), key=len) == []
