import aiohttp

from simulator.answers import STALE_QUERY
from simulator.telegram import Telegram
from simulator.world import Toast
from tests.simulator.calling import Caller


async def test_press_brings_the_message_with_it(telegram: Telegram, call: Caller) -> None:
    chat = telegram.add_private_chat()
    markup = {"inline_keyboard": [[{"text": "Ja", "callback_data": "y"}]]}
    sent = (await call("sendMessage", chat_id=chat, text="x", reply_markup=markup)).result
    telegram.press(chat, 1, "not on the keyboard")
    query = (await call("getUpdates")).result[0]["callback_query"]
    assert (query["message"], query["data"], query["from"]["id"]) == (sent, "not on the keyboard", chat)
    assert (
        await call("answerCallbackQuery", callback_query_id=query["id"], text="Gut", show_alert=True)
    ).result is True
    assert telegram.callback_answers == [Toast(query["id"], chat, "Gut", show_alert=True, url="")]


async def test_press_below_a_deleted_message_comes_without_it(telegram: Telegram, call: Caller) -> None:
    chat = telegram.add_private_chat()
    telegram.press(chat, 41, "y")
    message = (await call("getUpdates")).result[0]["callback_query"]["message"]
    assert (message["message_id"], message["date"]) == (41, 0)
    assert set(message) == {"message_id", "date", "chat"}


async def test_unknown_query_is_refused(call: Caller) -> None:
    assert (await call("answerCallbackQuery", callback_query_id="1")).refusal == STALE_QUERY
    assert (await call("answerCallbackQuery")).refusal == STALE_QUERY


async def test_old_query_is_refused(session: aiohttp.ClientSession) -> None:
    now = [1_760_000_000.0]
    async with Telegram(now=lambda: now[0]).serving() as telegram:
        call = Caller(session, f"{telegram.url}/bot{telegram.token}")
        telegram.press(telegram.add_private_chat(), 1, "y")
        query = (await call("getUpdates")).result[0]["callback_query"]
        now[0] += 3600
        assert (await call("answerCallbackQuery", callback_query_id=query["id"])).refusal == STALE_QUERY


async def test_answer_has_200_characters_and_opens_only_the_bot(telegram: Telegram, call: Caller) -> None:
    telegram.press(telegram.add_private_chat(), 1, "y")
    number = (await call("getUpdates")).result[0]["callback_query"]["id"]
    refused = await call("answerCallbackQuery", callback_query_id=number, text="x" * 201)
    assert refused.refusal == "MESSAGE_TOO_LONG"
    refused = await call("answerCallbackQuery", callback_query_id=number, url="https://a.example/")
    assert refused.refusal == "URL_INVALID"
    start = "https://t.me/ratsbote_bot?start=p_1"
    assert (await call("answerCallbackQuery", callback_query_id=number, url=start)).result is True
