"""What of the sample council's story is news for those who follow something there, and when the bot reads it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from council.published.reference_forms import parents, reference_key
from council.published.rounds import Target, TargetKind, due_at
from council.served.concerns import organization_key
from council.served.subscribers import Follow, Subscription
from simulator.council.story.happenings import Kind, State, Step, Story, published, steps_until
from simulator.council.story.records import AgendaItem
from simulator.council.story.upcoming import next_happening

_OF_MEETINGS = frozenset(
    {
        Kind.MEETING_MOVED,
        Kind.MEETING_CANCELLED,
        Kind.MEETING_REVIVED,
        Kind.ROOM_CHANGED,
        Kind.AGENDA_PUBLISHED,
    }
)
_OF_ITEMS = frozenset(
    {
        Kind.ITEM_ADDED,
        Kind.ITEM_WITHDRAWN,
        Kind.ITEM_VANISHED,
        Kind.ITEM_NOT_PUBLIC,
        Kind.ITEM_REWORDED,
        Kind.ITEM_PAPER_ADDED,
    }
)
# Results are news of a paper, not of the committee.
_OF_OWN_ITEMS = _OF_ITEMS | {Kind.RESULT_PUBLISHED, Kind.RESULT_CHANGED}
_NEWS = _OF_MEETINGS | _OF_OWN_ITEMS
# Agendas are read at least so often while much happens on them: of older steps none is waited for.
_READ_BY = timedelta(days=8)
_AN_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Concerns:
    """What is followed, as names and numbers are compared."""

    organizations: frozenset[str]
    papers: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.organizations or self.papers)


def concerns_of(subscriptions: Iterable[Subscription]) -> Concerns:
    """Without what rests."""
    active = [each for each in subscriptions if not each.paused]
    return Concerns(
        frozenset(organization_key(each.label) for each in active if each.follow is Follow.ORGANIZATION),
        frozenset(reference_key(each.label) for each in active if each.follow is Follow.PAPER),
    )


def next_of_concern(
    story: Story, now: datetime, concerns: Concerns, targets: Iterable[Target]
) -> tuple[datetime, str] | None:
    """The first moment (UTC) after `now` at which news for them can be read, and German words about it."""
    if not concerns:
        return None
    agendas = {each.key: each for each in targets if each.kind is TargetKind.AGENDA}
    found: tuple[datetime, str] | None = None
    for step in story.steps[steps_until(story, now - _READ_BY) :]:
        if step.kind not in _NEWS:
            continue
        if found is not None and step.at >= found[0]:
            return found
        moment = _read_at(step, agendas)
        if moment <= now or (found is not None and moment >= found[0]):
            continue
        seen = next_happening(story, step.at - _AN_INSTANT, papers=False)
        if seen is not None and seen[0] == step.at and _concerns(story, step, concerns):
            found = moment, seen[1]
    return found


def _read_at(step: Step, agendas: Mapping[str, Target]) -> datetime:
    """Calendars are read in each round, agendas when they are due; in the past for what was read."""
    record = step.record
    page = agendas.get(str(record.meeting)) if isinstance(record, AgendaItem) else None
    if page is None or page.last_read is None:
        return step.at
    due = due_at(page)
    return page.last_read if page.last_read >= step.at or due is None else max(step.at, due)


def _concerns(story: Story, step: Step, concerns: Concerns) -> bool:
    state = published(story, step.at)
    record = step.record
    if isinstance(record, AgendaItem):
        # An item that is taken off may lose its paper.
        papers = {each.paper for each in (step.before, record) if isinstance(each, AgendaItem)}
        own = step.kind in _OF_OWN_ITEMS and any(_is_followed(state, paper, concerns) for paper in papers)
        return own or (step.kind in _OF_ITEMS and _is_of_followed(state, record.meeting, concerns))
    agenda = state.agenda(record.key) or ()
    return _is_of_followed(state, record.key, concerns) or any(
        _is_followed(state, item.paper, concerns) for item in agenda if item.public
    )


def _is_of_followed(state: State, meeting: int, concerns: Concerns) -> bool:
    found = state.meetings.get(meeting)
    return (
        found is not None and organization_key(state.organizations[found.organization].name) in concerns.organizations
    )


def _is_followed(state: State, paper: int | None, concerns: Concerns) -> bool:
    """A followed paper, or one whose parent is followed."""
    found = state.paper(paper) if paper is not None else None
    if found is None:
        return False
    parent = state.paper(found.parent) if found.parent is not None else None
    family = {found.reference, *parents(found.reference)} | ({parent.reference} if parent else set())
    return not concerns.papers.isdisjoint(map(reference_key, family))
