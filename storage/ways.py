"""A paper's way, asked in one hop: its stops with the stored sessions they belong to."""

import sqlite3
from collections.abc import Iterable
from dataclasses import replace

from council.published.known import KnownPaper
from council.published.way import Way, way_of, with_way
from storage.meetings import StoredMeeting, load_meetings

# By the session's key, by the item's, by the paper's number on an agenda; and all of the day where a stop tells no key.
OF_PAPER = """
SELECT meetings.id
FROM consultations
CROSS JOIN meetings ON meetings.body = consultations.body AND meetings.key = consultations.meeting
WHERE consultations.paper = :row
UNION
SELECT agenda_items.meeting
FROM consultations
CROSS JOIN agenda_items ON agenda_items.body = consultations.body AND agenda_items.key = consultations.agenda_item
WHERE consultations.paper = :row
UNION
SELECT agenda_items.meeting
FROM papers
CROSS JOIN agenda_items
    ON agenda_items.reference_key = papers.reference_key AND agenda_items.body = papers.body
WHERE papers.id = :row AND papers.reference_key <> ''
UNION
SELECT meetings.id
FROM consultations
CROSS JOIN meetings ON meetings.body = consultations.body AND meetings.day = consultations.date
WHERE consultations.paper = :row AND consultations.meeting IS NULL
"""


def way_of_paper(connection: sqlite3.Connection, known: KnownPaper) -> Way:
    """The stops of a stored paper, oldest first, with what its sessions and agendas say of them."""
    return way_of(known.paper, (each.known for each in sessions_of_paper(connection, known.row)))


def as_they_stand(connection: sqlite3.Connection, papers: Iterable[KnownPaper]) -> tuple[KnownPaper, ...]:
    """For lists that tell only where each one stands: the papers as `standing` is to see them."""
    return tuple(replace(known, paper=with_way(known.paper, way_of_paper(connection, known))) for known in papers)


def sessions_of_paper(connection: sqlite3.Connection, row: int) -> tuple[StoredMeeting, ...]:
    """Stored sessions of its council that a paper's stops may belong to, also what is not public (nameless then).

    Rather too many than too few: others of the same day may be among them. `row` is our number for the paper.
    """
    return load_meetings(connection, [found["id"] for found in connection.execute(OF_PAPER, {"row": row})])
