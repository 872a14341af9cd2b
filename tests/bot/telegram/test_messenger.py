"""Notices through the real python-telegram-bot, over HTTP, to the simulated Telegram."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from markupsafe import Markup

from bot.telegram.application import build_application, running
from bot.telegram.messenger import TelegramMessenger
from bot.telegram.pacing import Pacing
from bot.telegram.transport import AiohttpRequest, Timeouts
from notices.errors import (
    ChatGone,
    ChatMoved,
    DeliveryError,
    NotAllowed,
    NotSent,
    Rejected,
    TryLater,
    Uncertain,
    Unwelcome,
)
from notices.messenger import Messenger
from simulator.telegram import Telegram
from simulator.trouble import Trouble
from tests.bot.telegram.loopback import refused_address
from views.message import Button, Message

NEWS = Message(
    text=Markup("<b>Verschoben</b> auf 18:00 &amp; Saal 2"),
    buttons=(
        (Button(label="Tagesordnung", action="v1:agenda:1:1"), Button(label="Original", url="https://a.example")),
    ),
)
QUICK = Timeouts(connect=0.5, pool=0.5, read=0.5, write=0.5)


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    async with Telegram().serving() as served:
        yield served
        assert [call for call in served.calls() if call.unknown_parameters] == []


@asynccontextmanager
async def messenger_at(telegram: Telegram, *, rate: float = 0) -> AsyncIterator[TelegramMessenger]:
    pacing = Pacing(rate=rate)
    application = build_application(
        token=telegram.token, api=telegram.url, transport=AiohttpRequest(timeouts=QUICK), pacing=pacing
    )
    async with running(application):
        yield TelegramMessenger(application.bot, pacing)


@pytest.fixture
async def messenger(telegram: Telegram) -> AsyncIterator[TelegramMessenger]:
    async with messenger_at(telegram) as messenger:
        yield messenger


@pytest.fixture
def anna(telegram: Telegram) -> int:
    return telegram.add_private_chat("Anna")


async def fault(call: Awaitable[object]) -> DeliveryError:
    with pytest.raises(DeliveryError) as caught:
        await call
    return caught.value


def nobody_waits(messenger: Messenger) -> bool:
    return messenger.ready_in(1) == messenger.ready_in(-1) == 0


async def test_it_is_what_notices_ask_for(messenger: TelegramMessenger) -> None:
    assert nobody_waits(messenger)


async def test_a_notice_arrives_with_markup_and_buttons(
    telegram: Telegram, messenger: TelegramMessenger, anna: int
) -> None:
    number = await messenger.send(anna, None, NEWS, silent=False)
    (shown,) = telegram.answers(anna)
    assert shown["message_id"] == number
    assert shown["text"] == "Verschoben auf 18:00 & Saal 2"
    assert [entity["type"] for entity in shown["entities"]] == ["bold"]
    assert [button["text"] for button in shown["reply_markup"]["inline_keyboard"][0]] == ["Tagesordnung", "Original"]
    assert "is_silent" not in shown
    assert telegram.calls("sendMessage")[0].parameters["link_preview_options"]


async def test_a_silent_notice_to_a_topic_is_both(telegram: Telegram, messenger: TelegramMessenger) -> None:
    forum = telegram.add_forum("Fraktion")
    topic = telegram.add_topic(forum, "Termine")
    await messenger.send(forum, topic, NEWS, silent=True)
    assert telegram.answers(forum)[-1]["is_silent"]
    assert telegram.answers(forum)[-1]["message_thread_id"] == topic


async def test_an_edit_replaces_words_and_buttons(telegram: Telegram, messenger: TelegramMessenger, anna: int) -> None:
    number = await messenger.send(anna, None, NEWS, silent=False)
    for _ in range(2):  # the second finds it as it should be
        await messenger.edit(anna, number, Message(text=Markup("Nicht mehr öffentlich.")))
    (shown,) = telegram.answers(anna)
    assert shown["text"] == "Nicht mehr öffentlich."
    assert "reply_markup" not in shown


async def test_words_without_markup_go_where_markup_is_refused(
    telegram: Telegram, messenger: TelegramMessenger, anna: int
) -> None:
    telegram.give_trouble(anna, Trouble.CANNOT_PARSE)
    assert isinstance(await fault(messenger.send(anna, None, NEWS, silent=False)), Rejected)
    await messenger.send(anna, None, Message(text=Markup("A &lt; B &amp; C")), silent=False)
    assert telegram.answers(anna)[-1]["text"] == "A < B & C"


async def test_words_without_markup_are_cut_where_a_message_ends(
    telegram: Telegram, messenger: TelegramMessenger, anna: int
) -> None:
    await messenger.send(anna, None, Message(text=Markup("🏛" * 4000)), silent=False)
    text = telegram.answers(anna)[-1]["text"]
    assert text == "🏛" * 2047 + "…"


@pytest.mark.parametrize("trouble", list(Trouble))
async def test_trouble_with_a_chat_is_told_by_its_kind(
    telegram: Telegram, messenger: TelegramMessenger, anna: int, trouble: Trouble
) -> None:
    kinds = {Trouble.NO_RIGHTS: NotAllowed, Trouble.TOPIC_CLOSED: NotAllowed, Trouble.CANNOT_PARSE: Rejected}
    telegram.give_trouble(anna, trouble)
    found = await fault(messenger.send(anna, None, NEWS, silent=False))
    assert type(found) is kinds.get(trouble, ChatGone)
    assert found.why


@pytest.mark.parametrize(
    ("status", "words", "kind"),
    [
        (403, "Forbidden: bot can't initiate conversation with a user", ChatGone),
        (403, "Forbidden: not enough rights to send text messages to the chat", NotAllowed),
        (400, "Bad Request: user is deactivated", ChatGone),
        (400, "Bad Request: message thread not found", NotAllowed),
        (400, "Bad Request: TOPIC_DELETED", NotAllowed),
        (400, "Bad Request: CHAT_WRITE_FORBIDDEN", NotAllowed),
        (400, "Bad Request: have no rights to send a message", NotAllowed),
        (400, "Bad Request: message is too long", Rejected),
        (400, "Bad Request: BUTTON_URL_INVALID", Rejected),
        (413, "Request Entity Too Large", Rejected),
        (409, "Conflict: terminated by other getUpdates request", Rejected),
        (500, "Internal Server Error: restart", Uncertain),
        (502, "Bad Gateway", Uncertain),
        (302, "Found", Uncertain),
    ],
)
async def test_refusals_are_told_by_their_words(
    telegram: Telegram,
    messenger: TelegramMessenger,
    anna: int,
    status: int,
    words: str,
    kind: type[DeliveryError],
) -> None:
    telegram.fail_next("sendMessage", status, words)
    assert type(await fault(messenger.send(anna, None, NEWS, silent=False))) is kind
    assert len(telegram.calls("sendMessage")) == 1


@pytest.mark.parametrize("words", ["message to edit not found", "message can't be edited"])
async def test_a_message_past_editing_is_rejected(
    telegram: Telegram, messenger: TelegramMessenger, anna: int, words: str
) -> None:
    telegram.fail_next("editMessageText", 400, f"Bad Request: {words}")
    assert isinstance(await fault(messenger.edit(anna, 1, NEWS)), Rejected)


async def test_a_group_that_moved_says_where_to(telegram: Telegram, messenger: TelegramMessenger) -> None:
    group = telegram.add_group("Fraktion")
    moved_to = telegram.migrate(group)
    found = await fault(messenger.send(group, None, NEWS, silent=False))
    assert isinstance(found, ChatMoved)
    assert found.new_chat == moved_to
    assert await messenger.send(found.new_chat, None, NEWS, silent=False)


async def test_a_pause_is_told_and_kept_without_asking_again(
    telegram: Telegram, messenger: TelegramMessenger, anna: int
) -> None:
    other = telegram.add_private_chat("Berta")
    telegram.fail_next("sendMessage", 429, "Too Many Requests: retry after 40", parameters={"retry_after": 40})
    for _ in range(2):
        found = await fault(messenger.send(anna, None, NEWS, silent=False))
        assert isinstance(found, TryLater)
        assert not found.everywhere
        assert 30 < found.seconds <= 41
    assert messenger.ready_in(anna) > 30
    assert messenger.ready_in(other) == 0
    assert len(telegram.calls("sendMessage")) == 1
    assert await messenger.send(other, None, NEWS, silent=False)


@pytest.mark.parametrize("parameters", [{"retry_after": 10**9}, {"retry_after": -5}, {"retry_after": "x"}, None])
async def test_no_pause_is_longer_than_an_hour_or_negative(
    telegram: Telegram, messenger: TelegramMessenger, anna: int, parameters: dict[str, object] | None
) -> None:
    telegram.fail_next("sendMessage", 429, "Too Many Requests", parameters=parameters)
    found = await fault(messenger.send(anna, None, NEWS, silent=False))
    assert isinstance(found, TryLater)
    assert 0 < found.seconds <= 3600


async def test_refusals_in_three_chats_are_a_pause_everywhere(telegram: Telegram, messenger: TelegramMessenger) -> None:
    chats = [telegram.add_private_chat(name) for name in ("Anna", "Berta", "Clara", "Dora")]
    telegram.fail_next("sendMessage", 429, "Too Many Requests", parameters={"retry_after": 30}, times=3)
    found = [await fault(messenger.send(chat, None, NEWS, silent=False)) for chat in chats]
    assert [isinstance(each, TryLater) and each.everywhere for each in found] == [False, False, True, True]
    assert len(telegram.calls("sendMessage")) == 3


async def test_a_lost_answer_is_uncertain_and_not_repeated(
    telegram: Telegram, messenger: TelegramMessenger, anna: int
) -> None:
    losses: tuple[Callable[[str], None], ...] = (telegram.drop_answer, telegram.cut_answer)
    for lose in losses:
        lose("sendMessage")
        assert isinstance(await fault(messenger.send(anna, None, NEWS, silent=False)), Uncertain)
    telegram.answer_next("sendMessage", 200, b"<html>Wartung</html>")
    assert isinstance(await fault(messenger.send(anna, None, NEWS, silent=False)), Uncertain)
    assert len(telegram.answers(anna)) == 2


@pytest.mark.parametrize("result", [b"true", b"[]", b'{"message_id": 5}', b'{"message_id": 5, "date": "x", "chat": 1}'])
async def test_an_ok_that_is_not_a_message_is_uncertain(
    telegram: Telegram, messenger: TelegramMessenger, anna: int, result: bytes
) -> None:
    telegram.answer_next("sendMessage", 200, b'{"ok": true, "result": ' + result + b"}")
    assert isinstance(await fault(messenger.send(anna, None, NEWS, silent=False)), Uncertain)


async def test_what_never_left_is_not_sent(telegram: Telegram, anna: int) -> None:
    pacing = Pacing()
    async with AiohttpRequest(timeouts=QUICK) as request:
        application = build_application(token=telegram.token, api=refused_address(), transport=request, pacing=pacing)
        messenger = TelegramMessenger(application.bot, pacing)
        assert isinstance(await fault(messenger.send(anna, None, NEWS, silent=False)), NotSent)
        assert isinstance(await fault(messenger.edit(anna, 1, NEWS)), NotSent)


@pytest.mark.parametrize("status", [401, 404])
async def test_a_rejected_token_ends_everything(
    telegram: Telegram, messenger: TelegramMessenger, anna: int, status: int
) -> None:
    telegram.fail_next("sendMessage", status, "Unauthorized")
    with pytest.raises(Unwelcome):
        await messenger.send(anna, None, NEWS, silent=False)


async def test_many_notices_keep_within_telegrams_limits(telegram: Telegram) -> None:
    telegram.enforce_limits()
    chats = [telegram.add_private_chat(f"Person {number}") for number in range(60)]
    queue = iter(chats)

    async def sender(messenger: TelegramMessenger) -> None:
        for chat in queue:
            await messenger.send(chat, None, NEWS, silent=False)

    async with messenger_at(telegram, rate=28) as messenger, asyncio.TaskGroup() as in_flight:
        for _ in range(8):
            in_flight.create_task(sender(messenger))
    assert telegram.refused_for_rate == 0
    assert all(len(telegram.answers(chat)) == 1 for chat in chats)
