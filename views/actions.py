"""What buttons carry: the version, what is wanted, and about what.

A button says the wanted state, never "toggle", and knows nothing about people: it may be pressed twice, after a
year, or by somebody who made the data up. Telegram allows 64 bytes.
"""

from dataclasses import dataclass
from enum import StrEnum

from council.served.choices import parse_choice

_VERSION = "v1"
_LONGEST = 64
# What is left for words after "v1:termine:99:" or "v1:find:999:".
LONGEST_WORDS = 50


class Act(StrEnum):
    """Everything a button can ask for."""

    OPEN = "open"  # a paper's card as a new message
    CARD = "card"  # a paper's card in place of this message
    TEXT = "text"  # a page of a paper's text in place of this message
    FIND = "find"  # a page of search results in place of this message
    FIND_HOW = "how"  # how to search
    HELP = "help"

    FOLLOW_PAPER = "fp"
    FOLLOW_ORGANIZATION = "fo"
    FOLLOW_AUTHOR = "fa"
    AGREE_PAPER = "yp"  # to be remembered, and to follow
    AGREE_ORGANIZATION = "yo"
    AGREE_AUTHOR = "ya"
    DECLINE = "no"
    LEAVE_PAPER = "lp"  # follow it no more
    LEAVE_ORGANIZATION = "lo"
    LEAVE_AUTHOR = "la"
    UNDO_PAPER = "up"  # the same, said in place of this message
    UNDO_ORGANIZATION = "uo"
    UNDO_AUTHOR = "ua"
    STOP = "stop"  # the same by the subscription's row, as PAUSE and RESUME
    PAUSE = "pause"
    RESUME = "go"
    FOLLOWING = "abos"  # what is followed as a new message
    FOLLOWING_PAGE = "abop"  # a page of it in place of this message

    COMMITTEES = "gremien"  # all committees as a new message
    COMMITTEES_PAGE = "gp"  # a page of committees in place of this message
    COMMITTEE = "committee"  # one committee as a new message
    SESSIONS = "termine"  # a page of coming sessions in place of this message
    SESSION = "session"  # a session's agenda as a new message
    AGENDA = "agenda"  # a page of an agenda in place of this message

    CALENDAR = "ics"  # a session's calendar file
    CALENDAR_ALL = "allics"  # one of all sessions that concern this chat
    WAY = "way"  # a picture of a paper's way

    OPEN_PAPERS = "offen"  # a page of what of an author is not finished, in place of this message
    OPEN_PAPERS_FOLLOWED = "offa"  # the same of what this chat follows
    AUTHOR = "author"  # what of an author is not finished as a new message
    EXCLUDE_NAME = "xn"  # takes a spelling (its row stands for the page) out of a followed author (a subscription)
    AUTHORS = "von"  # factions to choose from as a new message

    SETTINGS = "set"  # all settings in place of this message
    SETTINGS_LANGUAGE = "setl"  # one of them
    SETTINGS_REMINDERS = "setr"
    SETTINGS_QUIET = "setq"
    CHOOSE = "wish"  # `words` is what is to be how (council/served/choices.py)
    AGREE_CHOICE = "ywish"  # the same, and to be remembered
    DATA = "data"  # all that is stored of this chat, as a file
    ERASE = "erase"  # it
    KEEP = "keep"  # or not
    PRIVACY = "privacy"  # what is stored, as a new message

    RELEASE = "release"  # what the fuse holds of a round; for operators
    DROP = "drop"  # the same, and nobody is told


@dataclass(frozen=True, slots=True)
class Action:
    """One wish. `number` is a row of ours or a page (from 1), as the act needs; `page` is for texts and agendas,
    `listed` the page of the list of what is followed that a button stands in (0: under another message).
    """

    act: Act
    number: int = 0
    page: int = 1
    words: str = ""
    listed: int = 0


_BARE = frozenset(
    {
        *(Act.FIND_HOW, Act.HELP, Act.DECLINE, Act.FOLLOWING, Act.COMMITTEES, Act.CALENDAR_ALL, Act.AUTHORS),
        *(Act.SETTINGS, Act.SETTINGS_LANGUAGE, Act.SETTINGS_REMINDERS, Act.SETTINGS_QUIET),
        *(Act.DATA, Act.ERASE, Act.KEEP, Act.PRIVACY),
    }
)
_PAGED_ROWS = frozenset({Act.TEXT, Act.AGENDA, Act.OPEN_PAPERS, Act.EXCLUDE_NAME})
_LISTED_ROWS = frozenset({Act.STOP, Act.PAUSE, Act.RESUME})
_PAGES = frozenset({Act.FOLLOWING_PAGE, Act.OPEN_PAPERS_FOLLOWED})
_CHOICES = frozenset({Act.CHOOSE, Act.AGREE_CHOICE})
_PAGES_OF_WORDS = frozenset({Act.FIND, Act.COMMITTEES_PAGE, Act.SESSIONS})


def action_data(action: Action) -> str:
    """The action as callback data."""
    parts = [_VERSION, action.act]
    if action.act in _PAGES_OF_WORDS:
        parts += [str(action.page), action.words]
    elif action.act in _PAGES:
        parts.append(str(action.page))
    elif action.act in _CHOICES:
        parts.append(action.words)
    elif action.act not in _BARE:
        parts.append(str(action.number))
    if action.act in _PAGED_ROWS:
        parts.append(str(action.page))
    if action.act in _LISTED_ROWS and action.listed:
        parts.append(str(action.listed))
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
    if act in _BARE:
        return Action(act) if data == f"{_VERSION}:{act}" else None
    if act in _CHOICES:
        return Action(act, words=rest) if parse_choice(rest) else None
    first, colon, more = rest.partition(":")
    number = _number(first)
    return None if number is None else _with_number(act, number, more if colon else None)


def _with_number(act: Act, number: int, more: str | None) -> Action | None:
    """`more` is what follows the number; None where nothing does."""
    if act in _PAGES_OF_WORDS:
        return _page_of_words(act, number, more or "")
    if act in _PAGED_ROWS or (act in _LISTED_ROWS and more is not None):
        return _numbered(act, number, _number(more or ""))
    if more is not None:
        return None
    return Action(act, page=number) if act in _PAGES else Action(act, number=number)


def _page_of_words(act: Act, page: int, words: str) -> Action | None:
    # Without words a search has nothing to look for; lists show all.
    if act is Act.FIND and not words.strip():
        return None
    return Action(act, page=page, words=words)


def _numbered(act: Act, number: int, second: int | None) -> Action | None:
    if second is None:
        return None
    if act in _PAGED_ROWS:
        return Action(act, number=number, page=second)
    return Action(act, number=number, listed=second)


def fitting_words(words: str, room: int = LONGEST_WORDS) -> str:
    """As many whole leading words as a button can carry, in `room` bytes at most, blanks made single; a single longer
    word is cut.
    """
    kept = ""
    for word in words.split():
        longer = f"{kept} {word}".strip()
        if len(longer.encode()) > room:
            break
        kept = longer
    if kept:
        return kept
    return next(iter(words.split()), "").encode()[:room].decode(errors="ignore")


def _number(text: str) -> int | None:
    """A small number from 1; rows and pages never have more than 18 digits (SQLite's integers end there)."""
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        return None
    return int(text) or None
