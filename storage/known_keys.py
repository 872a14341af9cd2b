"""One of the keys a council's objects are stored under: it shows where its system was when it was first read."""

import sqlite3

from storage.cleaning import storable_text

# Keys that are addresses all lie between these two texts.
ADDRESS = """
SELECT papers.key FROM bodies CROSS JOIN papers ON papers.body = bodies.id
WHERE bodies.key = :body AND papers.key >= 'http' AND papers.key < 'httq'
UNION ALL
SELECT meetings.key FROM bodies CROSS JOIN meetings ON meetings.body = bodies.id
WHERE bodies.key = :body AND meetings.key >= 'http' AND meetings.key < 'httq'
UNION ALL
SELECT organizations.key FROM bodies CROSS JOIN organizations ON organizations.body = bodies.id
WHERE bodies.key = :body AND organizations.key >= 'http' AND organizations.key < 'httq'
LIMIT 1
"""


def known_address(connection: sqlite3.Connection, body: str) -> str | None:
    """Any key of this council (by its own key) that is an address; None if there is none."""
    found = connection.execute(ADDRESS, {"body": storable_text(body)}).fetchone()
    return None if found is None else str(found[0])
