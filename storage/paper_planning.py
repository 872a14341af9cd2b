"""What a paper means for what is read next: how often its own page is."""

import datetime as dt
import sqlite3

from council.published.freshness import QUARTERLY, PaperFacts, Window, paper_windows
from council.published.item_changes import is_open
from council.published.papers import Paper
from council.published.rounds import TargetKind
from council.published.standing import State, standing
from storage.targets import TargetKey, first_seen_at, listed_date, plan_target
from storage.visits import Visit

_LAST_STATES = frozenset({State.ADOPTED, State.REJECTED, State.WITHDRAWN, State.DONE})
# What is public no more may be again.
_HIDDEN = (Window(rhythm=QUARTERLY),)


def plan_paper(connection: sqlite3.Connection, visit: Visit, paper: Paper) -> None:
    """Brings the target in step with a paper just recorded. A saved page plans nothing, nor one without a key."""
    zone = visit.now.tzinfo
    if visit.source is None or visit.by_lists or paper.id is None or zone is None:
        return
    key = TargetKey(kind=TargetKind.PAPER, key=paper.id)
    seen = first_seen_at(connection, visit.source, key) or visit.now
    born = born_by_list(connection, visit, paper) or seen.astimezone(zone).date()
    facts = paper_facts(paper, born=born, today=visit.now.date())
    windows = paper_windows(facts, zone=zone) if paper.public else _HIDDEN
    plan_target(connection, visit.source, key, windows, now=visit.now)


def born_by_list(connection: sqlite3.Connection, visit: Visit, paper: Paper) -> dt.date | None:
    """The day of creation that the source's list told; pages of papers often give none."""
    if visit.source is None or paper.id is None:
        return None
    return listed_date(connection, visit.source, TargetKey(kind=TargetKind.PAPER, key=paper.id))


def paper_facts(paper: Paper, *, born: dt.date, today: dt.date) -> PaperFacts:
    """What decides how often the paper is read; `born` counts where its page gives no date. Decided and on no way
    any more, it is finished.
    """
    stands = standing(paper, today=today)
    days = [stop.date for stop in paper.consultations if stop.date]
    return PaperFacts(
        born=paper.date or born,
        open_stops=tuple(stop.date for stop in paper.consultations if stop.date and is_open(stop.result)),
        last_stop=max(days, default=None),
        finished=stands.state in _LAST_STATES and stands.next is None and stands.lies_in is None,
    )
