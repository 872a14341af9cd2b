"""A calendar's rows and the sessions known: which row is which session. Rows may lack a key, or get it late."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Sequence

from council.published.known_meetings import KnownMeeting
from council.published.meetings import Meeting
from council.published.normalised import normalised


def known_sessions(known: Sequence[KnownMeeting], read: Sequence[Meeting]) -> tuple[KnownMeeting | None, ...]:
    """For each row read the session it is, or None if it is a new one; no session twice.

    By key; then by day, start and name, then by day and name. So a session that gets its key with its agenda, or
    another key because the council's system moved, stays itself. `known` must hold all sessions of the rows'
    keys and days; those the calendar does not show mean nothing.
    """
    found: dict[int, int] = {}
    meetings = [each.meeting for each in known]
    for key in (_by_id, _by_time, _by_day):
        _pair(meetings, read, found, key)
    return tuple(known[found[place]] if place in found else None for place in range(len(read)))


def _pair(
    known: Sequence[Meeting], read: Sequence[Meeting], found: dict[int, int], key: Callable[[Meeting], Hashable | None]
) -> None:
    taken = set(found.values())
    waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for index, meeting in enumerate(known):
        if index not in taken:
            waiting[key(meeting)].append(index)
    waiting.pop(None, None)
    for place, meeting in enumerate(read):
        wanted = key(meeting) if place not in found else None
        if wanted is not None and waiting.get(wanted):
            found[place] = waiting[wanted].popleft()


def _by_id(meeting: Meeting) -> Hashable | None:
    return meeting.id


def _by_time(meeting: Meeting) -> Hashable | None:
    return (_by_day(meeting), meeting.start) if meeting.start and meeting.day and meeting.name else None


def _by_day(meeting: Meeting) -> Hashable | None:
    name = normalised(meeting.name)
    return (meeting.day, name) if meeting.day and name else None
