"""What every conversation has at hand."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from council.served.languages import Language
from storage.database import Database
from views.wording import Words


def _nobody() -> None:
    """Nobody reads a council: there is nobody to wake."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The database, the clock (aware, UTC), the council's wall clock, and whom we answer.

    `allowed_chats` empty means everybody. `wake` tells whoever reads the councils that somebody waits for an answer;
    `looks_up` is whether there is a message that could become that answer.
    """

    database: Database
    now: Callable[[], datetime]
    zone: ZoneInfo
    language: Language
    allowed_chats: frozenset[int] = frozenset()
    wake: Callable[[], None] = _nobody
    looks_up: bool = True

    def today(self) -> date:
        """The council's day."""
        return self.now().astimezone(self.zone).date()

    def allows(self, chat: int) -> bool:
        return not self.allowed_chats or chat in self.allowed_chats


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What somebody asked, and how to speak to them.

    `text` is what follows the command (`command`, with its slash), or the whole message, or a button's data.
    """

    text: str
    words: Words
    desk: Desk
    command: str = ""
