"""Where a paper stands, from its history alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from council.published.papers import Consultation, Paper
from council.published.results import Meaning, meaning


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

    `result` is the published wording the state rests on, if it rests on one. `since` and `organization` are
    those of the stop it rests on: after a referral the committee that referred, before any result the one that
    is to deal with it. For a scheduled paper `since` is the day of the session, for a filed one the paper's.
    `lies_in` is the committee a later stop without a result names, where the paper went on to; `treated_on` the day of
    that stop where it is over and no result is published.
    """

    state: State
    since: date | None = None
    organization: str | None = None
    result: str | None = None
    next: NextStop | None = None
    lies_in: str | None = None
    treated_on: date | None = None


# A later "zur Kenntnis genommen" takes nothing back. Partly adopted, partly rejected is a decision too.
_LASTING = frozenset(
    {
        *(Meaning.ADOPTED, Meaning.ADOPTED_AND_REFERRED, Meaning.REJECTED, Meaning.WITHDRAWN, Meaning.DONE),
        Meaning.MIXED,
    }
)
_PASSING = frozenset({Meaning.NOTED, Meaning.ADMINISTRATIVE})


def standing(paper: Paper, *, today: date) -> Standing:
    """The contract's rule: the meaning of the newest stop that has a result; before any, what is planned.

    `today` is the day in the council's zone; it matters only to stops without a result. A result counts from
    when it is published, whatever the day of its session. A wording nobody knows is UNKNOWN, even after a
    decision: it is newer, and shown word for word.
    """
    stops = oldest_first(paper.consultations)
    open_stops = [stop for stop in stops if meaning(stop.result) is Meaning.NONE]
    coming = _next_stop(open_stops, today)
    deciding = _deciding(stops)
    if deciding is None:
        return _before_any_result(paper, open_stops, coming=coming, today=today)
    later = [stop for stop in _after(deciding, stops) if meaning(stop.result) is Meaning.NONE]
    return Standing(
        state=_state(meaning(deciding.result)),
        since=deciding.date,
        organization=deciding.organization or None,
        result=deciding.result,
        next=coming,
        lies_in=(later[-1].organization or None) if later else None,
        treated_on=_treated_on(later, today),
    )


_Stop = TypeVar("_Stop", bound=Consultation)


def oldest_first(stops: Iterable[_Stop]) -> list[_Stop]:
    """By date, else in the order of the page: a stop without a date stays behind the one before it."""
    day = date.min
    dated: list[tuple[date, _Stop]] = []
    for stop in stops:
        day = stop.date or day
        dated.append((day, stop))
    return [stop for _, stop in sorted(dated, key=lambda pair: pair[0])]


def _deciding(stops: list[Consultation]) -> Consultation | None:
    told = [stop for stop in stops if meaning(stop.result) is not Meaning.NONE]
    if not told or meaning(told[-1].result) not in _PASSING:
        return told[-1] if told else None
    lasting = [stop for stop in told if meaning(stop.result) in _LASTING]
    return lasting[-1] if lasting else told[-1]


def _after(one: Consultation, stops: list[Consultation]) -> list[Consultation]:
    place = max(place for place, stop in enumerate(stops) if stop is one)
    return stops[place + 1 :]


def _treated_on(later: Sequence[Consultation], today: date) -> date | None:
    day = later[-1].date if later else None
    return day if day is not None and day < today else None


def _next_stop(open_stops: list[Consultation], today: date) -> NextStop | None:
    for stop in open_stops:
        if stop.date is not None and stop.date >= today:
            return NextStop(date=stop.date, organization=stop.organization, agenda_item=stop.agenda_item)
    return None


def _before_any_result(
    paper: Paper, open_stops: list[Consultation], *, coming: NextStop | None, today: date
) -> Standing:
    planned = [stop for stop in open_stops if stop.date or stop.meeting or stop.meeting_name]
    ahead = [stop for stop in planned if stop.date is None or stop.date >= today]
    named = [stop for stop in open_stops if stop.organization]
    for state, stop in (
        # A session with a day says more than one without.
        (State.SCHEDULED, min(ahead, key=lambda stop: stop.date or date.max, default=None)),
        (State.AWAITING_RESULT, planned[-1] if planned else None),
        (State.REFERRED, named[-1] if named else None),
    ):
        if stop is not None:
            return Standing(state=state, since=stop.date, organization=stop.organization or None, next=coming)
    return Standing(state=State.FILED, since=paper.date)


def _state(meant: Meaning) -> State:
    return State(meant.value) if meant.value in set(State) else State.UNKNOWN
