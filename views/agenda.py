"""An agenda: the chat's own items first, then all public ones, in pages that fit a message."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from markupsafe import Markup

from council.published.item_changes import is_open
from council.published.known_meetings import NOT_FOUND, KnownItem
from council.served.shown import ShownItem, ShownSession
from views.actions import Act, Action, action_data
from views.calendars import calendar_button
from views.dates import moment
from views.follow_button import follow_committee_button
from views.message import LONGEST_TEXT, Button, Message, shown_length
from views.paging import page_title, turning
from views.session_line import LONGEST_NAME, name_of, place_of, session_when
from views.shortening import clipped, one_line
from views.wording import Words

_LONGEST_TITLE = 300
_LONGEST_NUMBER = 20
_LONGEST_REFERENCE = 40
_LONGEST_RESULT = 200
_MOST_OWN = 6
# A page no longer than this is still read on a phone.
_PAGE = 3000


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """A session's agenda as one chat sees it. `row` is ours for the session, `organization` for its committee (None:
    not known); `non_public`: there is a part that is not public. `read_at` (UTC): when the agenda was read last.
    """

    row: int
    body: str
    session: ShownSession
    non_public: bool
    read_at: datetime
    organization: int | None = None
    followed: bool = False


def agenda(shown: Agenda, *, page: int, zone: ZoneInfo, words: Words) -> Message:
    """Page `page` (from 1; beyond the end: the last)."""
    head, foot = _head(shown, zone, words), _foot(shown, zone, words)
    room = min(_PAGE, LONGEST_TEXT - shown_length(head) - shown_length(foot) - 300)
    parts = _pages(_lines(shown, words), room)
    page = min(page, len(parts))
    title = page_title(words("agenda-title", name=name_of(shown.session.meeting)), page, len(parts), words)
    blocks = [Markup("\n").join([title, head]), *([parts[page - 1]] if parts[page - 1] else []), foot]
    turns = turning(page, len(parts), lambda to: Action(Act.AGENDA, number=shown.row, page=to), words)
    return Message(text=Markup("\n\n").join(blocks), buttons=(*turns, *_buttons(shown, words)))


def session_gone(words: Words) -> Message:
    return Message(text=words("session-gone"))


def _head(shown: Agenda, zone: ZoneInfo, words: Words) -> Markup:
    meeting = shown.session.meeting
    lines = [Markup("{}").format(session_when(meeting, zone, words))]
    if place := place_of(meeting.room, meeting.address):
        lines.append(Markup("{}").format(place))
    if meeting.cancelled:
        lines.append(Markup("<b>{}</b>").format(words("agenda-cancelled")))
    return Markup("\n").join(lines)


def _foot(shown: Agenda, zone: ZoneInfo, words: Words) -> Markup:
    lines = []
    if any(each.item.item.paper for each in shown.session.items):
        lines.append(words("agenda-status"))
    read = moment(shown.read_at, zone, words)
    body = clipped(shown.body, LONGEST_NAME)
    lines.append(Markup("<i>{}</i>").format(words("card-source", body=body, moment=read)))
    return Markup("\n").join(lines)


def _lines(shown: Agenda, words: Words) -> list[Markup]:
    items = shown.session.items
    if not items:
        return _nothing(shown, words)
    lines = []
    own = [each for each in items if each.own]
    if own:
        lines.append(Markup("<b>{}</b>").format(words("agenda-own")))
        lines += [_line(each, words) for each in own]
        lines.append(Markup("\n<b>{}</b>").format(words("agenda-all")))
    lines += [_line(each, words) for each in items]
    if shown.non_public:
        lines.append(Markup("<i>{}</i>").format(words("agenda-non-public")))
    return lines


def _nothing(shown: Agenda, words: Words) -> list[Markup]:
    """Why no items are shown."""
    meeting = shown.session.meeting
    if shown.non_public:
        return [words("agenda-non-public")]
    if meeting.has_agenda:
        return [words("agenda-not-read")]
    return [] if meeting.cancelled else [words("agenda-not-out")]


def _line(shown: ShownItem, words: Words) -> Markup:
    """ "Ö 5 Radwegekonzept (22-1554) · Nachtrag · Ergebnis: „überwiesen“"."""
    item = shown.item.item
    title = clipped(one_line(item.name or ""), _LONGEST_TITLE)
    line = Markup("{}").format(title)
    if item.number:
        line = Markup("<b>{}</b> {}").format(clipped(item.number, _LONGEST_NUMBER), title)
    if item.paper:
        line += Markup(" (<code>{}</code>)").format(clipped(item.paper, _LONGEST_REFERENCE))
    return Markup(" · ").join([line, *_marks(shown.item, words)])


def _marks(known: KnownItem, words: Words) -> list[Markup]:
    marks = []
    if known.item.late:
        marks.append(words("agenda-late"))
    if known.withdrawn == NOT_FOUND:
        marks.append(words("agenda-not-found"))
    elif known.withdrawn:
        marks.append(words("agenda-withdrawn", word=clipped(known.withdrawn, _LONGEST_RESULT)))
    if known.item.result and not is_open(known.item.result):
        marks.append(words("agenda-result", result=clipped(known.item.result, _LONGEST_RESULT)))
    return marks


def _pages(lines: Sequence[Markup], room: int) -> list[Markup]:
    """At least one, perhaps empty."""
    pages: list[list[Markup]] = [[]]
    left = room
    for line in lines:
        size = shown_length(line) + 1
        if size > left and pages[-1]:
            pages.append([])
            left = room
        pages[-1].append(line)
        left -= size
    return [Markup("\n").join(page).strip() for page in pages]


def _buttons(shown: Agenda, words: Words) -> tuple[tuple[Button, ...], ...]:
    mine = [each for each in shown.session.items if each.own]
    own = {each.paper_row: each.item.item.paper or "" for each in mine if each.paper_row is not None}
    openings = [
        Button(label=clipped(reference, 20), action=action_data(Action(Act.OPEN, number=row)))
        for row, reference in list(own.items())[:_MOST_OWN]
    ]
    rows = [tuple(openings[start : start + 3]) for start in range(0, len(openings), 3)]
    if shown.organization is not None:
        rows.append((follow_committee_button(shown.organization, words, is_followed=shown.followed),))
    if shown.session.meeting.day is not None:
        rows.append((calendar_button(shown.row, words),))
    web = shown.session.meeting.web
    if web and (host := urlsplit(web).hostname):
        rows.append((Button(label=words.label("button-original", host=host), url=web),))
    return tuple(rows)
