"""Which sessions there are to be, before anything happens to them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from simulator.council.story.bodies import ASSEMBLY, RHYTHMS, Rhythm
from simulator.council.story.composing import wall
from simulator.council.story.records import Meeting, Organization, OrganizationKind
from simulator.council.story.seasons import recurring

_FIRST_KEY = 1_003_001
_SPECIAL_KEY = 1_004_001
ANNOUNCED_BEFORE = 270  # days before a session that it stands in the calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A session as it will be in the end. `first_day`, `first_start`: as it was announced.

    `distance` is the session's place on its grid in days from the story's start; working days may shift it a little.
    `results_after`: days from the session to its results.
    """

    key: int
    reference: str
    organization: Organization
    distance: int
    day: date
    start: time | None
    first_day: date
    first_start: time | None
    announced: datetime
    results_after: int = 1

    @property
    def agenda_at(self) -> datetime:
        """Ten days before the session; two days after its announcement, if that comes later."""
        return max(wall(self.day, 10, 5, days=-10), self.announced + timedelta(days=2))

    @property
    def late_at(self) -> datetime:
        """When the Nachtrag comes, and with it what was put in after the agenda."""
        return wall(self.day, 15, 20, days=-2)

    @property
    def results_at(self) -> datetime:
        return wall(self.day, 11, days=self.results_after)

    @property
    def minutes_at(self) -> datetime:
        return wall(self.day, 9, days=40)

    @property
    def has_agenda(self) -> bool:
        return self.organization.kind in {OrganizationKind.ASSEMBLY, OrganizationKind.COMMITTEE}

    def meeting(self) -> Meeting:
        """As announced."""
        return Meeting(
            key=self.key,
            reference=self.reference,
            organization=self.organization.key,
            name=self.organization.meeting_name,
            day=self.first_day,
            start=self.first_start,
            room=self.organization.room,
            place=self.organization.place,
            public=self.has_agenda,
        )


def plans(start: date, organizations: Iterable[Organization], *, back: int, ahead: int) -> tuple[Plan, ...]:
    """All recurring sessions from `back` days before `start` to `ahead` days after it, in the order of their days."""
    known = {each.key: each for each in organizations}
    found = [plan for rhythm in RHYTHMS for plan in _of_one(start, known[rhythm.key], rhythm, back=back, ahead=ahead)]
    return _numbered(sorted(found, key=lambda plan: (plan.day, plan.organization.key)))


def special_session(start: date, assembly: Organization, *, distance: int, announced: int) -> Plan:
    """A session of the assembly beyond its rhythm, announced so many days after the start."""
    if assembly.key != ASSEMBLY:
        raise ValueError("Eine Sondersitzung hält hier nur die Bezirksversammlung.")
    day = next(recurring(start, offset=distance, every=1, first=start + timedelta(days=distance), last=date.max))
    named = replace(assembly, meeting_name="Sondersitzung der Bezirksversammlung")
    plan = _plan(named, day, distance, Rhythm(ASSEMBLY, distance))
    reference = f"SI/{day.year}/501"
    return replace(plan, key=_SPECIAL_KEY, reference=reference, announced=wall(start, 14, 20, days=announced))


def nearest(all_plans: Iterable[Plan], organization: str, day: date) -> Plan:
    """The session of that organization nearest to a day, the earlier of two."""
    found = (plan for plan in all_plans if plan.organization.name == organization)
    return min(found, key=lambda plan: (abs(plan.first_day - day), plan.first_day))


def at_distance(all_plans: Iterable[Plan], organization: int, distance: int) -> Plan:
    return next(plan for plan in all_plans if (plan.organization.key, plan.distance) == (organization, distance))


def _of_one(start: date, organization: Organization, rhythm: Rhythm, *, back: int, ahead: int) -> list[Plan]:
    first = rhythm.offset - ((rhythm.offset + back) // rhythm.every) * rhythm.every
    distances = range(first, ahead + 1, rhythm.every)
    days = recurring(
        start,
        offset=first,
        every=rhythm.every,
        first=start + timedelta(days=first),
        last=start + timedelta(days=ahead),
    )
    return [_plan(organization, day, at, rhythm) for at, day in zip(distances, days, strict=True)]


def _plan(organization: Organization, day: date, distance: int, rhythm: Rhythm) -> Plan:
    return Plan(
        key=0,
        reference="",
        organization=organization,
        distance=distance,
        day=day,
        start=organization.start,
        first_day=day,
        first_start=organization.start,
        announced=wall(day, 9, days=-ANNOUNCED_BEFORE),
        results_after=rhythm.results_after,
    )


def _numbered(ordered: list[Plan]) -> tuple[Plan, ...]:
    """Keys in the order of days, references counted within each year."""
    counts: Counter[int] = Counter()
    found = []
    for number, plan in enumerate(ordered):
        counts[plan.day.year] += 1
        reference = f"SI/{plan.day.year}/{counts[plan.day.year]:03}"
        found.append(replace(plan, key=_FIRST_KEY + number, reference=reference))
    return tuple(found)
