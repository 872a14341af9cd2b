"""Papers that are not finished: reckoned when something is read, asked by author or by what is followed."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from council.published.known import KnownPaper
from council.published.waiting import Waiting, reckoned
from council.published.way import Way
from storage.authors import author_by_row
from storage.instants import day, iso
from storage.papers import papers_by_rows
from storage.subscriptions import excluded_names
from storage.ways import way_of_paper

BY_AUTHOR = """
SELECT open_papers.paper, open_papers.since, open_papers.review_on, organizations.name AS organization
FROM json_each(:names) AS asked
CROSS JOIN authorships ON authorships.author = asked.value
CROSS JOIN open_papers ON open_papers.paper = authorships.paper
LEFT JOIN organizations ON organizations.id = open_papers.lies_in
"""
BY_ROW = """
SELECT open_papers.paper, open_papers.since, open_papers.review_on, organizations.name AS organization
FROM json_each(:rows) AS asked
CROSS JOIN open_papers ON open_papers.paper = asked.value
LEFT JOIN organizations ON organizations.id = open_papers.lies_in
"""
FORGET = "DELETE FROM open_papers WHERE paper = :paper"
WRITE = """
INSERT INTO open_papers (paper, body, lies_in, since, review_on)
SELECT :paper, :body, (SELECT id FROM organizations WHERE body = :body AND name = :organization), :since, :review_on
"""
FOLLOWED = "SELECT paper FROM subscriptions WHERE subscriber = :subscriber AND paper IS NOT NULL ORDER BY id"
FOLLOWED_NAMES = """
SELECT id, author FROM subscriptions WHERE subscriber = :subscriber AND author IS NOT NULL ORDER BY id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPaper:
    """A paper (our row) that is not finished."""

    row: int
    waiting: Waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPaper:
    """One of them with its way."""

    known: KnownPaper
    waiting: Waiting
    way: Way


def write_open(connection: sqlite3.Connection, known: KnownPaper, *, body: int, today: date) -> None:
    """What the paper waits for, in place of what was known. `today` is the day in the council's zone."""
    way = way_of_paper(connection, known)
    found = reckoned(known.paper, way, today=today) if known.paper.public else None
    connection.execute(FORGET, {"paper": known.row})
    waiting = found.waiting if found else None
    if found is None or waiting is None:
        return
    named = {
        "paper": known.row,
        "body": body,
        "organization": waiting.organization,
        "since": iso(waiting.since),
        "review_on": iso(found.review_on),
    }
    connection.execute(WRITE, named)


def open_papers_of(connection: sqlite3.Connection, names: Sequence[int], *, today: date) -> tuple[OpenPaper, ...]:
    """By an author's names (our rows), each paper once; those that wait longest first, then those of unknown age."""
    return _sorted(connection, connection.execute(BY_AUTHOR, {"names": json.dumps(list(names))}).fetchall(), today)


def open_papers_followed(connection: sqlite3.Connection, subscriber: int, *, today: date) -> tuple[OpenPaper, ...]:
    """The same of the papers and authors that a chat follows, those that rest too."""
    rows = [row["paper"] for row in connection.execute(FOLLOWED, {"subscriber": subscriber})]
    names = _followed_names(connection, subscriber)
    found = connection.execute(BY_ROW, {"rows": json.dumps(rows)}).fetchall()
    found += connection.execute(BY_AUTHOR, {"names": json.dumps(names)}).fetchall()
    return _sorted(connection, found, today)


def _followed_names(connection: sqlite3.Connection, subscriber: int) -> list[int]:
    """Without the aliases that the chat took out."""
    found: set[int] = set()
    for row in connection.execute(FOLLOWED_NAMES, {"subscriber": subscriber}).fetchall():
        known = author_by_row(connection, row["author"])
        found |= set(known.rows if known else ()) - excluded_names(connection, row["id"])
    return sorted(found)


def shown_papers(connection: sqlite3.Connection, papers: Iterable[OpenPaper]) -> tuple[ShownPaper, ...]:
    """In the order given, with what a page shows of each."""
    waiting = {each.row: each.waiting for each in papers}
    return tuple(
        ShownPaper(known=known, waiting=waiting[known.row], way=way_of_paper(connection, known))
        for known in papers_by_rows(connection, waiting)
    )


def _sorted(connection: sqlite3.Connection, rows: Sequence[sqlite3.Row], today: date) -> tuple[OpenPaper, ...]:
    once = {row["paper"]: row for row in rows}
    past = [row["paper"] for row in once.values() if row["review_on"] and row["review_on"] <= today.isoformat()]
    found = {row: Waiting(organization=each["organization"], since=day(each["since"])) for row, each in once.items()}
    for known in papers_by_rows(connection, past):
        # Time alone has changed it: a session is over, and the next one counts.
        now = reckoned(known.paper, way_of_paper(connection, known), today=today).waiting
        if now is None:
            del found[known.row]
        else:
            found[known.row] = now
    every = (OpenPaper(row=row, waiting=waiting) for row, waiting in found.items())
    return tuple(sorted(every, key=lambda each: (each.waiting.since or date.max, each.row)))
