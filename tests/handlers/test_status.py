"""Where a paper stands, asked for in a chat."""

import pytest

from simulator.telegram import Telegram
from tests.handlers.conftest import Chat, buttons

WITHDRAWN = "Zurückgezogen am Mo., 10.04.2017 im Ausschuss für Soziales, Bildung und Integration"


@pytest.mark.parametrize(
    "question",
    ["Status 20-1554?", "20-1554", "Drs. 20-1554", "DS.20-1554", "drucksache 20/1554", "20–1554",
     "was ist mit 20 - 1554", "/status 20-1554", "/status@ratsbote_bot 20-1554", "20 1554"],
)  # fmt: skip
async def test_the_first_line_answers_however_the_number_is_written(chat: Chat, question: str) -> None:
    assert (await chat.ask(question)).splitlines()[0] == WITHDRAWN


async def test_an_english_telegram_gets_english_words_and_german_results(telegram: Telegram) -> None:
    chat = Chat(telegram, telegram.add_private_chat(first_name="Ann", language_code="en-GB"))
    answer = await chat.ask("Status 20-1554?")
    assert answer.startswith("Withdrawn on Mon, 10.04.2017 in the Ausschuss für Soziales, Bildung und Integration")
    assert "ungeändert beschlossen / überwiesen" in answer


async def test_several_numbers_get_one_card_each_in_their_order(chat: Chat) -> None:
    answers = await chat.answers("20-1554 und 22-0101, bitte", count=2)
    assert ["20-1554" in answers[0]["text"], "22-0101" in answers[1]["text"]] == [True, True]


async def test_more_than_five_numbers_say_which_were_left_out(chat: Chat) -> None:
    asked = " ".join(f"22-03{n:02}" for n in range(8))
    answers = await chat.answers(asked, count=6)
    assert answers[-1]["text"].endswith("nicht dabei: 22-0305, 22-0306, 22-0307")


async def test_a_pasted_link_opens_its_paper(chat: Chat) -> None:
    answer = await chat.ask("schau mal https://rat.example/bi//VO020.asp?volfdnr=900")
    assert "Antrag betr. Beachclub am Treidelweg" in answer


async def test_a_link_to_something_unknown_says_so(chat: Chat) -> None:
    assert "nichts gespeichert" in await chat.ask("https://rat.example/bi/vo020.asp?VOLFDNR=12345")


async def test_an_unknown_number_offers_the_nearest_as_buttons(chat: Chat) -> None:
    (answer,) = await chat.answers("20-1545")
    assert answer["text"].startswith("20-1545 kenne ich nicht.")
    (data,) = [data for label, data in buttons(answer).items() if label.startswith("20-1554")]
    await chat.press(answer, data)
    await chat.settled()
    assert chat.heard()[-1]["text"].startswith(WITHDRAWN)


async def test_a_number_of_the_state_parliament_is_recognised_as_such(chat: Chat) -> None:
    (answer,) = await chat.answers("Drs. 20-14264")
    assert "Bürgerschaft" in answer["text"]
    assert list(buttons(answer).values()) == ["https://www.buergerschaft-hh.de/parldok/"]


async def test_a_number_of_two_councils_asks_which(chat: Chat) -> None:
    (answer,) = await chat.answers("22-1940")
    assert "gibt es 2-mal" in answer["text"]
    assert {label.partition(" · ")[2] for label in buttons(answer)} == {
        "Bezirksversammlung Harburg", "Bezirksversammlung Musterfeld",
    }  # fmt: skip


async def test_a_missing_suffix_leads_to_the_family(chat: Chat) -> None:
    assert (await chat.ask("22-2000")).startswith("22-2000 kenne ich nicht, wohl aber 22-2000.01:")


async def test_a_follow_up_is_one_tap_away_from_its_parent(chat: Chat) -> None:
    (answer,) = await chat.answers("22-1940.01")
    assert "Bezieht sich auf 22-1940" in answer["text"]
    assert "22-1940" in buttons(answer)


async def test_status_without_a_number_says_how(chat: Chat) -> None:
    assert "/status 20-1554" in await chat.ask("/status")


async def test_a_date_or_a_telephone_number_is_not_taken_for_a_paper(chat: Chat) -> None:
    assert "kenne ich nicht" not in await chat.ask("Sitzung am 12.05.2025, Tel. 428 28-2056")
