"""The story of the invented assembly, all of it."""

from datetime import date, time

from simulator.council.story.bodies import COUNCIL, FORMER_SOCIAL, MAIN, organizations
from simulator.council.story.chapters import Chapters, cancelled_sessions, replanned
from simulator.council.story.composing import Composer, wall
from simulator.council.story.filing import filings
from simulator.council.story.happenings import Story
from simulator.council.story.named_papers import named_papers
from simulator.council.story.planning import ANNOUNCED_BEFORE, Plan, plans
from simulator.council.story.records import Organization
from simulator.council.story.timetable import Timetable

# The sessions in which 20-1554 was treated; their keys are the simulator's.
_HISTORY = (
    (1_000_101, "SI/2016/031", MAIN, date(2016, 5, 17)),
    (1_000_102, "SI/2017/022", FORMER_SOCIAL, date(2017, 4, 10)),
)

_LEAST_BACK, _LEAST_AHEAD = 120, 100


def musterfeld(start: date, *, back: int = 120, ahead: int = 270, each_session: int = 3) -> Story:
    """The story around the council's calendar day `start`: the same day and sizes give the same story.

    Sessions from `back` days before to `ahead` days after it, with `each_session` unnamed papers for each. What is
    extraordinary happens at fixed distances from `start` (see chapters.py); a span too short for it is a ValueError.
    """
    if back < _LEAST_BACK or ahead < _LEAST_AHEAD:
        raise ValueError(f"Die Geschichte braucht {_LEAST_BACK} Tage vor und {_LEAST_AHEAD} nach ihrem Beginn.")
    all_organizations = organizations()
    recurring = replanned(plans(start, all_organizations, back=back, ahead=ahead), start)
    every = (*_history(all_organizations), *recurring)
    filed = filings(recurring, named_papers(start), each_session=each_session)
    composer = Composer()
    timetable = Timetable(composer, every, filed)
    timetable.tell(cancelled=cancelled_sessions(recurring))
    Chapters(composer, timetable, recurring, filed).tell(start)
    return composer.story(council=COUNCIL, start=start, organizations=all_organizations)


def _history(all_organizations: tuple[Organization, ...]) -> tuple[Plan, ...]:
    known = {each.key: each for each in all_organizations}
    return tuple(
        Plan(
            key=key,
            reference=reference,
            organization=known[organization],
            distance=0,
            day=day,
            start=time(18, 0),
            first_day=day,
            first_start=time(18, 0),
            announced=wall(day, 9, days=-ANNOUNCED_BEFORE),
        )
        for key, reference, organization, day in _HISTORY
    )
