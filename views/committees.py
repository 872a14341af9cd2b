"""Committees: the list of them, and one with its sessions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from markupsafe import Markup

from views.actions import Act, Action, action_data
from views.calendars import day_button
from views.follow_button import follow_committee_button
from views.message import Button, Message
from views.paging import page_of, page_title, pages_of, turning
from views.session_line import LONGEST_NAME, SessionEntry, place_of, session_when, what_of, when
from views.shortening import clipped, one_line
from views.wording import Words

PAGE_SIZE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Committee:
    """A committee by our row, with its next session's day and start; `body` is its council's name where that tells
    committees apart.
    """

    row: int
    name: str
    next_day: date | None = None
    next_start: datetime | None = None
    followed: bool = False
    body: str | None = None

    @property
    def shown_name(self) -> str:
        return clipped(one_line(self.name), LONGEST_NAME)


def committees(found: Sequence[Committee], *, asked: str, page: int, zone: ZoneInfo, words: Words) -> Message:
    """A page of committees; `asked` is what somebody typed, empty for all of them."""
    if not found:
        return Message(text=words("committees-unknown", words=asked) if asked else words("committees-none"))
    pages = pages_of(len(found), PAGE_SIZE)
    page, shown = page_of(found, page, PAGE_SIZE)
    title = words("committees-found", words=asked) if asked else words("committees-title")
    blocks = [page_title(title, page, pages, words), *(_entry(each, zone, words) for each in shown)]
    rows = [(_opening(each),) for each in shown]
    turns = turning(page, pages, lambda to: Action(Act.COMMITTEES_PAGE, page=to, words=asked), words)
    return Message(text=Markup("\n\n").join(blocks), buttons=(*rows, *turns))


def committee(
    one: Committee,
    *,
    coming: Sequence[SessionEntry],
    past: Sequence[SessionEntry],
    zone: ZoneInfo,
    words: Words,
    is_asked_when: bool = False,
) -> Message:
    """One committee: its coming sessions, earliest first, its last ones, newest first, and the button to follow it.

    `is_asked_when`: somebody asked when it meets; the first line says so.
    """
    head = [Markup("<b>{}</b>").format(one.shown_name)]
    if is_asked_when:
        head.insert(0, Markup("<b>{}</b>").format(_next_session(one, zone, words)))
    if one.body:
        head.append(Markup("<i>{}</i>").format(clipped(one.body, LONGEST_NAME)))
    lines = [words("committees-no-date")] if not coming else [_line(each, zone, words) for each in coming]
    blocks = [Markup("\n").join(head), _listed("committee-coming", lines, words)]
    if past:
        blocks.append(_listed("committee-past", [_past_line(each, zone, words) for each in past], words))
    agendas = [_agenda_button(each, words) for each in (*coming, *past) if each.agenda and each.meeting.day]
    # The others' agendas carry such a button themselves.
    days = [day_button(each.row, each.meeting.day, words) for each in coming if not each.agenda and each.meeting.day]
    rows = [tuple(some[start : start + 2]) for some in (agendas, days) for start in range(0, len(some), 2)]
    follow = follow_committee_button(one.row, words, is_followed=one.followed)
    return Message(text=Markup("\n\n").join(blocks), buttons=((follow,), *rows))


def _entry(one: Committee, zone: ZoneInfo, words: Words) -> Markup:
    name = Markup("<b>{}</b>").format(one.shown_name)
    if one.followed:
        name += Markup(" · ") + words("committees-followed")
    lines = [name]
    if one.body:
        lines.append(Markup("<i>{}</i>").format(clipped(one.body, LONGEST_NAME)))
    lines.append(_next_session(one, zone, words))
    return Markup("\n").join(lines)


def _next_session(one: Committee, zone: ZoneInfo, words: Words) -> Markup:
    if one.next_day is None:
        return words("committees-no-date")
    return words("committees-next", when=when(one.next_day, one.next_start, zone, words))


def _line(entry: SessionEntry, zone: ZoneInfo, words: Words) -> Markup:
    return Markup("• {}\n   {}").format(session_when(entry.meeting, zone, words), what_of(entry, words))


def _past_line(entry: SessionEntry, zone: ZoneInfo, words: Words) -> Markup:
    line = Markup("• {}").format(session_when(entry.meeting, zone, words))
    if entry.meeting.cancelled:
        return line + Markup(" · ") + words("session-cancelled")
    place = place_of(entry.meeting.room, None)
    return line + Markup(" · {}").format(place) if place else line


def _listed(phrase: str, lines: Sequence[Markup], words: Words) -> Markup:
    return Markup("\n").join([Markup("<b>{}</b>").format(words(phrase)), *lines])


def _agenda_button(entry: SessionEntry, words: Words) -> Button:
    day = f"{entry.meeting.day:%d.%m.%Y}"
    label = words.label("button-agenda-of", day=day)
    return Button(label=label, action=action_data(Action(Act.SESSION, number=entry.row)))


def _opening(one: Committee) -> Button:
    return Button(label=clipped(one.shown_name, 50), action=action_data(Action(Act.COMMITTEE, number=one.row)))
