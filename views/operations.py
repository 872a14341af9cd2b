"""How the bot fares, for the people who run it: sources, delivery, and what waits for their word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from markupsafe import Markup

from council.published.readings import Page
from council.served.notices import NoticeState
from views.actions import Act, Action, action_data
from views.dates import moment
from views.message import Button, Message, shown_length
from views.shortening import clipped
from views.wording import Words

# Leaves room for the line that says what is left out.
_ROOM = 3900
_MOST_HELD = 5
_LONGEST_SENTENCE = 200

_STATES = {
    NoticeState.PENDING: "overview-pending",
    NoticeState.SENDING: "overview-sending",
    NoticeState.SENT: "overview-sent",
    NoticeState.EXPIRED: "overview-expired",
    NoticeState.CANCELLED: "overview-cancelled",
    NoticeState.SUPERSEDED: "overview-superseded",
    NoticeState.UNDELIVERABLE: "overview-undeliverable",
    NoticeState.REJECTED: "overview-rejected",
    NoticeState.UNCERTAIN: "overview-uncertain",
}
_PAGES = {
    Page.PAPER: "overview-page-paper",
    Page.AGENDA: "overview-page-agenda",
    Page.ITEM: "overview-page-item",
    Page.CALENDAR: "overview-page-calendar",
    Page.PAPERS: "overview-page-papers",
    Page.ORGANIZATION: "overview-page-organization",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OddPages:
    """Pages of a kind that are not built as known, since when, and what is missing."""

    page: Page
    since: datetime
    finding: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A source as it is read. `failures` are those in a row, `error` the last one's sentence; `closed` is why
    robots.txt keeps us out."""

    body: str
    kind: str
    last_good_at: datetime | None
    failures: int = 0
    failing_since: datetime | None = None
    error: str | None = None
    closed: str | None = None
    odd: tuple[OddPages, ...] = ()

    @property
    def is_sound(self) -> bool:
        return not (self.failures or self.closed or self.odd)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What the fuse holds back of one round (`row`), by what it is about."""

    row: int
    body: str
    since: datetime
    sessions: int
    items: int
    papers: int

    @property
    def changes(self) -> int:
        return self.sessions + self.items + self.papers


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """Everything `/betrieb` tells. Nothing of whom notices are for, or of what. `overdue` and `unannounced` are
    counted up to a bound, `waiting_since` is when the longest overdue notice was due."""

    sources: tuple[SourceLine, ...]
    notices: tuple[tuple[NoticeState, int], ...]
    overdue: int = 0
    waiting_since: datetime | None = None
    unannounced: int = 0
    held: tuple[Held, ...] = ()


def operation(state: Operation, *, words: Words, zone: ZoneInfo, settled: Markup | None = None) -> Message:
    """The overview with its two buttons for each held round; `settled` says what a button has just done."""
    lines = [Markup("<b>{}</b>").format(words("overview-title"))]
    lines += [settled] if settled is not None else []
    lines += _held(state.held, words, zone)
    lines += _delivery(state, words, zone)
    lines += [Markup("\n<b>{}</b>").format(words("overview-sources"))]
    # What is wrong comes first, in case it gets long.
    sources = sorted(state.sources, key=lambda source: source.is_sound)
    lines += [_source(source, words, zone) for source in sources] or [words("overview-no-sources")]
    return Message(text=_fitting(lines, words), buttons=tuple(_buttons(state.held, words)))


def released(changes: int, *, words: Words) -> Markup:
    """After "release"."""
    return words("overview-released", count=changes) if changes else words("overview-settled-before")


def dropped(changes: int, *, words: Words) -> Markup:
    """After "drop"."""
    return words("overview-dropped", count=changes) if changes else words("overview-settled-before")


def _held(held: Sequence[Held], words: Words, zone: ZoneInfo) -> Iterator[Markup]:
    if not held:
        return
    yield Markup("\n<b>{}</b>").format(words("overview-held-title"))
    for each in held[:_MOST_HELD]:
        about = words(
            "overview-held-about",
            sessions=words("overview-sessions", count=each.sessions),
            items=words("overview-items", count=each.items),
            papers=words("overview-papers", count=each.papers),
        )
        yield words("overview-held", body=clipped(each.body, 80), moment=moment(each.since, zone, words), about=about)
    if len(held) > _MOST_HELD:
        yield words("card-more", count=len(held) - _MOST_HELD)
    yield words("overview-held-hint")


def _delivery(state: Operation, words: Words, zone: ZoneInfo) -> Iterator[Markup]:
    yield Markup("\n<b>{}</b>").format(words("overview-notices"))
    counts = [words(_STATES[each], number=str(number)) for each, number in state.notices if number]
    yield Markup(" · ").join(counts) if counts else words("overview-no-notices")
    if state.waiting_since is not None:
        yield words("overview-overdue", count=state.overdue, moment=moment(state.waiting_since, zone, words))
    if state.unannounced:
        yield words("overview-unannounced", count=state.unannounced)


def _source(source: SourceLine, words: Words, zone: ZoneInfo) -> Markup:
    name = words("overview-source", body=clipped(source.body, 80), kind=source.kind)
    if source.last_good_at is None:
        lines = [words("overview-never-read", source=name)]
    else:
        lines = [words("overview-last-read", source=name, moment=moment(source.last_good_at, zone, words))]
    if source.failing_since is not None:
        since = moment(source.failing_since, zone, words)
        lines.append(words("overview-failing", count=source.failures, moment=since))
    lines += [Markup("{}").format(clipped(each, _LONGEST_SENTENCE)) for each in (source.closed, source.error) if each]
    for odd in source.odd:
        since, finding = moment(odd.since, zone, words), clipped(odd.finding, _LONGEST_SENTENCE)
        lines.append(words("overview-odd", pages=words(_PAGES[odd.page]), moment=since, finding=finding))
    return Markup("\n   ").join(lines)


def _buttons(held: Sequence[Held], words: Words) -> Iterator[tuple[Button, ...]]:
    for each in held[:_MOST_HELD]:
        name = f"{clipped(each.body, 24)} ({each.changes})" if len(held) > 1 else f"({each.changes})"
        yield (
            Button(
                label=words.label("button-release", name=name),
                action=action_data(Action(Act.RELEASE, number=each.row)),
            ),
            Button(label=words.label("button-drop", name=name), action=action_data(Action(Act.DROP, number=each.row))),
        )


def _fitting(lines: Sequence[Markup], words: Words) -> Markup:
    text = lines[0]
    for line in lines[1:]:
        longer = Markup("\n").join((text, line))
        if shown_length(longer) > _ROOM:
            return Markup("\n").join((text, words("overview-cut")))
        text = longer
    return text
