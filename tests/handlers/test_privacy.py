"""`/datenschutz`: who answers for what is stored, what that is, and for how long."""

from dataclasses import replace

import pytest

from council.served.controller import Controller
from council.served.languages import Language
from handlers.desk import Desk
from handlers.privacy import _KEPT
from tests.handlers.conftest import Chat, answering_bot
from views.message import LONGEST_TEXT, plain, shown_length
from views.privacy import privacy
from views.wording import words_of

SAID = Controller(
    name="Fraktion <Linden>", contact="post@linden.example, Markt 1", authority="Landesbeauftragte, Hafenstadt"
)


async def test_both_commands_answer_in_one_message(chat: Chat) -> None:
    (notice,) = await chat.answers("/datenschutz")
    assert notice["text"].startswith("Datenschutz\nKurz: Wem du folgst")
    assert "\nWer verantwortlich ist\nWer mich betreibt, hat keine Angaben gemacht." in notice["text"]
    assert await chat.ask("/privacy") == notice["text"]


async def test_the_spans_are_those_of_the_storage(chat: Chat) -> None:
    text = await chat.ask("/privacy")
    for told in (
        "bis ich geantwortet habe und einen Tag länger",
        "Angaben zu Nachrichten: 30 Tage nach dem Versand",
        "bis zur Sitzung und 30 Tage länger",
        "noch 30 Tage, dann lösche ich alles",
        "Telegram kann sehen",
        "nicht Ende-zu-Ende-verschlüsselt",
        "/meinedaten",
        "/loeschen",
        "/einstellungen",
        "Einwilligung",
    ):
        assert told in text


async def test_the_notice_is_filled_from_the_settings(desk: Desk) -> None:
    async with answering_bot(replace(desk, controller=SAID)) as telegram:
        text = await Chat(telegram, telegram.add_private_chat("Anna", language_code="en")).ask("/privacy")
    assert "Who is responsible\nFraktion <Linden>\npost@linden.example, Markt 1\n" in text
    assert "You can complain to: Landesbeauftragte, Hafenstadt" in text
    assert "/mydata" in text


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("missing", ["name", "contact", "authority"])
def test_what_is_missing_is_said(language: Language, missing: str) -> None:
    words = words_of(language)
    text = plain(privacy(replace(SAID, **{missing: None}), _KEPT, words=words).text)
    phrase = {"name": "privacy-no-name", "contact": "privacy-no-contact", "authority": "privacy-no-authority"}[missing]
    assert words.label(phrase) in text
    given = [value for value in (SAID.name, SAID.contact, SAID.authority) if value]
    assert sum(value in text for value in given) == 2


@pytest.mark.parametrize("language", list(Language))
def test_it_fits_into_one_message_whatever_the_operator_wrote(language: Language) -> None:
    long = Controller(name="<b>" * 500, contact="post " * 500, authority="&" * 5000)
    assert shown_length(privacy(long, _KEPT, words=words_of(language)).text) < LONGEST_TEXT
