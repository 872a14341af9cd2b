import json

import aiohttp
import pytest

from simulator.telegram import Telegram
from tests.simulator.calling import Caller


async def test_message_stands_in_the_chat(telegram: Telegram, call: Caller) -> None:
    chat = telegram.add_private_chat("Anna")
    sent = (await call("sendMessage", chat_id=chat, text="<b>Ja</b>", parse_mode="HTML")).result
    assert sent == telegram.messages(chat)[-1]
    assert sent["text"] == "Ja"
    assert sent["chat"] == {"id": chat, "first_name": "Anna", "type": "private"}
    assert sent["from"]["is_bot"]


async def test_numbers_of_messages_go_on_across_chats(telegram: Telegram, call: Caller) -> None:
    chats = telegram.add_private_chat(), telegram.add_private_chat("Jonas")
    numbers = [(await call("sendMessage", chat_id=chat, text="x")).result["message_id"] for chat in chats * 2]
    assert numbers == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("chat_id", "words"), [("", "chat_id is empty"), (1, "chat not found"), ("@nobody", "chat not found")]
)
async def test_unknown_chat_is_refused(call: Caller, chat_id: object, words: str) -> None:
    assert (await call("sendMessage", chat_id=chat_id, text="x")).refusal == words


async def test_missing_text_is_told_before_a_missing_chat(call: Caller) -> None:
    assert (await call("sendMessage", chat_id=1)).refusal == "message text is empty"


async def test_reply_quotes_without_the_quote_of_the_quote(telegram: Telegram, call: Caller) -> None:
    chat = telegram.add_private_chat()
    for number in (0, 1, 2):
        reply = {"message_id": number, "allow_sending_without_reply": True}
        await call("sendMessage", chat_id=chat, text=str(number + 1), reply_parameters=reply)
    last = telegram.messages(chat)[-1]
    assert last["reply_to_message"] == {**telegram.messages(chat)[0], "message_id": 2, "text": "2"}


async def test_reply_to_nothing_is_refused(telegram: Telegram, call: Caller) -> None:
    chat = telegram.add_private_chat()
    reply = {"message_id": 99}
    refused = await call("sendMessage", chat_id=chat, text="x", reply_parameters=reply)
    assert refused.refusal == "message to be replied not found"


async def test_message_to_a_topic_that_is_none_is_refused(telegram: Telegram, call: Caller) -> None:
    chat = telegram.add_private_chat()
    refused = await call("sendMessage", chat_id=chat, text="x", message_thread_id=5)
    assert refused.refusal == "message thread not found"


async def test_options_of_the_preview_are_kept(telegram: Telegram, call: Caller) -> None:
    chat = telegram.add_private_chat()
    sent = await call("sendMessage", chat_id=chat, text="x", link_preview_options={"is_disabled": True})
    assert sent.result["link_preview_options"] == {"is_disabled": True}


async def test_file_is_sent_fetched_and_sent_again(
    telegram: Telegram, call: Caller, session: aiohttp.ClientSession
) -> None:
    chat = telegram.add_private_chat()
    form = aiohttp.FormData(
        {"chat_id": str(chat), "caption": "<i>Termin</i>", "parse_mode": "HTML"}, quote_fields=False
    )
    form.add_field("document", b"BEGIN:VCALENDAR", filename="Sitzung März.ics", content_type="text/calendar")
    async with session.post(f"{call.address}/sendDocument", data=form) as answer:
        sent = (await answer.json())["result"]
    document = sent["document"]
    assert (document["file_name"], document["file_size"]) == ("Sitzung März.ics", 15)
    assert sent["caption"] == "Termin"
    assert sent["caption_entities"] == [{"offset": 0, "length": 6, "type": "italic"}]
    file = (await call("getFile", file_id=document["file_id"])).result
    async with session.get(f"{telegram.url}/file/bot{telegram.token}/{file['file_path']}") as answer:
        assert await answer.read() == b"BEGIN:VCALENDAR"
    again = await call("sendDocument", chat_id=chat, document=document["file_id"])
    assert again.result["document"] == document


async def test_file_may_be_attached_under_another_name(
    telegram: Telegram, call: Caller, session: aiohttp.ClientSession
) -> None:
    form = aiohttp.FormData({"chat_id": str(telegram.add_private_chat()), "document": "attach://one"})
    form.add_field("one", b"x", filename="a.txt")
    async with session.post(f"{call.address}/sendDocument", data=form) as answer:
        assert (await answer.json())["result"]["document"]["file_name"] == "a.txt"
    assert telegram.calls("sendDocument")[0].unknown_parameters == ()


