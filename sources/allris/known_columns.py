"""The columns that lists of real towns have: which must be there, in which order, and which may be."""

import re
from dataclasses import dataclass

from sources.allris.columns import Header

NO_HEADER = "Tabelle ohne den Kopf mit den Namen der Spalten"
# A page's own words go into a line for operators: enough of them to find the place.
_MOST_WORDS = 40


@dataclass(frozen=True, slots=True)
class Column:
    """`name` is how operators know it, `words` all the spellings of towns."""

    name: str
    words: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Layout:
    """`required` in the order in which they stand; `others` are the names that harmless columns have."""

    required: tuple[Column, ...]
    others: re.Pattern[str]


def _words(*spellings: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in spellings), re.IGNORECASE)


_PAPER = _words(r"(?:Drucksachen?|Vorlagen?)(?: ?-? ?(?:Nr\.?|Nummer))?", r"Drs\.?(?: ?-? ?Nr\.?)?", "DS", "VO")
_ROOM = _words(r"(?:Sitzungs)?(?:raum|ort|saal)(?: ?/ ?Ort)?", "Tagungsort", "Ort")
_REMARKS = _words(r"Bemerkung(?:en)?", r"Hinweise?", "Zusatz(?:info)?", r"Info(?:s|rmation(?:en)?)?", "Anlass")
_FILES = _words(r"Dokumente?", r"Anlagen?", r"Dateien?", "Niederschrift", "Protokoll", "Einladung", "Bekanntmachung")
_STATE = _words("Status", "Öffentlichkeit", r"Beschl(?:uss|üsse)(?:-?art)?", "Ergebnis", "Zuständigkeit")
_OFFICE = _words(
    "Federf(?:ührend|ührung)", r"Amt|Ämter|Dezernat", r"Verfasser\S{0,4}|Antragsteller\S{0,4}", "Initiator"
)
_SIDE = (_REMARKS.pattern, _FILES.pattern, _STATE.pattern, _OFFICE.pattern)

AGENDA = Layout(
    required=(Column("TOP", _words("TOP")), Column("Betreff", _words("Betreff")), Column("Drucksache", _PAPER)),
    others=_words(*_SIDE, "Nr\\.?"),
)
CALENDAR = Layout(
    required=(
        Column("Datum", _words("Datum", "Tag", "Wochentag")),
        Column("Uhrzeit", _words("Uhrzeit", "Zeit", "Beginn", "Von")),
        Column("Sitzung", _words(r"Sitzung(?:en)?", "Bezeichnung", "Gremium", "Titel", "Termin", "Veranstaltung")),
    ),
    others=_words(_ROOM.pattern, *_SIDE, "Tag", "Gremium", "Ende", "Bis", "TOP?", "Tagesordnung"),
)
PAPERS = Layout(
    required=(
        Column("Drucksache", _words(_PAPER.pattern, r"Nr\.?", "Nummer", "Betreff")),
        # The same column shows the day of release where a reader switched it over.
        Column("Angel.", _words(r"Angel(?:\.|egt)?(?: am)?", r"Erstellt(?: am)?", r"Freig(?:\.|abe|egeben)?", "Datum")),
    ),
    others=_words(*_SIDE, "Betreff", r"(?:(?:D|V|Drs)\.? ?-? ?|(?:Drucksachen?|Vorlagen?) ?-? ?)?Art", "Gremium"),
)
ORGANIZATIONS = Layout(
    required=(),
    others=_words(
        r"Mitglieder(?: ?\([0-9.]{6,10}\))?",
        r"(?:Letzte|Nächste) Sitzung",
        r"Name|Bezeichnung|Gremi(?:um|en)|Auss(?:chuss|chüsse)|Fraktion(?:en)?(?:/Gruppen)?|Gruppen?",
        r"Art|Kürzel|Vorsitz(?:ende[r]?)?|Von|Bis|Seit",
        *_SIDE,
    ),
)
MEMBERS = Layout(
    required=(Column("Name", _words("Name", r"Mitglied(?:er)?", "Person")),),
    others=_words(
        r"Art der (?:Mitarbeit|Mitgliedschaft)|Funktion(?:en)?|Rolle|Aufgabe",
        r"Fraktion|Partei|Gruppe|Herkunft|Wahlkreis|Wahlbezirk|Liste|Beruf|Vertret(?:ung|er\S{0,4})",
        r"Von|Bis|Seit|Zeitraum|Mitglied (?:seit|von|bis)|Anwesenheit|Kontakt|Telefon|E-?Mail",
        *_SIDE,
    ),
)


def column_oddity(header: Header | None, layout: Layout) -> str | None:
    """What of a list's header is not as known; None: all as known. Columns without a name are passed over."""
    if header is None:
        return NO_HEADER
    names = [words for words, _ in header.places]
    required = [
        (column, [at for words, at in header.places if column.words.fullmatch(words)]) for column in layout.required
    ]
    missing = next((column for column, places in required if not places), None)
    if missing is not None:
        return f"Spalte „{missing.name}“ fehlt"
    unknown = next((words for words in names if not _is_known(words, layout)), None)
    if unknown is not None:
        return f"unbekannte Spalte „{unknown[:_MOST_WORDS]}“"
    doubled = next((words for words in names if names.count(words) > 1), None)
    if doubled is not None:
        return f"Spalte „{doubled[:_MOST_WORDS]}“ steht doppelt da"
    firsts = [places[0] for _, places in required]
    return None if firsts == sorted(firsts) else "Spalten in anderer Reihenfolge"


def _is_known(words: str, layout: Layout) -> bool:
    return any(column.words.fullmatch(words) for column in layout.required) or bool(layout.others.fullmatch(words))
