"""The calendar of sessions (si010, si010_e, si010_j, ALLRIS 3) as a Reading."""

import datetime as dt

from council.published.meetings import Meeting
from council.published.readings import Page, Reading
from sources.allris.calendar_days import days_of
from sources.allris.calendar_rows import CalendarRow, calendar_rows
from sources.allris.cancelled_words import is_cancellation, read_title
from sources.allris.html_page import HtmlPage
from sources.allris.non_public_words import says_non_public
from sources.allris.other_pages import other_page
from sources.allris.page_address import host_of, page_base
from sources.allris.row_links import lasting_address
from sources.allris.session_times import start_and_end
from sources.allris.structure import calendar_oddity


def read_calendar_page(page: HtmlPage) -> Reading:
    """All sessions a calendar shows, in its order; none in a month whose days are all empty.

    What a public calendar names is public, meetings of factions and without an agenda too, unless the row itself
    says that it is not: then only key and day are kept, and nothing at all without a key. Raises Unreadable for a
    page without a table of days or whose days do not add up to a month, NotPublic for a refusal.
    """
    rows = calendar_rows(page.tree)
    if not rows:
        raise other_page(page.tree, page.html)
    base = page_base(page.tree, page.html)
    dated = zip(rows, days_of(rows, page.tree), strict=True)
    found = (_meeting(row, day, zone=page.zone, base=base) for row, day in dated if row.is_session)
    return Reading(
        kind="allris",
        page=Page.CALENDAR,
        meetings=tuple(meeting for meeting in found if meeting is not None),
        assembly=page.assembly,
        host=host_of(base),
        oddity=calendar_oddity(page.tree),
    )


def _meeting(row: CalendarRow, day: dt.date, *, zone: dt.tzinfo, base: str | None) -> Meeting | None:
    if says_non_public(row.words):
        return Meeting(name="", public=False, id=row.id, day=day) if row.id else None
    title = read_title(row.title)
    start, end = start_and_end(day, row.times, zone=zone)
    called_off_as_room = is_cancellation(row.room)
    return Meeting(
        name=title.name,
        public=True,
        id=row.id,
        organization=row.organization,
        day=day,
        start=start,
        end=end,
        room=None if called_off_as_room else row.room or None,
        cancelled=title.cancelled or called_off_as_room,
        has_agenda=row.agenda is not None,
        web=lasting_address(row.agenda, base=base, named="SILFDNR") if row.agenda else None,
    )
