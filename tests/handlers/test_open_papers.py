"""`/offen`: what of a faction, a person, or of what this chat follows is not finished."""

from datetime import date
from typing import Any

import pytest

from council.published.papers import Consultation, Paper
from council.published.readings import Page, Reading
from storage.database import Database
from storage.recording import record_reading
from tests.builders import MUSTERFELD, READ_AT, a_paper, a_stop
from tests.handlers.calendar import a_meeting, an_item, record
from tests.handlers.conftest import HARBURG, Chat, buttons, now, pressed

MOBILITY, ENVIRONMENT, ASSEMBLY = "Ausschuss für Mobilität", "Umweltausschuss", "Bezirksversammlung"


def referred(reference: str, *stops: Consultation, on: date = date(2026, 8, 17), **fields: Any) -> Paper:
    """By the assembly on that day, to what follows."""
    defaults: dict[str, Any] = {"id": f"k{reference}", "name": f"Antrag Grüne betr. Sache {reference}"}
    return a_paper(reference, a_stop(ASSEMBLY, on, "überwiesen"), *stops, **(defaults | fields))


# Worked out by hand; "today" is Mon, 23 November 2026.
OF_GREENS: tuple[Paper, ...] = (
    referred("21-0001", a_stop(MOBILITY), originators=("GRÜNE-Fraktion",), name="Fahrradbügel"),
    referred("21-0002", a_stop(MOBILITY, date(2026, 10, 7), "vertagt"), on=date(2026, 9, 14)),
    referred("21-0003", a_stop(ENVIRONMENT, date(2026, 12, 2)), on=date(2026, 11, 16)),
    referred("21-0004", a_stop(ENVIRONMENT, date(2026, 11, 4)), on=date(2026, 5, 18), originators=("SPD", "Grüne")),
    referred("21-0005", on=date(2026, 11, 16), originators=("Fraktion Bündnis 90/DIE GRÜNEN",)),
    referred("21-0006", a_stop(MOBILITY, date(2026, 10, 7), "ungeändert beschlossen")),
    referred("21-0007", a_stop(MOBILITY, date(2026, 10, 7), "zurückgezogen"), a_stop(ENVIRONMENT)),
    a_paper("21-0008", id="k8", name="Antrag Grüne betr. nie überwiesen"),
    referred("21-0009", a_stop(MOBILITY), name="Antrag CDU betr. Parkplätze"),
    referred("21-0010", a_stop(MOBILITY), name="Stellungnahme zum Antrag Grüne betr. Fahrradbügel"),
    referred(
        "21-0011", a_stop(MOBILITY), name="Frage", originators=("Ute Weiß (GRÜNE-Fraktion)",), on=date(2014, 1, 6)
    ),
)


async def remember(database: Database, *papers: Paper, body: Any = HARBURG) -> None:
    for paper in papers:
        reading = Reading(kind="allris", page=Page.PAPER, papers=(paper,))
        await database.transaction(record_reading, body, reading, read_at=READ_AT)


@pytest.fixture
async def greens(database: Database) -> Database:
    await remember(database, *OF_GREENS)
    return database


LIST = """Offen: GRÜNE-Fraktion
6 Drucksachen sind überwiesen oder angesetzt und nicht abgeschlossen.
Bezirksversammlung Harburg

Ausschuss für Mobilität (3)
• 21-0011 Frage
   seit über 12 Jahren (Mo., 06.01.2014) · dort noch nie auf einer Tagesordnung
• 21-0001 Fahrradbügel
   seit 14 Wochen (Mo., 17.08.2026) · dort noch nie auf einer Tagesordnung
• 21-0002 Antrag Grüne betr. Sache 21-0002
   seit 10 Wochen (Mo., 14.09.2026) · zuletzt auf der Tagesordnung am Mi., 07.10.2026: „vertagt“

Umweltausschuss (2)
• 21-0004 Antrag Grüne betr. Sache 21-0004
   seit 27 Wochen (Mo., 18.05.2026) · zuletzt auf der Tagesordnung am Mi., 04.11.2026, noch kein Ergebnis veröffentlicht
• 21-0003 Antrag Grüne betr. Sache 21-0003
   seit 7 Tagen (Mo., 16.11.2026) · angesetzt für Mi., 02.12.2026

Nächstes Gremium nicht veröffentlicht (1)
• 21-0005 Antrag Grüne betr. Sache 21-0005
   seit 7 Tagen (Mo., 16.11.2026) · zuletzt auf der Tagesordnung am Mo., 16.11.2026: „überwiesen“

Gefunden unter: Grüne, Fraktion Bündnis 90/DIE GRÜNEN, einzelne Mitglieder wie Ute Weiß (GRÜNE-Fraktion)"""


