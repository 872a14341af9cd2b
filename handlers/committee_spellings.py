"""How people write the names of committees: by letters, in English, and with slips of the pen."""

import re
from collections.abc import Mapping, Sequence

from rapidfuzz.distance import OSA

from storage.folding import STOP_WORDS

# Where the parts of a compound begin: "Jugendhilfeausschuss" is J, H, A.
_PARTS = re.compile(
    r"(?<=[a-z]{3})(?=(?:ausschuss|versammlung|vertretung|beirat|hilfe|kommission|konferenz|rat$|entwicklung|planung))"
)
_COMMITTEES = re.compile(
    r"ausschuss|ausschuesse|versammlung|vertretung|beirat|kommission|gremium|praesidium|konferenz|committee|council"
    r"|assembly|aeltestenrat|stadtrat|gemeinderat|kreistag|ortsrat|[a-z]+sitzung"
)
_AUSSCHUSS = "ausschuss"
# In English no part of a name.
_ENGLISH_HEADS = frozenset({"committee", "committees", "board", "panel"})
# English words for what German committees are about, as parts of folded names.
_GERMAN: Mapping[str, tuple[str, ...]] = {
    "main": ("haupt",), "central": ("haupt",), "steering": ("haupt",), "social": ("sozial",), "youth": ("jugend",),
    "welfare": ("hilfe", "sozial"), "children": ("kinder",), "family": ("familie",), "education": ("bildung", "schul"),
    "school": ("schul",), "schools": ("schul",), "culture": ("kultur",), "cultural": ("kultur",), "sport": ("sport",),
    "sports": ("sport",), "environment": ("umwelt",), "environmental": ("umwelt",), "climate": ("klima",),
    "nature": ("natur",), "transport": ("verkehr", "mobilitaet"), "traffic": ("verkehr", "mobilitaet"),
    "mobility": ("mobilitaet", "verkehr"), "building": ("bau",), "construction": ("bau",), "housing": ("wohn",),
    "planning": ("planung",), "development": ("entwicklung",), "urban": ("stadt",), "city": ("stadt",),
    "finance": ("finanz", "haushalt"), "budget": ("haushalt", "finanz"), "economy": ("wirtschaft",),
    "economic": ("wirtschaft",), "business": ("wirtschaft",), "health": ("gesundheit",),
    "integration": ("integration",),
    "equality": ("gleichstellung",), "digital": ("digital",), "digitalisation": ("digital",), "audit": ("pruefung",),
    "regional": ("regional",), "district": ("bezirk",), "assembly": ("versammlung",),
    "council": ("stadtrat", "gemeinderat"),
    "women": ("frauen",), "seniors": ("senior",), "petitions": ("petition", "eingaben"),
}  # fmt: skip


def initials(name: str) -> frozenset[str]:
    """The letters by which a committee is called: "bv" of "bezirksversammlung harburg", and "bvh"; two to five.

    `name` is folded.
    """
    words = [[part[0] for part in _PARTS.sub(" ", word).split()] for word in name.split() if word not in STOP_WORDS]
    letters = ["".join(each) for each in words]
    called = {"".join(letters), *letters[:1]}
    if letters and name.startswith(_AUSSCHUSS):
        called.add("".join(letters[1:]))
    return frozenset(each for each in called if 2 <= len(each) <= 5)


def says_committee(word: str) -> bool:
    """Whether a folded word says of itself that it names a committee."""
    return _COMMITTEES.search(word) is not None or bool(like_ausschuss(word))


def like_ausschuss(word: str) -> str:
    """The end of a word that was to be "ausschuss" ("auschuss", "asuschuss"), else nothing."""
    for length in (9, 8, 10):
        if len(word) > length + 2 and OSA.distance(word[-length:], _AUSSCHUSS) <= 1:
            return word[-length:]
    return ""


def stems_in_german(words: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """For each English word the parts of German names that it may mean; nothing if one is not known."""
    asked = [word for word in words if word not in _ENGLISH_HEADS]
    return tuple(_GERMAN[word] for word in asked) if all(word in _GERMAN for word in asked) else ()


def is_slip(asked: str, word: str) -> bool:
    """Whether only a slip of the pen lies between them: one in six letters or more, two in twelve, never the first."""
    allowed = 2 if len(asked) >= 12 else 1 if len(asked) >= 6 else 0
    return asked[:1] == word[:1] and _away(asked, word) <= allowed


def may_be_slip(asked: str, word: str) -> bool:
    """The same, a little further away: to be offered."""
    allowed = 3 if len(asked) >= 12 else 2 if len(asked) >= 7 else 1 if len(asked) >= 4 else 0
    return _away(asked, word) <= allowed


def _away(asked: str, word: str) -> int:
    """Letters wrong, missing, too many, or swapped; a word that only goes on is no further away."""
    begun = min((OSA.distance(asked, word[: len(asked) + more]) for more in (-1, 0, 1)), default=len(asked))
    return min(begun, OSA.distance(asked, word)) if len(asked) >= 5 else OSA.distance(asked, word)
