"""Which committees somebody means: "Sozial", "Sozialausschuss", "BV", "social committee", "Sozialauschuss"."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from handlers.committee_spellings import initials, is_slip, like_ausschuss, may_be_slip, says_committee, stems_in_german
from storage.folding import STOP_WORDS, WORD, words_to_ask
from storage.folding import fold as folded

# What people put in or leave out without meaning anything by it.
_ENDINGS = ("ausschusses", "ausschuesse", "ausschuss", "gremium", "gremien")
_MOST_NEAR = 2
_SHORTEST_PART = 5


class Named(Protocol):
    """Anything with a published name."""

    @property
    def name(self) -> str: ...


N = TypeVar("N", bound=Named)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Generic[N]):
    """`found` are those that are meant. Where there are none, `near` may be: to be offered, never to be taken.

    `is_named`: the words say that they mean a committee ("Sozialausschuss", "BV"); "Sozial" may be a topic.
    """

    found: tuple[N, ...] = ()
    near: tuple[N, ...] = ()
    is_named: bool = False


def meant(text: str, committees: Sequence[N]) -> tuple[N, ...]:
    """Those that somebody means; empty where nobody can say."""
    return choose(text, committees).found


def choose(text: str, committees: Sequence[N]) -> Choice[N]:
    """Those of this very name; else with words that begin so; else that hold the words anywhere; else of these
    initials; else whose German words are those asked in English; else the only one that is a slip of the pen away.

    "Sozialausschuss" finds "Ausschuss für Soziales, Bildung und Integration".
    """
    asked = words_to_ask(text)
    if not asked:
        return Choice()
    whole = _plain(text)
    exact = tuple(each for each in committees if _plain(each.name) == whole)
    if exact:
        return Choice(found=exact, is_named=True)
    called = _of_initials(asked, committees)
    is_named = bool(called) or any(says_committee(word) for word in WORD.findall(folded(text)))
    # Letters that name a committee are rather that than the beginning of a word.
    found = called or _of_words(asked, committees) or _in_english(asked, committees)
    if found:
        return Choice(found=found, is_named=is_named)
    slips, near = _of_slips(asked, committees)
    return Choice(found=slips, near=near, is_named=is_named)


def _of_words(asked: Sequence[str], committees: Sequence[N]) -> tuple[N, ...]:
    stems = tuple(stem for word in asked if (stem := _stem(word)))
    begun = tuple(each for each in committees if stems and all(_begins(stem, each.name) for stem in stems))
    # "Rat" stands in "Integration", too.
    parts = stems or asked
    if begun or any(len(part) < _SHORTEST_PART for part in parts):
        return begun
    return tuple(each for each in committees if all(part in folded(each.name) for part in parts))


def _of_initials(asked: Sequence[str], committees: Sequence[N]) -> tuple[N, ...]:
    if len(asked) != 1 or asked[0] in STOP_WORDS:
        return ()
    return tuple(each for each in committees if asked[0] in initials(_plain(each.name)))


def _in_english(asked: Sequence[str], committees: Sequence[N]) -> tuple[N, ...]:
    german = stems_in_german(asked)
    return tuple(
        each
        for each in committees
        if german and all(any(stem in folded(each.name) for stem in stems) for stems in german)
    )


def _of_slips(asked: Sequence[str], committees: Sequence[N]) -> tuple[tuple[N, ...], tuple[N, ...]]:
    """The one that only a slip keeps away, and those that may be meant. Two names a slip away are a guess."""
    stems = tuple(stem for word in asked if (stem := _stem(word)))
    sure = tuple(each for each in committees if stems and _all_near(stems, each, surely=True))
    near = tuple(each for each in committees if stems and _all_near(stems, each, surely=False))
    names = {_plain(each.name) for each in near}
    if sure and len(names) == 1:
        return sure, ()
    return (), (near if len(names) <= _MOST_NEAR else ())


def _all_near(stems: Sequence[str], one: Named, *, surely: bool) -> bool:
    words = WORD.findall(folded(one.name))
    spelled = tuple(dict.fromkeys((*words, *(stem for word in words if (stem := _stem(word))))))
    close = is_slip if surely else may_be_slip
    return all(any(word.startswith(stem) or close(stem, word) for word in spelled) for stem in stems)


def _plain(text: str) -> str:
    return " ".join(WORD.findall(folded(text)))


def _stem(word: str) -> str:
    """The word without "ausschuss" at its end, and without the s that joins the two ("Mobilitätsausschuss")."""
    for ending in _ENDINGS:
        if word.endswith(ending):
            return _without_joint(word.removesuffix(ending))
    ending = like_ausschuss(word)
    return _without_joint(word.removesuffix(ending)) if ending else word


def _without_joint(stem: str) -> str:
    return stem.removesuffix("s") if len(stem) > 4 else stem


def _begins(stem: str, name: str) -> bool:
    return any(word.startswith(stem) for word in WORD.findall(folded(name)))
