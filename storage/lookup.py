"""Papers by what people know of them: a number, however written, or a link."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from council.published.bodies import Body
from council.published.known import KnownPaper
from council.published.links import LinkKind
from council.published.numbers import near_misses, parents, reference_key
from storage.cleaning import storable_text
from storage.papers import papers_by_rows

MOST_CANDIDATES = 20
MOST_EXACT = 8
MOST_FAMILY = 8
MOST_NEAREST = 3
MOST_BY_LINK = 5

BY_REFERENCE = """
SELECT papers.id, papers.reference_key
FROM json_each(:keys) AS asked
CROSS JOIN papers ON papers.reference_key = asked.value
JOIN bodies ON bodies.id = papers.body
WHERE papers.public AND (:body IS NULL OR bodies.key = :body)
ORDER BY asked.key, papers.newest_on DESC, papers.id DESC
LIMIT :most
"""
# '-', '.' and '/' are neighbours in ASCII and '0' comes next: one range holds every numbered member of a family,
# a second those with a letter ("22-1703b"; '{' comes after 'z').
MEMBERS = """
SELECT papers.id
FROM papers JOIN bodies ON bodies.id = papers.body
WHERE (
        (papers.reference_key >= :reference || '-' AND papers.reference_key < :reference || '0')
        OR (papers.reference_key >= :reference || 'a' AND papers.reference_key < :reference || '{')
    )
    AND papers.public AND (:body IS NULL OR bodies.key = :body)
ORDER BY papers.reference_key
LIMIT :most
"""
BELOW = """
SELECT papers.id, papers.reference_key
FROM papers JOIN bodies ON bodies.id = papers.body
WHERE papers.reference_key >= :prefix AND papers.reference_key < :reference
    AND papers.public AND (:body IS NULL OR bodies.key = :body)
ORDER BY papers.reference_key DESC
LIMIT :most
"""
ABOVE = """
SELECT papers.id, papers.reference_key
FROM papers JOIN bodies ON bodies.id = papers.body
WHERE papers.reference_key > :reference AND papers.reference_key < :end
    AND papers.public AND (:body IS NULL OR bodies.key = :body)
ORDER BY papers.reference_key
LIMIT :most
"""
NEAR = """
SELECT papers.id, papers.reference, papers.name, bodies.key, bodies.name AS body_name, bodies.host
FROM json_each(:rows) AS asked
CROSS JOIN papers ON papers.id = asked.value
JOIN bodies ON bodies.id = papers.body
ORDER BY asked.key
"""
# CROSS JOIN: from the few bodies to the many rows, whatever SQLite guesses of their numbers.
BY_PAPER_KEY = """
SELECT papers.id FROM bodies CROSS JOIN papers ON papers.body = bodies.id
WHERE bodies.host = :host AND papers.key = :key
"""
BY_MEETING = """
SELECT DISTINCT papers.id
FROM bodies
CROSS JOIN consultations ON consultations.body = bodies.id
JOIN papers ON papers.id = consultations.paper
WHERE bodies.host = :host AND consultations.meeting = :key AND papers.public
ORDER BY papers.id
LIMIT :most
"""
BY_AGENDA_ITEM = """
SELECT DISTINCT papers.id
FROM bodies
CROSS JOIN consultations ON consultations.body = bodies.id
JOIN papers ON papers.id = consultations.paper
WHERE bodies.host = :host AND consultations.agenda_item = :key AND papers.public
ORDER BY papers.id
LIMIT :most
"""
BY_LINK = {LinkKind.PAPER: BY_PAPER_KEY, LinkKind.AGENDA: BY_MEETING, LinkKind.ITEM: BY_AGENDA_ITEM}


@dataclass(frozen=True, slots=True, kw_only=True)
class NearPaper:
    """A paper that may have been meant: enough for a button."""

    row: int
    body: Body
    reference: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a number led to. At most one of the three holds anything.

    `exact`: papers of this very number, of several councils perhaps, newest first. `family`: only its parents
    (nearest first) or parts are stored. `nearest`: numbers a typing slip away, then neighbours.
    """

    exact: tuple[KnownPaper, ...] = ()
    family: tuple[KnownPaper, ...] = ()
    nearest: tuple[NearPaper, ...] = ()


