"""What was stored earlier, put into a directory: objects that did not change do not come again."""

from council.published.meetings import AgendaItem, Meeting
from sources.oparl.directory import Directory
from sources.oparl.identity import path_key
from sources.oparl.notes import ItemNote, MeetingNote, PaperNote, StopNote


def unknown_meetings(directory: Directory) -> tuple[str, ...]:
    """Path keys of sessions that stops and items name and nobody told of."""
    of_stops = (stop.meeting for stop in directory.stops.values())
    named = (*of_stops, *(item.meeting for item in directory.items.values()))
    return tuple(dict.fromkeys(key for key in named if key and key not in directory.meetings))


def lonely_items(directory: Directory) -> tuple[str, ...]:
    """Path keys of items of which nobody told a paper."""
    stop_of = directory.joined.stop_of
    return tuple(key for key, item in directory.items.items() if item.public and key not in stop_of)


def remember_meeting(directory: Directory, meeting: Meeting) -> None:
    """A stored session; what was told just now stands above it."""
    if meeting.id is None or not meeting.public:
        return
    note = MeetingNote(id=meeting.id, name=meeting.name, day=meeting.day, organizations=())
    directory.meetings.setdefault(path_key(meeting.id), note)
    for item in meeting.agenda or ():
        _remember_item(directory, item, path_key(meeting.id))
    directory.changed()


def remember_stop(directory: Directory, paper: PaperNote, item: str) -> None:
    """A stored paper that is dealt with under an item (its id); one told just now knows its stops itself."""
    key = path_key(paper.id)
    if key in directory.papers or key in directory.gone:
        return
    stop = StopNote(
        key=f"{key}#{path_key(item)}",
        paper=key,
        meeting=None,
        meeting_id=None,
        item=path_key(item),
        item_id=item,
        organizations=(),
        role=None,
    )
    directory.stops.setdefault(stop.key, stop)
    directory.earlier.setdefault(key, paper)
    directory.changed()


def _remember_item(directory: Directory, item: AgendaItem, meeting: str) -> None:
    if item.id is None:
        return
    note = ItemNote(
        id=item.id,
        key=path_key(item.id),
        meeting=meeting,
        public=item.public,
        number=item.number,
        name=item.name,
        result=item.result,
    )
    directory.items.setdefault(note.key, note)
