"""The authors that a few words name: "SPD-, CDU- und FDP-Fraktion", "Ute Weiß (SPD-Fraktion)"."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from council.published.normalised import normalised
from council.served.parties import FACTION_WORD, core, is_party

_LONGEST = 400
_MOST = 12
_SEPARATOR = re.compile(r"\s*(?:[,;&+]|\bund\b|\bsowie\b|(?<=fraktion)\s*/)\s*", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(\s*(?:alle|beide)?\s*([^()]{2,60})\)", re.IGNORECASE)
_GROUP_WORD = re.compile(r"\w*(?:fraktion(?:en)?|gruppe)\b", re.IGNORECASE)
# "SPD-, CDU- und FDP-Fraktion": the word behind the last one belongs to all.
_SHARED = re.compile(r"-(\w*fraktion(?:en)?(?: [\w-]+)?)\s*$", re.IGNORECASE)
_LEADING = re.compile(r"^\s*(?:der |des |von |den )*(\w*fraktion)en\b(?: von)?\s+", re.IGNORECASE)
_NAMES_WITH_AND = re.compile(r"\b(bündnis 90)\s+und\s+(die grünen)", re.IGNORECASE)
_JOINT = re.compile(r"\s*\(\s*(?:interfraktionell|gemeinsam)\s*\)", re.IGNORECASE)
# "OrtschaftsratsfraktionenWettersbach"
_GLUED = re.compile(r"(fraktion(?:en)?)(?=[A-ZÄÖÜ])")
_TITLE_WORDS = (
    r"der|die|des|von|vom|herrn?|frau|ortschaftsr[aä]t\w*|stadtr[aä]t\w*|gemeinder[aä]t\w*|mitglieds?"
    r"|bezirksabgeordneten?|bezirksversammlungsmitglieds?|abgeordneten?"
)
_TITLE = re.compile(rf"^(?:(?:{_TITLE_WORDS})\s+)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """An author as compared, and as written there. The key says what it is: a faction, one of its members, or somebody
    by name ("faction:grüne", "member:spd", "name:ute weiss").
    """

    key: str
    written: str


def faction_key(name: str) -> str:
    """Of a core (council/served/parties.py)."""
    return f"faction:{name}"


def member_key(name: str) -> str:
    return f"member:{name}"


def name_key(written: str) -> str:
    return f"name:{normalised(_TITLE.sub('', written))}"


def factions_in(text: str, *, known: Collection[str] = ()) -> tuple[Named, ...]:
    """Only factions, and members named with theirs; `known` are cores of the council's own factions."""
    return tuple(dict.fromkeys(_factions(_tidy(text), known)))


def authors_in(text: str, *, known: Collection[str] = ()) -> tuple[Named, ...]:
    """The same, or else who is named: a person, an office. Empty for nothing."""
    tidy = _tidy(text)
    found = factions_in(tidy, known=known)
    if found:
        return found
    return (Named(name_key(tidy), tidy),) if normalised(tidy) else ()


def _tidy(text: str) -> str:
    apart = _GLUED.sub(r"\1 ", " ".join(text[:_LONGEST].split()))
    return _NAMES_WITH_AND.sub(r"\1/\2", _JOINT.sub("", apart))


def _factions(text: str, known: Collection[str]) -> Iterator[Named]:
    bracketed = _IN_BRACKETS.search(text)
    if bracketed is not None and _recognised(bracketed[1], known):
        yield from _members(text[: bracketed.start()], bracketed[1])
        yield from _factions(text[bracketed.end() :], known)
        return
    shared, leading = _SHARED.search(text), _LEADING.match(text)
    rest = text[leading.end() :] if leading else text
    for part in _SEPARATOR.split(rest)[:_MOST]:
        spelled = part.strip()
        if shared and spelled.endswith("-"):
            spelled += re.sub("en$", "", shared[1]) if shared[1].endswith("fraktionen") else shared[1]
        elif leading and not _GROUP_WORD.search(spelled):
            spelled = f"{leading[1]} {spelled}"
        if _recognised(spelled, known):
            yield Named(faction_key(core(spelled)), _without_article(spelled))


def _members(people: str, faction: str) -> Iterator[Named]:
    for part in _SEPARATOR.split(people)[:_MOST]:
        person = _TITLE.sub("", part.strip())
        if normalised(person):
            yield Named(name_key(person), person)
    yield Named(member_key(core(faction)), f"{people.strip()} ({faction.strip()})")


def _recognised(text: str, known: Collection[str]) -> bool:
    name = core(text)
    says_so = FACTION_WORD.search(normalised(text)) is not None
    return bool(name) and (says_so or is_party(name, besides=known))


def _without_article(text: str) -> str:
    return re.sub(r"^(?:(?:der|des|von|vom|den) )+", "", text)
