"""Pages that cannot be read: refusals, ALLRIS pages of other kinds, and what is no council system's at all."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from sources.allris.flowing_text import node_line, one_line
from sources.allris.row_links import program_in
from sources.errors import NotFound, NotPublic, SourceError, Unreadable

# HTTP is often 200 (bvhh, Ratsmonitor, pyallris). "Not public", never "deleted": only one wording says that.
_REFUSALS = (
    "Keine Information verfügbar",
    "Sie sind nicht berechtigt, die Information zu sehen",
)
_NOT_IN_STOCK = "Angefordertes Dokument nicht im Bestand"
_DENIED_PROGRAM = re.compile(r"Zugriff verweigert\s?\(Programm [a-z0-9_.]{1,30}\)", re.IGNORECASE)
_NO_AUTHORITY = re.compile(r"(?:saved from url=[^>\n]{0,300}|href=[\"']?[^\"'>\s]{0,300})noauth\.asp", re.IGNORECASE)

REFUSED = "Das Ratsinformationssystem gibt diese Seite nicht öffentlich heraus; es ist nichts gelesen worden."
NOT_IN_STOCK = "Das Ratsinformationssystem hat diese Seite nicht in seinem Bestand; es ist nichts gelesen worden."
NO_COUNCIL_PAGE = (
    "Das ist keine Seite eines Ratsinformationssystems; bitte die Seite einer Drucksache (vo020) oder einer "
    "Tagesordnung (to010) speichern."
)
NEWER = (
    "Das ist eine Seite von ALLRIS 4 oder der Mobilansicht; gelesen wird bisher nur die klassische Seite (vo020.asp, "
    "to010.asp)."
)

_KINDS = {
    "to010": "eine Tagesordnung",
    "to020": "ein Auszug (ein einzelner Tagesordnungspunkt)",
    "si010": "ein Sitzungskalender",
    "si016": "eine Übersicht von Niederschriften",
    "si017": "eine Beschlussliste",
    "si018": "eine Sitzungsübersicht",
    "vo021": "eine Beschlussliste",
    "vo040": "eine Übersicht von Drucksachen",
    "au010": "eine Übersicht von Gremien",
    "au020": "die Seite eines Gremiums",
    "pa020": "die Seite eines Gremiums",
    "pa021": "die Seite eines Gremiums",
    "fr010": "eine Übersicht von Fraktionen",
    "fr020": "die Seite einer Fraktion",
    "kp020": "die Seite einer Person",
    "kp040": "eine Übersicht von Personen",
    "yw040": "eine Suchseite",
}
# Where such a page cannot be read, its shape is not the one we know.
_LISTS = ("si010", "vo040", "au010", "au020", "pa020", "pa021", "fr010", "fr020")
_READ = frozenset({"to010", "to020", *_LISTS})
_HEADLINES = {
    "Tagesordnung - ": "to010",
    "Auszug - ": "to020",
    "Sitzungskalender": "si010",
    "Drucksachen - ": "vo040",
    "Vorlagen - ": "vo040",
    "Beschlüsse": "vo021",
    "Ausschüsse": "au010",
    "Gremien": "au010",
    "Fraktionen": "fr010",
}
_PROGRAM = re.compile(r"\b([a-z]{2}0[0-9]{2})")


def kind_of_headline(headline: str) -> str | None:
    """The program ("to010") that prints such a headline, None for any other line."""
    return next((kind for start, kind in _HEADLINES.items() if headline.startswith(start)), None)


def program_of(tree: LexborHTMLParser) -> str | None:
    """The program that made a page ("vo020"), by its container's class, else by its bookmark or its headline."""
    container = tree.css_first("#allriscontainer")
    found = _PROGRAM.search((container.attributes.get("class") or "") if container is not None else "")
    if found:
        return found[1]
    bookmarks = (program_in(link.attributes.get("href")) for link in tree.css('a[title^="Lesezeichen"]'))
    return next(filter(None, bookmarks), None) or kind_of_headline(headline_of(tree))


def headline_of(tree: LexborHTMLParser) -> str:
    """ALLRIS's own headline; "" if there is none."""
    headline = headline_node(tree)
    return node_line(headline) if headline is not None else ""


def headline_node(tree: LexborHTMLParser) -> LexborNode | None:
    """Where ALLRIS's own headline stands; around an embedded page the town may have one too."""
    headlines = tree.css("#risname h1, #risname_raw h1") or tree.css("h1")
    return next((each for each in headlines if " - " in node_line(each)), next(iter(headlines), None))


def other_page(tree: LexborHTMLParser, html: str) -> SourceError:
    """Why a page without anything we can read on it cannot be read."""
    body = tree.body
    refusal = _refusal(node_line(body) if body is not None else "", is_gate=_NO_AUTHORITY.search(html) is not None)
    if refusal is not None:
        return refusal
    if tree.css_first("#vobetreff, table.bfTable, [wicket\\:id]") is not None or "/wicket/" in html:
        return Unreadable(NEWER)
    return other_kind(program_of(tree), made_by_allris=_made_by_allris(tree))


def other_text(text: str, kind: str | None) -> SourceError:
    """Why a saved text without a paper in it cannot be read."""
    return _refusal(one_line(text)) or other_saved_kind(kind)


def other_saved_kind(kind: str | None) -> Unreadable:
    """As other_kind, for a page saved as text: columns and keys are lost there, so only papers are read."""
    if kind not in _READ:
        return other_kind(kind, made_by_allris=kind is not None)
    return Unreadable(f"Das ist {_KINDS[kind]} als Text; bitte die Seite im Browser als HTML speichern.")


def other_kind(kind: str | None, *, made_by_allris: bool) -> Unreadable:
    if kind == "vo020":
        return Unreadable("Das ist die Seite einer Drucksache, aber ohne Betreff; ihr Aufbau ist unbekannt.")
    if not made_by_allris:
        return Unreadable(NO_COUNCIL_PAGE)
    what = _KINDS.get(kind or "", "eine andere Seite von ALLRIS")
    if kind in _READ:
        return Unreadable(f"Das ist {what}, aber in einem unbekannten Aufbau; nichts davon ist gelesen worden.")
    return Unreadable(f"Das ist {what}; Seiten dieser Art werden bisher nicht gelesen.")


def _made_by_allris(tree: LexborHTMLParser) -> bool:
    if tree.css_first("#allriscontainer, #allris") is not None:
        return True
    metas = tree.css("meta[name=description], meta[name=keywords]")
    return any("ALLRIS" in (meta.attributes.get("content") or "") for meta in metas)


def _refusal(words: str, *, is_gate: bool = False) -> SourceError | None:
    """Where a page says both, "not public" is the answer."""
    if is_gate or any(phrase in words for phrase in _REFUSALS) or _DENIED_PROGRAM.search(words):
        return NotPublic(REFUSED)
    return NotFound(NOT_IN_STOCK) if _NOT_IN_STOCK in words else None
