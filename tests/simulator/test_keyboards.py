from typing import Any

import pytest

from simulator.telegram import Telegram
from tests.simulator.calling import Caller

DATA = {"text": "Ja", "callback_data": "y"}


async def refused(telegram: Telegram, call: Caller, markup: object) -> str:
    chat = telegram.add_private_chat()
    return (await call("sendMessage", chat_id=chat, text="x", reply_markup=markup)).refusal


async def kept(telegram: Telegram, call: Caller, markup: object) -> Any:
    chat = telegram.add_private_chat()
    return (await call("sendMessage", chat_id=chat, text="x", reply_markup=markup)).result.get("reply_markup")


async def test_keyboard_is_kept_as_sent(telegram: Telegram, call: Caller) -> None:
    markup = {"inline_keyboard": [[DATA], [{"text": "Web", "url": "https://a.example/x"}]]}
    assert await kept(telegram, call, markup) == markup


async def test_64_bytes_of_data_are_taken(telegram: Telegram, call: Caller) -> None:
    assert await kept(telegram, call, {"inline_keyboard": [[{"text": "Ja", "callback_data": "ä" * 32}]]})


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"text": "x", "callback_data": "ä" * 32 + "x"}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "url": "http://localhost:8080/x"}, "BUTTON_URL_INVALID"),
        (
            {"text": "x", "url": "happ://a.b"},
            "inline keyboard button URL 'happ://a.b' is invalid: Unsupported URL protocol",
        ),
        ({"text": "x", "url": "https://"}, "inline keyboard button URL 'https://' is invalid: URL host is empty"),
        ({"text": "x", "url": "kein Link"}, "inline keyboard button URL 'kein Link' is invalid: Wrong HTTP URL"),
        ({"text": "x"}, "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
        ({"text": " ", "callback_data": "y"}, "inline keyboard button text must be non-empty"),
        ({"callback_data": "y"}, "can't parse inline keyboard button: Can't find field \"text\""),
        ({"text": 1, "callback_data": "y"}, 'can\'t parse inline keyboard button: Field "text" must be of type String'),
        ({"text": "x", "callback_data": "y", "url": "https://a.example"}, "BUTTON_TYPE_INVALID"),
        (
            {"text": "x", "callback_data": "y", "style": "rosa"},
            "can't parse inline keyboard button: invalid button style specified",
        ),
        ("x", "can't parse inline keyboard button: InlineKeyboardButton must be an Object"),
    ],
)
async def test_wrong_button_is_refused(telegram: Telegram, call: Caller, button: object, words: str) -> None:
    assert await refused(telegram, call, {"inline_keyboard": [[button]]}) == words
    assert not telegram.messages(next(iter(telegram.chat_ids)))


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("{", "can't parse reply keyboard markup JSON object"),
        ([DATA], "object expected as reply markup"),
        (
            {"inline_keyboard": [DATA]},
            'field "inline_keyboard" of the InlineKeyboardMarkup should be an Array of Arrays',
        ),
        ({"inline_keyboard": [[DATA] * 9]}, "reply markup is too long"),
        ({"inline_keyboard": [[DATA] * 8] * 12 + [[DATA] * 5]}, "reply markup is too long"),
    ],
)
async def test_wrong_keyboard_is_refused(telegram: Telegram, call: Caller, markup: object, words: str) -> None:
    assert await refused(telegram, call, markup) == words


async def test_a_hundred_buttons_are_taken(telegram: Telegram, call: Caller) -> None:
    markup = {"inline_keyboard": [[DATA] * 8] * 12 + [[DATA] * 4]}
    assert await kept(telegram, call, markup) == markup


@pytest.mark.parametrize(
    "markup", [{"inline_keyboard": []}, {"inline_keyboard": [[]]}, {"force_reply": True}, {"remove_keyboard": True}]
)
async def test_message_without_buttons_has_no_keyboard(telegram: Telegram, call: Caller, markup: object) -> None:
    assert await kept(telegram, call, markup) is None
