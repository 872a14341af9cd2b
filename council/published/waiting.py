"""What is not finished: where a paper lies, since when, and when it was last on an agenda there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from council.published.normalised import same
from council.published.papers import Paper
from council.published.results import Meaning, meaning
from council.published.standing import Standing, State, oldest_first, standing
from council.published.way import Stop, Way, with_way

# A result that sends a paper on, or leaves it where it is. "Beschlossen / überwiesen" goes on to another committee.
_UNFINISHED = frozenset(
    {
        *(State.REFERRED, State.SCHEDULED, State.AWAITING_RESULT, State.POSTPONED, State.RECOMMENDED),
        *(State.NOT_RECOMMENDED, State.ADOPTED_AND_REFERRED),
    }
)
# After these no further stop is expected to bring anything.
_OVER = frozenset({State.WITHDRAWN, State.DONE, State.FILED})
_NO_RESULT = frozenset({Meaning.NONE, Meaning.ADMINISTRATIVE})
_SENT_ON = frozenset({State.REFERRED, State.RECOMMENDED, State.NOT_RECOMMENDED, State.ADOPTED_AND_REFERRED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A paper that is not finished. `organization` is where it lies, None where that is not published; `since` the day
    on which it came there, else that on which it was filed. None: neither is published.
    """

    organization: str | None
    since: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoned:
    """`waiting` holds until the day `review_on`; None: until something else is published."""

    waiting: Waiting | None
    review_on: date | None = None


def waiting(paper: Paper, way: Way, *, today: date) -> Waiting | None:
    """None where it is finished, was never sent to a committee, or a wording nobody knows ended it.

    A decided paper waits if its page names a later stop without a result, a withdrawn one never. Sessions that are
    cancelled and items taken off count as no session at all (council/published/way.py).
    """
    seen = with_way(paper, way)
    stands = standing(seen, today=today)
    goes_on = stands.lies_in is not None or stands.next is not None
    if stands.state in _OVER or (stands.state not in _UNFINISHED and not goes_on):
        return None
    lies_in = _lies_in(stands)
    return Waiting(organization=lies_in, since=_since(seen, lies_in, today))


def reckoned(paper: Paper, way: Way, *, today: date) -> Reckoned:
    """What waits today, and the first day on which it would wait otherwise only because time passes."""
    now = waiting(paper, way, today=today)
    if now is None:
        return Reckoned(waiting=None)
    for day in sorted({stop.date for stop in way if stop.date and stop.date >= today}):
        if waiting(paper, way, today=day + timedelta(days=1)) != now:
            return Reckoned(waiting=now, review_on=day + timedelta(days=1))
    return Reckoned(waiting=now)


def agendas_of(way: Iterable[Stop], organization: str | None, *, today: date) -> tuple[Stop, ...]:
    """The stops at which it stood on an agenda of this organization (of any, for None), oldest first."""
    return tuple(
        stop
        for stop in way
        if stop.date is not None
        and stop.date < today
        and not stop.is_off
        and (organization is None or same(stop.organization, organization))
    )


def _lies_in(stands: Standing) -> str | None:
    if stands.next is not None:
        return stands.next.organization or None
    if stands.lies_in is not None:
        return stands.lies_in
    # The organization of the result has sent it on; to where, nobody published.
    return None if stands.result is not None and stands.state in _SENT_ON else stands.organization


def _since(paper: Paper, organization: str | None, today: date) -> date | None:
    """The day of the last result elsewhere; before any, the first day that is published at all."""
    stops = oldest_first(paper.consultations)
    told = [stop for stop in stops if stop.date and meaning(stop.result) not in _NO_RESULT]
    sent_on = [stop.date for stop in told if not same(stop.organization, organization)]
    if sent_on:
        return sent_on[-1]
    begun = [stop.date for stop in stops if stop.date and stop.date < today]
    return min(filter(None, (paper.date, *begun)), default=None)
