"""Published results of consultations and what each one means for the paper: the one table."""

from enum import StrEnum


class Meaning(StrEnum):
    """What a result means for the paper. Where the contract has a state of that name, it bears the same word."""

    ADOPTED = "adopted"
    ADOPTED_AND_REFERRED = "adopted_and_referred"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    DONE = "done"
    NOTED = "noted"
    POSTPONED = "postponed"
    RECOMMENDED = "recommended"
    NOT_RECOMMENDED = "not_recommended"
    REFERRED = "referred"
    MIXED = "mixed"
    ADMINISTRATIVE = "administrative"  # a step of the administration, no vote of a council
    NONE = "none"  # nothing was published yet
    UNKNOWN = "unknown"  # published, but not in this table: to be shown word for word


# Seen in Hamburg's districts, Berlin, Karlsruhe, Magdeburg, Köln, Münster and Oldenburg; in the spelling seen.
# "einstimmig", "mehrheitlich" and the like need no rows of their own.
RESULT_WORDS: dict[Meaning, tuple[str, ...]] = {
    Meaning.NONE: ("(offen)", "ohne Ergebnis", "keine Abstimmung", "keine Mitteilungen"),
    Meaning.ADOPTED: (
        *("ungeändert beschlossen", "geändert beschlossen", "beschlossen", "angenommen", "geändert angenommen"),
        *("zugestimmt", "Zustimmung", "genehmigt", "gewählt", "einverstanden"),
        *("zugestimmt zu geändertem Beschlusstext", "beschlossen mit geändertem Beschlusstext"),
        *("mit Änderungen beschlossen", "ohne Änderungen beschlossen", "mit Änderungen zugestimmt"),
        *("ohne Änderungen in der BVV beschlossen", "mit Änderungen in der BVV beschlossen"),
        *("ohne Änderungen im Ausschuss beschlossen", "mit Änderungen im Ausschuss beschlossen"),
    ),
    Meaning.REJECTED: ("abgelehnt", "nicht beschlossen", "in der BVV abgelehnt", "im Ausschuss abgelehnt"),
    Meaning.WITHDRAWN: (
        *("zurückgezogen", "Antrag zurückgezogen", "zurückgezogen / erledigt"),
        *("vom Einbringer zurückgezogen", "von der Verwaltung zurückgezogen"),
    ),
    Meaning.DONE: (
        *("erledigt", "Antrag ist erledigt", "für erledigt erklärt", "gegenstandslos", "mündlich erledigt"),
        *("erledigt durch Stellungnahme der Verwaltung", "mit Stellungnahme erledigt"),
        *("durch Stellungnahme erledigt", "mit Beschlussfassung zum Änderungsantrag erledigt"),
        "mit Beschlussfassung zur Vorlage gegenstandslos",
        # The movers are content with the administration's answer: the motion itself was not voted on.
        "mit Stellungnahme einverstanden",
    ),
    Meaning.NOTED: (
        *("zur Kenntnis genommen", "Kenntnisnahme", "Stellungnahme zur Kenntnis genommen"),
        "in 1. Lesung zur Kenntnis genommen",
    ),
    Meaning.POSTPONED: (
        *("vertagt", "zurückgestellt", "abgesetzt", "verbleibt", "vertagt / verbleibt", "lag nicht vor"),
        *("ohne Beschlussfassung geschoben", "geschoben", "keine Beschlussfassung", "angehalten"),
        *("keine Beschlussfassung wegen Sitzungsabsage", "Wiedervorlage erbeten"),
    ),
    Meaning.RECOMMENDED: (
        *("empfohlen", "geändert empfohlen", "ungeändert empfohlen", "mit Änderungen empfohlen"),
        *("empfohlen mit Änderungsantrag", "vorberaten", "vorberaten ohne Änderungen", "vorberaten mit Änderungen"),
    ),
    Meaning.NOT_RECOMMENDED: ("nicht empfohlen",),
    Meaning.REFERRED: (
        *("überwiesen", "verwiesen", "an Ausschuss überwiesen", "an Fachausschuss verwiesen"),
        *("verwiesen in Fachausschuss", "verwiesen in den Gemeinderat", "verwiesen in den nichtöffentlichen Teil"),
        *("in die Ausschüsse verwiesen", "in die Verwaltung zurückverwiesen"),
        # Karlsruhe's council says so when it sends a motion on to a committee. The slash combines nothing.
        "Beratung im Fachgremium/Arbeitskreis",
    ),
    Meaning.ADOPTED_AND_REFERRED: (
        *("ungeändert beschlossen / überwiesen", "geändert beschlossen / überwiesen", "beschlossen / überwiesen"),
    ),
    Meaning.MIXED: ("teilweise zugestimmt", "teilweise abgelehnt", "teilweise beschlossen", "Einzelabstimmung"),
    Meaning.ADMINISTRATIVE: (
        *("genehmigt OB", "schriftliche Stellungnahme", "Vorbehaltsbeschluss"),
        *("Eilentscheidung der Oberbürgermeisterin", "Eilentscheidung des Oberbürgermeisters", "Eilentscheidung"),
    ),
    # No vote was taken: whatever that means, the council's own words say it best.
    Meaning.UNKNOWN: ("nicht zur Abstimmung gestellt",),
}
