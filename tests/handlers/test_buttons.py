"""Buttons: those we made, and those nobody ever made."""

import pytest

from simulator.telegram import Telegram
from tests.handlers.conftest import Chat, buttons


async def test_the_text_of_a_motion_opens_in_place_and_leads_back(chat: Chat) -> None:
    (card,) = await chat.answers("https://rat.example/bi/vo020.asp?VOLFDNR=900")
    assert buttons(card)["Original (rat.example)"] == "https://rat.example/bi/vo020.asp?VOLFDNR=900"
    await chat.press(card, buttons(card)["Text der Drucksache"])
    await chat.settled()
    text = chat.heard()[-1]
    assert text["message_id"] == card["message_id"]
    assert text["text"].startswith("Text der Drucksache 22-1940\nSeite 1 von 3\n\nSachverhalt\nDer Strand ist leer.")
    await chat.press(text, buttons(text)["Weiter ›"])
    await chat.settled()
    await chat.press(chat.heard()[-1], buttons(chat.heard()[-1])["Zurück zum Stand"])
    await chat.settled()
    assert chat.heard()[-1]["text"] == card["text"]


async def test_pressing_twice_changes_nothing_and_fails_nowhere(chat: Chat) -> None:
    (card,) = await chat.answers("https://rat.example/bi/vo020.asp?VOLFDNR=900")
    for _ in range(2):
        await chat.press(card, "v1:text:2:1")
    await chat.settled()
    assert len(chat.heard()) == 1


@pytest.mark.parametrize("data", ["v1:open:999999", "v1:text:999999:1", "v1:card:999999"])
async def test_a_paper_that_is_gone_says_so(chat: Chat, telegram: Telegram, data: str) -> None:
    (card,) = await chat.answers("20-1554")
    await chat.press(card, data)
    assert "nicht mehr abrufbar" in telegram.callback_answers[-1].text


@pytest.mark.parametrize("data", ["nonsense", "v0:open:1", "v1:open:x", "v1:follow:1", "\u202e", "v1:find:1: "])
async def test_data_that_no_keyboard_ever_had_get_a_word(chat: Chat, telegram: Telegram, data: str) -> None:
    (card,) = await chat.answers("20-1554")
    await chat.press(card, data)
    assert telegram.callback_answers[-1].text == "Diesen Knopf kenne ich nicht mehr. Bitte frag noch einmal."
    assert len(chat.heard()) == 1


async def test_a_button_under_a_message_that_is_gone_still_answers(chat: Chat, telegram: Telegram) -> None:
    await chat.answers("20-1554")
    telegram.press(chat.id, 987654, "v1:open:1")
    await telegram.wait_until(lambda: len(chat.heard()) == 2)
    assert chat.heard()[-1]["text"].startswith("Zurückgezogen")


async def test_turning_a_page_of_a_message_that_is_gone_sends_the_page_anew(chat: Chat, telegram: Telegram) -> None:
    await chat.answers("Seeufer")
    telegram.press(chat.id, 987654, "v1:find:2:Seeufer")
    await telegram.wait_until(lambda: len(chat.heard()) == 2)
    assert "Seite 2" in chat.heard()[-1]["text"]
