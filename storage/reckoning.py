"""What is reckoned from stored papers and sessions, in step with them: whose papers are, what is not finished."""

import json
import sqlite3
from collections.abc import Iterable
from datetime import date

from storage.authors import write_authors
from storage.open_papers import write_open
from storage.papers import load_papers

BODIES = "SELECT id, body FROM papers WHERE id IN (SELECT value FROM json_each(:rows))"
# Papers whose stops or whose numbers on its agenda lead to this session (storage/ways.py asks the other way round).
OF_MEETING = """
SELECT consultations.paper AS id
FROM meetings
CROSS JOIN consultations ON consultations.body = meetings.body AND consultations.meeting = meetings.key
WHERE meetings.id = :row
UNION
SELECT papers.id
FROM agenda_items
CROSS JOIN papers ON papers.reference_key = agenda_items.reference_key AND papers.body = agenda_items.body
WHERE agenda_items.meeting = :row AND agenda_items.reference_key <> ''
UNION
SELECT consultations.paper
FROM agenda_items
CROSS JOIN consultations
    ON consultations.body = agenda_items.body AND consultations.agenda_item = agenda_items.key
WHERE agenda_items.meeting = :row
UNION
SELECT consultations.paper
FROM meetings
CROSS JOIN consultations ON consultations.body = meetings.body AND consultations.date = meetings.day
WHERE meetings.id = :row AND consultations.meeting IS NULL
"""
DUE = "SELECT paper FROM unreckoned ORDER BY paper LIMIT :most"
DONE = "DELETE FROM unreckoned WHERE paper IN (SELECT value FROM json_each(:rows))"
AGAIN = """
INSERT INTO unreckoned (paper, body) SELECT id, body FROM papers WHERE body = :body AND public ON CONFLICT DO NOTHING
"""


def reckon_papers(connection: sqlite3.Connection, rows: Iterable[int], *, today: date) -> None:
    """After papers were written, also those that are public no more. `today` is the day in the council's zone."""
    bodies = _bodies(connection, rows)
    for known in load_papers(connection, bodies):
        write_authors(connection, known.paper, row=known.row, body=bodies[known.row])
        write_open(connection, known, body=bodies[known.row], today=today)


def papers_of_meeting(connection: sqlite3.Connection, row: int) -> frozenset[int]:
    """Our rows of the papers that this session tells something of."""
    return frozenset(found["id"] for found in connection.execute(OF_MEETING, {"row": row}))


def reckon_waiting(connection: sqlite3.Connection, rows: Iterable[int], *, today: date) -> None:
    """After a session was written: for its papers, before and after."""
    bodies = _bodies(connection, rows)
    for known in load_papers(connection, bodies):
        write_open(connection, known, body=bodies[known.row], today=today)


def reckon_some(connection: sqlite3.Connection, *, today: date, most: int = 200) -> bool:
    """A part of what an older version stored, or of a council whose factions have become known; False: all is done."""
    rows = [row["paper"] for row in connection.execute(DUE, {"most": most})]
    reckon_papers(connection, rows, today=today)
    connection.execute(DONE, {"rows": json.dumps(rows)})
    return bool(rows)


def reckon_again(connection: sqlite3.Connection, body: int) -> None:
    """A council's papers (its row) are to be reckoned anew: its titles can be understood better now."""
    connection.execute(AGAIN, {"body": body})


def _bodies(connection: sqlite3.Connection, rows: Iterable[int]) -> dict[int, int]:
    asked = {"rows": json.dumps(sorted(rows))}
    return {row["id"]: row["body"] for row in connection.execute(BODIES, asked)}
