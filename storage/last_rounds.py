"""When a source was last read without a fault: whatever changed before that is known."""

import sqlite3
from datetime import datetime

from storage.instants import instant_or_none

LAST_GOOD = """
SELECT max(started_at) FROM rounds WHERE source = :source AND finished_at IS NOT NULL AND pages_failed = 0
"""


def last_good_round(connection: sqlite3.Connection, source: int) -> datetime | None:
    """When its last round without any fault began, in UTC."""
    return instant_or_none(connection.execute(LAST_GOOD, {"source": source}).fetchone()[0])
