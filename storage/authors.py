"""Whose papers are: written with each paper, and asked as a council's authors."""

import json
import sqlite3
from dataclasses import dataclass

from council.published.bodies import Body
from council.published.papers import Paper
from council.served.authors import Author, Grouping, Spelling, authorships, faction_names, proposed_authors
from council.served.parties import FACTION_KINDS, is_party

NAME = "INSERT INTO author_names (body, key) VALUES (:body, :key) ON CONFLICT DO NOTHING"
NAME_ROW = "SELECT id FROM author_names WHERE body = :body AND key = :key"
OF_PAPER = "SELECT author FROM authorships WHERE paper = :paper"
FORGET = "DELETE FROM authorships WHERE paper = :paper"
WRITE = "INSERT INTO authorships (body, author, paper, written, in_title) VALUES (?, ?, ?, ?, ?)"
# A name that no public paper bears any more must not stay.
FORGET_NAMES = """
DELETE FROM author_names
WHERE id IN (SELECT value FROM json_each(:rows))
    AND NOT EXISTS (SELECT 1 FROM authorships WHERE authorships.author = author_names.id)
    AND NOT EXISTS (SELECT 1 FROM subscriptions WHERE subscriptions.author = author_names.id)
"""
FACTIONS = """
SELECT name FROM organizations
WHERE body = :body AND kind IN (SELECT value FROM json_each(:names))
ORDER BY end_date IS NOT NULL, id
"""
BODIES = "SELECT id, key, name, host FROM bodies ORDER BY id"
SPELLINGS = """
SELECT author_names.id, author_names.key, authorships.written, count(*) AS papers
FROM author_names CROSS JOIN authorships ON authorships.author = author_names.id
WHERE author_names.body = :body
GROUP BY author_names.id, authorships.written
ORDER BY author_names.id
"""
BODY_OF_NAME = "SELECT body FROM author_names WHERE id = :row"
BODY = "SELECT name FROM bodies WHERE id = :body"
IS_FOLLOWED = "SELECT 1 FROM subscriptions WHERE body = :body AND follow = 'author' LIMIT 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownAuthor:
    """An author of one council. `rows` are ours of its names (`keys`), the first one stands for it in buttons."""

    body: Body
    author: Author
    rows: tuple[int, ...]
    keys: tuple[str, ...]

    @property
    def row(self) -> int:
        return self.rows[0]

    def row_of(self, key: str) -> int | None:
        """Of one alias; None where no paper bears it."""
        return dict(zip(self.keys, self.rows, strict=True)).get(key)


def write_authors(connection: sqlite3.Connection, paper: Paper, *, row: int, body: int) -> None:
    """In place of what was known; nothing of a paper that is not public stays, its authors' names included."""
    former = [each["author"] for each in connection.execute(OF_PAPER, {"paper": row}).fetchall()]
    found = authorships(paper, factions=faction_names_of(connection, body)) if paper.public else ()
    connection.execute(FORGET, {"paper": row})
    rows = [(body, _name_row(connection, body, each.key), row, each.written, int(each.in_title)) for each in found]
    connection.executemany(WRITE, rows)
    if former:
        connection.execute(FORGET_NAMES, {"rows": json.dumps(former)})


def all_authors(connection: sqlite3.Connection, *, body: int | None = None) -> tuple[KnownAuthor, ...]:
    """With at least one public paper, by council (our row, or all), those with most papers first."""
    bodies = [row for row in connection.execute(BODIES).fetchall() if body is None or row["id"] == body]
    return tuple(known for row in bodies for known in _authors_of(connection, row))


def author_by_row(connection: sqlite3.Connection, row: int) -> KnownAuthor | None:
    """The author that one of our rows of names belongs to; None where no public paper bears it any more."""
    found = connection.execute(BODY_OF_NAME, {"row": row}).fetchone()
    if found is None:
        return None
    return next((each for each in all_authors(connection, body=found["body"]) if row in each.rows), None)


def grouping_of(connection: sqlite3.Connection, body: int) -> Grouping | None:
    """How a council's aliases (our row of it) are grouped; None where nobody follows any of its authors."""
    if connection.execute(IS_FOLLOWED, {"body": body}).fetchone() is None:
        return None
    town = connection.execute(BODY, {"body": body}).fetchone()["name"]
    return Grouping(factions=_factions(connection, body), town=town)


def faction_names_of(connection: sqlite3.Connection, body: int) -> tuple[str, ...]:
    """The council's published factions (our row of it) as compared, without the parties everybody knows."""
    return tuple(name for name in faction_names(_factions(connection, body)) if not is_party(name))


def _factions(connection: sqlite3.Connection, body: int) -> tuple[str, ...]:
    asked = {"body": body, "names": json.dumps(list(FACTION_KINDS))}
    return tuple(row["name"] for row in connection.execute(FACTIONS, asked))


def _name_row(connection: sqlite3.Connection, body: int, key: str) -> int:
    named = {"body": body, "key": key}
    connection.execute(NAME, named)
    return int(connection.execute(NAME_ROW, named).fetchone()["id"])


def _authors_of(connection: sqlite3.Connection, body: sqlite3.Row) -> list[KnownAuthor]:
    spellings = connection.execute(SPELLINGS, {"body": body["id"]}).fetchall()
    rows: dict[str, int] = {each["key"]: each["id"] for each in spellings}
    proposed = proposed_authors(
        [Spelling(key=each["key"], written=each["written"], papers=each["papers"]) for each in spellings],
        factions=_factions(connection, body["id"]),
        town=body["name"],
    )
    council = Body(key=body["key"], name=body["name"], host=body["host"])
    named = [(each, sorted(each.keys & rows.keys(), key=lambda key: rows[key])) for each in proposed]
    return [
        KnownAuthor(body=council, author=each, rows=tuple(rows[key] for key in keys), keys=tuple(keys))
        for each, keys in named
        if keys
    ]
