"""Quiet hours from 21:00 to 07:00, and sessions without a time."""

from datetime import date, time
from pathlib import Path

from simulator.council.story.happenings import Kind
from tests.bot.living import living
from tests.bot.telling.plot import Plot, at


def first_lines(messages: list[str]) -> list[str]:
    return [message.partition("\n")[0] for message in messages]


async def test_an_agenda_waits_for_the_morning_and_a_cancellation_does_not(tmp_path: Path) -> None:
    plot = Plot(start=time(7, 30)).publishes(at(1, 22)).changes(at(7, 22), Kind.MEETING_CANCELLED, cancelled=True)
    told = {
        at(1, 22, 30): [],
        at(2, 6, 59): [],
        at(2, 7): ["22-0103 steht auf der Tagesordnung: Ausschuss für Mobilität, Di., 08.12.2026, 07:30 Uhr"],
        at(7, 7, 30): ["Erinnerung: Ausschuss für Mobilität, Di., 08.12.2026, 07:30 Uhr"],
        at(7, 20, 50): ["Erinnerung: Ausschuss für Mobilität, Di., 08.12.2026, 07:30 Uhr"],
        at(7, 22, 30): ["(leise) Entfällt: Ausschuss für Mobilität, Di., 08.12.2026, 07:30 Uhr"],
        at(8, 7): [],
    }
    async with living(tmp_path, plot.story()) as live:
        anna = live.telegram.add_private_chat("Anna")
        await live.follow_paper(anna, "22-0103")
        for moment, expected in told.items():
            await live.at(moment)
            assert first_lines(live.said(anna)) == expected, moment


async def test_a_session_that_moves_to_and_fro_at_night_is_told_once_or_not_at_all(tmp_path: Path) -> None:
    first, other = date(2026, 12, 8), date(2026, 12, 10)
    plot = Plot().publishes(at(24, 11, month=11))
    for moment, day in ((at(1, 22), other), (at(2, 1), first)):
        plot.changes(moment, Kind.MEETING_MOVED, day=day)
    for moment, day in ((at(2, 22), other), (at(3, 1), first), (at(3, 3), other)):
        plot.changes(moment, Kind.MEETING_MOVED, day=day)
    async with living(tmp_path, plot.story()) as live:
        anna = live.telegram.add_private_chat("Anna")
        await live.follow_paper(anna, "22-0103")
        await live.at(at(24, 12, month=11))
        assert len(live.said(anna)) == 1
        for moment in (at(1, 22, 30), at(2, 1, 30), at(2, 8)):
            await live.at(moment)
        assert live.said(anna) == []
        for moment in (at(2, 22, 30), at(3, 1, 30), at(3, 3, 30), at(3, 8)):
            await live.at(moment)
        said = live.said(anna)
        assert len(said) == 1, said
        moved = said[0]
        assert moved.startswith(
            "Verlegt: Ausschuss für Mobilität, jetzt Do., 10.12.2026, 18:00 Uhr\nBisher: Di., 08.12.2026, 18:00 Uhr\n"
        )
        assert live.notices()["superseded"] >= 1


async def test_a_session_without_a_time_is_reminded_of_by_its_day(tmp_path: Path) -> None:
    plot = Plot(start=None).publishes(at(24, 11, month=11)).changes(at(7, 21, 30), Kind.MEETING_MOVED, start=time(18))
    where, untimed = "Ausschuss für Mobilität, Di., 08.12.2026", "Uhrzeit nicht veröffentlicht"
    told = {
        at(24, 12, month=11): [f"22-0103 steht auf der Tagesordnung: {where}, {untimed}"],
        at(7, 8, 59): [],
        at(7, 9): [f"Erinnerung: {where}, {untimed}"],
        at(7, 22): [],
        at(8, 7): [f"Uhrzeit veröffentlicht: {where}, 18:00 Uhr"],
        at(8, 16): [f"Erinnerung: {where}, 18:00 Uhr"],
    }
    async with living(tmp_path, plot.story()) as live:
        anna = live.telegram.add_private_chat("Anna")
        await live.follow_paper(anna, "22-0103")
        for moment, expected in told.items():
            await live.at(moment)
            assert first_lines(live.said(anna)) == expected, moment
