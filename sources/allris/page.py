"""One page of an ALLRIS system, whatever form it was kept in, as a Reading."""

import re
from collections.abc import Callable
from zoneinfo import ZoneInfo

from council.published.readings import Reading
from sources.allris.agenda_page import read_agenda_page
from sources.allris.calendar_page import read_calendar_page
from sources.allris.charset import decode
from sources.allris.html_page import HtmlPage, open_page
from sources.allris.item_page import read_item_page
from sources.allris.organization_page import read_organization_page
from sources.allris.organizations_list import read_organizations_list
from sources.allris.other_pages import other_page
from sources.allris.paper_page import read_paper_page
from sources.allris.papers_list import read_papers_list
from sources.allris.saved_text import read_saved_text
from sources.errors import Unreadable

ARCHIVE = "Das ist ein Webarchiv (MHTML); bitte die Seite im Browser als „Webseite, nur HTML“ speichern."
JSON = "Das sind JSON-Daten; gelesen werden bisher nur Seiten von ALLRIS als HTML oder Drucksachen als Text."

# By the program that made the page; a town's own frame around a paper names none.
_READERS: dict[str | None, Callable[[HtmlPage], Reading]] = {
    None: read_paper_page,
    "vo020": read_paper_page,
    "to010": read_agenda_page,
    "to020": read_item_page,
    "si010": read_calendar_page,
    "vo040": read_papers_list,
    **dict.fromkeys(("au010", "fr010"), read_organizations_list),
    **dict.fromkeys(("au020", "fr020", "pa020", "pa021"), read_organization_page),
}


def read_page(data: bytes, *, timezone: str = "Europe/Berlin") -> Reading:
    """What a page says, told apart by content: HTML as served or saved by a browser, or text saved from one.

    Pages give times of the council's own wall clock; `timezone` is the name of its zone. Raises Unreadable,
    NotPublic or NotFound with a German sentence that does not name the page; who asked adds that.
    """
    text = decode(data)
    begin = text[:2_000].lstrip("\ufeff \t\n")
    if begin.startswith("<"):
        return _read_html(text, timezone)
    if re.search(r"^MIME-Version:|^Content-Type: multipart/related", begin, re.IGNORECASE | re.MULTILINE):
        raise Unreadable(ARCHIVE)
    if re.search(r"<html[\s>]|<!doctype html", begin, re.IGNORECASE):
        return _read_html(text, timezone)
    if re.match(r"[{\[]\s*[\"{\[\]}]", begin):
        raise Unreadable(JSON)
    return read_saved_text(text)


def _read_html(html: str, timezone: str) -> Reading:
    page = open_page(html, zone=ZoneInfo(timezone))
    read = _READERS.get(page.program)
    if read is None:
        raise other_page(page.tree, html)
    return read(page)
