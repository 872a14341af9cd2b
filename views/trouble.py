"""When something did not work: what happened, whose side it is on, what to do next."""

from views.choices import Stock
from views.message import Message
from views.shortening import clipped
from views.wording import Words


def trouble(reference: str, *, words: Words) -> Message:
    """A fault of ours; `reference` finds it in the log."""
    return Message(text=words("trouble", reference=reference))


def not_text(stock: Stock, *, words: Words) -> Message:
    """A picture, a voice message, a sticker."""
    return Message(text=words("not-text", example=stock.example))


def not_understood(stock: Stock, *, words: Words) -> Message:
    """Text without a number or a word."""
    return Message(text=words("not-understood", example=stock.example))


def unknown_command(command: str, *, words: Words) -> Message:
    """A command we do not have."""
    return Message(text=words("unknown-command", command=clipped(command, 40)))


def not_allowed(chat: int, *, words: Words) -> Message:
    """A chat that the operator has not enabled."""
    return Message(text=words("not-allowed", chat=str(chat)))
