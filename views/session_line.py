"""A session in a line: when, where, and whether its agenda is out. Nothing is said that is not published."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from markupsafe import Markup

from council.published.meetings import Meeting
from council.published.way import Stop
from views.dates import day, moment
from views.shortening import clipped, one_line
from views.wording import Words

_LONGEST_PLACE = 160
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionEntry:
    """A session in a list. `row` is our own number for it; `agenda`: its agenda is stored; `body` is the council's
    name where that tells sessions apart.
    """

    row: int
    meeting: Meeting
    agenda: bool = False
    followed: bool = False
    body: str | None = None

    @property
    def name(self) -> str:
        """As published: the committee's, else the session's own."""
        return self.meeting.organization or self.meeting.name


def when(value: date | None, start: datetime | None, zone: ZoneInfo, words: Words) -> str:
    """Day and time on the council's wall clock; says so where one of them is not published."""
    if start is not None:
        return moment(start, zone, words)
    if value is None:
        return words.label("session-no-day")
    return words.label("session-no-time", day=day(value, words))


def session_when(meeting: Meeting, zone: ZoneInfo, words: Words) -> str:
    return when(meeting.day, meeting.start, zone, words)


def stop_when(stop: Stop, zone: ZoneInfo, words: Words) -> str:
    """As `when`; of a session known only from the paper's page nobody can say whether its time is published."""
    if stop.start is None and stop.date is not None and not stop.number:
        return day(stop.date, words)
    return when(stop.date, stop.start, zone, words)


def place_of(room: str | None, address: str | None) -> str | None:
    """ "Saal 2, Rathausplatz 1"; None where neither is published."""
    parts = [one_line(part) for part in (room, address) if part and part.strip()]
    return clipped(", ".join(dict.fromkeys(parts)), _LONGEST_PLACE) if parts else None


def name_of(meeting: Meeting) -> str:
    """What people call it: the committee's name, else the session's own."""
    return clipped(one_line(meeting.organization or meeting.name), LONGEST_NAME)


def what_of(entry: SessionEntry, words: Words) -> Markup:
    """The place, and whether it is cancelled or its agenda out: "Saal 2 · Tagesordnung veröffentlicht"."""
    place = place_of(entry.meeting.room, entry.meeting.address)
    if entry.meeting.cancelled:
        return Markup("<b>{}</b>").format(words("session-cancelled"))
    parts = [place] if place else []
    is_out = entry.agenda or entry.meeting.has_agenda
    parts.append(words.label("session-agenda-out" if is_out else "session-agenda-not-out"))
    return Markup("{}").format(" · ".join(parts))
