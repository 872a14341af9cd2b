"""Where a paper stands, from its history alone."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class State(StrEnum):
    """The words of the contract for where a paper stands."""

    FILED = "filed"
    REFERRED = "referred"
    SCHEDULED = "scheduled"
    AWAITING_RESULT = "awaiting_result"
    POSTPONED = "postponed"
    RECOMMENDED = "recommended"
    NOT_RECOMMENDED = "not_recommended"
    NOTED = "noted"
    ADOPTED = "adopted"
    ADOPTED_AND_REFERRED = "adopted_and_referred"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    DONE = "done"
    MIXED = "mixed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStop:
    """A stop that is still to come: a day, a committee, and the agenda item's key where it has one."""

    date: date
    organization: str
    agenda_item: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a paper stands: the state, since which day, in which organization, and what comes next.

    `result` is the published wording the state rests on, if it rests on one.
    """

    state: State
    since: date | None = None
    organization: str | None = None
    result: str | None = None
    next: NextStop | None = None
