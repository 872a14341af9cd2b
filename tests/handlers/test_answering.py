"""The frame around every conversation: permission, and an answer even when something breaks."""

from dataclasses import replace
from datetime import datetime

import pytest

from handlers.desk import Desk
from tests.handlers.conftest import Chat, answering_bot


async def test_only_enabled_chats_are_answered_where_there_is_a_list(desk: Desk) -> None:
    async with answering_bot(replace(desk, allowed_chats=frozenset({4711}))) as telegram:
        chat = Chat(telegram, telegram.add_private_chat(first_name="Fremd", language_code="de"))
        answer = await chat.ask("20-1554")
        assert f"Die Nummer dieses Chats ist {chat.id}" in answer
        telegram.press(chat.id, chat.heard()[-1]["message_id"], "v1:open:1")
        await telegram.wait_until(lambda: len(telegram.callback_answers) == 1)
        assert "freigeschalteten" in telegram.callback_answers[0].text
        assert len(chat.heard()) == 1


async def test_a_fault_of_ours_is_answered_and_logged_with_the_same_reference(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> datetime:
        raise RuntimeError("a bug of ours")

    async with answering_bot(replace(desk, now=broken)) as telegram:
        chat = Chat(telegram, telegram.add_private_chat(first_name="Anna", language_code="de"))
        answer = await chat.ask("20-1554")
        assert answer.startswith("Da ist bei mir etwas schiefgegangen")
        (record,) = [record for record in caplog.records if record.getMessage() == "update failed"]
        assert f"Kennung {record.reference}" in answer  # type: ignore[attr-defined]
        await chat.press(chat.heard()[-1], "v1:open:1")
        assert telegram.callback_answers[-1].text.startswith("Da ist bei mir etwas schiefgegangen")
