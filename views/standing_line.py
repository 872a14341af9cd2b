"""Where a paper stands, in one sentence: the first line of every answer."""

from markupsafe import Markup

from council.published.standing import Standing, State
from views.dates import day
from views.organizations import at_organization
from views.wording import Words

# These state no verdict of ours: the published wording speaks for itself.
_VERBATIM = frozenset({State.MIXED, State.UNKNOWN})


def standing_line(standing: Standing, words: Words) -> Markup:
    """The sentence without a full stop, safe for HTML. Never says more than was published."""
    where = at_organization(standing.organization, words) if standing.organization else ""
    if standing.state is State.FILED:
        return words("standing-filed")
    if standing.state in _VERBATIM:
        return _verbatim(standing, where, words)
    if standing.since is None:
        return _undated(standing, where, words)
    phrase = "standing-referred-on" if standing.state is State.REFERRED else f"standing-{standing.state}"
    return words(phrase, day=day(standing.since, words), where=where)


def next_line(standing: Standing, words: Words) -> Markup | None:
    """The known future stop, or the committee it goes to, where that says more than the first line does."""
    if standing.state is State.SCHEDULED:
        return None
    if standing.next is None:
        if standing.lies_in is None or standing.result is None:
            return None
        if standing.treated_on is not None:
            where = at_organization(standing.lies_in, words)
            return words("standing-treated", day=day(standing.treated_on, words), where=where)
        return words("standing-lies-in", name=standing.lies_in)
    where = at_organization(standing.next.organization, words)
    return words("standing-next", day=day(standing.next.date, words), where=where)


def _undated(standing: Standing, where: str, words: Words) -> Markup:
    if standing.result is None:
        # A session may be named without a day; then there is nothing to say but the committee.
        return words("standing-referred", where=where)
    return _verbatim(standing, where, words)


def _verbatim(standing: Standing, where: str, words: Words) -> Markup:
    result = standing.result or ""
    if standing.since is None:
        return words("standing-wording-undated", where=where, result=result)
    return words("standing-wording", day=day(standing.since, words), where=where, result=result)
