import aiohttp
import pytest

from simulator.answers import NOT_MODIFIED
from simulator.telegram import Telegram
from tests.simulator.calling import Caller

MARKUP = {"inline_keyboard": [[{"text": "Ja", "callback_data": "y"}]]}


@pytest.fixture
async def chat(telegram: Telegram, call: Caller) -> int:
    """With one message of the bot, number 1, which has a keyboard."""
    number = telegram.add_private_chat()
    await call("sendMessage", chat_id=number, text="alt", reply_markup=MARKUP)
    return number


async def test_edited_message_takes_the_place_of_the_old_one(telegram: Telegram, call: Caller, chat: int) -> None:
    edited = (await call("editMessageText", chat_id=chat, message_id=1, text="neu", reply_markup=MARKUP)).result
    assert telegram.messages(chat) == [edited]
    assert (edited["text"], edited["reply_markup"]) == ("neu", MARKUP)
    assert edited["edit_date"] >= edited["date"]


async def test_edit_without_keyboard_takes_it_away(call: Caller, chat: int) -> None:
    assert "reply_markup" not in (await call("editMessageText", chat_id=chat, message_id=1, text="alt")).result


async def test_keyboard_is_edited_alone(call: Caller, chat: int) -> None:
    edited = (await call("editMessageReplyMarkup", chat_id=chat, message_id=1)).result
    assert edited["text"] == "alt"
    assert "reply_markup" not in edited


async def test_same_content_is_refused(call: Caller, chat: int) -> None:
    same = await call("editMessageText", chat_id=chat, message_id=1, text="alt ", reply_markup=MARKUP)
    assert same.refusal == NOT_MODIFIED
    assert (
        await call("editMessageReplyMarkup", chat_id=chat, message_id=1, reply_markup=MARKUP)
    ).refusal == NOT_MODIFIED


@pytest.mark.parametrize(
    ("message_id", "words"),
    [
        (99, "message to edit not found"),
        (0, "message identifier is not specified"),
        ("eins", "message identifier is not specified"),
    ],
)
async def test_unknown_message_is_refused(call: Caller, chat: int, message_id: object, words: str) -> None:
    assert (await call("editMessageText", chat_id=chat, message_id=message_id, text="x")).refusal == words


async def test_what_a_person_wrote_cannot_be_edited(telegram: Telegram, call: Caller, chat: int) -> None:
    telegram.write(chat, "meins")
    assert (await call("editMessageText", chat_id=chat, message_id=2, text="x")).refusal == "message can't be edited"


async def test_file_has_no_text_to_edit(telegram: Telegram, session: aiohttp.ClientSession, call: Caller) -> None:
    chat = telegram.add_private_chat()
    form = aiohttp.FormData({"chat_id": str(chat)})
    form.add_field("document", b"x", filename="a.txt")
    async with session.post(f"{call.address}/sendDocument", data=form) as answer:
        number = (await answer.json())["result"]["message_id"]
    refused = await call("editMessageText", chat_id=chat, message_id=number, text="x")
    assert refused.refusal == "there is no text in the message to edit"


async def test_inline_messages_do_not_exist(call: Caller) -> None:
    assert (await call("editMessageText", text="x")).refusal == "message identifier is not specified"
    assert (await call("editMessageText", text="x", inline_message_id="a")).refusal == "MESSAGE_ID_INVALID"
