"""What a chat follows: each with its last and next stop, and a tap to pause, resume or end it."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias
from zoneinfo import ZoneInfo

from markupsafe import Markup

from council.published.meetings import Meeting
from council.published.papers import Paper
from council.published.standing import State, standing
from council.published.way import Stop, Way, with_way
from council.served.subscribers import Follow, Subscription
from views.actions import Act, Action, action_data
from views.calendars import all_sessions_button
from views.follow_button import FOLLOWING_BY, followed_label
from views.message import Button, Message
from views.organizations import at_organization
from views.paging import page_title, pages_of, turning
from views.session_line import session_when, stop_when
from views.shortening import clipped, one_line
from views.standing_line import standing_line
from views.wording import Words

PAGE_SIZE = 4

_OPENING = {Follow.PAPER: Act.OPEN, Follow.ORGANIZATION: Act.COMMITTEE, Follow.AUTHOR: Act.AUTHOR}
_LONGEST_TITLE = 100
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedPaper:
    """A followed paper and its way; None where it is public no more."""

    subscription: Subscription
    paper: Paper | None
    way: Way = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedCommittee:
    """A followed committee with its last and its next session."""

    subscription: Subscription
    last: Meeting | None = None
    next: Meeting | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedAuthor:
    """A followed author and how many of its papers are not finished."""

    subscription: Subscription
    open_papers: int


Entry: TypeAlias = FollowedPaper | FollowedCommittee | FollowedAuthor


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedPage:
    """One page (from 1) of what is followed; `count` are all of them. `ended` was ended just now."""

    page: int
    count: int
    entries: tuple[Entry, ...]
    ended: Subscription | None = None


def subscriptions(shown: FollowedPage, *, today: date, zone: ZoneInfo, words: Words) -> Message:
    """The page, or what to do where nothing is followed."""
    blocks = []
    if shown.ended is not None:
        blocks.append(words("follow-left", label=followed_label(shown.ended.follow, shown.ended.label, words)))
    if not shown.entries:
        blocks.append(words("abos-empty"))
        return Message(text=Markup("\n\n").join(blocks), buttons=_way_back(shown, words))
    pages = pages_of(shown.count, PAGE_SIZE)
    blocks.append(page_title(words("abos-title", count=shown.count), shown.page, pages, words))
    first = (shown.page - 1) * PAGE_SIZE + 1
    rows = list(_way_back(shown, words))
    for place, entry in enumerate(shown.entries, start=first):
        blocks.append(_head(place, entry, words) + _lines(entry, today, zone, words))
        rows.append(_buttons(place, entry, shown.page, words))
    turns = turning(shown.page, pages, lambda to: Action(Act.FOLLOWING_PAGE, page=to), words)
    return Message(text=Markup("\n\n").join(blocks), buttons=(*rows, *turns, (all_sessions_button(words),)))


def _head(place: int, entry: Entry, words: Words) -> Markup:
    head = Markup("<b>{}. {}</b>").format(place, _label(entry.subscription))
    return head + Markup(" · ") + words("abos-paused") if entry.subscription.paused else head


def _lines(entry: Entry, today: date, zone: ZoneInfo, words: Words) -> Markup:
    if isinstance(entry, FollowedCommittee):
        lines = _committee_lines(entry, zone, words)
    elif isinstance(entry, FollowedAuthor):
        lines = [words("abos-author", count=entry.open_papers)]
    else:
        lines = _paper_lines(entry, today, zone, words)
    return Markup("").join(Markup("\n") + line for line in lines)


def _paper_lines(entry: FollowedPaper, today: date, zone: ZoneInfo, words: Words) -> list[Markup]:
    if entry.paper is None:
        return [words("abos-gone")]
    where = standing(with_way(entry.paper, entry.way), today=today)
    lines = [Markup("{}").format(clipped(one_line(entry.paper.name), _LONGEST_TITLE))]
    coming = next((stop for stop in entry.way if stop.date and stop.date >= today and not stop.is_off), None)
    if coming is None or where.state is not State.SCHEDULED:
        # Else the next stop says the same, and more.
        lines.append(standing_line(where, words))
    if coming is not None:
        lines.append(_next_stop(coming, zone, words))
    return lines


def _next_stop(stop: Stop, zone: ZoneInfo, words: Words) -> Markup:
    where = at_organization(clipped(stop.organization, _LONGEST_NAME), words)
    moment = stop_when(stop, zone, words)
    if not stop.number:
        return words("abos-next", when=moment, where=where)
    return words("abos-next-number", when=moment, where=where, number=clipped(stop.number, 20))


def _committee_lines(entry: FollowedCommittee, zone: ZoneInfo, words: Words) -> list[Markup]:
    lines = []
    if entry.last is not None:
        lines.append(words("abos-last", when=session_when(entry.last, zone, words)))
    if entry.next is None:
        return [*lines, words("committees-no-date")]
    line = words("committees-next", when=session_when(entry.next, zone, words))
    if entry.next.cancelled:
        line += Markup(" · ") + words("session-cancelled")
    return [*lines, line]


def _buttons(place: int, entry: Entry, page: int, words: Words) -> tuple[Button, ...]:
    followed = entry.subscription
    opening = _OPENING[followed.follow]
    rest, phrase = (Act.RESUME, "abos-resume") if followed.paused else (Act.PAUSE, "abos-pause")
    number = f"{place}."
    return (
        Button(
            label=words.label("abos-open", place=number), action=action_data(Action(opening, number=followed.target))
        ),
        Button(
            label=words.label(phrase, place=number), action=action_data(Action(rest, number=followed.row, listed=page))
        ),
        Button(
            label=words.label("abos-stop", place=number),
            action=action_data(Action(Act.STOP, number=followed.row, listed=page)),
        ),
    )


def _way_back(shown: FollowedPage, words: Words) -> tuple[tuple[Button, ...], ...]:
    if shown.ended is None:
        return ()
    act = FOLLOWING_BY[shown.ended.follow]
    label = f"{words.label('button-follow-again')}: {clipped(shown.ended.label, 30)}"
    return ((Button(label=label, action=action_data(Action(act, number=shown.ended.target))),),)


def _label(followed: Subscription) -> str:
    return clipped(one_line(followed.label), _LONGEST_NAME)
