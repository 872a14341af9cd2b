"""python-telegram-bot with its own transport meets the simulator as it would meet Telegram."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    ChatMemberAdministrator,
    ChatMemberOwner,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter

from simulator.telegram import Telegram
from simulator.trouble import Trouble


def bot_for(telegram: Telegram, token: str | None = None) -> Bot:
    return Bot(token or telegram.token, base_url=f"{telegram.url}/bot", base_file_url=f"{telegram.url}/file/bot")


@pytest.fixture
async def bot(telegram: Telegram) -> AsyncIterator[Bot]:
    async with bot_for(telegram) as opened:
        yield opened


@pytest.fixture
def chat(telegram: Telegram) -> int:
    return telegram.add_private_chat("Anna")


async def test_bot_knows_itself(bot: Bot) -> None:
    assert bot.username == "ratsbote_bot"


async def test_conversation_runs_from_command_to_toast(telegram: Telegram, bot: Bot, chat: int) -> None:
    telegram.write(chat, "/status 22-1001")
    (update,) = await bot.get_updates(timeout=5)
    assert update.message is not None
    assert update.message.parse_entities(["bot_command"])
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Folgen", callback_data="f:1")]])
    sent = await bot.send_message(chat, "<b>22-1001</b> 😀", parse_mode=ParseMode.HTML, reply_markup=keyboard)
    assert sent.text_html == "<b>22-1001</b> 😀"
    telegram.press(chat, sent.message_id, "f:1")
    (update,) = await bot.get_updates(offset=update.update_id + 1, timeout=5)
    query = update.callback_query
    assert query is not None
    assert await query.answer("Gefolgt")
    edited = await query.edit_message_text("<i>gefolgt</i>", parse_mode=ParseMode.HTML)
    assert not isinstance(edited, bool)
    assert edited.text == "gefolgt"
    assert await bot.delete_message(chat, sent.message_id)
    assert [each.text for each in telegram.callback_answers] == ["Gefolgt"]
    assert not any(call.unknown_parameters or call.ill_typed_parameters for call in telegram.calls())


async def test_file_goes_up_and_down(telegram: Telegram, bot: Bot, chat: int) -> None:
    sent = await bot.send_document(chat, b"BEGIN:VCALENDAR", filename="März.ics", caption="Termin")
    assert sent.document is not None
    file = await sent.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"BEGIN:VCALENDAR"
    assert telegram.calls("sendDocument")[0].parameters["document"] == "März.ics"


async def test_bot_introduces_itself(telegram: Telegram, bot: Bot) -> None:
    scope = BotCommandScopeAllPrivateChats()
    await bot.set_my_commands([BotCommand("hilfe", "Was ich kann")], scope=scope, language_code="de")
    assert [each.command for each in await bot.get_my_commands(scope=scope, language_code="de")] == ["hilfe"]
    await bot.set_my_description("Ich weiß, wo es steht.")
    await bot.set_my_short_description("Wo steht es?")
    assert (await bot.get_my_description()).description == "Ich weiß, wo es steht."
    assert (await bot.get_my_short_description()).short_description == "Wo steht es?"
    await bot.send_chat_action(telegram.add_private_chat(), "typing")
    assert await bot.delete_webhook()
    assert (await bot.get_webhook_info()).url == ""
    assert not any(call.unknown_parameters or call.ill_typed_parameters for call in telegram.calls())


async def test_refusals_have_their_classes(telegram: Telegram, bot: Bot, chat: int) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(1, "x")
    with pytest.raises(BadRequest, match="Can't parse entities"):
        await bot.send_message(chat, "<b>x", parse_mode=ParseMode.HTML)
    telegram.fail_next("sendMessage", 403, "Forbidden: bot was blocked by the user")
    with pytest.raises(Forbidden, match="blocked"):
        await bot.send_message(chat, "x")
    telegram.drop_answer("sendMessage")
    with pytest.raises(NetworkError):
        await bot.send_message(chat, "x")


async def test_flood_control_names_its_pause(
    telegram: Telegram, bot: Bot, chat: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    telegram.fail_next("sendMessage", 429, "Too Many Requests: retry after 3", parameters={"retry_after": 3})
    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(chat, "x")
    assert refused.value.retry_after == timedelta(seconds=3)


async def test_enforced_limits_are_its_flood_control(
    telegram: Telegram, bot: Bot, chat: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    telegram.enforce_limits()
    group = telegram.add_group("Fraktion", announce=False)
    for _ in range(20):
        await bot.send_message(group, "x")
    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(group, "x")
    pause = refused.value.retry_after
    assert isinstance(pause, timedelta)
    assert timedelta(seconds=50) < pause <= timedelta(seconds=60)
    await bot.send_message(chat, "x")


@pytest.mark.parametrize("trouble", [Trouble.BLOCKED, Trouble.DEACTIVATED, Trouble.KICKED, Trouble.GROUP_DELETED])
async def test_chats_that_are_gone_are_forbidden(telegram: Telegram, bot: Bot, chat: int, trouble: Trouble) -> None:
    telegram.give_trouble(chat, trouble)
    with pytest.raises(Forbidden) as refused:
        await bot.send_message(chat, "x")
    assert trouble == refused.value.message


@pytest.mark.parametrize("trouble", [Trouble.NO_RIGHTS, Trouble.TOPIC_CLOSED])
async def test_chats_that_do_not_let_it_speak_are_bad_requests(
    telegram: Telegram, bot: Bot, chat: int, trouble: Trouble
) -> None:
    telegram.give_trouble(chat, trouble)
    with pytest.raises(BadRequest) as refused:
        await bot.send_message(chat, "x")
    assert trouble.removeprefix("Bad Request: ").lower() == refused.value.message.lower()


async def test_supergroup_is_found_by_error_and_by_update(telegram: Telegram, bot: Bot) -> None:
    old = telegram.add_group("Fraktion", announce=False)
    new = telegram.migrate(old)
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(old, "x")
    assert moved.value.new_chat_id == new
    member, there, here = await bot.get_updates()
    assert member.my_chat_member is not None
    assert there.message is not None
    assert here.message is not None
    assert (member.my_chat_member.chat.id, there.message.migrate_to_chat_id) == (new, new)
    assert (here.message.chat.id, here.message.migrate_from_chat_id) == (new, old)
    assert (await bot.send_message(new, "x")).chat.type == "supergroup"


async def test_administrators_have_their_classes(telegram: Telegram, bot: Bot) -> None:
    anna, jonas = telegram.add_person("Anna"), telegram.add_person("Jonas")
    group = telegram.add_group("Fraktion", [anna, jonas], announce=False)
    telegram.make_admin(group, jonas)
    kinds = [type(each) for each in await bot.get_chat_administrators(group)]
    assert kinds == [ChatMemberOwner, ChatMemberAdministrator]
    assert (await bot.get_chat_member(group, jonas)).status == "administrator"
    assert not any(call.unknown_parameters or call.ill_typed_parameters for call in telegram.calls())


async def test_topic_and_silence_are_kept(telegram: Telegram, bot: Bot) -> None:
    forum = telegram.add_forum("Fraktion", announce=False)
    topic = telegram.add_topic(forum, "Verkehr")
    sent = await bot.send_message(forum, "x", message_thread_id=topic, disable_notification=True)
    assert (sent.message_thread_id, sent.is_topic_message) == (topic, True)
    assert telegram.answers(forum)[0]["is_silent"]


async def test_second_poller_ends_the_first(telegram: Telegram, bot: Bot) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await telegram.wait_until(lambda: telegram.polled)
    async with bot_for(telegram) as other:
        assert await other.get_updates() == ()
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await first


@pytest.mark.parametrize("token", ["123456:wrong", "999:TEST-token_abc"])
async def test_wrong_token_is_told(telegram: Telegram, token: str) -> None:
    with pytest.raises(InvalidToken):
        async with bot_for(telegram, token):
            pass
