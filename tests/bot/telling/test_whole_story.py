"""From the first question to the result: everything that a chat hears of one paper, word for word."""

from datetime import date, time
from pathlib import Path

from simulator.council.story.happenings import Kind
from simulator.council.story.records import Station
from tests.bot.collecting.small_council import ASSEMBLY, MOBILITY, an_item
from tests.bot.living import Living, living
from tests.bot.telling.plot import ITEM, PAPER, Plot, assembly, at

PLACE = "Ort: Sitzungsraum 1, Rathausplatz 1, 20999 Musterbek"
OWN = "• TOP Ö 3: 22-0103 – Tempo 30 in der Elbstraße"
WHY = "\n\nweil du 22-0103 folgst"

CARD = """\
Liegt im Ausschuss für Mobilität – noch kein Termin veröffentlicht

22-0103 · Antrag
Antrag der Fraktion Birke betr. Vorhaben 103
Von Fraktion Birke

Beratungsfolge
• Ausschuss für Mobilität: noch kein Termin veröffentlicht

Bezirksversammlung Musterbek · Stand: Mo., 23.11.2026, 10:"""
CONSENT = "Möchtest du 22-0103 folgen?\nDafür muss ich mir etwas merken: "
FOLLOWED = """\
Du folgst jetzt 22-0103.

Noch kein Termin veröffentlicht.

Ich melde mich, wenn sich daran etwas ändert, wenn es auf eine Tagesordnung kommt und wenn ein Ergebnis erscheint. \
Erinnern werde ich dich einen Tag und 2 Stunden vor der Sitzung. Ändern: /einstellungen"""
SCHEDULED = f"""\
22-0103 steht auf der Tagesordnung: Ausschuss für Mobilität, Di., 08.12.2026, 18:00 Uhr
{OWN}
{PLACE}{WHY}"""
MOVED = f"""\
Verlegt: Ausschuss für Mobilität, jetzt Do., 10.12.2026, 19:00 Uhr
Bisher: Di., 08.12.2026, 18:00 Uhr
Deine Punkte
{OWN}
{PLACE}{WHY}"""
CANCELLED = f"""\
Entfällt: Ausschuss für Mobilität, Do., 10.12.2026, 19:00 Uhr
Auf der Tagesordnung stand:
{OWN}{WHY}"""
REVIVED = f"""\
Findet doch statt: Ausschuss für Mobilität, Do., 10.12.2026, 19:00 Uhr
Deine Punkte
{OWN}
{PLACE}{WHY}"""
RESULT = f"""\
22-0103: ungeändert beschlossen
Ausschuss für Mobilität, Do., 10.12.2026, 19:00 Uhr

22-0103 – Antrag der Fraktion Birke betr. Vorhaben 103
Eine nächste Station ist noch nicht veröffentlicht.{WHY}"""
RESULT_AND_NEXT = f"""\
22-0103: ungeändert beschlossen / überwiesen
Ausschuss für Mobilität, Di., 08.12.2026, 18:00 Uhr

22-0103 geht weiter: Bezirksversammlung Musterbek
Noch kein Termin veröffentlicht.

22-0103 – Antrag der Fraktion Birke betr. Vorhaben 103{WHY}"""
IN_THE_ASSEMBLY = f"""\
22-0103 steht auf der Tagesordnung: Bezirksversammlung Musterbek, Do., 17.12.2026, 18:00 Uhr
• TOP Ö 7: 22-0103 – Tempo 30 in der Elbstraße
Ort: Großer Saal, Rathausplatz 1, 20999 Musterbek{WHY}"""


def reminder(when: str) -> str:
    return f"Erinnerung: Ausschuss für Mobilität, {when}\nDeine Punkte\n{OWN}\n{PLACE}{WHY}"


async def begin_to_follow(live: Living, chat: int) -> None:
    await live.write(chat, "Status 22-0103")
    (card,) = live.said(chat)
    assert card.startswith(CARD)
    await live.press(chat, "Folgen")
    (consent,) = live.said(chat)
    assert consent.startswith(CONSENT)
    assert live.buttons(chat) == ["Einverstanden, folgen", "Nein danke"]
    await live.press(chat, "Einverstanden, folgen")
    assert live.everything(chat)[1:] == [FOLLOWED]


async def test_a_followed_paper_is_told_of_from_its_agenda_to_its_result(tmp_path: Path) -> None:
    plot = (
        Plot()
        .publishes(at(24, 11, month=11))
        .changes(at(8, 9, 30), Kind.MEETING_MOVED, day=date(2026, 12, 10), start=time(19))
        .changes(at(9, 9), Kind.MEETING_CANCELLED, cancelled=True)
        .changes(at(10, 9), Kind.MEETING_REVIVED, cancelled=False)
        .changes(at(10, 21), Kind.MEETING_HELD, end=time(20, 45))
        .changes(at(12, 9), Kind.RESULT_PUBLISHED, ITEM, result="ungeändert beschlossen", excerpt=True)
    )
    told = {
        at(24, 10, month=11): [],
        at(24, 12, month=11): [SCHEDULED],
        at(7, 17, 59): [],
        at(7, 18): [reminder("Di., 08.12.2026, 18:00 Uhr")],  # a day before
        at(8, 10): [MOVED],
        at(8, 16): [],  # two hours before, had it not been moved
        at(9, 10): [CANCELLED],
        at(9, 19): [],  # a day before, were it not cancelled
        at(10, 10): [REVIVED],
        at(10, 16, 59): [],
        at(10, 17): [reminder("Do., 10.12.2026, 19:00 Uhr")],  # two hours before
        at(11, 11): [],
        at(12, 10): [RESULT],
    }
    async with living(tmp_path, plot.story()) as live:
        anna = live.telegram.add_private_chat("Anna")
        await begin_to_follow(live, anna)
        for moment, expected in told.items():
            await live.at(moment)
            assert live.said(anna) == expected, moment
        assert live.buttons(anna) == ["Stand der Drucksache", "Original (127.0.0.1)", "Pause", "Nicht mehr folgen"]


async def test_a_result_comes_with_the_next_stop(tmp_path: Path) -> None:
    plot = (
        Plot(assembly(710, date(2026, 12, 17), agenda_public=False))
        .publishes(at(24, 11, month=11))
        .changes(at(8, 21), Kind.MEETING_HELD, end=time(20, 45))
        .changes(at(9, 9), Kind.RESULT_PUBLISHED, ITEM, result="ungeändert beschlossen / überwiesen", excerpt=True)
        .changes(
            at(9, 9),
            Kind.PAPER_REFERRED,
            PAPER,
            stations=(Station(organization=MOBILITY), Station(organization=ASSEMBLY)),
        )
        .appears(at(10, 9), Kind.ITEM_SCHEDULED, an_item(940, 710, 7, PAPER, name="Tempo 30 in der Elbstraße"))
        .changes(at(11, 9), Kind.AGENDA_PUBLISHED, 710, agenda_public=True)
    )
    async with living(tmp_path, plot.story()) as live:
        anna = live.telegram.add_private_chat("Anna")
        await live.follow_paper(anna, "22-0103")
        await live.at(at(7, 18))  # no reminder: this very message says when
        await live.at(at(8, 16))
        assert [text.split(":")[0] for text in live.said(anna)] == [
            "22-0103 steht auf der Tagesordnung",
            "Erinnerung",
        ]
        await live.at(at(9, 12))
        assert live.said(anna) == [RESULT_AND_NEXT]
        await live.at(at(11, 12))
        assert live.said(anna) == [IN_THE_ASSEMBLY]
