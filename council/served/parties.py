"""Factions as councils spell them: what is left of a name without the words that only say "faction"."""

import re
from collections.abc import Iterable

from council.published.normalised import normalised

# What the lists of a council call its factions (organizations of these kinds).
FACTION_KINDS = ("Fraktion", "Gruppe")

# "Bezirksfraktion", "Gemeinderatsfraktion" and "Gruppe" (too few for a faction) say nothing of who it is; an
# "Ortschaftsratsfraktion" is another one than that of the town's own council.
_ASSEMBLIES = (
    "bezirksversammlungs|bezirks|gemeinderats|gemeinde|stadtrats|stadt|stadtverordneten|rats|kreistags|kreis|bv"
)
FACTION_WORD = re.compile(rf"(?:\b(?:{_ASSEMBLIES})-?)?fraktion(?:en)?\b|\bgruppe\b")
# Also misspelt: "Ortschafstratsfraktion".
_LOCAL = re.compile(r"\bortscha\w{1,4}rats?-?fraktion(?:en)?\b")
_LOCAL_FIRST = re.compile(r"^ortschaftsrat (.+)$")
_LOCAL_PLACE = re.compile(r"\bfraktion(?:en)? im ortschaftsrat\b")
_ARTICLE = re.compile(r"^(?:(?:der|des|den|dem|von|vom|durch) )+")

# One party's names. Only what is spelled out here is taken for the same; "Linke Liste" and "FDP/Volt" are not.
_PARTIES: tuple[tuple[str, ...], ...] = (
    (
        *("grüne", "grünen", "die grünen", "die grüne", "bündnis 90/die grünen", "bündnis 90/grüne", "bündnis90/grüne"),
        *("bündnis 90 die grünen", "bündnis90/die grünen", "b90/grüne", "b90/die grünen", "b 90/die grünen", "gruene"),
        *("bündnisgrüne", "bündnis 90", "bündnis 90/die grüne"),
    ),
    ("linke", "die linke", "linken", "die linken", "links"),
    ("spd", "die spd", "sozialdemokraten", "sozialdemokratische"),
    ("cdu", "die cdu"),
    ("csu",),
    ("fdp", "die fdp", "freie demokraten", "fdp - die liberalen", "die liberalen", "liberale"),
    ("afd", "alternative für deutschland"),
    ("volt", "volt deutschland"),
    ("bsw", "bündnis sahra wagenknecht"),
    ("freie wähler", "fw", "die freien wähler"),
    ("piraten", "piratenpartei", "die piraten"),
    ("ödp", "ökologisch-demokratische partei"),
    ("die partei",),
    ("tierschutzpartei", "partei mensch umwelt tierschutz"),
    ("ssw", "südschleswigscher wählerverband"),
)
_PARTY_OF = {spelling: names[0] for names in _PARTIES for spelling in names}


def core(written: str) -> str:
    """A faction's name as compared: "GRÜNE-Fraktion" and "der Fraktion GRÜNE" are "grüne"; empty if nothing is left.

    A place stays part of the name, and so does the local council of an "Ortschaftsratsfraktion".
    """
    text = _ARTICLE.sub("", normalised(written))
    text = _LOCAL_PLACE.sub("ortschaftsratsfraktion", text)
    text = FACTION_WORD.sub(" ", _LOCAL.sub(" ortschaftsrat ", text))
    text = re.sub(r"\s*/\s*", "/", " ".join(text.split()))
    text = re.sub(r"-(?= |$)|(?<= )-|^-", "", text)
    return _LOCAL_FIRST.sub(r"\1 ortschaftsrat", _ARTICLE.sub("", " ".join(text.split())))


def party(name: str, *, town: str = "") -> str:
    """The spelling that stands for all of a party's; a name nobody knows is its own. `name` is a core.

    The town's own name at its end does not count where a party is left: "die linke harburg" in Harburg.
    """
    head, local, place = name.partition(" ortschaftsrat")
    if local or head in _PARTY_OF:
        return _PARTY_OF.get(head, head) + local + place
    words = name.split()
    places = set(normalised(town).split()) - {""}
    while len(words) > 1 and words[-1] in places:
        words.pop()
        if " ".join(words) in _PARTY_OF:
            return _PARTY_OF[" ".join(words)]
    return name


def is_party(name: str, *, besides: Iterable[str] = ()) -> bool:
    """Whether a core names a faction without the word "Fraktion"; `besides` are cores of the council's own ones."""
    return name in _PARTY_OF or name in set(besides) or _is_alliance(name)


def _is_alliance(name: str) -> bool:
    """ "cdu/fw": a faction of several, all of whom are known."""
    parts = name.split("/")
    return len(parts) > 1 and all(part in _PARTY_OF for part in parts)
