"""Search by words. Every question reads a bounded number of index rows, whatever its words are."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from council.published.known import KnownPaper
from storage.folding import words_to_ask
from storage.indexing import facet, row_of
from storage.papers import papers_by_rows
from storage.ways import as_they_stand

WINDOW = 200  # index rows looked at, for titles and for texts
RARE = 100  # a word in fewer papers is worth ranking; to rank a frequent one SQLite reads all its papers
SHORTEST_PART = 3  # the trigram index knows nothing shorter
SHORTEST_STEM = 5  # the prefix index of migrations/0001_papers.sql begins here
MOST_HITS = 50  # a page

IN_TITLES = """
SELECT rowid FROM paper_titles WHERE paper_titles MATCH :question ORDER BY rowid DESC LIMIT :window
"""
IN_TEXTS = """
SELECT rowid FROM paper_texts WHERE paper_texts MATCH :question ORDER BY rowid DESC LIMIT :window
"""
RANKED = """
SELECT rowid, facets FROM paper_texts WHERE paper_texts MATCH :question ORDER BY rank, rowid DESC LIMIT :window
"""
HOW_MANY = """
SELECT count(*) FROM (SELECT 1 FROM paper_texts WHERE paper_texts MATCH :question LIMIT :limit)
"""
HOW_MANY_TITLES = """
SELECT count(*) FROM (SELECT 1 FROM paper_titles WHERE paper_titles MATCH :question LIMIT :limit)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a search is narrowed to. `body` is a council's key, `year` one in which the paper was dated or
    consulted, `paper_type` and `organization` are published names.
    """

    body: str | None = None
    year: int | None = None
    paper_type: str | None = None
    organization: str | None = None

    def facets(self) -> tuple[str, ...]:
        """As the index writes them."""
        year = None if self.year is None else str(self.year)
        wanted = (("b", self.body), ("y", year), ("t", self.paper_type), ("o", self.organization))
        return tuple(facet(kind, value) for kind, value in wanted if value is not None)


EVERYTHING = Filters()


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """One page of hits: words in the title first, then words in the text.

    Hits are as `standing` is to see them. `total` is `None` if there are more than we counted. `loosened`: nothing
    had all the words, these have some.
    """

    hits: tuple[KnownPaper, ...] = ()
    more: bool = False
    total: int | None = 0
    loosened: bool = False


def search(
    connection: sqlite3.Connection,
    words: str,
    *,
    offset: int = 0,
    limit: int = 5,
    filters: Filters = EVERYTHING,
) -> SearchPage:
    """Public papers with all the words, also inside longer words of a title; newest first unless ranked.

    Any text may be asked.
    """
    facets = filters.facets()
    asked = words_to_ask(words)
    found, whole = _numbers(connection, asked, facets)
    loosened = False
    if not found and len(asked) > 1:
        found, whole = _loosely(connection, asked, facets)
        loosened = bool(found)
    start = max(offset, 0)
    end = start + min(max(limit, 1), MOST_HITS)
    return SearchPage(
        hits=as_they_stand(connection, papers_by_rows(connection, map(row_of, found[start:end]))),
        more=len(found) > end,
        total=len(found) if whole else None,
        loosened=loosened,
    )


def _numbers(connection: sqlite3.Connection, words: Sequence[str], facets: Sequence[str]) -> tuple[list[int], bool]:
    """Index numbers of the hits, and whether these are all."""
    if not words:
        return [], True
    in_title = _in_titles(connection, words, facets)
    in_text = _in_texts(connection, words, facets)
    found = list(dict.fromkeys((*in_title, *in_text)))
    return found, len(in_title) < WINDOW and len(in_text) < WINDOW


def _loosely(connection: sqlite3.Connection, words: Sequence[str], facets: Sequence[str]) -> tuple[list[int], bool]:
    """With the words that are known at all, and at last with the rarest of them alone."""
    counted = [(max(_how_many(connection, word), _how_many_titles(connection, word)), word) for word in words]
    known = sorted((count, word) for count, word in counted if count)
    if 0 < len(known) < len(words):
        found, whole = _numbers(connection, [word for _, word in known], facets)
        if found:
            return found, whole
    return _numbers(connection, [word for _, word in known[:1]], facets)


def _in_titles(connection: sqlite3.Connection, words: Sequence[str], facets: Sequence[str]) -> list[int]:
    if all(len(word) >= SHORTEST_PART for word in words):
        question = _question("title", [_quoted(word) for word in words], facets)
        return _asked(connection, IN_TITLES, question)
    return _asked(connection, IN_TEXTS, _question("title", [_term(word) for word in words], facets))


def _in_texts(connection: sqlite3.Connection, words: Sequence[str], facets: Sequence[str]) -> list[int]:
    terms = [_term(word) for word in words]
    if any(_how_many(connection, word) >= RARE for word in words):
        return _asked(connection, IN_TEXTS, _question("title text", terms, facets))
    # SQLite's ranking reads every paper of every word asked, of the facets too: those are compared here.
    asked = {"question": _question("title text", terms, ()), "window": WINDOW}
    ranked = connection.execute(RANKED, asked)
    return [row["rowid"] for row in ranked if all(each in row["facets"] for each in facets)]


def _how_many(connection: sqlite3.Connection, word: str) -> int:
    """In how many papers the word stands, counted up to RARE."""
    asked = {"question": _question("title text", [_term(word)], ()), "limit": RARE}
    return int(connection.execute(HOW_MANY, asked).fetchone()[0])


def _how_many_titles(connection: sqlite3.Connection, word: str) -> int:
    """In how many titles the word stands, inside longer words too, counted up to RARE."""
    if len(word) < SHORTEST_PART:
        return 0
    asked = {"question": _question("title", [_quoted(word)], ()), "limit": RARE}
    return int(connection.execute(HOW_MANY_TITLES, asked).fetchone()[0])


def _asked(connection: sqlite3.Connection, sql: str, question: str) -> list[int]:
    return [row["rowid"] for row in connection.execute(sql, {"question": question, "window": WINDOW})]


def _question(columns: str, terms: Sequence[str], facets: Sequence[str]) -> str:
    """FTS5's query language (sqlite.org/fts5.html, section 3); what people typed stands in quotes only."""
    parts = [f"{{{columns}}} : ({' AND '.join(terms)})"]
    parts += [f"facets : {_quoted(each)}" for each in facets]
    return " AND ".join(parts)


def _term(word: str) -> str:
    return f"{_quoted(word)} *" if len(word) >= SHORTEST_STEM else _quoted(word)


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'
