"""Hello, help, and everything that is no question."""

import base64

from simulator.telegram import Telegram
from tests.handlers.conftest import Chat, buttons


async def test_start_greets_in_six_lines_with_an_example_to_tap(chat: Chat) -> None:
    (hello,) = await chat.answers("/start")
    assert len(hello["text"].splitlines()) == 6
    assert "Bezirksversammlung Harburg, Bezirksversammlung Musterfeld" in hello["text"]
    assert list(buttons(hello)) == ["Status 20-1554?", "Gremien und Termine", "Hilfe"]
    for label, answer in (
        ("Status 20-1554?", "Zurückgezogen"),
        ("Gremien und Termine", "Ich kenne noch keine Gremien"),
        ("Hilfe", "Was ich kann"),
    ):
        await chat.press(hello, buttons(hello)[label])
        await chat.settled()
        assert chat.heard()[-1]["text"].startswith(answer)


async def test_a_deep_link_opens_its_paper(chat: Chat) -> None:
    payload = base64.urlsafe_b64encode(b"harburg/20-1554").decode().rstrip("=")
    assert (await chat.ask(f"/start p_{payload}")).startswith("Zurückgezogen")


async def test_a_broken_deep_link_greets(chat: Chat) -> None:
    for payload in ("p_", "p_%%%", "p_YQ", "x" * 64, "p_" + "A" * 80):
        assert (await chat.ask(f"/start {payload}")).startswith("Wo steht mein Antrag?")


async def test_help_answers_to_both_names(chat: Chat) -> None:
    assert (await chat.ask("/hilfe")) == (await chat.ask("/help"))


async def test_an_unknown_command_points_to_help(chat: Chat) -> None:
    assert (await chat.ask("/wetter 3")) == "Den Befehl /wetter kenne ich nicht. Was ich kann, steht unter /hilfe."


async def test_a_picture_gets_a_word(chat: Chat, telegram: Telegram) -> None:
    telegram.send_raw({"message": _message(chat.id, sticker=_STICKER)})
    await telegram.wait_until(lambda: len(chat.heard()) == 1)
    assert chat.heard()[0]["text"].startswith("Ich lese nur Text.")


async def test_the_menu_and_the_descriptions_are_set_in_both_languages(chat: Chat, telegram: Telegram) -> None:
    await chat.ask("/start")
    menus = {
        call.parameters.get("language_code"): call.parameters["commands"] for call in telegram.calls("setMyCommands")
    }
    assert set(menus) == {None, "en"}
    assert "suche" in str(menus[None])
    assert "search" in str(menus["en"])
    assert len(telegram.calls("setMyDescription")) == 2


_STICKER = {
    "file_id": "a", "file_unique_id": "b", "type": "regular", "width": 1, "height": 1,
    "is_animated": False, "is_video": False,
}  # fmt: skip


def _message(chat: int, **content: object) -> dict[str, object]:
    person = {"id": chat, "is_bot": False, "first_name": "Anna", "language_code": "de"}
    return {
        "message_id": 77, "date": 1_700_000_000, "chat": {"id": chat, "type": "private", "first_name": "Anna"},
        "from": person, **content,
    }  # fmt: skip
