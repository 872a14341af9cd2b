"""A system that moved: ids are addresses, so all of them changed, and none of the objects."""

from dataclasses import replace

from council.published.meetings import AgendaItem, Meeting
from council.published.organizations import Organization
from council.published.papers import Consultation, Paper
from council.published.readings import Reading
from sources.oparl.identity import path_key, root_of


def at_home(reading: Reading, known: str | None) -> Reading:
    """The reading with all ids under one root: that of `known` (any id stored of this council), else of its own first.

    So an object keeps its id for ever, wherever its system answers now. Addresses to be opened stay as told.
    """
    root = root_of(known or "") or next(filter(None, map(root_of, _ids(reading))), "")
    if not root or all(root_of(id_) in {root, ""} for id_ in _ids(reading)):
        return reading
    return replace(
        reading,
        papers=tuple(_paper(each, root) for each in reading.papers),
        meetings=tuple(_meeting(each, root) for each in reading.meetings),
        items=tuple(_item(each, root) for each in reading.items),
        organizations=tuple(_organization(each, root) for each in reading.organizations),
    )


def _ids(reading: Reading) -> list[str]:
    stops = (stop for paper in reading.papers for stop in paper.consultations)
    agendas = (item for meeting in reading.meetings for item in meeting.agenda or ())
    items = (*reading.items, *agendas)
    found = (
        *(each.id for each in reading.papers),
        *(each.id for each in reading.meetings),
        *(each.id for each in reading.organizations),
        *(each.id for each in items),
        *(item.paper_id for item in items),
        *(id_ for stop in stops for id_ in (stop.meeting, stop.agenda_item)),
    )
    return [id_ for id_ in found if id_]


def _moved(id_: str | None, root: str) -> str | None:
    return root + path_key(id_) if id_ and root_of(id_) else id_


def _paper(paper: Paper, root: str) -> Paper:
    stops = tuple(_stop(stop, root) for stop in paper.consultations)
    return replace(paper, id=_moved(paper.id, root), consultations=stops)


def _stop(stop: Consultation, root: str) -> Consultation:
    return replace(stop, meeting=_moved(stop.meeting, root), agenda_item=_moved(stop.agenda_item, root))


def _meeting(meeting: Meeting, root: str) -> Meeting:
    agenda = None if meeting.agenda is None else tuple(_item(item, root) for item in meeting.agenda)
    return replace(meeting, id=_moved(meeting.id, root), agenda=agenda)


def _item(item: AgendaItem, root: str) -> AgendaItem:
    return replace(
        item,
        id=_moved(item.id, root),
        paper_id=_moved(item.paper_id, root),
        meeting=_moved(item.meeting, root),
    )


def _organization(organization: Organization, root: str) -> Organization:
    return replace(organization, id=_moved(organization.id, root))
