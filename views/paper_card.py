"""A paper's card: where it stands, what it is, how it got there, when that was read."""

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from markupsafe import Markup

from council.published.deadlines import Overdue
from council.published.known import KnownPaper
from council.published.papers import Paper
from council.published.standing import standing
from council.published.way import Way, way_of, with_way
from views.actions import Act, Action, action_data
from views.dates import moment
from views.deadlines import overdue_line
from views.follow_button import follow_paper_button
from views.message import LONGEST_TEXT, Button, Message, shown_length
from views.shortening import clipped, listed, one_line
from views.standing_line import next_line, standing_line
from views.stop_line import stop_line
from views.way import way_button
from views.wording import Words

# Generous for every real page, small enough that all fixed parts together leave room for the stops.
_LONGEST_TITLE = 600
_LONGEST_NAME = 120
_MOST_NAMES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """A stored paper of the same family, for a button."""

    row: int
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What a card tells that does not stand on the paper's own page.

    `way`: its stops with what sessions say of them; None: as its own page tells them. `failing_since`: the instant
    since when the council's system does not answer us. `is_followed`: by this chat; None offers no button for it.
    `overdue`: by our reckoning its answer is.
    """

    way: Way | None = None
    relatives: tuple[Relative, ...] = ()
    failing_since: datetime | None = None
    is_followed: bool | None = None
    overdue: Overdue | None = None


_NOTHING_BESIDE = Beside()


def paper_card(
    known: KnownPaper,
    *,
    words: Words,
    zone: ZoneInfo,
    today: date,
    note: Markup | None = None,
    beside: Beside = _NOTHING_BESIDE,
) -> Message:
    """The card. `today` is the council's day; `note` is put above the first line (why this paper was chosen)."""
    way = way_of(known.paper, ()) if beside.way is None else beside.way
    head = _head(with_way(known.paper, way), words, today)
    if beside.overdue is not None:
        head += Markup("\n") + overdue_line(beside.overdue, words)
    if note is not None:
        head = note + Markup("\n") + head
    foot = _foot(known, words, zone)
    if beside.failing_since is not None:
        foot += Markup("\n") + words("card-failing", moment=moment(beside.failing_since, zone, words))
    text = _with_stops(head, foot, [stop_line(stop, words, today) for stop in way], words)
    return Message(text=text, buttons=_buttons(known, words, beside, has_way=bool(way)))


def _head(paper: Paper, words: Words, today: date) -> Markup:
    where = standing(paper, today=today)
    first = [Markup("<b>{}</b>").format(standing_line(where, words))]
    if (coming := next_line(where, words)) is not None:
        first.append(coming)
    kind = f" · {paper.paper_type}" if paper.paper_type else ""
    about = [
        Markup("<b>{}</b>{}").format(paper.reference, clipped(kind, _LONGEST_NAME)),
        Markup("{}").format(clipped(one_line(paper.name), _LONGEST_TITLE)),
    ]
    if paper.originators:
        names = [clipped(name, _LONGEST_NAME) for name in paper.originators]
        about.append(words("card-originators", names=listed(names, _MOST_NAMES, words)))
    if paper.under_direction_of:
        about.append(words("card-lead", name=clipped(paper.under_direction_of, _LONGEST_NAME)))
    return Markup("\n").join(first) + Markup("\n\n") + Markup("\n").join(about)


def _foot(known: KnownPaper, words: Words, zone: ZoneInfo) -> Markup:
    paper = known.paper
    lines = []
    if paper.parent:
        lines.append(words("card-parent", reference=clipped(paper.parent, _LONGEST_NAME)))
    others = [clipped(other, _LONGEST_NAME) for other in paper.related if other != paper.parent]
    if others:
        lines.append(words("card-related", references=listed(others, _MOST_NAMES, words)))
    if paper.files:
        names = [clipped(file.name, _LONGEST_NAME) for file in paper.files]
        lines.append(words("card-files", names=listed(names, 4, words)))
    read = moment(known.read_at, zone, words)
    lines.append(Markup("<i>{}</i>").format(words("card-source", body=known.body.name, moment=read)))
    return Markup("\n").join(lines)


def _with_stops(head: Markup, foot: Markup, lines: list[Markup], words: Words) -> Markup:
    """Head, stops (oldest first) and foot together, the earliest stops left out where they do not fit."""
    if not lines:
        return Markup("{}\n\n{}").format(head, foot)
    title = Markup("<b>{}</b>").format(words("card-consultations"))
    room = LONGEST_TEXT - shown_length(Markup("{}\n\n{}\n\n{}").format(head, title, foot))
    room -= shown_length(words("card-earlier", count=len(lines))) + 1
    kept: list[Markup] = []
    for line in reversed(lines):
        room -= shown_length(line) + 1
        if room < 0:
            break
        kept.insert(0, line)
    if len(kept) < len(lines):
        kept.insert(0, words("card-earlier", count=len(lines) - len(kept)))
    return Markup("{}\n\n{}\n{}\n\n{}").format(head, title, Markup("\n").join(kept), foot)


def _buttons(known: KnownPaper, words: Words, beside: Beside, *, has_way: bool) -> tuple[tuple[Button, ...], ...]:
    rows: list[tuple[Button, ...]] = []
    if beside.is_followed is not None:
        rows.append((follow_paper_button(known.row, words, is_followed=beside.is_followed),))
    if has_way:
        rows.append((way_button(known.row, words),))
    if known.paper.text:
        data = action_data(Action(Act.TEXT, number=known.row))
        rows.append((Button(label=words.label("button-text"), action=data),))
    if known.paper.web and (host := urlsplit(known.paper.web).hostname):
        rows.append((Button(label=words.label("button-original", host=host), url=known.paper.web),))
    if beside.relatives:
        rows.append(tuple(_opening(relative) for relative in beside.relatives[:3]))
    return tuple(rows)


def _opening(relative: Relative) -> Button:
    return Button(label=clipped(relative.reference, 30), action=action_data(Action(Act.OPEN, number=relative.row)))
