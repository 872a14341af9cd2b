"""Whose followers hear of a paper: what is stored of its family, for many papers in few questions."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from council.published.meetings import AgendaItem
from council.published.numbers import reference_key
from council.published.papers import Paper
from council.served.concerns import family_keys, reference_keys
from council.served.subscribers import Follow
from storage.authors import grouping_of

BY_REFERENCES = """
SELECT papers.id, papers.body, papers.reference, papers.reference_key, papers.key, papers.parent
FROM json_each(:keys) AS asked
CROSS JOIN papers ON papers.reference_key = asked.value AND papers.body = :body
WHERE papers.public AND papers.reference_key <> ''
ORDER BY papers.newest_on DESC, papers.id DESC
"""
BY_KEYS = """
SELECT papers.id, papers.body, papers.reference, papers.reference_key, papers.key, papers.parent
FROM json_each(:keys) AS asked CROSS JOIN papers ON papers.body = :body AND papers.key = asked.value
WHERE papers.public
"""
BY_ROWS = """
SELECT papers.id, papers.body, papers.reference, papers.reference_key, papers.key, papers.parent
FROM json_each(:rows) AS asked CROSS JOIN papers ON papers.id = asked.value
WHERE papers.public
"""
# Of a paper, and of what it answers or supplements.
AUTHORS = """
SELECT asked.key AS place, author_names.id, author_names.key
FROM json_each(:papers) AS asked
CROSS JOIN papers ON papers.id = json_extract(asked.value, '$[0]')
CROSS JOIN authorships ON authorships.paper = papers.id
JOIN author_names ON author_names.id = authorships.author
UNION
SELECT asked.key, author_names.id, author_names.key
FROM json_each(:papers) AS asked
CROSS JOIN papers ON papers.reference_key = json_extract(asked.value, '$[1]') AND papers.body = :body AND papers.public
CROSS JOIN authorships ON authorships.paper = papers.id
JOIN author_names ON author_names.id = authorships.author
"""
RELATED = """
SELECT related.paper, related.reference FROM json_each(:rows) AS asked CROSS JOIN related ON related.paper = asked.value
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyAuthor:
    """Whose followers hear of a paper: the author's key, and our row of the alias under which it is theirs."""

    key: str
    alias: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A stored public paper, and the keys whose followers hear of it (council/served/concerns.py), its own first.

    `authors` are those of the paper and of what it answers, where anybody follows authors.
    """

    row: int
    reference_key: str
    paper_key: str | None
    keys: tuple[str, ...]
    authors: tuple[FamilyAuthor, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPaper:
    """The paper of an agenda item: our row, if it is stored, and the keys whose followers hear of it."""

    row: int | None
    keys: tuple[str, ...]
    authors: tuple[FamilyAuthor, ...] = ()


class Families:
    """The papers of many items of one council's agendas, asked for at once. `body` is our row of the council."""

    def __init__(self, connection: sqlite3.Connection, items: Iterable[AgendaItem], *, body: int) -> None:
        named = [item for item in items if item.public]
        references = {reference_key(item.paper) for item in named if item.paper}
        found = _families(
            connection,
            [
                *connection.execute(BY_KEYS, {"keys": _listed(item.paper_id for item in named), "body": body}),
                *connection.execute(BY_REFERENCES, {"keys": _listed(references), "body": body}),
            ],
        )
        self._by_key = {each.paper_key: each for each in reversed(found) if each.paper_key}
        # Several papers may bear one number: the newest is meant.
        self._by_reference = {each.reference_key: each for each in reversed(found) if each.reference_key}

    def of(self, item: AgendaItem) -> ItemPaper | None:
        """None for an item that is about no paper, or not public."""
        reference = reference_key(item.paper or "")
        if not item.public or not (reference or item.paper_id):
            return None
        family = self._by_key.get(item.paper_id or "") or self._by_reference.get(reference)
        own = reference_keys(item.paper or "") if reference else ()
        keys = (*own, *(family.keys if family else ()))
        return ItemPaper(
            row=family.row if family else None,
            keys=tuple(dict.fromkeys(filter(None, keys))),
            authors=family.authors if family else (),
        )


def followed_as(paper: Family | ItemPaper) -> Iterator[tuple[Follow, str]]:
    """By what a chat may follow it: all that one of its family, or an author, is followed as.

    Chats that took an alias out of their author are among its followers; storage/following.py knows better.
    """
    yield from ((Follow.PAPER, key) for key in paper.keys)
    yield from ((Follow.AUTHOR, author.key) for author in paper.authors)


def families_of(connection: sqlite3.Connection, rows: Iterable[int]) -> tuple[Family, ...]:
    """Of these papers, by our rows; the public ones among them."""
    return _families(connection, connection.execute(BY_ROWS, {"rows": json.dumps(list(rows))}).fetchall())


def families_by_reference(connection: sqlite3.Connection, reference: str, *, body: int) -> tuple[Family, ...]:
    """Of the papers that bear this number, newest first."""
    asked = {"keys": _listed([reference_key(reference)]), "body": body}
    return _families(connection, connection.execute(BY_REFERENCES, asked).fetchall())


def _families(connection: sqlite3.Connection, papers: Sequence[sqlite3.Row]) -> tuple[Family, ...]:
    related: defaultdict[int, list[str]] = defaultdict(list)
    for row in connection.execute(RELATED, {"rows": json.dumps([paper["id"] for paper in papers])}):
        related[row["paper"]].append(row["reference"])
    authors = _authors(connection, papers)
    return tuple(
        Family(
            row=paper["id"],
            authors=tuple(authors[paper["id"]]),
            reference_key=paper["reference_key"],
            paper_key=paper["key"],
            keys=family_keys(
                Paper(
                    reference=paper["reference"],
                    name="",
                    public=True,
                    parent=paper["parent"],
                    related=tuple(related[paper["id"]]),
                ),
                paper["id"],
            ),
        )
        for paper in papers
    )


def _authors(connection: sqlite3.Connection, papers: Sequence[sqlite3.Row]) -> defaultdict[int, list[FamilyAuthor]]:
    """By paper. Nothing is asked of councils whose authors nobody follows."""
    found: defaultdict[int, list[FamilyAuthor]] = defaultdict(list)
    for body in {paper["body"] for paper in papers}:
        grouping = grouping_of(connection, body)
        if grouping is None:
            continue
        named = [paper for paper in papers if paper["body"] == body]
        answered = [(paper["id"], key) for paper in named for key in ("", *_answered(paper))]
        for row in connection.execute(AUTHORS, {"papers": json.dumps(answered), "body": body}):
            author = FamilyAuthor(key=grouping.of(row["key"]), alias=row["id"])
            known = found[answered[row["place"]][0]]
            known += [] if author in known else [author]
    return found


def _answered(paper: sqlite3.Row) -> tuple[str, ...]:
    """As compared: what it supplements by its number, and what its page names."""
    return tuple(filter(None, (*reference_keys(paper["reference"])[1:], reference_key(paper["parent"] or ""))))


def _listed(keys: Iterable[str | None]) -> str:
    return json.dumps(sorted({key for key in keys if key}))
