"""Following all of a faction: consent, its spellings confirmed, and the end of it."""

import pytest

from storage.database import Database
from tests.builders import a_stop
from tests.handlers.conftest import Chat, buttons, now, pressed, stored
from tests.handlers.test_open_papers import MOBILITY, OF_GREENS, referred, remember

FOLLOW, AGREE = "Allem davon folgen", "Einverstanden, folgen"
MEMBERS = "Entfernen: einzelne Mitglieder wie Ute Weiß (GRÜNE-Fraktion)"

CONFIRMED = """Du folgst jetzt allem von GRÜNE-Fraktion.

Gefunden unter:
• Grüne (9 Drucksachen)
• Fraktion Bündnis 90/DIE GRÜNEN (eine Drucksache)
• einzelne Mitglieder wie Ute Weiß (GRÜNE-Fraktion) (eine Drucksache)
Gehört etwas davon nicht dazu? Dann tippe auf „Entfernen“. Neue Schreibweisen kommen von selbst dazu; warum ich mich \
melde, steht in jeder Nachricht.

Ich melde mich, wenn etwas davon auf eine Tagesordnung kommt, wenn ein Ergebnis erscheint und wenn es überwiesen wird. \
Erinnern werde ich dich einen Tag und 2 Stunden vor der Sitzung."""


@pytest.fixture
async def greens(database: Database) -> Database:
    await remember(database, *OF_GREENS)
    return database


async def follow(chat: Chat) -> dict[str, object]:
    """Through consent; the confirmation."""
    (message,) = await chat.answers("/offen Grüne")
    (consent,) = await pressed(chat, message, FOLLOW)
    await pressed(chat, consent, AGREE)
    return now(chat, consent)


async def test_consent_comes_before_anything_is_stored(greens: Database, chat: Chat) -> None:
    (message,) = await chat.answers("/offen Grüne")
    (consent,) = await pressed(chat, message, FOLLOW)
    assert consent["text"].startswith("Möchtest du allem von GRÜNE-Fraktion folgen?")
    assert await stored(greens, "SELECT * FROM subscriptions") == []
    await pressed(chat, consent, AGREE)
    assert now(chat, consent)["text"].startswith(CONFIRMED)
    assert await stored(greens, "SELECT follow, target_key FROM subscriptions") == [("author", "faction:grüne")]


async def test_what_does_not_belong_to_it_is_taken_out(greens: Database, chat: Chat) -> None:
    confirmation = await follow(chat)
    await pressed(chat, confirmation, MEMBERS)
    after = now(chat, confirmation)
    assert "einzelne Mitglieder" not in after["text"]
    assert [label for label in buttons(after) if label.startswith("Entfernen")] == [
        "Entfernen: Grüne",
        "Entfernen: Fraktion Bündnis 90/DIE GRÜNEN",
    ]
    await chat.press(after, buttons(confirmation)[MEMBERS])
    await chat.settled()
    assert now(chat, confirmation)["text"] == after["text"]
    await pressed(chat, after, "Entfernen: Fraktion Bündnis 90/DIE GRÜNEN")
    alone = now(chat, confirmation)
    assert [label for label in buttons(alone) if label.startswith("Entfernen")] == []
    # An old button, or one made up: the last spelling stays.
    await chat.press(alone, buttons(after)["Entfernen: Grüne"])
    await chat.settled()
    assert "• Grüne (9 Drucksachen)" in now(chat, confirmation)["text"]


async def test_another_chat_cannot_take_anything_out(greens: Database, chat: Chat) -> None:
    confirmation = await follow(chat)
    other = Chat(chat.telegram, chat.telegram.add_private_chat(first_name="Otto", language_code="de"))
    (message,) = await other.answers("/hilfe")
    await other.press(message, buttons(confirmation)[MEMBERS])
    assert await stored(greens, "SELECT * FROM excluded_names") == []


async def test_the_list_knows_that_it_is_followed_and_ends_it(greens: Database, chat: Chat) -> None:
    await follow(chat)
    (message,) = await chat.answers("/offen Grüne")
    await pressed(chat, message, "Nicht mehr allem davon folgen")
    assert "Wieder folgen" in buttons(now(chat, message))
    assert await stored(greens, "SELECT * FROM subscriptions") == []


async def test_what_is_followed_lists_it_and_opens_what_is_open(greens: Database, chat: Chat) -> None:
    await follow(chat)
    (message,) = await chat.answers("/abos")
    assert "1. GRÜNE-Fraktion\nDavon sind 6 Drucksachen offen." in message["text"]
    (opened,) = await pressed(chat, message, "1. Zeigen")
    assert opened["text"].startswith("Offen: GRÜNE-Fraktion\n")
    await pressed(chat, message, "1. Pause")
    assert "1. GRÜNE-Fraktion · pausiert" in now(chat, message)["text"]
    await pressed(chat, now(chat, message), "1. Beenden")
    assert now(chat, message)["text"].startswith("Du folgst allem von GRÜNE-Fraktion nicht mehr.")
    await pressed(chat, now(chat, message), "Wieder folgen: GRÜNE-Fraktion")
    assert len(await stored(greens, "SELECT * FROM subscriptions")) == 1


async def test_a_confirmation_can_be_undone_in_place(greens: Database, chat: Chat) -> None:
    confirmation = await follow(chat)
    await pressed(chat, confirmation, "Nicht mehr folgen")
    assert now(chat, confirmation)["text"] == "Du folgst allem von GRÜNE-Fraktion nicht mehr."


async def test_offen_alone_is_all_that_is_followed(greens: Database, chat: Chat) -> None:
    await remember(greens, referred("21-0030", a_stop(MOBILITY), name="Antrag CDU betr. Poller"))
    await follow(chat)
    (card,) = await chat.answers("21-0030")
    await pressed(chat, card, "Folgen")
    text = await chat.ask("/offen")
    assert text.startswith("Offen von dem, was du verfolgst · Seite 1 von 2\n7 Drucksachen")
    assert "21-0030" in text
    assert text.count("21-0001") == 1


async def test_an_author_who_is_gone_cannot_be_followed(greens: Database, chat: Chat) -> None:
    (message,) = await chat.answers("/hilfe")
    await chat.press(message, "v1:fa:9999")
    assert (
        chat.telegram.callback_answers[-1].text == "Das gibt es hier nicht mehr öffentlich. Geändert habe ich nichts."
    )