async def test_empty_file_is_refused(telegram: Telegram, call: Caller, session: aiohttp.ClientSession) -> None:
    form = aiohttp.FormData({"chat_id": str(telegram.add_private_chat())})
    form.add_field("document", b"", filename="a.txt")
    async with session.post(f"{call.address}/sendDocument", data=form) as answer:
        assert (await answer.json())["description"] == "Bad Request: file must be non-empty"


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("", "there is no document in the request"),
        ("https://a.example/x.pdf", "failed to get HTTP URL content"),
        ("BQAC", "wrong remote file identifier specified: Wrong string length"),
    ],
)
async def test_missing_file_is_refused(telegram: Telegram, call: Caller, document: str, words: str) -> None:
    chat = telegram.add_private_chat()
    assert (await call("sendDocument", chat_id=chat, document=document)).refusal == words


async def test_unknown_file_is_refused(call: Caller) -> None:
    assert (await call("getFile", file_id="nothing")).refusal == "invalid file_id"


async def test_action_is_checked(telegram: Telegram, call: Caller) -> None:
    chat = telegram.add_private_chat()
    assert (await call("sendChatAction", chat_id=chat, action="typing")).result is True
    assert (await call("sendChatAction", chat_id=chat, action="dancing")).refusal == "wrong parameter action in request"


async def test_message_can_be_deleted_once(telegram: Telegram, call: Caller) -> None:
    chat = telegram.add_private_chat()
    telegram.write(chat, "geheim")
    assert (await call("deleteMessage", chat_id=chat, message_id=1)).result is True
    assert not telegram.messages(chat)
    assert (await call("deleteMessage", chat_id=chat, message_id=1)).refusal == "message to delete not found"
    assert (await call("deleteMessage", chat_id=chat)).refusal == "message identifier is not specified"


async def test_messages_of_others_stay_in_groups(telegram: Telegram, call: Caller) -> None:
    group = telegram.add_group("Fraktion", announce=False)
    telegram.write(group, "hallo")
    refused = await call("deleteMessage", chat_id=group, message_id=1)
    assert refused.refusal == "message can't be deleted for everyone"


async def test_message_cannot_be_deleted_after_two_days(session: aiohttp.ClientSession) -> None:
    now = [1_760_000_000.0]
    async with Telegram(now=lambda: now[0]).serving() as telegram:
        call = Caller(session, f"{telegram.url}/bot{telegram.token}")
        chat = telegram.add_private_chat()
        await call("sendMessage", chat_id=chat, text="x")
        now[0] += 48 * 3600 + 1
        refused = await call("deleteMessage", chat_id=chat, message_id=1)
        assert refused.refusal == "message can't be deleted for everyone"


async def test_parameters_may_come_in_any_of_four_ways(
    telegram: Telegram, call: Caller, session: aiohttp.ClientSession
) -> None:
    chat = telegram.add_private_chat()
    markup = {"inline_keyboard": [[{"text": "Ja", "callback_data": "y"}]]}
    flat = {"chat_id": str(chat), "text": "ä &", "reply_markup": json.dumps(markup)}
    address = f"{call.address}/sendMessage"
    multipart = aiohttp.FormData(flat, default_to_multipart=True)
    ways = (
        session.get(address, params=flat),
        session.post(address, data=flat),
        session.post(address, data=multipart),
        session.post(address, json={**flat, "chat_id": chat, "reply_markup": markup, "parse_mode": None}),
    )
    for way in ways:
        async with way as answer:
            assert answer.status == 200, await answer.text()
    texts = [(each["text"], each["reply_markup"]) for each in telegram.messages(chat)]
    assert texts == [("ä &", markup)] * 4
    assert [each.parameters for each in telegram.calls()] == [{**flat, "chat_id": chat, "reply_markup": markup}] * 4


async def test_what_comes_without_a_sound_is_known_here_only(telegram: Telegram, call: Caller) -> None:
    chat = telegram.add_private_chat()
    sent = (await call("sendMessage", chat_id=chat, text="leise", disable_notification=True)).result
    await call("sendMessage", chat_id=chat, text="laut", disable_notification=False)
    assert "is_silent" not in sent
    assert [each.get("is_silent", False) for each in telegram.answers(chat)] == [True, False]
