"""Calendar files as they go out: one session, or all that concern a chat."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from markupsafe import Markup

from views.actions import Act, Action, action_data
from views.attachment import Attachment, Kind, file_name
from views.calendar_entry import CalendarEntry
from views.message import Button
from views.session_line import name_of, place_of, session_when
from views.wording import Words


def calendar_button(row: int, words: Words) -> Button:
    """Under a session; `row` is our number for it."""
    return Button(label=words.label("button-calendar"), action=action_data(Action(Act.CALENDAR, number=row)))


def day_button(row: int, day: date, words: Words) -> Button:
    """The same where several sessions are listed."""
    label = words.label("button-calendar-of", day=f"{day:%d.%m.%Y}")
    return Button(label=label, action=action_data(Action(Act.CALENDAR, number=row)))


def all_sessions_button(words: Words) -> Button:
    """Under lists: all sessions that concern this chat."""
    return Button(label=words.label("button-calendar-all"), action=action_data(Action(Act.CALENDAR_ALL)))


def session_file(entry: CalendarEntry, *, now: datetime, zone: ZoneInfo, words: Words) -> Attachment:
    """One session. Slow enough for a thread."""
    meeting = entry.session.meeting
    lines = [Markup("<b>{}</b>").format(name_of(meeting)), Markup("{}").format(session_when(meeting, zone, words))]
    if meeting.cancelled:
        lines.append(words("agenda-cancelled"))
    elif place := place_of(meeting.room, meeting.address):
        lines.append(Markup("{}").format(place))
    caption = Markup("{}\n\n{}").format(Markup("\n").join(lines), words("calendar-hint"))
    stem = f"{meeting.day or ''}-{name_of(meeting)}"
    return _attachment(stem, (entry,), caption, now=now, zone=zone, words=words)


def all_sessions_file(
    entries: Sequence[CalendarEntry], *, now: datetime, zone: ZoneInfo, words: Words, left_out: int = 0
) -> Attachment:
    """All sessions that concern a chat, earliest first; `left_out` more did not fit. Slow enough for a thread."""
    lines = [words("calendar-all", count=len(entries))]
    if left_out:
        lines.append(words("calendar-left-out", count=left_out))
    caption = Markup("{}\n\n{}").format(Markup("\n").join(lines), words("calendar-hint"))
    return _attachment(words.label("calendar-file"), entries, caption, now=now, zone=zone, words=words)


def _attachment(
    stem: str, entries: Sequence[CalendarEntry], caption: Markup, *, now: datetime, zone: ZoneInfo, words: Words
) -> Attachment:
    # Only those who want a file wait for the library.
    from views.calendar_file import calendar_file  # noqa: PLC0415

    content = calendar_file(entries, now=now, zone=zone, words=words)
    return Attachment(kind=Kind.FILE, name=file_name(stem, "ics"), content=content, caption=caption)
