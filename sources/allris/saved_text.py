"""The page of a paper (vo020) saved as text, by a browser or by copy and paste, as a Reading."""

from itertools import islice

from council.published.papers import File, Paper
from council.published.readings import Page, Reading
from sources.allris.annexes import others
from sources.allris.flowing_text import clean, one_line
from sources.allris.labels import Field, known_field
from sources.allris.other_pages import kind_of_headline, other_saved_kind, other_text
from sources.allris.paper_page import reference_in
from sources.allris.public import require_public
from sources.allris.saved_head import SavedHead, read_head
from sources.allris.saved_sections import read_sections
from sources.allris.saved_stops import saved_stops
from sources.errors import Unreadable

CUT = (
    "Der Text ist nicht vollständig (Betreff oder Beratungsfolge fehlen); bitte die ganze Seite noch einmal als Text "
    "oder besser als HTML speichern."
)
# The menu of the page, where it was saved along with it.
_MENU_WORDS = (
    "Bürgerinfo Home Kalender Übersicht Recherche Textrecherche Sitzungsteilnehmende Dokumente Kontakt Impressum "
    "Hilfe Legende Ausschüsse Fraktionen Sitzungen Drucksachen Vorlagen Niederschriften Rechtsgrundlagen Suche"
)
_MENU = frozenset(_MENU_WORDS.split())


def read_saved_text(text: str) -> Reading:
    """The same facts as the page itself, without what text does not show: keys and addresses.

    A text that lacks number, Betreff, Status or Beratungsfolge raises Unreadable. What cannot be known: whether the
    motion's words, the attachments or the Stammbaum were cut off behind that; text has no end marker.
    """
    lines = clean(text).split("\n")
    subject = next((at for at, line in enumerate(lines) if _is_subject(line)), len(lines))
    at = _headline(lines, subject)
    if subject == len(lines) or at is None:
        raise other_text(text, _kind(lines))
    if (kind := kind_of_headline(one_line(lines[at]))) is not None:
        raise other_saved_kind(kind)
    head = read_head(lines[subject:])
    if Field.STOPS not in head.values:
        raise Unreadable(CUT)
    require_public(head.values.get(Field.STATUS, []))
    reference = reference_in(one_line(lines[at]))
    papers = (_paper(reference, head),)
    return Reading(kind="allris", page=Page.PAPER, papers=papers, assembly=_assembly(lines[:at]))


def _paper(reference: str, head: SavedHead) -> Paper:
    values = head.values
    below = read_sections(head.rest)
    if not values.get(Field.NAME):
        raise Unreadable(CUT)
    return Paper(
        reference=reference,
        name="\n".join(values[Field.NAME]),
        public=True,
        paper_type=", ".join(values.get(Field.TYPE, [])) or None,
        originators=tuple(dict.fromkeys(values.get(Field.ORIGINATORS, []))),
        under_direction_of=", ".join(values.get(Field.LEAD, [])) or None,
        parent=next(iter(values.get(Field.PARENT, [])), None),
        related=others(iter(below.family), reference),
        files=tuple(File(name=name) for name in dict.fromkeys(below.files) if name),
        text=below.text,
        consultations=saved_stops(head.stops),
    )


def _is_subject(line: str) -> bool:
    label = line.strip().replace("\t", ":").partition(":")
    return bool(label[1]) and known_field(label[0]) is Field.NAME


def _headline(lines: list[str], subject: int) -> int | None:
    """The line "Drucksache - 22-1940.01" above the subject; a few empty lines may lie between them."""
    for at in range(subject - 1, max(subject - 40, -1), -1):
        words = one_line(lines[at])
        if " - " in words and any(char.isdigit() for char in words):
            return at
    return None


def _assembly(above: list[str]) -> str | None:
    """The line above the headline, unless that is the page's menu."""
    words = next(islice(filter(None, map(one_line, reversed(above))), 1), None)
    return None if words in _MENU else words


def _kind(lines: list[str]) -> str | None:
    """What kind of ALLRIS page a text without a paper is; "" for one we cannot name, None for any other text."""
    words = [one_line(line) for line in lines]
    named = (kind_of_headline(each) for each in words if each not in _MENU)
    kind = next(filter(None, named), None)
    return kind or ("" if len(_MENU.intersection(words)) >= 3 else None)
