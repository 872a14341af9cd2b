"""Whose a paper is: by its published authors and its title; and the many spellings of one faction as one author."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from council.published.normalised import normalised
from council.published.papers import Paper
from council.served.author_names import Named, authors_in, faction_key
from council.served.author_titles import factions_of_title
from council.served.parties import FACTION_WORD, core, party


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorship:
    """One way in which a paper is somebody's. `key` is compared (council/served/author_names.py), `written` is what
    the council wrote, `in_title` where: in the title, else among the published authors.
    """

    key: str
    written: str
    in_title: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """How often a council wrote an author so."""

    key: str
    written: str
    papers: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """All spellings that are compared as one, most frequent first, and how many papers bear them."""

    key: str
    written: tuple[str, ...]
    papers: int

    @property
    def is_of_members(self) -> bool:
        return self.key.startswith("member:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """A faction with all its aliases, or one person or office. A proposal: who follows it confirms the aliases.

    `key` stands for all of them, those to come as well: of any alias `Grouping.of` tells it.
    """

    name: str
    aliases: tuple[Alias, ...]
    key: str

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(alias.key for alias in self.aliases)

    @property
    def spellings(self) -> tuple[str, ...]:
        """One of each alias, but those of members."""
        return tuple(alias.written[0] for alias in self.aliases if not alias.is_of_members)

    @property
    def member(self) -> str | None:
        """The name of a member whose own papers count too, if there are any."""
        return next((alias.written[0] for alias in self.aliases if alias.is_of_members), None)

    @property
    def is_faction(self) -> bool:
        return any(not alias.key.startswith("name:") for alias in self.aliases)


class Grouping:
    """Which aliases of a council are one author's. `factions` and `town` as in `proposed_authors`."""

    def __init__(self, *, factions: Iterable[str] = (), town: str = "") -> None:
        self._apart = _kept_apart(factions, town)
        self._town = town

    def of(self, key: str) -> str:
        """The author's key, of an alias' one."""
        kind, _, name = key.partition(":")
        if kind == "name":
            return key
        whole = party(name, town=self._town)
        return faction_key(name if whole in self._apart else whole)


def authorships(paper: Paper, *, factions: Collection[str] = ()) -> tuple[Authorship, ...]:
    """Why a paper is whose, published authors first, each key once. `factions` are cores of the council's own names:
    they are recognised in titles without the word "Fraktion".
    """
    published = [each for name in paper.originators for each in authors_in(name, known=factions)]
    titled = factions_of_title(paper.name, paper_type=paper.paper_type, known=factions)
    found: dict[str, Authorship] = {}
    for named, in_title in (*((each, False) for each in published), *((each, True) for each in titled)):
        found.setdefault(named.key, _authorship(named, in_title=in_title))
    return tuple(found.values())


def author_keys(paper: Paper, *, factions: Collection[str] = ()) -> tuple[str, ...]:
    """The keys by which a paper matches an author's aliases."""
    return tuple(each.key for each in authorships(paper, factions=factions))


def faction_names(organizations: Iterable[str]) -> tuple[str, ...]:
    """The cores of a council's published factions."""
    return tuple(dict.fromkeys(name for each in organizations if (name := core(each))))


def proposed_authors(
    spellings: Iterable[Spelling], *, factions: Sequence[str] = (), town: str = ""
) -> tuple[Author, ...]:
    """All authors of a council, those with most papers first. `factions` are its published factions' names, also of
    those without any paper; `town` is the council's name.

    Only the spellings of one party become one; where the council itself keeps two factions apart that look alike,
    they stay apart. Members' own papers belong to the faction they are named with, and to themselves.
    """
    every = [*spellings, *(Spelling(key=faction_key(core(each)), written=each, papers=0) for each in factions)]
    grouping = Grouping(factions=factions, town=town)
    groups: defaultdict[str, list[Spelling]] = defaultdict(list)
    for spelling in every:
        groups[grouping.of(spelling.key)].append(spelling)
    official = {faction_key(core(each)): each for each in reversed(factions)}
    authors = [_author(key, group, official) for key, group in groups.items()]
    return tuple(sorted(authors, key=lambda each: (-_papers(each), each.name.casefold())))


def _authorship(named: Named, *, in_title: bool) -> Authorship:
    return Authorship(key=named.key, written=named.written, in_title=in_title)


def _kept_apart(factions: Iterable[str], town: str) -> frozenset[str]:
    """Parties that several published factions of different names would be taken for."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for name in faction_names(factions):
        names[party(name, town=town)].add(name)
    return frozenset(each for each, cores in names.items() if len(cores) > 1)


def _author(key: str, spellings: Sequence[Spelling], official: dict[str, str]) -> Author:
    by_key: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for each in spellings:
        by_key[each.key][each.written] += each.papers
    aliases = sorted(
        (
            Alias(key=key, written=tuple(_frequent(written)), papers=sum(written.values()))
            for key, written in by_key.items()
        ),
        key=lambda each: (each.is_of_members, -each.papers, each.key),
    )
    named = next((official[each.key] for each in aliases if each.key in official), None)
    return Author(name=named or _best(by_key), aliases=tuple(aliases), key=key)


def _best(by_key: Mapping[str, Counter[str]]) -> str:
    """The most frequent name that says what it is, "GRÜNE-Fraktion"; a member's only where there is no other."""
    own = {key: written for key, written in by_key.items() if not key.startswith("member:")} or by_key
    every: Counter[str] = sum(own.values(), Counter())
    frequent = _frequent(every)
    return next((each for each in frequent if FACTION_WORD.search(normalised(each))), frequent[0])


def _frequent(written: Counter[str]) -> list[str]:
    return sorted(written, key=lambda each: (-written[each], each.casefold(), each))


def _papers(author: Author) -> int:
    return sum(alias.papers for alias in author.aliases)
