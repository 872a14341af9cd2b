"""What is stored of objects that others only refer to: sessions by key, papers by the items they stand under."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from storage.cleaning import storable_text
from storage.meetings import StoredMeeting, load_meetings

MEETINGS = """
SELECT meetings.id FROM json_each(:keys) AS asked
CROSS JOIN bodies ON bodies.key = :body
CROSS JOIN meetings ON meetings.body = bodies.id AND meetings.key = asked.value
WHERE meetings.public
"""
PAPERS = """
SELECT papers.key, papers.reference, papers.name, consultations.agenda_item
FROM json_each(:keys) AS asked
CROSS JOIN bodies ON bodies.key = :body
CROSS JOIN consultations ON consultations.body = bodies.id AND consultations.agenda_item = asked.value
JOIN papers ON papers.id = consultations.paper
WHERE papers.public AND papers.key IS NOT NULL
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPaper:
    """A stored paper, and an item that a stop of it names. `paper` and `item` are the source's keys."""

    paper: str
    reference: str
    name: str
    item: str


def public_meetings(connection: sqlite3.Connection, body: str, keys: Sequence[str]) -> tuple[StoredMeeting, ...]:
    """Those of a council (its key) that are stored and public, with their agendas."""
    return load_meetings(connection, [row["id"] for row in connection.execute(MEETINGS, _asked(body, keys))])


def papers_of_items(connection: sqlite3.Connection, body: str, keys: Sequence[str]) -> tuple[ItemPaper, ...]:
    """By the items' keys."""
    rows = connection.execute(PAPERS, _asked(body, keys))
    return tuple(
        ItemPaper(paper=row["key"], reference=row["reference"], name=row["name"], item=row["agenda_item"])
        for row in rows
    )


def _asked(body: str, keys: Sequence[str]) -> dict[str, str]:
    return {"body": storable_text(body), "keys": json.dumps([storable_text(key) for key in keys])}
