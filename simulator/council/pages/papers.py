"""A paper as its page shows it at one moment."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class StopStatus(StrEnum):
    """The words of the colour column. "Erledigt" says that the session is over, not that anything was decided."""

    READY = "Bereit"
    PLANNED = "Geplant"
    DONE = "Erledigt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One line of the way through the committees; without `day` it is a committee that waits for a session.

    `linked`: the session's agenda is public. `result` is None until the minutes say it.
    """

    organization: str
    status: StopStatus
    role: str = ""
    day: date | None = None
    meeting: str = ""
    meeting_key: int = 0
    item_key: int = 0
    linked: bool = True
    result: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """A paper of the family (Stammbaum), the paper itself among them."""

    key: int
    reference: str
    name: str
    type: str
    lead: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """`changed` is aware; the page prints it as the council's wall clock shows it."""

    name: str
    changed: datetime
    kilobytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """`key` is the VOLFDNR. `name` may have several lines. Texts: lines end in one newline, paragraphs in two."""

    key: int
    reference: str
    name: str
    type: str
    originators: tuple[str, ...] = ()
    lead: str = ""
    parent: Relative | None = None
    family: tuple[Relative, ...] = ()
    facts: str = ""
    decision: str = ""
    attachments: tuple[Attachment, ...] = ()
    stops: tuple[Stop, ...] = ()
