"""What is kept for a time only: notices that ended, what was told of sessions long past, questions, gone chats."""

import sqlite3
from datetime import datetime, timedelta

from storage.erasing import erase_chat
from storage.instants import seconds
from storage.wanted import ANSWERED_KEPT

# So long a message can be found again and taken back.
NOTICES_KEPT = timedelta(days=30)
# A session that was moved into the past, or back, is told of within days.
SESSIONS_KEPT = timedelta(days=30)
# Somebody who blocked us by mistake finds everything as it was.
GONE_KEPT = timedelta(days=30)

NOTICES = """
DELETE FROM notices WHERE id IN (
    SELECT id FROM notices WHERE settled_at IS NOT NULL AND settled_at < :until ORDER BY settled_at LIMIT :most
)
"""
# CROSS JOIN: from the sessions to what was told of them.
TOLD = """
SELECT told.subscriber, told.subject
FROM bodies CROSS JOIN meetings ON meetings.body = bodies.id AND meetings.day < :day
CROSS JOIN told ON told.subject = 'meeting:' || meetings.id
LIMIT :most
"""
FORGET = "DELETE FROM told WHERE subscriber = :subscriber AND subject = :subject"
QUESTIONS = "DELETE FROM wanted WHERE state = 'answered' AND answered_at <= :until"
GONE = "SELECT DISTINCT chat FROM subscribers WHERE gone_at IS NOT NULL AND gone_at < :until LIMIT :most"


def tidy(connection: sqlite3.Connection, *, now: datetime, most: int = 1000) -> int:
    """Forgets up to `most` of each; how many that were. To be asked again until it is 0."""
    notices = connection.execute(NOTICES, {"until": seconds(now - NOTICES_KEPT), "most": most}).rowcount
    day = (now - SESSIONS_KEPT).date().isoformat()
    told = connection.execute(TOLD, {"day": day, "most": most}).fetchall()
    connection.executemany(FORGET, [dict(row) for row in told])
    connection.execute(QUESTIONS, {"until": seconds(now - ANSWERED_KEPT)})
    return notices + len(told)


def forget_gone_chats(connection: sqlite3.Connection, *, now: datetime, most: int = 1000) -> int:
    """Erases up to `most` chats that have been gone for long; how many. Then `Database.scrub` has to follow."""
    gone = connection.execute(GONE, {"until": seconds(now - GONE_KEPT), "most": most}).fetchall()
    for row in gone:
        erase_chat(connection, row["chat"])
    return len(gone)
