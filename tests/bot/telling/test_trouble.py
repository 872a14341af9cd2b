"""Chats that leave or change, a bot that is started again, a council that is down: nothing is lost, nothing twice."""

from pathlib import Path

from simulator.council.misbehaviour import Status
from tests.bot.living import living
from tests.bot.telling.plot import Plot, at


def first_lines(messages: list[str]) -> list[str]:
    return [message.partition("\n")[0] for message in messages]


SCHEDULED = "22-0103 steht auf der Tagesordnung: Ausschuss für Mobilität, Di., 08.12.2026, 18:00 Uhr"
REMINDER = "Erinnerung: Ausschuss für Mobilität, Di., 08.12.2026, 18:00 Uhr"


async def test_a_group_that_becomes_a_supergroup_gets_what_waits(tmp_path: Path) -> None:
    async with living(tmp_path, Plot().publishes(at(1, 22)).story()) as live:
        group = live.telegram.add_group("Fraktion Birke")
        await live.follow_paper(group, "22-0103")
        await live.at(at(1, 22, 30))
        live.telegram.migrate(group)
        await live.at(at(2, 7))
        await live.at(at(7, 18))
        assert first_lines(live.said(group)) == [SCHEDULED, REMINDER]


async def test_a_chat_that_blocks_the_bot_keeps_nobody_else_waiting(tmp_path: Path) -> None:
    async with living(tmp_path, Plot().publishes(at(24, 11, month=11)).story()) as live:
        anna, otto = live.telegram.add_private_chat("Anna"), live.telegram.add_private_chat("Otto")
        for chat in (anna, otto):
            await live.follow_paper(chat, "22-0103")
        live.telegram.remove_bot(anna)
        await live.at(at(24, 12, month=11))
        await live.at(at(7, 18))
        assert live.said(anna) == []
        assert first_lines(live.said(otto)) == [SCHEDULED, REMINDER]


async def test_a_bot_that_is_started_again_loses_and_repeats_nothing(tmp_path: Path) -> None:
    async with living(tmp_path, Plot().publishes(at(1, 22)).story()) as live:
        anna = live.telegram.add_private_chat("Anna")
        await live.follow_paper(anna, "22-0103")
        await live.at(at(1, 22, 30))
        assert set(live.notices()) == {"pending"}
        await live.stop()
        live.jump(at(2, 8))
        await live.start()
        await live.settled()
        assert first_lines(live.said(anna)) == [SCHEDULED]
        await live.stop()
        live.jump(at(7, 20))
        await live.start()
        await live.settled()
        await live.later(hours=13)
        assert first_lines(live.said(anna)) == [REMINDER]


async def test_reminders_come_while_the_council_is_down(tmp_path: Path) -> None:
    async with living(tmp_path, Plot().publishes(at(24, 11, month=11)).story()) as live:
        anna = live.telegram.add_private_chat("Anna")
        await live.follow_paper(anna, "22-0103")
        await live.at(at(24, 12, month=11))
        assert first_lines(live.said(anna)) == [SCHEDULED]
        live.council.misbehave("", Status(503))
        await live.at(at(7, 18))
        await live.at(at(8, 16))
        assert first_lines(live.said(anna)) == [REMINDER, REMINDER]
