"""What all notices are put together from: when and where, items, the reason, and the buttons that end it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from markupsafe import Markup

from council.published.known_meetings import NOT_FOUND
from council.published.meetings import Meeting
from council.served.shown import ShownItem
from council.served.subscribers import Follow
from views.actions import Act, Action, action_data
from views.dates import day, moment
from views.follow_button import followed_label
from views.message import LONGEST_TEXT, Button, Message, shown_length
from views.shortening import clipped, one_line
from views.wording import Words

LONGEST_NAME = 160
_LONGEST_TITLE = 240
_LONGEST_PLACE = 200
_MOST_REASONS = 4

Lines = tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why this chat is told: the subscription's row, what kind it is, and what people call its target."""

    subscription: int
    follow: Follow
    label: str


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of news: a headline that could stand alone as a message's first line, and lines below it."""

    headline: Markup
    lines: Lines = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """In which words, on whose wall clock."""

    words: Words
    zone: ZoneInfo


def organization_of(meeting: Meeting) -> str:
    return clipped(one_line(meeting.organization or meeting.name), LONGEST_NAME)


def when(meeting: Meeting, speech: Speech) -> str:
    """ "Di., 12.01.2027, 18:00 Uhr", or that no time (or no day) is published."""
    if meeting.start is not None:
        return moment(meeting.start, speech.zone, speech.words)
    if meeting.day is None:
        return speech.words.label("session-no-day")
    return without_time(meeting.day, speech)


def without_time(value: date, speech: Speech) -> str:
    """The day, and that no time is published."""
    return speech.words.label("session-no-time", day=day(value, speech.words))


def place(meeting: Meeting, words: Words) -> Lines:
    """Room and address in one line, nothing where neither is published."""
    parts = [clipped(one_line(part), _LONGEST_PLACE) for part in (meeting.room, meeting.address) if part]
    return (words("followed-place", place=", ".join(dict.fromkeys(parts))),) if parts else ()


def item_line(shown: ShownItem, words: Words) -> Markup:
    """ "• TOP Ö 5: 20-1554 – Radwegekonzept (Nachtrag)"."""
    item, withdrawn = shown.item.item, shown.item.withdrawn
    title = clipped(one_line(item.name or ""), _LONGEST_TITLE)
    name = Markup("<b>{}</b> – {}").format(item.paper, title) if item.paper else Markup("{}").format(title)
    number = words("notice-item-number", number=item.number) + Markup(": ") if item.number else Markup()
    late = Markup(" ({})").format(words("agenda-late")) if item.late else Markup()
    return (
        Markup("• ") + number + name + late + (Markup(" ({})").format(off_word(withdrawn, words)) if withdrawn else "")
    )


def off_word(withdrawn: str, words: Words) -> Markup:
    """The council's word for an item that is off, or that it cannot be found any more."""
    if withdrawn == NOT_FOUND:
        return words("agenda-not-found")
    return words("agenda-withdrawn", word=clipped(withdrawn, 60))


def fitting(lines: Sequence[Markup], room: int, words: Words) -> Lines:
    """As many lines as fit into `room` characters; what is left out is counted in a last line."""
    kept: list[Markup] = []
    left = room - shown_length(words("notice-more-items", count=len(lines))) - 1
    for line in lines:
        left -= shown_length(line) + 1
        if left < 0:
            kept.append(words("notice-more-items", count=len(lines) - len(kept)))
            break
        kept.append(line)
    return tuple(kept)


def assembled(
    pieces: Sequence[Piece],
    *,
    about: Lines = (),
    reasons: Sequence[Reason],
    speech: Speech,
    buttons: tuple[tuple[Button, ...], ...] = (),
) -> Message:
    """The pieces one below the other, the first headline as the answer, why it came, and the buttons to end it."""
    first, *others = pieces
    reason = _reason(reasons, speech.words)
    foot = (*about, *reason)
    # Leaves room for every other headline and the foot; lists of items are the only long part.
    room = LONGEST_TEXT - sum(shown_length(line) + 2 for line in (*foot, *(piece.headline for piece in pieces))) - 40
    parts: list[Markup] = []
    for piece in (first, *others):
        lines = fitting(piece.lines, room, speech.words) if piece.lines else ()
        room -= sum(shown_length(line) + 1 for line in lines)
        parts.append(Markup("\n").join((Markup("<b>{}</b>").format(piece.headline), *lines)))
    parts += [Markup("\n").join(block) for block in (about, reason) if block]
    return Message(text=Markup("\n\n").join(parts), buttons=(*buttons, *_ending(reasons, speech.words)))


def original(meeting: Meeting, words: Words) -> tuple[Button, ...]:
    """The session's own page, by its host."""
    host = urlsplit(meeting.web).hostname if meeting.web else None
    return (Button(label=words.label("button-original", host=host), url=meeting.web),) if host else ()


def _reason(reasons: Sequence[Reason], words: Words) -> Lines:
    if not reasons:
        return ()
    labels = [_label(reason, words) for reason in reasons]
    shown = ", ".join(labels[:_MOST_REASONS])
    if len(labels) > _MOST_REASONS:
        shown += words.label("notice-more-reasons", count=len(labels) - _MOST_REASONS)
    return (Markup("<i>{}</i>").format(words("notice-reason", labels=shown)),)


def _label(reason: Reason, words: Words) -> str:
    label = clipped(one_line(reason.label), 80)
    return followed_label(reason.follow, label, words)


def _ending(reasons: Sequence[Reason], words: Words) -> tuple[tuple[Button, ...], ...]:
    if not reasons:
        return ()
    if len(reasons) > 1:
        return ((Button(label=words.label("button-following"), action=action_data(Action(Act.FOLLOWING))),),)
    row = reasons[0].subscription
    pause = Button(label=words.label("button-pause"), action=action_data(Action(Act.PAUSE, number=row)))
    stop = Button(label=words.label("button-leave"), action=action_data(Action(Act.STOP, number=row)))
    return ((pause, stop),)
