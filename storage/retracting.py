"""Taking back: what waits about something public no more is cancelled, what was sent becomes a neutral line."""

import sqlite3
from dataclasses import dataclass, replace
from datetime import datetime

from council.published.changes import ChangeKind
from council.served.notices import Subject
from council.served.retractions import retraction_tokens
from storage.changes import StoredChange
from storage.instants import seconds
from storage.mentions import sent_mentioning, take_back
from storage.told import session_from, session_text

CANCEL = """
UPDATE notices SET state = 'cancelled', why = 'what it is about is public no more', settled_at = :now
WHERE subject = :subject AND state = 'pending' AND edits IS NULL
"""
TOLD = """
SELECT subscriber, facts FROM told WHERE subject = :subject AND subscriber > :after ORDER BY subscriber LIMIT :most
"""
FORGET = "DELETE FROM told WHERE subscriber = :subscriber AND subject = :subject"
KEEP = "UPDATE told SET facts = :facts WHERE subscriber = :subscriber AND subject = :subject"


@dataclass(frozen=True, slots=True, kw_only=True)
class Retracted:
    """How many messages are to be edited, and the last subscriber's row that was served; None: all were."""

    notices: int
    to: int | None


def retract_some(
    connection: sqlite3.Connection, change: StoredChange, *, body: int, after: int, now: datetime, most: int
) -> Retracted:
    """The next `most` messages, and the next `most` chats' memories of it behind the row `after`."""
    subject = _subject(change)
    if subject is None:
        return Retracted(notices=0, to=None)
    is_item = change.change.kind is ChangeKind.ITEM_NON_PUBLIC
    if not is_item:
        connection.execute(CANCEL, {"subject": str(subject), "now": seconds(now)})
    tokens = retraction_tokens(change.change, body=change.body.key, meeting=change.meeting_row, paper=change.paper_row)
    sent = sent_mentioning(connection, tokens, most=most)
    notices = take_back(connection, sent, subject, body=body, now=now)
    asked = {"subject": str(subject), "after": after, "most": most}
    told = connection.execute(TOLD, asked).fetchall()
    for row in told:
        _forget(connection, row, subject, change.change.item if is_item else None, is_item=is_item)
    if len(sent) < most and len(told) < most:
        return Retracted(notices=notices, to=None)
    return Retracted(notices=notices, to=told[-1]["subscriber"] if told else after)


def _subject(change: StoredChange) -> Subject | None:
    if change.change.kind is ChangeKind.PAPER_NON_PUBLIC:
        return Subject(Subject.PAPER, change.paper_row) if change.paper_row else None
    return Subject(Subject.MEETING, change.meeting_row) if change.meeting_row else None


def _forget(
    connection: sqlite3.Connection, row: sqlite3.Row, subject: Subject, item: str | None, *, is_item: bool
) -> None:
    """All of the subject; of an item the hashes of its words, so that its having gone can still be told."""
    asked = {"subscriber": row["subscriber"], "subject": str(subject)}
    if not is_item:
        connection.execute(FORGET, asked)
        return
    told = session_from(row["facts"])
    items = tuple(
        replace(each, name=None, paper=None) if item is not None and each.key == item else each
        for each in told.items or ()
    )
    if told.items is not None and items != told.items:
        connection.execute(KEEP, asked | {"facts": session_text(replace(told, items=items))})
