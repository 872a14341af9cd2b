"""The labels of a paper page, in the spellings of different towns, and which field each one names."""

from enum import StrEnum

from sources.allris.flowing_text import one_line


class Field(StrEnum):
    """What a label stands before. OTHER: known, but not kept; its value must not run into its neighbour's."""

    NAME = "name"
    STATUS = "status"
    TYPE = "type"
    ORIGINATORS = "originators"
    LEAD = "lead"
    PARENT = "parent"
    STOPS = "stops"
    FILES = "files"
    FAMILY = "family"
    OTHER = "other"


SPELLINGS: dict[Field, tuple[str, ...]] = {
    Field.NAME: ("Betreff",),
    Field.STATUS: ("Status",),
    Field.TYPE: (
        *("Drucksache-Art", "Drucksachen-Art", "Drucksacheart", "Drucksachenart"),
        *("Vorlage-Art", "Vorlagen-Art", "Vorlageart", "Vorlagenart"),
    ),
    Field.ORIGINATORS: (
        *("Verfasser", "Verfasserin", "Verfasser/in", "Verfasser/-in", "Verfasser*in", "Verfasser:in"),
        *("Verfassende", "Initiator", "Initiatorin", "Initiator/in", "Initiatoren"),
    ),
    Field.LEAD: ("Federführend", "Federführung"),
    Field.PARENT: ("Bezüglich",),
    Field.STOPS: ("Beratungsfolge",),
    Field.FILES: ("Anlagen", "Anlage", "Anlage/n"),
    Field.FAMILY: ("Stammbaum",),
    Field.OTHER: (
        *("Beteiligt", "Beteiligte", "Bearbeiter", "Bearbeiterin", "Bearbeiter/in", "Bearbeiter/-in"),
        *("Berichterstatter", "Berichterstatterin", "Berichterstatter/in", "Berichterstatter/-in"),
        *("Vorstand", "Aktenzeichen", "Datum", "Referent", "Referentin", "Gremium", "Zusatz"),
    ),
}

_FIELDS = {spelling.casefold(): field for field, spellings in SPELLINGS.items() for spelling in spellings}


def field_of(label: str) -> Field | None:
    """The field a label names, colon or not; OTHER for a label we do not know, None for an empty one."""
    words = one_line(label).removesuffix(":").strip()
    return _FIELDS.get(words.casefold(), Field.OTHER) if words else None


def known_field(words: str) -> Field | None:
    """As field_of, but None for words that are no label we know."""
    return _FIELDS.get(one_line(words).removesuffix(":").strip().casefold())
