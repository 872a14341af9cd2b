import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from simulator import stream
from simulator.clock import Clock
from simulator.telegram import Telegram
from tests.simulator.calling import Caller


class Events:
    """What a browser's EventSource makes of the stream."""

    def __init__(self, content: aiohttp.StreamReader) -> None:
        self._content = content
        self.numbers: list[int] = []

    async def next(self) -> tuple[str, Any]:
        lines = (await self._content.readuntil(b"\n\n")).decode().strip().split("\n")
        fields = dict(line.split(": ", 1) for line in lines)
        self.numbers.append(int(fields["id"]))
        return fields["event"], json.loads(fields["data"])


@pytest.fixture
async def events(telegram: Telegram, session: aiohttp.ClientSession) -> AsyncIterator[Events]:
    async with session.get(f"{telegram.url}/page/events") as answer:
        assert answer.content_type == "text/event-stream"
        yield Events(answer.content)


async def test_stream_begins_with_the_whole_state(telegram: Telegram, events: Events) -> None:
    name, state = await events.next()
    assert name == "state"
    assert state["chats"] == []
    assert state["bot"] == {
        "id": 123456,
        "username": "ratsbote_bot",
        "first_name": "Ratsbote",
        "description": "",
        "short_description": "",
        "commands": [],
    }


async def test_state_has_chats_and_their_messages(telegram: Telegram, session: aiohttp.ClientSession) -> None:
    anna = telegram.add_private_chat("Anna")
    group = telegram.add_group("Fraktion", [anna], announce=False)
    telegram.write(group, "unter uns")
    async with session.get(f"{telegram.url}/page/events") as answer:
        _, state = await Events(answer.content).next()
    private, other = state["chats"]
    me = {"id": anna, "first_name": "Anna", "is_bot": False}
    assert private == {"id": anna, "type": "private", "title": "Anna", "me": me, "messages": []}
    assert (other["id"], other["type"], other["title"], other["me"]) == (group, "group", "Fraktion", me)
    assert [(each["text"], each["delivered"]) for each in other["messages"]] == [("unter uns", False)]


async def test_everything_that_happens_is_pushed(telegram: Telegram, call: Caller, events: Events) -> None:
    await events.next()
    chat = telegram.add_private_chat()
    assert (await events.next())[0] == "chat"
    telegram.write(chat, "hallo")
    assert (await events.next())[1]["message"]["text"] == "hallo"
    await call("sendChatAction", chat_id=chat, action="typing")
    assert await events.next() == ("action", {"chat_id": chat, "action": "typing"})
    await call("sendMessage", chat_id=chat, text="<b>Hallo</b>", parse_mode="HTML")
    name, content = await events.next()
    assert (name, content["chat_id"], content["message"]["html"]) == ("message", chat, "<b>Hallo</b>")
    await call("editMessageText", chat_id=chat, message_id=2, text="Moin")
    name, content = await events.next()
    assert (name, content["message"]["text"], content["message"]["edited"]) == ("edited", "Moin", True)
    await call("deleteMessage", chat_id=chat, message_id=2)
    assert await events.next() == ("deleted", {"chat_id": chat, "message_id": 2})
    assert events.numbers == list(range(events.numbers[0], events.numbers[0] + 7))


async def test_answer_to_a_press_is_a_toast(telegram: Telegram, call: Caller, events: Events) -> None:
    chat = telegram.add_private_chat()
    telegram.press(chat, 1, "y")
    query = (await call("getUpdates")).result[0]["callback_query"]
    await call("answerCallbackQuery", callback_query_id=query["id"], text="Gut")
    seen = [await events.next() for _ in range(3)]
    assert seen[-1] == ("toast", {"chat_id": chat, "text": "Gut", "show_alert": False, "url": None})


async def test_page_gets_the_german_commands(call: Caller, events: Events) -> None:
    await events.next()
    german, english = {"command": "hilfe", "description": "Hilfe"}, {"command": "help", "description": "Help"}
    await call("setMyCommands", commands=[english])
    assert (await events.next())[1]["commands"] == [english]
    await call("setMyCommands", commands=[german], language_code="de")
    name, bot = await events.next()
    assert (name, bot["commands"]) == ("bot", [german])


async def test_page_that_is_far_behind_gets_the_state_anew(telegram: Telegram, events: Events) -> None:
    await events.next()
    chat = telegram.add_private_chat()
    for place in range(1_500):
        telegram.write(chat, str(place))
    name, state = await events.next()
    assert name == "state"
    assert len(state["chats"][0]["messages"]) == 1_500


async def test_silence_is_broken_by_a_comment(
    telegram: Telegram, session: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream, "KEEP_ALIVE", 0.01)
    async with session.get(f"{telegram.url}/page/events") as answer:
        await Events(answer.content).next()
        assert await answer.content.readuntil(b"\n\n") == b": still here\n\n"


async def test_stream_ends_when_the_simulator_closes(session: aiohttp.ClientSession) -> None:
    telegram = Telegram()
    async with telegram.serving():
        answer = await session.get(f"{telegram.url}/page/events")
        await Events(answer.content).next()
    assert await answer.content.read() == b""


async def test_clock_that_another_process_moved_is_told_in_time(
    session: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream, "KEEP_ALIVE", 0.01)
    clock = Clock()
    async with Telegram(clock=clock).serving() as telegram, session.get(f"{telegram.url}/page/events") as answer:
        events = Events(answer.content)
        name, state = await events.next()
        assert (name, state["clock"]["zone"], state["clock"]["has_next"]) == ("state", "Europe/Berlin", False)
        name, told = await events.next()
        assert (name, told.keys()) == ("clock", {"now", "zone", "has_next"})


async def test_group_that_became_a_supergroup_comes_with_everything(telegram: Telegram, events: Events) -> None:
    await events.next()
    old = telegram.add_group("Fraktion", announce=False)
    telegram.write(old, "vorher")
    new = telegram.migrate(old)
    name, _ = await events.next()
    assert name == "message"
    name, state = await events.next()
    assert name == "state"
    (chat,) = state["chats"]
    assert (chat["id"], chat["was"], chat["type"]) == (new, old, "supergroup")
    words = ["vorher", "Die Gruppe wird zur Supergruppe.", "Ab hier ist es eine Supergruppe."]
    assert [each["text"] for each in chat["messages"]] == words
