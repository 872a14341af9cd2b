"""Search by words, in a chat."""

from tests.handlers.conftest import Chat, buttons


async def test_plain_words_are_searched_for_inside_compounds(chat: Chat) -> None:
    (answer,) = await chat.answers("radweg")
    assert answer["text"].startswith("Ein Treffer für „radweg“")
    assert "Angesetzt für Mi., 02.12.2026 im Ausschuss für Mobilität" in answer["text"]
    assert "22-0101" in buttons(answer)


async def test_umlauts_and_sharp_s_do_not_matter(chat: Chat) -> None:
    assert (await chat.ask("strasse")).startswith("Ein Treffer")
    assert (await chat.ask("fur die Winsener Straße")).startswith("Ein Treffer")


async def test_results_are_turned_in_place(chat: Chat) -> None:
    (answer,) = await chat.answers("/suche Seeufer")
    assert answer["text"].startswith("12 Treffer für „Seeufer“ · Seite 1")
    await chat.press(answer, buttons(answer)["Weiter ›"])
    await chat.settled()
    turned = chat.heard()[-1]
    assert turned["message_id"] == answer["message_id"]
    assert "Seite 2" in turned["text"]
    await chat.press(turned, buttons(turned)["‹ Zurück"])
    await chat.settled()
    assert chat.heard()[-1]["text"] == answer["text"]


async def test_a_result_opens_as_a_card_below(chat: Chat) -> None:
    (answer,) = await chat.answers("Beachclub")
    await chat.press(answer, buttons(answer)["22-1940.01"])
    await chat.settled()
    assert chat.heard()[-1]["message_id"] > answer["message_id"]
    assert "Stellungnahme zum Beachclub" in chat.heard()[-1]["text"]


async def test_nothing_found_says_what_to_try(chat: Chat) -> None:
    answer = await chat.ask("Raumschiffbahnhof")
    assert answer.startswith("Zu „Raumschiffbahnhof“ habe ich nichts gefunden.")
    assert "20-1554" in answer


async def test_search_without_words_says_how(chat: Chat) -> None:
    assert "Wonach soll ich suchen?" in await chat.ask("/suche")
    assert "/suche" in await chat.ask("/search")


async def test_noise_gets_an_answer_that_helps(chat: Chat) -> None:
    assert "weder eine Drucksachennummer noch ein Wort" in await chat.ask("👍🎉")
    assert "weder eine Drucksachennummer noch ein Wort" in await chat.ask("?" * 4096)
    assert "nichts gefunden" in await chat.ask("qx" * 2048)
