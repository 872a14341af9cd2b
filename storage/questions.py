"""Whole questions from the chat, each answered in one hop to the database's thread."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from council.published.known import KnownPaper
from council.published.links import Link
from council.published.numbers import Mention, reference_key
from council.published.way import Way
from storage.instants import instant_or_none
from storage.lookup import Found, look_up, look_up_link
from storage.papers import paper_by_row
from storage.ways import way_of_paper

_MOST_RELATIVES = 6

RELATIVES = """
SELECT papers.id, papers.reference
FROM papers AS asked
JOIN papers ON papers.body = asked.body AND papers.public AND papers.id <> asked.id
WHERE asked.id = :row AND papers.reference_key IN (
    SELECT value FROM json_each(:keys)
)
ORDER BY papers.newest_on DESC, papers.id DESC
LIMIT :most
"""
# What belongs to a paper without the paper saying so: an answer bears its number and a suffix.
PARTS = """
SELECT papers.id, papers.reference
FROM papers AS asked
JOIN papers ON papers.body = asked.body AND papers.public AND papers.id <> asked.id
    AND papers.reference_key >= asked.reference_key || '.' AND papers.reference_key < asked.reference_key || '/'
WHERE asked.id = :row
ORDER BY papers.reference_key
LIMIT :most
"""
EXAMPLE = "SELECT id, reference FROM papers WHERE public AND reference <> '' ORDER BY id LIMIT 1"
BODIES = "SELECT name FROM bodies WHERE EXISTS (SELECT 1 FROM papers WHERE papers.body = bodies.id AND papers.public)"
CAN_LOOK_UP = "SELECT 1 FROM sources WHERE can_look_up AND coalesce(may_read, 1) LIMIT 1"
FAILING = """
SELECT min(failing_since) AS since FROM sources
WHERE body = (SELECT body FROM papers WHERE id = :row) AND kind <> 'files'
HAVING count(*) = count(failing_since)
"""
COUNT = "SELECT count(*) FROM papers WHERE public"


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What a pasted link led to."""

    link: Link
    papers: tuple[KnownPaper, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """One message's links and numbers, in its order; `can_look_up`: some council can be asked for what is missing."""

    links: tuple[Linked, ...]
    mentions: tuple[Found, ...]
    can_look_up: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedPaper:
    """A paper, its way with what sessions say of it, and the stored members of its family, as (row, reference),
    newest first.

    `failing_since` (UTC): since when none of its council's systems answers; None while one does, or none is read.
    """

    known: KnownPaper
    way: Way
    relatives: tuple[tuple[int, str], ...]
    failing_since: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What there is at all: public papers, the names of their councils, and the first paper as an example."""

    papers: int
    bodies: tuple[str, ...]
    example_row: int | None
    example_reference: str | None


def look_up_all(connection: sqlite3.Connection, links: Sequence[Link], mentions: Sequence[Mention]) -> Looked:
    """Everything one message asked for."""
    return Looked(
        links=tuple(
            Linked(link=link, papers=look_up_link(connection, link.host, link.kind, link.key)) for link in links
        ),
        mentions=tuple(look_up(connection, mention.candidates) for mention in mentions),
        can_look_up=connection.execute(CAN_LOOK_UP).fetchone() is not None,
    )


def open_row(connection: sqlite3.Connection, row: int) -> OpenedPaper | None:
    """A paper by our number for it; None where it is not there or not public."""
    known = paper_by_row(connection, row)
    return None if known is None else opened(connection, known)


def open_reference(connection: sqlite3.Connection, body: str, reference: str) -> OpenedPaper | None:
    """One council's paper by its exact number."""
    exact = look_up(connection, (reference,), body=body).exact
    return opened(connection, exact[0]) if exact else None


def stored(connection: sqlite3.Connection) -> Stored:
    """What there is at all."""
    example = connection.execute(EXAMPLE).fetchone()
    return Stored(
        papers=int(connection.execute(COUNT).fetchone()[0]),
        bodies=tuple(str(row["name"]) for row in connection.execute(BODIES)),
        example_row=example and int(example["id"]),
        example_reference=example and str(example["reference"]),
    )


def opened(connection: sqlite3.Connection, known: KnownPaper) -> OpenedPaper:
    """A paper that a look-up has loaded already, with what its card needs besides."""
    failing = connection.execute(FAILING, {"row": known.row}).fetchone()
    return OpenedPaper(
        known=known,
        way=way_of_paper(connection, known),
        relatives=relatives_of(connection, known),
        failing_since=instant_or_none(failing["since"]) if failing else None,
    )


def relatives_of(connection: sqlite3.Connection, known: KnownPaper) -> tuple[tuple[int, str], ...]:
    """Stored members of its family, as (row, reference), newest first; some of them where there are many."""
    named = [known.paper.parent or "", *known.paper.related]
    asked = {
        "row": known.row,
        "keys": json.dumps([reference_key(reference) for reference in named if reference]),
        "most": _MOST_RELATIVES,
    }
    rows = [*connection.execute(RELATIVES, asked), *connection.execute(PARTS, asked)]
    found = {int(row["id"]): str(row["reference"]) for row in rows}
    return tuple(found.items())[:_MOST_RELATIVES]
