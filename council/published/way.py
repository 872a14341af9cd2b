"""A paper's way: its stops with what the sessions and their agendas say of them."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from council.published.item_changes import is_open
from council.published.known_meetings import NOT_FOUND, KnownItem, KnownMeeting
from council.published.meetings import AgendaItem, Meeting
from council.published.normalised import normalised
from council.published.papers import Consultation, Paper
from council.published.reference_forms import reference_key
from council.published.results import Meaning, meaning
from council.published.standing import oldest_first


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop(Consultation):
    """A stop of a paper and what is known of its session.

    `date` is the session's day now; `moved_from` the day that the paper's own page still names. `start` is as
    published, with its offset; `web` the session's page. `number` is the item's on the agenda ("Ö 5"). `withdrawn` is
    the council's word for its being off the agenda ("abgesetzt"), or NOT_FOUND. `only_on_agenda`: the paper's own page
    does not show the stop (yet). `result` is that of the paper's page, else the agenda's.
    """

    moved_from: dt.date | None = None
    start: dt.datetime | None = None
    room: str | None = None
    address: str | None = None
    web: str | None = None
    number: str | None = None
    cancelled: bool = False
    withdrawn: str | None = None
    only_on_agenda: bool = False

    @property
    def is_off(self) -> bool:
        """Whether it does not take place: the session is cancelled or the item taken off, and no result is told."""
        return (self.cancelled or self.withdrawn is not None) and is_open(self.result)


Way = tuple[Stop, ...]

_NO_MEETING = Meeting(name="", public=False)
_NO_ITEM = AgendaItem(public=False)


def way_of(paper: Paper, meetings: Iterable[KnownMeeting]) -> Way:
    """All stops, oldest first. `meetings` are stored sessions of the paper's council, its own ones among them.

    A stop's session is the one of its key; without a key the one on whose agenda its item stands, else the only one
    of that organization, or of that name, on that day. What is not public tells nothing.
    """
    public = sorted(
        (each for each in meetings if each.meeting.public), key=lambda each: each.meeting.day or dt.date.max
    )
    stops = list(paper.consultations)
    sessions = [_session(stop, public) for stop in stops]
    found = {id(session) for session in sessions if session}
    waiting: list[tuple[KnownMeeting, KnownItem]] = []
    for meeting in public:
        item = None if id(meeting) in found else _item(meeting, paper, agenda_item=None, others=())
        if item is None or item.withdrawn == NOT_FOUND:
            continue
        place = _undated(stops, sessions, meeting)
        if place is None:
            waiting.append((meeting, item))
        else:
            sessions[place] = meeting
    keys = {stop.agenda_item for stop in stops if stop.agenda_item}
    way = [
        _stop(stop, session, _item(session, paper, agenda_item=stop.agenda_item, others=keys) if session else None)
        for stop, session in zip(stops, sessions, strict=True)
    ]
    return tuple(oldest_first([*way, *(_from_agenda(meeting, item) for meeting, item in waiting)]))


def with_way(paper: Paper, way: Way) -> Paper:
    """The paper as `standing` is to see it: a stop that does not take place still names its committee, but no session.

    An item that an agenda says to be withdrawn for good ("zurückgezogen") has that word for its result.
    """
    return replace(paper, consultations=tuple(_without_session(stop) if stop.is_off else stop for stop in way))


def _without_session(stop: Stop) -> Stop:
    said = stop.withdrawn if meaning(stop.withdrawn) is Meaning.WITHDRAWN else stop.result
    return replace(stop, date=None, meeting=None, meeting_name=None, agenda_item=None, result=said)


def _session(stop: Consultation, meetings: Sequence[KnownMeeting]) -> KnownMeeting | None:
    if stop.meeting:
        return next((known for known in meetings if known.meeting.id == stop.meeting), None)
    if stop.agenda_item:
        for known in meetings:
            if any(each.item.id == stop.agenda_item for each in known.items):
                return known
    if stop.date is None:
        return None
    that_day = [known for known in meetings if known.meeting.day == stop.date and _is_of(stop, known)]
    return that_day[0] if len(that_day) == 1 else None


def _is_of(stop: Consultation, known: KnownMeeting) -> bool:
    organization, name = normalised(known.meeting.organization), normalised(known.meeting.name)
    return bool(
        (organization and organization == normalised(stop.organization))
        or (name and name == normalised(stop.meeting_name))
    )


def _undated(
    stops: Sequence[Consultation], sessions: Sequence[KnownMeeting | None], meeting: KnownMeeting
) -> int | None:
    """The stop that only names this session's organization and waits for a day."""
    for place, stop in enumerate(stops):
        is_waiting = sessions[place] is None and not (stop.date or stop.meeting) and is_open(stop.result)
        if is_waiting and _is_of(stop, meeting):
            return place
    return None


def _item(known: KnownMeeting, paper: Paper, *, agenda_item: str | None, others: Collection[str]) -> KnownItem | None:
    """The paper's item on this agenda, `agenda_item` being its key; `others` are keys that other stops may have.

    One that is on goes before one that was taken off: a paper may come back under another number.
    """
    mine = [
        each
        for each in known.items
        if each.item.public and (each.item.id == agenda_item if each.item.id in others else _is_about(each, paper))
    ]
    return min(mine, key=lambda each: (each.withdrawn is not None, each.item.id != agenda_item), default=None)


def _is_about(known: KnownItem, paper: Paper) -> bool:
    item = known.item
    if item.paper_id and paper.id:
        return item.paper_id == paper.id
    return bool(item.paper) and reference_key(item.paper or "") == reference_key(paper.reference)


def _stop(stop: Consultation, session: KnownMeeting | None, known: KnownItem | None) -> Stop:
    meeting = session.meeting if session else _NO_MEETING
    item = known.item if known else _NO_ITEM
    day = meeting.day or stop.date
    told = item.result if is_open(stop.result) and not is_open(item.result) else stop.result
    return Stop(
        # OParl names organizations by address; where nobody has said what is there, the session still says whose it is.
        organization=stop.organization or meeting.organization or meeting.name,
        role=stop.role,
        date=day,
        meeting=stop.meeting or meeting.id,
        meeting_name=stop.meeting_name or meeting.name or None,
        agenda_item=item.id or stop.agenda_item,
        result=told,
        moved_from=stop.date if stop.date != day else None,
        start=meeting.start,
        room=meeting.room,
        address=meeting.address,
        web=meeting.web,
        number=item.number,
        cancelled=meeting.cancelled,
        withdrawn=known.withdrawn if known else None,
    )


def _from_agenda(session: KnownMeeting, known: KnownItem) -> Stop:
    meeting, item = session.meeting, known.item
    bare = Consultation(organization=meeting.organization or item.organization or meeting.name)
    return replace(_stop(bare, session, known), result=item.result, only_on_agenda=True)