@pytest.mark.parametrize("asked", ["GRÜNE", "Die Grünen", "Bündnis 90/Die Grünen", "grüne-fraktion", "Fraktion GRÜNE"])
async def test_the_list_is_what_was_worked_out_by_hand(greens: Database, chat: Chat, asked: str) -> None:
    assert await chat.ask(f"/offen {asked}") == LIST


async def test_every_line_can_be_opened(greens: Database, chat: Chat) -> None:
    (message,) = await chat.answers("/offen Grüne")
    listed = [line.split()[1] for line in message["text"].splitlines() if line.startswith("•")]
    assert list(buttons(message)) == [*listed, "Allem davon folgen"]
    for reference in listed:
        (card,) = await pressed(chat, message, reference)
        assert f"\n{reference}" in card["text"]


async def test_more_than_a_page_is_turned_in_place_with_its_committee_repeated(database: Database, chat: Chat) -> None:
    await remember(
        database,
        *(referred(f"21-10{n:02}", a_stop(MOBILITY), on=date(2026, 1, n + 1), name="Antrag FDP") for n in range(8)),
    )
    (message,) = await chat.answers("/open fdp")
    assert message["text"].startswith("Offen: FDP · Seite 1 von 2\n8 Drucksachen")
    assert list(buttons(message)) == [f"21-10{n:02}" for n in range(6)] + ["Weiter ›", "Allem davon folgen"]
    await pressed(chat, message, "Weiter ›")
    second = now(chat, message)
    assert "Ausschuss für Mobilität (8)\n• 21-1006" in second["text"]
    assert list(buttons(second)) == ["21-1006", "21-1007", "‹ Zurück", "Allem davon folgen"]


async def test_a_cancelled_session_is_no_date_and_no_agenda(greens: Database, chat: Chat) -> None:
    await record(greens, a_meeting(ENVIRONMENT, date(2026, 12, 2), cancelled=True))
    await record(greens, a_meeting(ENVIRONMENT, date(2026, 11, 4), cancelled=True))
    text = await chat.ask("/offen Grüne")
    assert "• 21-0003 Antrag Grüne betr. Sache 21-0003\n   seit 7 Tagen (Mo., 16.11.2026) · dort noch nie" in text
    assert "27 Wochen (Mo., 18.05.2026) · dort noch nie auf einer Tagesordnung" in text


async def test_a_result_on_an_agenda_ends_the_waiting(greens: Database, chat: Chat) -> None:
    item = an_item("Ö 3", "Sache", paper="21-0001", result="ungeändert beschlossen")
    await record(greens, a_meeting(MOBILITY, date(2026, 11, 18), agenda=(item,)))
    assert "21-0001" not in await chat.ask("/offen Grüne")


async def test_an_item_taken_off_waits_again(greens: Database, chat: Chat) -> None:
    agenda = (an_item("Ö 3", "Sache", paper="21-0001"),)
    await record(greens, a_meeting(MOBILITY, date(2026, 12, 9), agenda=agenda))
    assert "21-0001 Fahrradbügel\n   seit 14 Wochen (Mo., 17.08.2026) · angesetzt für Mi., 09.12.2026" in (
        await chat.ask("/offen Grüne")
    )
    off = (an_item("Ö 3", "Sache - abgesetzt -", paper="21-0001"),)
    await record(greens, a_meeting(MOBILITY, date(2026, 12, 9), agenda=off))
    assert "21-0001 Fahrradbügel\n   seit 14 Wochen (Mo., 17.08.2026) · dort noch nie" in await chat.ask("/offen Grüne")


