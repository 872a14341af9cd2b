"""One page of an ALLRIS system, whatever form it was kept in, as a Reading."""

import re

from council.published.readings import Reading
from sources.allris.charset import decode
from sources.allris.paper_page import read_paper_page
from sources.allris.saved_text import read_saved_text
from sources.errors import Unreadable

ARCHIVE = "Das ist ein Webarchiv (MHTML); bitte die Seite im Browser als „Webseite, nur HTML“ speichern."
JSON = "Das sind JSON-Daten; gelesen werden bisher nur Seiten von Drucksachen als HTML oder als Text."


def read_page(data: bytes) -> Reading:
    """What a page says, told apart by content: HTML as served or saved by a browser, or text saved from one.

    Raises Unreadable or NotPublic with a German sentence that does not name the page; who asked adds that.
    """
    text = decode(data)
    begin = text[:2_000].lstrip("\ufeff \t\n")
    if begin.startswith("<"):
        return read_paper_page(text)
    if re.search(r"^MIME-Version:|^Content-Type: multipart/related", begin, re.IGNORECASE | re.MULTILINE):
        raise Unreadable(ARCHIVE)
    if re.search(r"<html[\s>]|<!doctype html", begin, re.IGNORECASE):
        return read_paper_page(text)
    if re.match(r"[{\[]\s*[\"{\[\]}]", begin):
        raise Unreadable(JSON)
    return read_saved_text(text)
