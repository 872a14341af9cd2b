"""The page of an agenda (to010, ALLRIS 3) as a Reading."""

import re

from selectolax.lexbor import LexborNode

from council.published.meetings import AgendaItem, Meeting
from council.published.readings import Page, Reading
from sources.allris.agenda_rows import UNKNOWN_SHAPE, agenda_items, agenda_tables
from sources.allris.cancelled_words import is_cancellation, read_title
from sources.allris.flowing_text import node_line
from sources.allris.html_page import HtmlPage
from sources.allris.meeting_head import Label, MeetingHead, meeting_head
from sources.allris.non_public_words import says_non_public
from sources.allris.openness import NOT_SAID_PUBLIC, Openness, openness_of
from sources.allris.other_pages import headline_of, other_page
from sources.allris.page_address import page_address
from sources.allris.session_times import start_and_end
from sources.allris.structure import agenda_oddity
from sources.errors import NotPublic, Unreadable

MEETING_KEY = "SILFDNR"
_NO_AGENDA_YET = re.compile(
    r"(?:noch )?keine? (?:öffentliche[nr]? )?(?:Tagesordnung|Tagesordnungspunkte|TOPs?)\b|"
    r"Tagesordnung (?:liegt|ist) noch nicht",
    re.IGNORECASE,
)


def read_agenda_page(page: HtmlPage) -> Reading:
    """The session of a to010 page with its items. Raises NotPublic unless the page says that some of it is public,
    Unreadable for an unknown shape and where no items stand on it: an agenda that vanished is no agenda.
    """
    head = meeting_head(page.tree)
    if head is None:
        raise other_page(page.tree, page.html)
    openness = openness_of(next(iter(head.statuses), ""))
    name, cancelled = _title(page, head)
    address = page_address(page.tree, page.html, named=MEETING_KEY)
    start, end = start_and_end(head.day, head.line(Label.TIME), zone=page.zone)
    room = head.line(Label.ROOM)
    tables = agenda_tables(page.tree)
    agenda = _agenda(page, tables, openness, cancelled=cancelled)
    meeting = Meeting(
        name=name,
        public=True,
        id=address.id,
        organization=head.line(Label.ORGANIZATION) or None,
        day=head.day,
        start=start,
        end=end,
        room=None if is_cancellation(room) else room or None,
        address=head.line(Label.ADDRESS) or None,
        cancelled=cancelled,
        has_agenda=bool(agenda),
        web=address.web,
        agenda=agenda,
    )
    return Reading(
        kind="allris",
        page=Page.AGENDA,
        meetings=(meeting,),
        assembly=page.assembly,
        host=address.host,
        oddity=agenda_oddity(head, tables),
    )


def _title(page: HtmlPage, head: MeetingHead) -> tuple[str, bool]:
    """The session's name, and whether it is cancelled: whether the headline, the head or its room says so."""
    headline = headline_of(page.tree).partition(" - ")[2].strip()
    titles = [words for words in (head.line(Label.NAME), headline) if words]
    if not titles:
        raise other_page(page.tree, page.html)
    if any(map(says_non_public, titles)):
        raise NotPublic(NOT_SAID_PUBLIC)
    read = [read_title(words) for words in titles]
    called_off_as_room = is_cancellation(head.line(Label.ROOM))
    return read[0].name, called_off_as_room or any(title.cancelled for title in read)


def _agenda(
    page: HtmlPage, tables: list[LexborNode], openness: Openness, *, cancelled: bool
) -> tuple[AgendaItem, ...] | None:
    """() only where the page says that there is none yet; None if there is none any more, the session being off."""
    items = agenda_items(tables, openness)
    if items:
        return items
    if cancelled:
        return None
    body = page.tree.css_first("#rismain") or page.tree.body
    if body is not None and _NO_AGENDA_YET.search(node_line(body)):
        return ()
    raise Unreadable(UNKNOWN_SHAPE)
