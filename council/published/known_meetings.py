"""A meeting as we know it: what was read of it so far, page by page, and what has not been seen lately."""

import datetime as dt
from dataclasses import dataclass, field

from council.published.changes import Facts
from council.published.meetings import AgendaItem, Meeting

NOT_FOUND = "not_found_any_more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Good readings of the agenda without the item, one after the other: the first one's instant, and how many."""

    since: dt.datetime
    times: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownItem:
    """A stored item, under the last name it had while it was on. Non-public ones hold neither name nor paper.

    `withdrawn` is the council's word for it ("abgesetzt") or NOT_FOUND. A `missing` item was not on the last
    agenda read, which proves nothing: it still counts as on.
    """

    item: AgendaItem
    withdrawn: str | None = None
    missing: Missing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownMeeting:
    """A stored meeting; its `agenda` is None here, the items stand in `items` in the order of the agenda.

    `calendar` and `page` are what the calendar and the agenda's page each said last: day, start, room, address,
    cancelled. Both pages are read in turn and word things differently; only a page that contradicts its own
    former self tells a change. Empty: that page was never read.
    """

    meeting: Meeting
    items: tuple[KnownItem, ...] = ()
    calendar: Facts = field(default_factory=Facts)
    page: Facts = field(default_factory=Facts)
