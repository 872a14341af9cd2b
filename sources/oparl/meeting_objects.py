"""Meetings and agenda items of OParl."""

import re

from council.published.meetings import AgendaItem, AgendaItemText, Meeting
from sources.allris.cancelled_words import read_title
from sources.oparl.directory import Directory
from sources.oparl.fields import address, flag, line, many, reference, text
from sources.oparl.identity import path_key
from sources.oparl.json_text import Object
from sources.oparl.moments import session_of
from sources.oparl.notes import ItemNote, item_note, items_of, keys
from sources.oparl.openness import is_item_closed, is_public
from sources.oparl.places import place_of

_MOST_ITEMS = 1_000
# Proposed are terminiert, eingeladen, durchgeführt, aufgehoben (OParl/spec issue 336); servers use any word.
_CALLED_OFF = re.compile(r"\b(?:aufgehoben|abgesagt|entf(?:ä|ae)llt|entfallen|ausgefallen|storniert)\b", re.IGNORECASE)


def read_meeting(meeting: Object, directory: Directory) -> Meeting | None:
    """None for what has neither an id nor a start. Of a deleted or closed one nothing but its id is left.

    Its agenda is None where the object does not tell it, or where items are only linked and not all known.
    """
    id_ = reference(meeting.get("id"))
    when = session_of(meeting.get("start"), meeting.get("end"), zone=directory.zone)
    if id_ is None and when.day is None:
        return None
    if not is_public(meeting):
        return Meeting(id=id_, name="", public=False) if id_ else None
    name = line(meeting.get("name")) or ""
    told = read_title(name)
    organization = next(iter(directory.names(keys(meeting.get("organization")))), None)
    where = place_of(meeting.get("location"))
    agenda = _agenda(meeting, name, directory)
    return Meeting(
        id=id_,
        name=told.name or organization or "Sitzung",
        public=True,
        organization=organization,
        day=when.day,
        start=when.start,
        end=when.end,
        room=where.room,
        address=where.address,
        cancelled=told.cancelled or _is_called_off(meeting),
        has_agenda=bool(agenda),
        web=address(meeting.get("web")),
        agenda=agenda,
    )


def read_item(item: Object, directory: Directory) -> AgendaItem | None:
    """An agenda item that came alone: with its session, and what was decided. None without an id, and where neither
    the item nor a session that is known says whether it is public.
    """
    owner = reference(item.get("meeting"))
    meeting = directory.meetings.get(path_key(owner)) if owner else None
    note = item_note(item, meeting=owner, session=meeting.name if meeting else None)
    if note is None or not (note.public or meeting or is_item_closed(item)):
        return None
    read = _item(note, directory)
    if not note.public:
        return read
    return AgendaItem(
        id=read.id,
        number=read.number,
        name=read.name,
        public=True,
        paper=read.paper,
        paper_id=read.paper_id,
        result=read.result,
        meeting=meeting.id if meeting else owner,
        organization=next(iter(directory.names(meeting.organizations)), None) if meeting else None,
        date=meeting.day if meeting else None,
        text=AgendaItemText(decision=text(item.get("resolutionText"))),
    )


def _agenda(meeting: Object, session: str, directory: Directory) -> tuple[AgendaItem, ...] | None:
    id_ = reference(meeting.get("id"))
    given = meeting.get("agendaItem")
    if given is None:
        alone = directory.joined.items_of.get(path_key(id_), ()) if id_ and directory.is_whole else ()
        return tuple(_item(directory.items[key], directory) for key in alone) or None
    embedded = items_of(meeting)
    linked = [directory.items.get(path_key(each)) for each in many(given) if isinstance(each, str)]
    if not all(linked):
        return None
    notes = [*(item_note(each, meeting=id_, session=session) for each in embedded), *linked]
    once = {note.key: note for note in notes if note is not None}
    return tuple(_item(note, directory) for note in list(once.values())[:_MOST_ITEMS])


def _item(note: ItemNote, directory: Directory) -> AgendaItem:
    if not note.public:
        return AgendaItem(id=note.id, number=note.number, public=False)
    stop = directory.stops.get(directory.joined.stop_of.get(note.key, ""))
    paper = directory.paper(stop.paper) if stop else None
    return AgendaItem(
        id=note.id,
        number=note.number,
        name=note.name,
        public=True,
        paper=(paper.reference or None) if paper else None,
        paper_id=paper.id if paper else None,
        result=note.result,
    )


def _is_called_off(meeting: Object) -> bool:
    return flag(meeting.get("cancelled")) is True or bool(
        _CALLED_OFF.search((line(meeting.get("meetingState")) or "")[:200])
    )
