"""Which authors somebody means who types a name: "Grüne", "SPD-Fraktion", "ute weiss"."""

from collections.abc import Sequence
from difflib import get_close_matches

from council.served.author_names import authors_in
from council.served.parties import core, party
from storage.authors import KnownAuthor
from storage.folding import WORD, words_to_ask
from storage.folding import fold as folded

_MOST_NEAR = 4
_NEAR_ENOUGH = 0.6


def meant_authors(text: str, authors: Sequence[KnownAuthor]) -> tuple[KnownAuthor, ...]:
    """Those of this very name, however their councils spell it; else those with words that begin so."""
    wanted = {each.key.partition(":")[2] for each in authors_in(text)} | {core(text)}
    exact = tuple(each for each in authors if _is_called(each, wanted))
    if exact:
        return exact
    asked = words_to_ask(text)
    return tuple(each for each in authors if asked and any(_begins(asked, spelled) for spelled in _spellings(each)))


def nearest_authors(text: str, authors: Sequence[KnownAuthor]) -> tuple[KnownAuthor, ...]:
    """At most four whose names look like it, the likest first."""
    spelled = {name: each for each in reversed(authors) for name in _looks(each)}
    hits = get_close_matches(_look(text[:100]), spelled, n=3 * _MOST_NEAR, cutoff=_NEAR_ENOUGH)
    return tuple({spelled[hit].row: spelled[hit] for hit in hits}.values())[:_MOST_NEAR]


def _looks(known: KnownAuthor) -> tuple[str, ...]:
    return tuple(_look(each) for each in _spellings(known))


def _look(name: str) -> str:
    """Without what all factions have in common."""
    return folded(core(name) or name)


def _is_called(known: KnownAuthor, wanted: set[str]) -> bool:
    for alias in known.author.aliases:
        kind, _, name = alias.key.partition(":")
        whole = name if kind == "name" else party(name, town=known.body.name)
        if any(name == each or (kind != "name" and whole == party(each, town=known.body.name)) for each in wanted):
            return True
    return False


def _begins(asked: Sequence[str], spelled: str) -> bool:
    words = WORD.findall(folded(spelled))
    return all(any(word.startswith(each) for word in words) for each in asked)


def _spellings(known: KnownAuthor) -> tuple[str, ...]:
    return (known.author.name, *(written for alias in known.author.aliases for written in alias.written))
