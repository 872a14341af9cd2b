"""A committee followed: its agendas, and afterwards only what is different."""

from datetime import date, time
from pathlib import Path

from simulator.council.story.happenings import Kind
from tests.bot.collecting.small_council import an_item
from tests.bot.living import living
from tests.bot.telling.plot import COMMITTEE, ITEM, SESSION, Plot, at

PLACE = "Ort: Sitzungsraum 1, Rathausplatz 1, 20999 Musterbek"
OTHER_PLACE = "Ort: Großer Saal, Rathausplatz 1, 20999 Musterbek"
WHY = "\n\nweil du dem Ausschuss für Mobilität folgst"

PUBLISHED = f"""\
Tagesordnung: Ausschuss für Mobilität, Di., 08.12.2026, 18:00 Uhr
{PLACE}
Alle Punkte
• TOP Ö 1: Begrüßung
• TOP Ö 2: 22-0104 – Fahrradbügel am Markt
• TOP Ö 3: 22-0103 – Tempo 30 in der Elbstraße{WHY}"""
DIFFERENT = f"""\
Tagesordnung geändert: Ausschuss für Mobilität, Di., 08.12.2026, 18:00 Uhr
Neu:
• TOP Ö 4: Bericht zur Fähre (Nachtrag)
Nicht mehr auf der Tagesordnung:
• TOP Ö 3: 22-0103 – Tempo 30 in der Elbstraße („abgesetzt“){WHY}"""
OTHER_ROOM = f"Anderer Ort: Ausschuss für Mobilität, Di., 08.12.2026, 18:00 Uhr\n{OTHER_PLACE}{WHY}"
MOVED = f"""\
Verlegt: Ausschuss für Mobilität, jetzt Mi., 09.12.2026, 17:00 Uhr
Bisher: Di., 08.12.2026, 18:00 Uhr
{OTHER_PLACE}{WHY}"""


def reminder(when: str, place: str, items: int) -> str:
    return f"""\
Erinnerung: Ausschuss für Mobilität, {when}
{place}
Auf der Tagesordnung stehen {items} öffentliche Punkte.{WHY}"""


async def test_a_followed_committee_tells_its_agenda_and_then_only_what_changed(tmp_path: Path) -> None:
    plot = (
        Plot()
        .publishes(at(24, 11, month=11))
        .appears(at(2, 11), Kind.ITEM_ADDED, an_item(930, SESSION, 4, late=True, name="Bericht zur Fähre"))
        .changes(at(2, 11), Kind.ITEM_WITHDRAWN, ITEM, name="Tempo 30 in der Elbstraße - abgesetzt -")
        .changes(at(4, 11), Kind.ROOM_CHANGED, room="Großer Saal")
        .changes(at(5, 11), Kind.MEETING_MOVED, day=date(2026, 12, 9), start=time(17))
    )
    told = {
        at(24, 12, month=11): [PUBLISHED],
        at(2, 12): [DIFFERENT],
        at(4, 12): [OTHER_ROOM],
        at(5, 12): [MOVED],
        at(7, 18): [],
        at(8, 17): [reminder("Mi., 09.12.2026, 17:00 Uhr", OTHER_PLACE, 3)],
    }
    async with living(tmp_path, plot.story()) as live:
        anna = live.telegram.add_private_chat("Anna")
        await live.follow_committee(anna, COMMITTEE)
        for moment, expected in told.items():
            await live.at(moment)
            assert live.said(anna) == expected, moment


async def test_a_committee_followed_after_its_agenda_was_read_brings_the_reminder(tmp_path: Path) -> None:
    async with living(tmp_path, Plot().publishes(at(24, 11, month=11)).story()) as live:
        anna = live.telegram.add_private_chat("Anna")
        await live.at(at(6, 12))
        await live.follow_committee(anna, COMMITTEE)
        await live.at(at(7, 17, 59))
        assert live.said(anna) == []
        await live.at(at(7, 18))
        await live.at(at(8, 16))
        assert live.said(anna) == [reminder("Di., 08.12.2026, 18:00 Uhr", PLACE, 3)] * 2


async def test_a_session_cancelled_before_its_agenda_was_out_is_told(tmp_path: Path) -> None:
    plot = Plot().changes(at(2, 11), Kind.MEETING_CANCELLED, cancelled=True)
    async with living(tmp_path, plot.story()) as live:
        anna = live.telegram.add_private_chat("Anna")
        await live.follow_committee(anna, COMMITTEE)
        await live.at(at(2, 12))
        assert live.said(anna) == [f"Entfällt: Ausschuss für Mobilität, Di., 08.12.2026, 18:00 Uhr{WHY}"]
