"""Which committees somebody means who types a part of a name: "Sozial", "Sozialausschuss", "soziales"."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from storage.folding import WORD, words_to_ask
from storage.folding import fold as folded

# What people put in or leave out without meaning anything by it.
_ENDINGS = ("ausschusses", "ausschuesse", "ausschuss", "gremium", "gremien")


class Named(Protocol):
    """Anything with a published name."""

    @property
    def name(self) -> str: ...


N = TypeVar("N", bound=Named)


def meant(text: str, committees: Sequence[N]) -> tuple[N, ...]:
    """Those of this very name; else those with words that begin so; else those that hold the words anywhere.

    "Sozialausschuss" finds "Ausschuss für Soziales, Bildung und Integration".
    """
    asked = words_to_ask(text)
    if not asked:
        return ()
    whole = _plain(text)
    exact = tuple(each for each in committees if _plain(each.name) == whole)
    if exact:
        return exact
    stems = tuple(stem for word in asked if (stem := _stem(word)))
    begun = tuple(each for each in committees if stems and all(_begins(stem, each.name) for stem in stems))
    return begun or tuple(each for each in committees if all(part in folded(each.name) for part in stems or asked))


def _plain(text: str) -> str:
    return " ".join(WORD.findall(folded(text)))


def _stem(word: str) -> str:
    """The word without "ausschuss" at its end, and without the s that joins the two ("Mobilitätsausschuss")."""
    for ending in _ENDINGS:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            return stem.removesuffix("s") if len(stem) > 4 else stem
    return word


def _begins(stem: str, name: str) -> bool:
    return any(word.startswith(stem) for word in WORD.findall(folded(name)))
