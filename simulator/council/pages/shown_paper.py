"""A paper as its page shows it, gathered from what is published."""

from simulator.council.pages.papers import Attachment, Paper, Relative, Stop, StopStatus
from simulator.council.story.happenings import State
from simulator.council.story.records import AgendaItem, FiledPaper, Meeting, Station


def shown_paper(state: State, key: int) -> Paper | None:
    """None for a key that does not exist or is not public."""
    paper = state.paper(key)
    if paper is None:
        return None
    family = _family(state, paper)
    return Paper(
        key=paper.key,
        reference=paper.reference,
        name=paper.name,
        type=paper.type,
        originators=paper.originators,
        lead=paper.lead,
        parent=next((each for each in family if each.key == paper.parent), None),
        family=family if len(family) > 1 else (),
        facts=paper.facts,
        decision=paper.decision,
        attachments=tuple(
            Attachment(name=each.name, changed=each.changed, kilobytes=each.kilobytes) for each in paper.annexes
        ),
        stops=tuple(stop for station in paper.stations for stop in _stops(state, paper, station)),
    )


def _family(state: State, paper: FiledPaper) -> tuple[Relative, ...]:
    """The paper with its ancestors and all that hangs on the eldest, in the order of their keys."""
    eldest = _eldest(state, paper)
    members = (each for each in state.papers.values() if each.public and _eldest(state, each) == eldest)
    return tuple(
        Relative(key=each.key, reference=each.reference, name=each.name, type=each.type, lead=each.lead)
        for each in sorted(members, key=lambda each: each.key)
    )


def _eldest(state: State, paper: FiledPaper) -> int:
    while paper.parent is not None and (parent := state.papers.get(paper.parent)) is not None:
        paper = parent
    return paper.key


def _stops(state: State, paper: FiledPaper, station: Station) -> tuple[Stop, ...]:
    """The sessions of one committee that have the paper on their agenda, drafts included; else the committee alone.

    An item may be older than the announcement of its session, which until then is on no page.
    """
    organization = state.organizations[station.organization].name
    found = [
        (meeting, item)
        for item in state.items.values()
        if item.paper == paper.key and item.public and (meeting := state.meetings.get(item.meeting)) is not None
        if meeting.organization == station.organization
    ]
    if not found:
        return (Stop(organization=organization, role=station.role, status=StopStatus.READY),)
    found.sort(key=lambda pair: (pair[0].day, pair[1].key))
    return tuple(_stop(organization, station, meeting, item) for meeting, item in found)


def _stop(organization: str, station: Station, meeting: Meeting, item: AgendaItem) -> Stop:
    return Stop(
        organization=organization,
        role=station.role,
        status=StopStatus.DONE if meeting.end else StopStatus.PLANNED,
        day=meeting.day,
        meeting=meeting.title,
        meeting_key=meeting.key,
        item_key=item.key,
        linked=meeting.agenda_public,
        result=item.result,
    )
