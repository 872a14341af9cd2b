"""Start and help, and how the bot introduces itself in Telegram's own places."""

from markupsafe import Markup

from views.actions import Act, Action, action_data
from views.choices import Stock
from views.message import Button, Message
from views.shortening import clipped, listed
from views.wording import Words


def start(stock: Stock, *, example_row: int | None, words: Words) -> Message:
    """Six lines and three buttons, the first an example to tap (where there is one)."""
    bodies = listed([clipped(name, 80) for name in stock.bodies], 6, words)
    text = words("start", bodies=bodies if stock.papers else words("start-empty"))
    rows = [
        (Button(label=words.label("button-committees"), action=action_data(Action(Act.COMMITTEES))),),
        (Button(label=words.label("button-help"), action=action_data(Action(Act.HELP))),),
    ]
    if example_row is not None:
        example = Button(
            label=words.label("button-example", reference=stock.example),
            action=action_data(Action(Act.OPEN, number=example_row)),
        )
        rows.insert(0, (example,))
    return Message(text=text, buttons=tuple(rows))


def help_text(stock: Stock, *, words: Words) -> Message:
    """Everything the bot can do, with an example that exists here."""
    text = words("help", example=stock.example)
    if stock.papers:
        bodies = listed([clipped(name, 80) for name in stock.bodies], 12, words)
        text += Markup("\n\n") + words("help-bodies", bodies=bodies)
    return Message(text=text)


def status_how(stock: Stock, *, words: Words) -> Message:
    """How to ask for a paper's status, for somebody who gave no number."""
    return Message(text=words("status-how", example=stock.example))


def menu(commands: tuple[tuple[str, str], ...], *, words: Words, example: str) -> tuple[tuple[str, str], ...]:
    """(command, description) for Telegram's command menu, from (command, phrase)."""
    return tuple((command, words.label(phrase, example=example)) for command, phrase in commands)


def descriptions(words: Words) -> tuple[str, str]:
    """What Telegram shows before the first message (at most 512 characters) and in the profile (120)."""
    return words.label("bot-description"), words.label("bot-short-description")
