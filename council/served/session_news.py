"""What is news of a session to one chat: how what it was told differs from what is published now."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from council.published.agenda_difference import out_of_order
from council.published.meeting_times import ends
from council.published.meetings import Meeting
from council.served.expiry import latest_start
from council.served.notices import NoticeKind
from council.served.rooms import is_other_room, told_room
from council.served.shown import ShownItem, ShownSession
from council.served.told import ToldSession
from council.served.told_items import FoundItem, FoundItems, find_items, told_item

Items = tuple[ShownItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """When the session was told to be. `start` is None where no time was published."""

    day: dt.date
    start: dt.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionNews:
    """All that differs; nothing is news if it is falsy.

    `agenda_published`: the chat reads this agenda for the first time, `added` is empty then. `scheduled`: own items
    told for the first time to a chat that does not follow the organization. `added` items may have been told
    before and taken off since. `gone` counts told items that are not shown any more, public or found no longer.
    `time_published`: the day was told, but no time. With `cancelled` comes nothing but `moved_from`, the day the chat
    knew. `own`, the chat's own items that are on the agenda, is no news but stands beside all news.
    """

    cancelled: bool = False
    revived: bool = False
    moved_from: Moved | None = None
    time_published: bool = False
    other_room: bool = False
    agenda_published: bool = False
    scheduled: Items = ()
    added: Items = ()
    withdrawn: Items = ()
    moved: Items = ()
    reworded: Items = ()
    paper_added: Items = ()
    gone: int = 0
    own: Items = ()

    def __bool__(self) -> bool:
        return self.is_of_session or self.time_published or self.agenda_published or bool(self.items or self.gone)

    @property
    def is_of_session(self) -> bool:
        """Whether it is about the session itself, not only its agenda."""
        return self.cancelled or self.revived or self.other_room or self.moved_from is not None

    @property
    def items(self) -> Items:
        """All items that something happened to, one for each thing that did."""
        return (*self.scheduled, *self.added, *self.withdrawn, *self.moved, *self.reworded, *self.paper_added)


def kind_of(news: SessionNews) -> NoticeKind:
    """How urgent the most urgent of it is."""
    if news.is_of_session:
        return NoticeKind.SESSION
    touched = news.own if news.agenda_published else news.items
    return NoticeKind.SCHEDULED if any(each.own for each in touched) else NoticeKind.AGENDA


def session_news(told: ToldSession | None, shown: ShownSession, *, now: dt.datetime) -> SessionNews:
    """What the chat is to be told; `now` is aware and in the council's zone.

    Of a session that has begun only additions are news, until its end. A session nobody told the chat of cannot
    have been moved or cancelled: `before_change` says beforehand what was known then. What is not public is no
    news: it is taken back elsewhere.
    """
    meeting = shown.meeting
    items = find_items(told, shown)
    if not meeting.public or not _is_of_concern(shown, items):
        return SessionNews()
    if meeting.cancelled and (told is None or told.cancelled or not _is_ahead(told, meeting, now)):
        return SessionNews()
    if meeting.cancelled:
        return SessionNews(cancelled=True, moved_from=_moved_from(told, meeting), own=shown.own_on)
    if not _is_ahead(told, meeting, now):
        return _late_news(told, shown, items, now)
    news = _of_items(told, shown, items)
    if told is not None:
        news = _of_session(news, told, meeting)
    return replace(news, own=shown.own_on) if news else SessionNews()


def _is_of_concern(shown: ShownSession, items: FoundItems) -> bool:
    """Whoever waited for one item only, and was told that it is off, is not bothered with the session any more."""
    was_on = [each.told for each in items.found if each.told] + list(items.gone)
    return shown.whole or bool(shown.own_on) or any(each.on for each in was_on)


def _is_ahead(told: ToldSession | None, meeting: Meeting, now: dt.datetime) -> bool:
    """Whether it has still to begin, or the chat believes so: "18:00, no, 16:00" is of use at half past four."""
    starts = [latest_start(meeting.day, meeting.start, zone=now.tzinfo)]
    if told and (told.start or told.day != meeting.day):
        starts.append(latest_start(told.day, told.start, zone=now.tzinfo))
    known = [start for start in starts if start]
    return not known or now < max(known)


def _late_news(told: ToldSession | None, shown: ShownSession, items: FoundItems, now: dt.datetime) -> SessionNews:
    meeting = shown.meeting
    end = ends(meeting.day, meeting.start, meeting.end, zone=now.tzinfo)
    if end is not None and end <= now:
        return SessionNews()
    all_ = _of_items(told, shown, items)
    news = SessionNews(agenda_published=all_.agenda_published, scheduled=all_.scheduled, added=all_.added)
    return replace(news, own=shown.own_on) if news else news


def _of_session(news: SessionNews, told: ToldSession, meeting: Meeting) -> SessionNews:
    is_same_day = told.day is not None and told.day == meeting.day
    return replace(
        news,
        revived=told.cancelled and not meeting.cancelled,
        moved_from=_moved_from(told, meeting),
        time_published=is_same_day and told.start is None and meeting.start is not None,
        other_room=is_other_room(told.room, told_room(meeting)),
    )


def _moved_from(told: ToldSession | None, meeting: Meeting) -> Moved | None:
    if told is None or told.day is None or meeting.day is None:
        return None
    # A time that is published later, or not repeated, moves nothing.
    is_other_start = None not in {told.start, meeting.start} and told.start != meeting.start
    return Moved(day=told.day, start=told.start) if told.day != meeting.day or is_other_start else None


def _of_items(told: ToldSession | None, shown: ShownSession, items: FoundItems) -> SessionNews:
    fresh = [each for each in items.found if each.shown.is_on and not (each.told and each.told.on)]
    steady = [each for each in items.found if each.shown.is_on and each.told and each.told.on]
    off = [each for each in items.found if not each.shown.is_on and each.told and each.told.on]
    is_first = shown.whole and (told is None or told.items is None or not told.whole)
    never_told = [] if shown.whole else [each for each in fresh if each.told is None]
    again = [] if is_first else [each for each in fresh if each not in never_told]
    return SessionNews(
        agenda_published=is_first and any(each.is_on for each in shown.items),
        scheduled=_shown(never_told),
        added=_shown(again),
        withdrawn=_shown(off),
        moved=_shown(_reordered(steady) if told and told.whole else ()),
        reworded=_shown([each for each in steady if _is_reworded(each)]),
        paper_added=_shown([each for each in steady if _has_other_paper(each)]),
        gone=sum(each.on for each in items.gone),
    )


def _reordered(steady: Sequence[FoundItem]) -> list[FoundItem]:
    """Other numbers are no news, nor is another order: both come with every addition. But whoever waits for an
    item wants to know that it comes sooner or later, which shows only where the whole agenda was told.
    """
    moved = out_of_order([each.place for each in steady if each.place is not None])
    return [each for index, each in enumerate(steady) if index in moved and each.shown.own]


def _is_reworded(each: FoundItem) -> bool:
    name = told_item(each.shown.item).name
    return each.told is not None and None not in {each.told.name, name} and each.told.name != name


def _has_other_paper(each: FoundItem) -> bool:
    paper = told_item(each.shown.item).paper
    return each.told is not None and paper is not None and each.told.paper != paper


def _shown(found: Sequence[FoundItem]) -> Items:
    return tuple(each.shown for each in found)