async def test_without_words_it_is_what_the_chat_follows(greens: Database, chat: Chat) -> None:
    (card,) = await chat.answers("21-0002")
    (consent,) = await pressed(chat, card, "Folgen")
    await pressed(chat, consent, "Einverstanden, folgen")
    (message,) = await chat.answers("/offen")
    assert message["text"].startswith("Offen von dem, was du verfolgst\nEine Drucksache ist")
    assert list(buttons(message)) == ["21-0002", "Nach Fraktion"]
    (choice,) = await pressed(chat, message, "Nach Fraktion")
    assert choice["text"].startswith("Von wem?")


async def test_whoever_follows_nothing_chooses_a_faction(greens: Database, chat: Chat) -> None:
    (message,) = await chat.answers("/offen")
    assert list(buttons(message)) == [
        "GRÜNE-Fraktion · Bezirksversammlung Harburg",
        "CDU · Bezirksversammlung Harburg",
        "SPD · Bezirksversammlung Harburg",
    ]
    await pressed(chat, message, "CDU · Bezirksversammlung Harburg")
    assert now(chat, message)["text"].startswith("Offen: CDU\nEine Drucksache")


async def test_a_name_of_two_councils_is_asked_back(greens: Database, chat: Chat) -> None:
    await remember(greens, referred("5-1", a_stop("Rat"), originators=("Fraktion GRÜNE",)), body=MUSTERFELD)
    (message,) = await chat.answers("/offen Grüne")
    assert message["text"] == "Zu „Grüne“ kenne ich mehrere. Wen meinst du?"
    label = "Fraktion GRÜNE · Bezirksversammlung Musterfeld"
    assert label in buttons(message)
    await pressed(chat, message, label)
    assert "• 5-1 " in now(chat, message)["text"]
    assert "21-0001" not in now(chat, message)["text"]


async def test_a_person_is_an_author_too(greens: Database, chat: Chat) -> None:
    assert "Eine Drucksache ist" in await chat.ask("/offen ute weiss")


async def test_an_unknown_name_gets_the_nearest(greens: Database, chat: Chat) -> None:
    (message,) = await chat.answers("/offen Gürne")
    assert message["text"] == "Von „Gürne“ kenne ich keine Drucksachen.\nMeintest du:"
    assert list(buttons(message)) == ["GRÜNE-Fraktion · Bezirksversammlung Harburg", "Nach Fraktion"]
    (message,) = await chat.answers("/offen <b>Xylophonverein</b>")
    assert message["text"].startswith("Von „<b>Xylophonverein</b>“ kenne ich keine Drucksachen.\nFrag nach")
    assert list(buttons(message)) == ["Nach Fraktion"]


async def test_nothing_open_is_said(greens: Database, chat: Chat) -> None:
    await remember(greens, a_paper("21-0020", id="k20", name="Antrag AfD betr. nichts"))
    assert (await chat.ask("/offen AfD")).startswith("Von AfD ist nichts offen")


async def test_an_author_who_is_gone_says_so(greens: Database, chat: Chat) -> None:
    (message,) = await chat.answers("/offen Grüne")
    await chat.press(message, "v1:offen:9999:1")
    assert chat.telegram.callback_answers[-1].text.startswith("Von diesem Namen ist keine")


async def test_what_is_public_no_more_is_gone_with_its_authors_name(greens: Database, chat: Chat) -> None:
    (paper,) = (each for each in OF_GREENS if each.reference == "21-0011")
    hidden = Paper(id=paper.id, reference=paper.reference, name="", public=False)
    await remember(greens, hidden)
    assert "21-0011" not in await chat.ask("/offen Grüne")
    assert (await chat.ask("/offen Ute Weiß")).startswith("Von „Ute Weiß“ kenne ich keine Drucksachen.")


async def test_the_longest_of_everything_is_still_one_message(database: Database, chat: Chat) -> None:
    for n in range(8):
        committee = a_stop(f"{n} " + "Ausschuss für alles & jedes " * 20, date(2026, 10, 7), "vertagt")
        author = f"Fraktion {n} " + "Linde & Ulme " * 20
        long = referred(
            f"21-{n}-" + "9" * 80, committee, name="Sache <b> " * 90, originators=("Fraktion Linde", author)
        )
        await remember(database, long)
    (message,) = await chat.answers("/offen Fraktion Linde")
    assert message["text"].startswith("Offen: Fraktion Linde · Seite 1 von 2")
    assert len(message["text"].encode("utf-16-le")) // 2 <= 4096
