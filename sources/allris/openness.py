"""What is public of a session: all of it or a part, as its status says, and of its items, as their numbers say."""

import re
from enum import StrEnum

from sources.errors import NotPublic, NotSaidPublic

NOT_SAID_PUBLIC = "Die Seite sagt nicht, dass diese Sitzung öffentlich ist; es ist nichts gelesen worden."

_OPEN = re.compile(r"öffentlich(?: ?\((?![^)]*nicht)[^)]*\))?", re.IGNORECASE)
_CLOSED = re.compile(r"nicht[ -]?öffentlich(?: ?\([^)]*\))?", re.IGNORECASE)
_AND = re.compile(r" ?(?:/|,|;|\+|&|\bund\b) ?")
_LETTERS = re.compile(r"(?:TOP(?![^\W\d_]))?\W*([^\W\d_]*)", re.IGNORECASE)
# Instead of the name of an item that is not for everybody.
_WITHHELD = re.compile(r"[(\[]? ?(?:nicht[ -]?öffentlich|vertraulich|nicht[ -]?öff\.)\.? ?[)\]]?", re.IGNORECASE)


class Openness(StrEnum):
    """How much of a session everybody may attend and read."""

    WHOLE = "whole"
    PART = "part"


def openness_of(status: str) -> Openness:
    """Of a session's status ("öffentlich/nichtöffentlich"). Raises NotPublic unless some part is said to be public."""
    parts = [part for part in _AND.split(" ".join(status.split())) if part]
    if parts and all(_OPEN.fullmatch(part) for part in parts):
        return Openness.WHOLE
    if any(_OPEN.fullmatch(part) for part in parts) and all(
        _OPEN.fullmatch(part) or _CLOSED.fullmatch(part) for part in parts
    ):
        return Openness.PART
    if any(_CLOSED.fullmatch(part) for part in parts):
        raise NotPublic(NOT_SAID_PUBLIC)
    raise NotSaidPublic(NOT_SAID_PUBLIC)


def is_public(number: str, name: str | None, *, session: Openness) -> bool:
    """Of an item with this number ("Ö 2.1", "N 10", "3"). Without a letter the session's status decides.

    Where only a part of the session is public, anything but an "Ö" is not said to be.
    """
    if name is not None and _WITHHELD.fullmatch(name):
        return False
    letters = letters_of(number)
    if letters == "Ö":
        return True
    return session is Openness.WHOLE and not letters.startswith("N")


def letters_of(number: str) -> str:
    """ "Ö" of "Ö 2.1", in capitals; "" for "2.1", "TOP 2.1" and nothing."""
    found = _LETTERS.match(number.strip())
    return found[1].upper() if found else ""
