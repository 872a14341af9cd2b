"""What is remembered of a session's when and where, read in turn from two pages that word it differently."""

import datetime as dt
from dataclasses import dataclass, replace

from council.published.changes import Facts
from council.published.known_meetings import KnownMeeting
from council.published.meetings import Meeting
from council.published.normalised import normalised, same

# Pages name years like 2206 and 0202: slips of the pen, which move no session.
_YEARS = range(1990, 2100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """The session after one more page, and whether that page named another room or address than was known."""

    known: KnownMeeting
    other_room: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    text: str | None
    is_other: bool = False


def said_by(meeting: Meeting) -> Facts:
    """What one page says of when and where a session is."""
    return Facts.of(
        day=meeting.day,
        start=meeting.start,
        room=meeting.room,
        address=meeting.address,
        cancelled=meeting.cancelled,
    )


def first_known(meeting: Meeting) -> KnownMeeting:
    """A session at first sight, its agenda still apart. Of a non-public one only id and day are remembered."""
    if not meeting.public:
        return KnownMeeting(meeting=hidden_meeting(meeting))
    bare = replace(meeting, agenda=None, has_agenda=meeting.has_agenda or bool(meeting.agenda))
    said = said_by(meeting)
    if meeting.agenda is None:
        return KnownMeeting(meeting=bare, calendar=said)
    return KnownMeeting(meeting=bare, page=said)


def hidden_meeting(meeting: Meeting) -> Meeting:
    """All that may be remembered of a non-public session."""
    return Meeting(name="", public=False, id=meeting.id, day=meeting.day)


def remembered(before: KnownMeeting, after: Meeting) -> Remembered:
    """The session with everything `after` says; what it leaves out stays, because absence is no evidence.

    A page moves the session, or names its room anew, only where it contradicts what that page said itself. A day
    that cannot be is none.
    """
    if before.meeting.day and after.day and after.day.year not in _YEARS:
        after = replace(after, day=None, start=None, end=None)
    is_page = after.agenda is not None
    former = before.page if is_page else before.calendar
    said = former.updated(said_by(after))
    known = replace(before, page=said) if is_page else replace(before, calendar=said)
    day, start, end = _when(before.meeting, after, former)
    outranked = bool(before.page) and not is_page
    room = _place(before.meeting.room, after.room, former.get("room"), outranked=outranked)
    address = _place(before.meeting.address, after.address, former.get("address"), outranked=outranked)
    if _catches_up(former, said, other=before.calendar if is_page else before.page):
        room, address = (
            _Place(text=known if outranked else new or known)
            for known, new in ((before.meeting.room, after.room), (before.meeting.address, after.address))
        )
    meeting = Meeting(
        # Calendars shorten names; once the agenda's page was read, its name stays.
        name=before.meeting.name if outranked else after.name or before.meeting.name,
        public=True,
        id=after.id or before.meeting.id,
        organization=after.organization or before.meeting.organization,
        day=day,
        start=start,
        end=end,
        room=room.text,
        address=address.text,
        cancelled=bool(known.calendar.get("cancelled") or known.page.get("cancelled")),
        has_agenda=after.has_agenda or bool(after.agenda) or before.meeting.has_agenda,
        web=after.web or before.meeting.web,
    )
    return Remembered(known=replace(known, meeting=meeting), other_room=room.is_other or address.is_other)


def _when(
    known: Meeting, after: Meeting, former: Facts
) -> tuple[dt.date | None, dt.datetime | None, dt.datetime | None]:
    if after.day is None:
        return known.day, known.start, known.end
    said = Facts.of(day=after.day, start=after.start)
    repeated = all(former.get(name) == value for name, value in said.items())
    if known.day is not None and after.day != known.day:
        return (known.day, known.start, known.end) if repeated else (after.day, after.start, after.end)
    start = known.start if repeated else after.start
    return after.day, start or known.start, after.end or known.end


def _place(known: str | None, said: str | None, former: object, *, outranked: bool) -> _Place:
    if not said:
        return _Place(text=known)
    if not known:
        return _Place(text=said)
    formerly = former if isinstance(former, str) else None
    if formerly is None:
        # The first word of this page on it: the agenda's page knows better than the calendar.
        return _Place(text=known if outranked else said)
    if same(formerly, said):
        return _Place(text=known)
    is_other = not same(known, said) if same(formerly, known) else not _is_part(known, said)
    return _Place(text=said if is_other or not outranked else known, is_other=is_other)


def _catches_up(former: Facts, said: Facts, *, other: Facts) -> bool:
    """Whether a page only now tells the place that the other page told before, perhaps in other fields, more fully
    or less: "Schule, Aula" as the room, then the room "Aula" at the address "Schule".
    """
    before, after, there = (
        f"{facts.get('room') or ''} {facts.get('address') or ''}" for facts in (former, said, other)
    )
    return bool(before.strip() and there.strip()) and _is_part(after, there) and not _is_part(before, there)


def _is_part(one: str, other: str) -> bool:
    """Whether one page says the same more fully than the other: "Saal 2" and "Rathaus, Saal 2"."""
    words = [set(normalised(text).replace(",", " ").split()) for text in (one, other)]
    return words[0] <= words[1] or words[1] <= words[0]
