"""A number that is being looked up at its council right now, and how that ended."""

from enum import StrEnum

from council.published.links import Link
from views.message import Message
from views.shortening import clipped
from views.wording import Words


class Ending(StrEnum):
    """How looking ended without a paper."""

    NOT_FOUND = "not-found"
    NOT_PUBLIC = "not-public"
    UNREACHABLE = "unreachable"
    TOO_LATE = "too-late"


def looking_up(asked: str | None, *, words: Words) -> Message:
    """While it is looked up; None stands for a pasted link."""
    return Message(text=words("looking-up", reference=_named(asked, words)))


def looked_in_vain(reference: str | None, link: Link | None, ending: Ending, *, words: Words) -> Message:
    """What the waiting message becomes where there is no card."""
    asked = reference if link is None else None
    return Message(text=words(f"looked-{ending}", reference=_named(asked, words)))


def _named(asked: str | None, words: Words) -> str:
    return words.label("looked-link") if asked is None else clipped(asked, 60)
