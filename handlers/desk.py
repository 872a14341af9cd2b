"""What every conversation has at hand."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from council.published.deadlines import Deadlines
from council.served.controller import Controller
from council.served.languages import Language
from council.served.lead_times import parse_lead_times
from council.served.quiet_hours import parse_quiet_hours
from council.served.subscribers import ChatKind
from storage.database import Database
from storage.subscribers import Defaults
from views.wording import Words

# As in the settings (RATSBOTE_REMIND_BEFORE, RATSBOTE_QUIET_HOURS).
_USUAL = Defaults(remind_before=parse_lead_times("1d,2h"), quiet_hours=parse_quiet_hours("21:00-07:00"))
_NOBODY_SAID = Controller()
_NO_DEADLINES = Deadlines()


def _nobody() -> None:
    """Nobody reads a council: there is nobody to wake."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The database, the clock (aware, UTC), the council's wall clock, and whom we answer.

    `allowed_chats` empty means everybody; `operators` are people's numbers, never shut out. `wake` tells whoever reads
    the councils that somebody waits for an answer; `looks_up` is whether there is a message that could become that
    answer. `defaults` are what a chat gets that chose nothing itself, `controller` is who answers for what is stored,
    `deadlines` are the rules by which questions are to be answered.
    """

    database: Database
    now: Callable[[], datetime]
    zone: ZoneInfo
    language: Language
    operators: frozenset[int] = frozenset()
    allowed_chats: frozenset[int] = frozenset()
    wake: Callable[[], None] = _nobody
    looks_up: bool = True
    defaults: Defaults = _USUAL
    controller: Controller = _NOBODY_SAID
    deadlines: Deadlines = _NO_DEADLINES

    def today(self) -> date:
        """The council's day."""
        return self.now().astimezone(self.zone).date()

    def here_and_now(self) -> datetime:
        """Now, in the council's zone."""
        return self.now().astimezone(self.zone)

    def allows(self, chat: int) -> bool:
        return not self.allowed_chats or chat in self.allowed_chats or chat in self.operators


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where somebody asked: a chat, or one topic of a forum group."""

    chat: int
    kind: ChatKind
    topic: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What somebody asked, and how to speak to them.

    `text` is what follows the command (`command`, with its slash), or the whole message, or a button's data. `place`
    is None where it is not known: under a card shared elsewhere, or an old message in a forum. `usual_language` is the
    one to be spoken where the chat chose none.
    """

    text: str
    words: Words
    desk: Desk
    command: str = ""
    place: Place | None = None
    usual_language: Language = Language.DE
