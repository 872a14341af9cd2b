"""That an answer is overdue by the rules the operator set: reckoned, and said to be."""

from markupsafe import Markup

from council.published.deadlines import Overdue, Unit
from views.dates import day
from views.shortening import clipped
from views.wording import Words

_LONGEST_KIND = 80
_SPANS = {Unit.WORKING_DAYS: "deadline-days", Unit.WEEKS: "deadline-weeks", Unit.MONTHS: "deadline-months"}


def overdue_line(overdue: Overdue, words: Words) -> Markup:
    """ "Antwort rechnerisch überfällig seit …, ohne Gewähr (8 Arbeitstage ab …)"."""
    span = words(_SPANS[overdue.rule.unit], count=overdue.rule.count)
    return words(
        "deadline-overdue",
        since=day(overdue.since, words),
        span=span,
        filed=day(overdue.filed, words),
        kind=clipped(overdue.rule.paper_type, _LONGEST_KIND),
    )