def look_up(connection: sqlite3.Connection, candidates: Sequence[str], *, body: str | None = None) -> Found:
    """What is stored under the first candidate that hits, or close to them. `body` is a council's key."""
    references = [storable_text(candidate) for candidate in candidates[:MOST_CANDIDATES]]
    references = [reference for reference in references if reference_key(reference)]
    council = None if body is None else storable_text(body)
    exact = _exact(connection, references, council)
    if exact:
        return Found(exact=papers_by_rows(connection, exact))
    family = _family(connection, references, council)
    if family:
        return Found(family=papers_by_rows(connection, family))
    return Found(nearest=_nearest(connection, references[:1], council))


def look_up_link(connection: sqlite3.Connection, host: str, kind: LinkKind, key: str) -> tuple[KnownPaper, ...]:
    """The paper behind a link, or some papers of the agenda item or session it leads to."""
    asked = {"host": storable_text(host).lower(), "key": storable_text(key), "most": MOST_BY_LINK}
    return papers_by_rows(connection, _rows(connection.execute(BY_LINK[kind], asked)))


def _exact(connection: sqlite3.Connection, references: list[str], body: str | None) -> list[int]:
    found = _by_references(connection, references, body, most=MOST_EXACT)
    if not found:
        return []
    first = found[0]["reference_key"]
    return [row["id"] for row in found if row["reference_key"] == first]


def _family(connection: sqlite3.Connection, references: list[str], body: str | None) -> list[int]:
    ancestors = [parent for reference in references for parent in parents(reference)]
    rows = _rows(_by_references(connection, ancestors, body, most=MOST_FAMILY))
    for reference in references:
        asked = {"reference": reference_key(reference), "body": body, "most": MOST_FAMILY}
        rows += _rows(connection.execute(MEMBERS, asked))
    return list(dict.fromkeys(rows))[:MOST_FAMILY]


def _nearest(connection: sqlite3.Connection, references: list[str], body: str | None) -> tuple[NearPaper, ...]:
    rows: list[int] = []
    for reference in references:
        rows += _rows(_by_references(connection, near_misses(reference), body, most=MOST_NEAREST))
        if len(rows) < MOST_NEAREST:
            rows += _neighbours(connection, reference_key(reference), body)
    wanted = json.dumps(list(dict.fromkeys(rows))[:MOST_NEAREST])
    return tuple(
        NearPaper(
            row=row["id"],
            body=Body(key=row["key"], name=row["body_name"], host=row["host"]),
            reference=row["reference"],
            name=row["name"],
        )
        for row in connection.execute(NEAR, {"rows": wanted})
    )


def _neighbours(connection: sqlite3.Connection, reference: str, body: str | None) -> list[int]:
    """The numbers next to it within its series ("20-"), below and above in turn; none without a series."""
    series = reference[: max(reference.rfind(sign) for sign in "-/.") + 1]
    if not series:
        return []
    end = series[:-1] + chr(ord(series[-1]) + 1)
    asked = {"reference": reference, "prefix": series, "end": end, "body": body, "most": MOST_NEAREST}
    below = _rows(connection.execute(BELOW, asked))
    above = _rows(connection.execute(ABOVE, asked))
    return [row for pair in zip_longest(below, above) for row in pair if row is not None]


def _by_references(
    connection: sqlite3.Connection, references: Iterable[str], body: str | None, *, most: int
) -> list[sqlite3.Row]:
    keys = json.dumps(list(dict.fromkeys(reference_key(reference) for reference in references)))
    return connection.execute(BY_REFERENCE, {"keys": keys, "body": body, "most": most}).fetchall()


def _rows(found: Iterable[sqlite3.Row]) -> list[int]:
    return [int(row["id"]) for row in found]
