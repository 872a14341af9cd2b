"""What is known of a council's other objects while one of them is read: names, sessions, and what hangs together."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from council.published.organizations import Organization
from council.published.readings import ObjectType
from sources.oparl.fields import line, objects, reference
from sources.oparl.identity import path_key
from sources.oparl.joining import Joined, join
from sources.oparl.json_text import Json, Object
from sources.oparl.members import Membership, membership_of, memberships_of
from sources.oparl.notes import (
    ItemNote,
    MeetingNote,
    PaperNote,
    StopNote,
    item_note,
    items_of,
    meeting_note,
    paper_note,
    stop_note,
)
from sources.oparl.object_types import type_of
from sources.oparl.openness import is_gone


class Directory:
    """Learns objects of one council in any order; everything is found by path key (sources/oparl/identity.py).

    `zone` is the council's. Of what is not public it keeps nothing but keys. `earlier` are papers stored before, which
    did not come again (sources/oparl/remembering.py); then `is_whole` is false, and items that only name their
    session are not all of its agenda.
    """

    def __init__(self, zone: ZoneInfo, organizations: Iterable[Organization] = ()) -> None:
        self.zone = zone
        self.is_whole = True
        self.bodies: dict[str, str] = {}
        self.organizations = {path_key(each.id): each.name for each in organizations if each.id}
        self.persons: dict[str, str] = {}
        self.memberships: dict[str, Membership] = {}
        self.papers: dict[str, PaperNote] = {}
        self.earlier: dict[str, PaperNote] = {}
        self.meetings: dict[str, MeetingNote] = {}
        self.items: dict[str, ItemNote] = {}
        self.stops: dict[str, StopNote] = {}
        self.gone: set[str] = set()
        self._joined: Joined | None = None

    def learn(self, thing: Object) -> None:
        """Notes what others may ask of this object, whatever its type."""
        self._joined = None
        id_ = reference(thing.get("id"))
        page = type_of(thing)
        if id_ is None or page is None:
            return
        if is_gone(thing):
            self.gone.add(path_key(id_))
        elif page is ObjectType.PAPER:
            self._learn_paper(thing, path_key(id_))
        elif page is ObjectType.MEETING:
            self._learn_meeting(thing, path_key(id_))
        elif page is ObjectType.AGENDA_ITEM:
            self._learn_item(thing, meeting=None)
        elif page is ObjectType.CONSULTATION:
            self._learn_stop(stop_note(thing, paper=None))
        else:
            self._learn_people(thing, page, path_key(id_))

    def changed(self) -> None:
        """Something was put in by hand."""
        self._joined = None

    def paper(self, key: str | None) -> PaperNote | None:
        """As told now, else as stored earlier."""
        return self.papers.get(key or "") or self.earlier.get(key or "")

    @property
    def joined(self) -> Joined:
        """Which stop is dealt with under which item, from all that was learned so far."""
        if self._joined is None:
            self._joined = join(self.stops, self.items, self.meetings, self.papers)
        return self._joined

    def names(self, organizations: Iterable[str]) -> tuple[str, ...]:
        """The names of those that are known."""
        return tuple(self.organizations[key] for key in organizations if key in self.organizations)

    def _learn_paper(self, paper: Object, key: str) -> None:
        note = paper_note(paper)
        if note is None:
            return
        self.papers[key] = note
        for place, stop in enumerate(objects(paper.get("consultation"))):
            self._learn_stop(stop_note(stop, paper=note.id, place=place))
        self._learn_named(paper.get("originatorOrganization"), paper.get("underDirectionOf"))

    def _learn_meeting(self, meeting: Object, key: str) -> None:
        note = meeting_note(meeting, zone=self.zone)
        if note is None:
            return
        self.meetings[key] = note
        self._learn_named(meeting.get("organization"))
        for item in items_of(meeting):
            self._learn_item(item, meeting=note)

    def _learn_item(self, item: Object, *, meeting: MeetingNote | None) -> None:
        owner = reference(item.get("meeting"))
        session = meeting or (self.meetings.get(path_key(owner)) if owner else None)
        note = item_note(item, meeting=session.id if session else None, session=session.name if session else None)
        if note is None:
            return
        self.items[note.key] = note
        if note.public:
            for stop in objects(item.get("consultation")):
                self._learn_stop(stop_note(stop, paper=None))

    def _learn_stop(self, note: StopNote | None) -> None:
        if note is not None:
            self.stops[note.key] = note

    def _learn_named(self, *fields: Json) -> None:
        """Embedded organizations."""
        for value in fields:
            for each in objects(value):
                id_, name = reference(each.get("id")), line(each.get("name"))
                if id_ and name:
                    self.organizations.setdefault(path_key(id_), name)

    def _learn_people(self, thing: Object, page: ObjectType, key: str) -> None:
        name = line(thing.get("name"))
        if page is ObjectType.BODY and name:
            self.bodies[key] = name
        elif page is ObjectType.ORGANIZATION and name:
            self.organizations[key] = name
        elif page is ObjectType.PERSON and name:
            self.persons[key] = name
        elif page is ObjectType.MEMBERSHIP:
            self.memberships[key] = membership_of(thing)
        for each in memberships_of(thing, page):
            self.memberships.setdefault(each.key, each)
