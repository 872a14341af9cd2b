"""What buttons carry: the version, what is wanted, and about what.

A button says the wanted state, never "toggle", and knows nothing about people: it may be pressed twice, after a
year, or by somebody who made the data up. Telegram allows 64 bytes.
"""

from dataclasses import dataclass
from enum import StrEnum

_VERSION = "v1"
_LONGEST = 64
# What is left for the words of a search after "v1:find:999:".
LONGEST_WORDS = 50


class Act(StrEnum):
    """Everything a button can ask for."""

    OPEN = "open"  # a paper's card as a new message
    CARD = "card"  # a paper's card in place of this message
    TEXT = "text"  # a page of a paper's text in place of this message
    FIND = "find"  # a page of search results in place of this message
    FIND_HOW = "how"  # how to search
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Action:
    """One wish. `number` is a paper's row or a page (from 1), as the act needs; `page` is for texts."""

    act: Act
    number: int = 0
    page: int = 1
    words: str = ""


def action_data(action: Action) -> str:
    """The action as callback data."""
    parts = [_VERSION, action.act]
    match action.act:
        case Act.OPEN | Act.CARD:
            parts.append(str(action.number))
        case Act.TEXT:
            parts += [str(action.number), str(action.page)]
        case Act.FIND:
            parts += [str(action.page), action.words]
        case Act.FIND_HOW | Act.HELP:
            pass
    data = ":".join(parts)
    if len(data.encode()) > _LONGEST:
        raise ValueError(f"longer than a button can carry: {len(data.encode())} bytes")
    return data


def parse_action(data: str) -> Action | None:
    """The action behind callback data; None for anything we never made."""
    version, _, rest = data.partition(":")
    name, _, rest = rest.partition(":")
    if version != _VERSION or name not in set(Act):
        return None
    act = Act(name)
    match act:
        case Act.OPEN | Act.CARD:
            number = _number(rest)
            return None if number is None else Action(act, number=number)
        case Act.TEXT:
            row, _, page_text = rest.partition(":")
            number, page = _number(row), _number(page_text)
            return None if number is None or page is None else Action(act, number=number, page=page)
        case Act.FIND:
            page_text, _, words = rest.partition(":")
            page = _number(page_text)
            return None if page is None or not words.strip() else Action(act, page=page, words=words)
        case Act.FIND_HOW | Act.HELP:
            return Action(act) if not rest else None


def fitting_words(words: str) -> str:
    """As many whole leading words as a button can carry (a single longer word is cut), blanks made single."""
    kept = ""
    for word in words.split():
        longer = f"{kept} {word}".strip()
        if len(longer.encode()) > LONGEST_WORDS:
            break
        kept = longer
    if kept:
        return kept
    return next(iter(words.split()), "").encode()[:LONGEST_WORDS].decode(errors="ignore")


def _number(text: str) -> int | None:
    """A small number from 1; rows and pages never have more than 18 digits (SQLite's integers end there)."""
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        return None
    return int(text) or None
