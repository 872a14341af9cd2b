"""Sessions of all committees, coming or of some days, in pages."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from markupsafe import Markup

from council.served.days import Days
from views.actions import LONGEST_WORDS, Act, Action, action_data, fitting_words
from views.calendars import all_sessions_button
from views.dates import day
from views.message import Button, Message
from views.paging import page_of, page_title, pages_of, turning
from views.session_line import LONGEST_NAME, SessionEntry, name_of, session_when, what_of
from views.shortening import clipped
from views.wording import Words

PAGE_SIZE = 6


def sessions(
    coming: Sequence[SessionEntry],
    *,
    asked: str,
    page: int,
    zone: ZoneInfo,
    words: Words,
    days: Days | None = None,
    follows: bool = False,
) -> Message:
    """A page of sessions, in the order given; `asked` is what somebody typed, empty for all of them. `days` is None
    for the coming ones.

    `follows`: this chat follows something, so there may be sessions of its own.
    """
    if not coming:
        return Message(text=_none(asked, days, words), buttons=_elsewhere(asked, days, words))
    pages = pages_of(len(coming), PAGE_SIZE)
    page, shown = page_of(coming, page, PAGE_SIZE)
    blocks = [
        page_title(_title(asked, days, words), page, pages, words),
        *(_entry(each, zone, words) for each in shown),
    ]
    rows = [(agenda_button(each),) for each in shown if each.agenda]
    turns = turning(page, pages, lambda to: _list(to, asked, days), words)
    own = ((all_sessions_button(words),),) if follows else ()
    return Message(text=Markup("\n\n").join(blocks), buttons=(*rows, *turns, *own))


def days_in_words(days: Days, words: Words) -> str:
    """ "am Mo., 23.11.2026", "vom Mo., 23.11.2026 bis So., 29.11.2026"."""
    first = day(days.first, words)
    if days.first == days.last:
        return words.label("days-one", day=first)
    return words.label("days-several", first=first, last=day(days.last, words))


def _title(asked: str, days: Days | None, words: Words) -> Markup:
    if days is None:
        return words("sessions-found", words=asked) if asked else words("sessions-title")
    when = days_in_words(days, words)
    return words("sessions-found-days", words=asked, days=when) if asked else words("sessions-title-days", days=when)


def _none(asked: str, days: Days | None, words: Words) -> Markup:
    if days is None:
        return words("sessions-none-of", words=asked) if asked else words("sessions-none")
    when = days_in_words(days, words)
    return words("sessions-none-of-days", words=asked, days=when) if asked else words("sessions-none-days", days=when)


def _elsewhere(asked: str, days: Days | None, words: Words) -> tuple[tuple[Button, ...], ...]:
    """Where none are on these days: the coming ones."""
    if days is None:
        return ()
    return ((Button(label=words.label("button-sessions"), action=action_data(_list(1, asked, None))),),)


def words_of_list(asked: str, days: Days | None) -> str:
    """What a button carries of such a list, with as much of `asked` as fits."""
    if days is None:
        return fitting_words(asked)
    return f"{days.written} {fitting_words(asked, LONGEST_WORDS - len(days.written) - 1)}".strip()


def _list(page: int, asked: str, days: Days | None) -> Action:
    return Action(Act.SESSIONS, page=page, words=words_of_list(asked, days))


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
