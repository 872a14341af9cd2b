"""Coming sessions of all committees, in pages."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from markupsafe import Markup

from views.actions import Act, Action, action_data
from views.message import Button, Message
from views.paging import page_of, page_title, pages_of, turning
from views.session_line import LONGEST_NAME, SessionEntry, name_of, session_when, what_of
from views.shortening import clipped
from views.wording import Words

PAGE_SIZE = 6


def sessions(coming: Sequence[SessionEntry], *, asked: str, page: int, zone: ZoneInfo, words: Words) -> Message:
    """A page of coming sessions, in the order given; `asked` is what somebody typed, empty for all of them."""
    if not coming:
        return Message(text=words("sessions-none-of", words=asked) if asked else words("sessions-none"))
    pages = pages_of(len(coming), PAGE_SIZE)
    page, shown = page_of(coming, page, PAGE_SIZE)
    title = words("sessions-found", words=asked) if asked else words("sessions-title")
    blocks = [page_title(title, page, pages, words), *(_entry(each, zone, words) for each in shown)]
    rows = [(agenda_button(each),) for each in shown if each.agenda]
    turns = turning(page, pages, lambda to: Action(Act.SESSIONS, page=to, words=asked), words)
    return Message(text=Markup("\n\n").join(blocks), buttons=(*rows, *turns))


def choose_agenda(coming: Sequence[SessionEntry], *, words: Words) -> Message:
    """Coming sessions whose agenda is out, as buttons."""
    if not coming:
        return Message(text=words("agenda-none"))
    return Message(text=words("agenda-which"), buttons=tuple((agenda_button(each),) for each in coming))


def agenda_button(entry: SessionEntry) -> Button:
    """ "12.01. Hauptausschuss", which opens the agenda."""
    day = f"{entry.meeting.day:%d.%m.} " if entry.meeting.day else ""
    label = clipped(day + name_of(entry.meeting), 50)
    return Button(label=label, action=action_data(Action(Act.SESSION, number=entry.row)))


def _entry(entry: SessionEntry, zone: ZoneInfo, words: Words) -> Markup:
    head = Markup("<b>{}</b> · {}").format(session_when(entry.meeting, zone, words), name_of(entry.meeting))
    if entry.followed:
        head += Markup(" · ") + words("committees-followed")
    lines = [head, what_of(entry, words)]
    if entry.body:
        lines.append(Markup("<i>{}</i>").format(clipped(entry.body, LONGEST_NAME)))
    return Markup("\n").join(lines)
