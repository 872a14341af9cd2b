"""Hello and help: the first message, and what the bot can do."""

import base64
import binascii

from handlers.desk import Question
from handlers.status import card_of_reference
from handlers.stock import stock_of
from views import trouble, welcome
from views.message import Message

# Telegram's own limit for `?start=…`.
_LONGEST_PAYLOAD = 64


async def start(question: Question) -> tuple[Message, ...]:
    """The welcome; with a deep link's payload, the paper it names. Looking is all a link can do."""
    if (named := _paper_named(question.text.strip())) is not None and (
        card := await card_of_reference(question, *named)
    ):
        return card
    stock, example_row = await stock_of(question.desk)
    return (welcome.start(stock, example_row=example_row, words=question.words),)


async def help_text(question: Question) -> tuple[Message, ...]:
    """What the bot can do."""
    stock, _ = await stock_of(question.desk)
    return (welcome.help_text(stock, words=question.words),)


async def not_text(question: Question) -> tuple[Message, ...]:
    """A picture, a voice message, a sticker: say what can be read."""
    stock, _ = await stock_of(question.desk)
    return (trouble.not_text(stock, words=question.words),)


def _paper_named(payload: str) -> tuple[str, str] | None:
    """(council's key, reference) of a payload `p_<base64url of key/reference>`; None for anything else."""
    if not payload.startswith("p_") or len(payload) > _LONGEST_PAYLOAD:
        return None
    encoded = payload.removeprefix("p_")
    try:
        decoded = base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)).decode()
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return None
    body, slash, reference = decoded.partition("/")
    return (body, reference) if slash and body and reference else None
