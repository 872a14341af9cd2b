"""The story itself: what happened when, and what was public at any moment."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from zoneinfo import ZoneInfo

from simulator.council.story.records import AgendaItem, FiledPaper, Meeting, Organization, Record

ZONE = ZoneInfo("Europe/Berlin")


class Kind(StrEnum):
    """What a careful reader would call the difference."""

    MEETING_ANNOUNCED = "meeting announced"
    MEETING_MOVED = "meeting moved"  # another day or hour; also an hour where there was none
    MEETING_CANCELLED = "meeting cancelled"
    MEETING_REVIVED = "meeting revived"
    ROOM_CHANGED = "room changed"
    AGENDA_PUBLISHED = "agenda published"
    MEETING_HELD = "meeting held"  # its end is known
    MINUTES_PUBLISHED = "minutes published"
    SUPPLEMENT_PUBLISHED = "supplement published"
    ITEM_SCHEDULED = "item scheduled"  # before the agenda is public: to be seen on its paper's page only
    ITEM_ADDED = "item added"
    ITEM_WITHDRAWN = "item withdrawn"  # the page says so
    ITEM_VANISHED = "item vanished"  # the page says nothing
    ITEM_NOT_PUBLIC = "item not public"
    ITEM_RENUMBERED = "item renumbered"
    ITEM_REWORDED = "item reworded"
    ITEM_PAPER_ADDED = "item got its paper"
    EXCERPT_RELEASED = "excerpt released"  # the item's own page, still without a result
    RESULT_PUBLISHED = "result published"
    RESULT_CHANGED = "result changed"
    PROTOCOL_PUBLISHED = "protocol published"
    PAPER_FILED = "paper filed"
    PAPER_CHANGED = "paper changed"
    PAPER_REFERRED = "paper referred"  # one more committee on its way
    PAPER_HIDDEN = "paper hidden"  # not public any more
    PAPER_OPENED = "paper opened"  # a gap in the keys that became public


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One difference: the record before (None: new) and after (None: gone). `at` is UTC."""

    at: datetime
    kind: Kind
    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        found = self.after or self.before
        if found is None:
            raise ValueError("Ein Schritt braucht ein Vorher oder ein Nachher.")
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """`start` is the council's calendar day that relative days count from. `steps` stand in order of time."""

    council: str
    start: date
    organizations: tuple[Organization, ...]
    steps: tuple[Step, ...]
    moments: tuple[datetime, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "moments", tuple(step.at for step in self.steps))


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Everything the council has at one moment; what of it is public, `agenda` and `paper` say."""

    council: str
    organizations: Mapping[int, Organization]
    meetings: Mapping[int, Meeting]
    items: Mapping[int, AgendaItem]
    papers: Mapping[int, FiledPaper]

    def agenda(self, meeting: int) -> tuple[AgendaItem, ...] | None:
        """In the order of the page; None while there is no public agenda."""
        found = self.meetings.get(meeting)
        if found is None or not (found.public and found.agenda_public):
            return None
        items = (item for item in self.items.values() if item.meeting == meeting)
        return tuple(sorted(items, key=lambda item: (item.number, item.key)))

    def paper(self, key: int) -> FiledPaper | None:
        found = self.papers.get(key)
        return found if found is not None and found.public else None

    def paper_named(self, reference: str) -> FiledPaper | None:
        return next((each for each in self.papers.values() if each.reference == reference and each.public), None)

    def calendar(self, first: date, last: date) -> tuple[Meeting, ...]:
        """Sessions of these days, both included, in the order of the page."""
        found = (each for each in self.meetings.values() if first <= each.day <= last)
        return tuple(sorted(found, key=lambda each: (each.day, str(each.start or ""), each.key)))


def published(story: Story, now: datetime) -> State:
    """What is there at `now` (aware). Pure: the same story and moment give the same state."""
    records: dict[tuple[type, int], Record] = {}
    for step in story.steps[: steps_until(story, now)]:
        identity = (type(step.record), step.record.key)
        if step.after is None:
            records.pop(identity, None)
        else:
            records[identity] = step.after
    all_of = tuple(records.values())
    return State(
        council=story.council,
        organizations=MappingProxyType({each.key: each for each in story.organizations}),
        meetings=MappingProxyType({each.key: each for each in all_of if isinstance(each, Meeting)}),
        items=MappingProxyType({each.key: each for each in all_of if isinstance(each, AgendaItem)}),
        papers=MappingProxyType({each.key: each for each in all_of if isinstance(each, FiledPaper)}),
    )


def steps_until(story: Story, now: datetime) -> int:
    """How many steps have happened; two moments with the same number have the same state."""
    return bisect_right(story.moments, now)


def happened(story: Story, *, after: datetime, until: datetime) -> tuple[Step, ...]:
    """What a reader who knew everything at `after` has to learn by `until`, both aware."""
    return story.steps[steps_until(story, after) : steps_until(story, until)]
