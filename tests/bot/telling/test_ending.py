"""What ends: following, for a while or for good, and what the council does not publish any more."""

from datetime import date, time
from pathlib import Path

from simulator.council.story.happenings import Kind
from tests.bot.living import living
from tests.bot.telling.plot import ITEM, Plot, at

TAKEN_BACK = "Hier stand etwas, das der Rat nicht mehr veröffentlicht. Ich habe es entfernt."


def kinds(messages: list[str]) -> list[str]:
    return [message.partition(":")[0] for message in messages]


async def test_a_pause_is_silent_and_afterwards_only_what_still_differs_is_told(tmp_path: Path) -> None:
    plot = (
        Plot()
        .publishes(at(24, 11, month=11))
        .changes(at(2, 11), Kind.ROOM_CHANGED, room="Großer Saal")
        .changes(at(4, 11), Kind.MEETING_MOVED, day=date(2026, 12, 9), start=time(17))
    )
    async with living(tmp_path, plot.story()) as live:
        anna = live.telegram.add_private_chat("Anna")
        await live.follow_paper(anna, "22-0103")
        await live.at(at(24, 12, month=11))
        assert kinds(live.said(anna)) == ["22-0103 steht auf der Tagesordnung"]
        await live.press(anna, "Pause")
        assert live.buttons(anna)[-2:] == ["Fortsetzen", "Nicht mehr folgen"]
        await live.at(at(2, 12))
        assert live.said(anna) == []
        await live.press(anna, "Fortsetzen")
        await live.at(at(4, 12))
        # The other room may have been told by itself before.
        moved = live.said(anna)[-1]
        assert moved.startswith("Verlegt: Ausschuss für Mobilität, jetzt Mi., 09.12.2026, 17:00 Uhr\n")
        assert "\nOrt: Großer Saal, " in moved
        await live.at(at(8, 17))
        assert kinds(live.said(anna)) == ["Erinnerung"]


async def test_two_chats_are_served_alike_until_one_ends_it(tmp_path: Path) -> None:
    plot = Plot().publishes(at(24, 11, month=11)).changes(at(2, 11), Kind.MEETING_CANCELLED, cancelled=True)
    async with living(tmp_path, plot.story()) as live:
        anna, otto = live.telegram.add_private_chat("Anna"), live.telegram.add_private_chat("Otto")
        for chat in (anna, otto):
            await live.follow_paper(chat, "22-0103")
        await live.at(at(24, 12, month=11))
        assert live.said(anna) == live.said(otto) != []
        await live.press(otto, "Nicht mehr folgen")
        assert live.buttons(otto)[-1] == "Wieder folgen"
        await live.at(at(2, 12))
        await live.at(at(8, 16))
        assert kinds(live.said(anna)) == ["Entfällt"]
        assert live.said(otto) == []


async def test_a_message_about_an_item_that_is_public_no_more_becomes_a_neutral_line(tmp_path: Path) -> None:
    plot = Plot().publishes(at(24, 11, month=11)).changes(at(2, 11), Kind.ITEM_NOT_PUBLIC, ITEM, public=False)
    async with living(tmp_path, plot.story()) as live:
        anna = live.telegram.add_private_chat("Anna")
        await live.follow_paper(anna, "22-0103")
        await live.at(at(24, 12, month=11))
        (told,) = live.said(anna)
        assert "Tempo 30" in told
        await live.at(at(2, 12))
        assert live.said(anna) == []
        assert live.everything(anna)[-1] == TAKEN_BACK
        assert live.buttons(anna) == []
        await live.at(at(8, 16))
        assert live.said(anna) == []
