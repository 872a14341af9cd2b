"""What a notice came to when its time had come: a message and what the chat then knows, or nothing to say."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from council.served.notices import NoticeState
from council.served.told import ToldPaper, ToldSession
from views.message import Message

Told: TypeAlias = ToldSession | ToldPaper


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """To be sent, or put in the place of the message `edits`. Once that is done the chat knows `told`.

    `mentions` are tokens of all it speaks of (council/served/concerns.py), `until` (UTC) is when saying it is of no
    use any more.
    """

    message: Message
    until: datetime
    told: Told | None = None
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """Not to be said: its state, and why, for operators. What the chat was told stays as it is."""

    state: NoticeState
    why: str


Composition: TypeAlias = Composed | Dropped
