"""Sentences in a chat: answered, offered, or searched for."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from handlers.desk import Desk, Question
from handlers.free_text import free_text
from simulator.telegram import Telegram
from storage.database import Database
from tests.builders import a_paper
from tests.handlers.calendar import SOCIAL, a_meeting, record, record_calendar
from tests.handlers.conftest import Chat, buttons, now, pressed, record_paper, stored
from views.wording import words_of

SENTENCES = tomllib.loads(Path(__file__).parents[1].joinpath("council/served/sentences.toml").read_text("utf-8"))


@pytest.fixture
async def database(database: Database) -> Database:
    await record_calendar(database)
    return database


@pytest.fixture
def english(telegram: Telegram) -> Chat:
    return Chat(telegram, telegram.add_private_chat(first_name="Ann", language_code="en"))


@pytest.mark.parametrize(
    ("asked", "start"),
    [
        ("wann tagt der Sozialausschuss?", f"Nächste Sitzung: Di., 01.12.2026, Uhrzeit nicht veröffentlicht\n{SOCIAL}"),
        ("Wann tagt die BV?", "noch kein neuer Sitzungstermin veröffentlicht\nBezirksversammlung\n"),
        ("wann tagt der Hauptauschuss", "Nächste Sitzung: Di., 12.01.2027, 18:00 Uhr\nHauptausschuss\n"),
        ("Was steht nächste Woche an?", "Sitzungen vom Mo., 30.11.2026 bis So., 06.12.2026\n\nDi., 01.12.2026"),
        ("was steht morgen an", "Öffentliche Sitzungen am Di., 24.11.2026 kenne ich nicht."),
        ("Sitzungen im Januar", "Sitzungen vom Fr., 01.01.2027 bis So., 31.01.2027\n\nDi., 12.01.2027, 18:00 Uhr"),
        ("tagt der Hauptausschuss am 12.1.?", "Sitzungen zu „Hauptausschuss“ am Di., 12.01.2027\n\nDi., 12.01.2027"),
        ("Tagesordnung Hauptausschuss", "Tagesordnung: Hauptausschuss\nDi., 12.01.2027"),
        ("was wurde am 10.11.2026 im Hauptausschuss besprochen?", "Tagesordnung: Hauptausschuss\nDi., 10.11.2026"),
        ("Status von dem Welcome-City-Antrag?", "Zurückgezogen am Mo., 10.04.2017"),
        ("was ist aus dem Beachclub geworden?", "2 Treffer für „Beachclub“"),
        ("suche Seeufer", "12 Treffer für „Seeufer“"),
        ("was ist noch offen von den Grünen?", "Von GRÜNE-Fraktion ist nichts offen"),
        ("what is still open from the Greens?", "Von GRÜNE-Fraktion ist nichts offen"),
        ("offene Anträge der Lila", "Zu „offene Anträge der Lila“ habe ich nichts gefunden."),
        ("hallo", "Hallo! Schreib mir eine Drucksachennummer"),
        ("danke dir!", "Gern."),
        ("Tschüss", "Bis bald."),
        ("hilfe bitte", "Was ich kann"),
        ("was verfolge ich?", "Du folgst noch nichts."),
        ("welche Ausschüsse gibt es?", "Gremien\n"),
        ("erinner mich an 20-1554", "Zurückgezogen am Mo., 10.04.2017"),
        ("lösche meine Daten", "Über diesen Chat"),
    ],
)
async def test_a_sentence_is_answered(chat: Chat, asked: str, start: str) -> None:
    assert (await chat.ask(asked))[: len(start)] == start


async def test_english_is_understood_and_answered_in_english(english: Chat) -> None:
    assert (await english.ask("when does the main committee meet?")).startswith("Next session: Tue, 12.01.2027")
    assert (await english.ask("what's on next week?")).startswith("Sessions from Mon, 30.11.2026 to Sun, 06.12.2026")
    assert (await english.ask("thanks")).startswith("You are welcome.")


async def test_nobody_follows_without_a_tap(chat: Chat, database: Database) -> None:
    (answer,) = await chat.answers("sag mir bescheid wenn 22-0101 dran ist")
    assert "tippe unten auf den Knopf" in answer["text"]
    assert "Folgen" in buttons(answer)
    (committee,) = await chat.answers("erinnere mich an den Hauptausschuss")
    assert "tippe unten auf den Knopf" in committee["text"]
    assert "Diesem Gremium folgen" in buttons(committee)
    assert await stored(database, "SELECT count(*) FROM subscriptions") == [(0,)]


async def test_a_day_that_may_be_either_is_asked_back(chat: Chat) -> None:
    (answer,) = await chat.answers("Was steht am Montag an?")
    assert answer["text"] == "Was meinst du mit „Was steht am Montag an?“?"
    assert list(buttons(answer)) == [
        "Sitzungen am Mo., 23.11.2026", "Sitzungen am Mo., 30.11.2026", "In Drucksachen suchen",
    ]  # fmt: skip
    await pressed(chat, answer, "Sitzungen am Mo., 30.11.2026")
    assert chat.heard()[-1]["text"] == "Öffentliche Sitzungen am Mo., 30.11.2026 kenne ich nicht."


async def test_a_committee_that_stands_alone_is_offered_beside_the_search(chat: Chat) -> None:
    (answer,) = await chat.answers("Hauptausschuss")
    assert list(buttons(answer)) == ["Hauptausschuss", "In Drucksachen suchen"]
    (opened,) = await pressed(chat, answer, "Hauptausschuss")
    assert opened["text"].startswith("Hauptausschuss\n")
    await pressed(chat, answer, "In Drucksachen suchen")
    assert "„Hauptausschuss“" in chat.heard()[0]["text"]


async def test_a_topic_is_searched_with_the_committee_below(chat: Chat) -> None:
    (answer,) = await chat.answers("Bildung")
    assert "„Bildung“" in answer["text"].splitlines()[0]
    assert list(buttons(answer))[-1] == SOCIAL


async def test_a_name_too_far_off_is_offered_and_never_taken(chat: Chat) -> None:
    (answer,) = await chat.answers("wann tagt der Huaptausschuss?")
    assert list(buttons(answer)) == ["Hauptausschuss", "In Drucksachen suchen"]


async def test_an_unknown_committee_says_so_and_how_to_go_on(chat: Chat) -> None:
    (answer,) = await chat.answers("wann tagt der Verkehrsausschuss?")
    assert answer["text"].startswith("Ein Gremium zu „Verkehrsausschuss“ kenne ich nicht.")
    assert list(buttons(answer)) == ["Gremien und Termine", "In Drucksachen suchen"]


async def test_a_question_about_a_known_committee_is_never_left_to_search_alone(chat: Chat) -> None:
    (answer,) = await chat.answers("Wer sitzt im Sozialausschuss?")
    assert list(buttons(answer)) == [SOCIAL, "In Drucksachen suchen"]


async def test_a_long_name_fits_its_buttons(chat: Chat, database: Database) -> None:
    name = "Sonderausschuss Verkehrsentwicklungsplanung, Straßenraumgestaltung und Barrierefreiheit"
    await record(database, a_meeting(name, date(2026, 11, 30), id="long"))
    (answer,) = await chat.answers(f"tagt der {name} am Montag?")
    await pressed(chat, answer, "Sitzungen am Mo., 30.11.2026")
    assert name in now(chat, answer)["text"]


async def test_pages_of_some_days_are_turned_in_place(chat: Chat, database: Database) -> None:
    await record(database, *(a_meeting("Hauptausschuss", date(2027, 1, day)) for day in range(13, 29)))
    (message,) = await chat.answers("Sitzungen des Hauptausschusses im Januar")
    assert "Seite 1 von 3" in message["text"]
    await pressed(chat, message, "Weiter ›")
    assert now(chat, message)["text"].startswith(
        "Sitzungen zu „Hauptausschusses“ vom Fr., 01.01.2027 bis So., 31.01.2027 · Seite 2 von 3\n"
    )


async def test_the_only_one_that_meets_is_not_taken_for_another(chat: Chat) -> None:
    """In December only others meet."""
    answer = await chat.ask("tagt der Hauptausschuss im Dezember?")
    assert answer.startswith("Öffentliche Sitzungen zu „Hauptausschuss“ vom Di., 01.12.2026 bis Do., 31.12.2026")


async def test_privacy_may_be_a_topic(chat: Chat) -> None:
    (answer,) = await chat.answers("Datenschutz")
    assert list(buttons(answer)) == ["Was ich speichere", "In Drucksachen suchen"]
    (notice,) = await pressed(chat, answer, "Was ich speichere")
    assert "Datenschutz" in notice["text"]


@pytest.mark.parametrize(
    "title",
    ["Status der Umsetzung Radweg Heckenweg", "Änderung der Tagesordnung", "Suche nach Standorten für Kitas",
     "Hilfe für Obdachlose", "Offene Ganztagsschule", "Erinnerung an die Opfer", "Folgen des Klimawandels",
     "Stand des Ausbaus Bahnhof", "Sitzung im Januar: Hitzeschutz", "Wo steht der Maibaum?"],
)  # fmt: skip
async def test_a_title_is_found_whatever_it_says(chat: Chat, database: Database, title: str) -> None:
    await record_paper(database, a_paper("22-7777", name=title))
    (answer,) = await chat.answers(title)
    assert "22-7777" in answer["text"]


async def test_in_a_group_only_a_reply_to_the_bot_is_a_sentence(telegram: Telegram) -> None:
    group = Chat(telegram, telegram.add_group("Fraktion Linden"))
    (first,) = await group.answers("/status 20-1554")
    group.telegram.write(group.id, "wann tagt der Hauptausschuss?")
    (second,) = await group.answers("wann tagt der Hauptausschuss?", reply_to=first["message_id"])
    assert second["text"].startswith("Nächste Sitzung: Di., 12.01.2027")
    assert len(group.heard()) == 2


@pytest.mark.parametrize("language", ["de", "en"])
async def test_every_sentence_of_ours_gets_an_answer(desk: Desk, language: str) -> None:
    for text, *_ in SENTENCES[language]:
        answers = await free_text(Question(text=text, words=words_of(desk.language), desk=desk))
        assert len(answers) == 1, text
