"""Which notices go out next: one a chat, the most urgent first, nothing before its time."""

import json
import sqlite3
from collections.abc import Collection, Iterable
from datetime import datetime
from itertools import islice

from council.served.notices import PRIORITIES, Notice, NoticeKind, Subject
from storage.instants import instant, seconds
from storage.subscribers import Defaults, subscriber_by_row

# Named: SQLite guesses that by the state alone there are few.
EXPIRE = """
UPDATE notices INDEXED BY expiring_notices SET state = 'expired', why = 'its time was over', settled_at = :now
WHERE state = 'pending' AND expires_at <= :now
"""
# One priority at a time, so that the index hands out what is due in order and what is not costs nothing.
DUE = """
SELECT notices.id, notices.subscriber, notices.subject, notices.edits, subscribers.chat
FROM notices INDEXED BY pending_notices CROSS JOIN subscribers ON subscribers.id = notices.subscriber
WHERE notices.state = 'pending' AND notices.priority = :priority AND notices.not_before <= :now
    AND notices.subscriber NOT IN (
        SELECT id FROM subscribers WHERE chat IN (SELECT value FROM json_each(:chats))
    )
    AND subscribers.gone_at IS NULL
ORDER BY notices.not_before, notices.id
"""
TRIED = """
SELECT notices.id, notices.not_before, subscribers.chat
FROM notices INDEXED BY tried_notices CROSS JOIN subscribers ON subscribers.id = notices.subscriber
WHERE notices.state = 'pending' AND notices.tried + notices.uncertain > 0
ORDER BY notices.not_before DESC, notices.id DESC
"""
IN_FLIGHT = """
SELECT subscribers.chat FROM notices CROSS JOIN subscribers ON subscribers.id = notices.subscriber
WHERE notices.state = 'sending'
"""
EARLIER = """
SELECT id FROM notices
WHERE subject = :subject AND subscriber = :subscriber AND state = 'pending' AND edits IS NULL
    AND not_before <= :now AND id < :id
ORDER BY id
LIMIT 1
"""
CLAIM = """
UPDATE notices SET state = 'sending', boot = :boot WHERE id IN (SELECT value FROM json_each(:rows))
"""
NOTICES = """
SELECT notices.*, bodies.key AS body_key
FROM json_each(:rows) AS asked
CROSS JOIN notices ON notices.id = asked.value
LEFT JOIN bodies ON bodies.id = notices.body
ORDER BY asked.key
"""
NEXT = """
SELECT min(not_before) FROM notices INDEXED BY pending_notices
WHERE state = 'pending' AND priority = :priority AND not_before > :now
"""
_PRIORITIES = sorted(set(PRIORITIES.values()))


def claim(
    connection: sqlite3.Connection,
    *,
    now: datetime,
    boot: str,
    busy: Collection[int],
    most: int,
    defaults: Defaults,
) -> tuple[Notice, ...]:
    """The notices to be sent now, marked so for this process (`boot`); at most one a chat, none to `busy` chats.

    By priority, then time, then age; but of one subject never a later one before an earlier one that is due. While
    something tried waits for its time nothing else goes to its chat; when that has come, it goes first.
    """
    expire(connection, now=now)
    waiting, again = _tried(connection, now)
    blocked = {*busy, *waiting, *(row["chat"] for row in connection.execute(IN_FLIGHT))}
    rows = _chosen(connection, blocked, again, most=most, now=now)
    asked = {"rows": json.dumps(rows), "boot": boot}
    connection.execute(CLAIM, asked)
    return _load(connection, rows, defaults)


def expire(connection: sqlite3.Connection, *, now: datetime) -> int:
    """Ends what is of no use any more; how many."""
    return connection.execute(EXPIRE, {"now": seconds(now)}).rowcount


def next_due(connection: sqlite3.Connection, *, now: datetime) -> datetime | None:
    """When (UTC) the next of what waits for its time may go out; None: nothing does."""
    asked = ({"priority": priority, "now": seconds(now)} for priority in _PRIORITIES)
    found = (connection.execute(NEXT, each).fetchone()[0] for each in asked)
    return min((instant(each) for each in found if each is not None), default=None)


def _tried(connection: sqlite3.Connection, now: datetime) -> tuple[set[int], dict[int, int]]:
    """Chats that must wait, and for others the row that goes first."""
    waiting: set[int] = set()
    again: dict[int, int] = {}
    for row in connection.execute(TRIED):
        if row["not_before"] > seconds(now):
            waiting.add(row["chat"])
        else:
            again[row["chat"]] = row["id"]
    return waiting, again


def _chosen(
    connection: sqlite3.Connection, blocked: set[int], again: dict[int, int], *, most: int, now: datetime
) -> list[int]:
    """Reads on until there are enough chats: however much waits for one, it hides no other."""
    rows: list[int] = []
    chats = json.dumps(sorted(blocked))
    for priority in _PRIORITIES:
        due = connection.execute(DUE, {"priority": priority, "now": seconds(now), "chats": chats})
        # No list of it: this stops in the midst of what may be very many.
        chosen = islice(_one_a_chat(due, blocked), most - len(rows))
        rows += [again.get(row["chat"]) or _earlier(connection, row, now) for row in chosen]
    return rows


def _one_a_chat(due: Iterable[sqlite3.Row], blocked: set[int]) -> Iterable[sqlite3.Row]:
    for row in due:
        if row["chat"] not in blocked:
            blocked.add(row["chat"])
            yield row


def _earlier(connection: sqlite3.Connection, row: sqlite3.Row, now: datetime) -> int:
    if row["edits"] is not None:
        return int(row["id"])
    asked = {"subject": row["subject"], "subscriber": row["subscriber"], "id": row["id"], "now": seconds(now)}
    earlier = connection.execute(EARLIER, asked).fetchone()
    return int((earlier or row)["id"])


def _load(connection: sqlite3.Connection, rows: list[int], defaults: Defaults) -> tuple[Notice, ...]:
    notices = []
    for row in connection.execute(NOTICES, {"rows": json.dumps(rows)}).fetchall():
        to = subscriber_by_row(connection, row["subscriber"], defaults=defaults)
        if to is not None:
            notices.append(
                Notice(
                    row=row["id"],
                    to=to,
                    kind=NoticeKind(row["kind"]),
                    subject=Subject.parse(row["subject"]),
                    body=row["body_key"],
                    not_before=instant(row["not_before"]),
                    expires_at=instant(row["expires_at"]),
                    silent=bool(row["silent"]),
                    edits=row["edits"],
                    facts=json.loads(row["facts"]),
                    tried=row["tried"],
                    uncertain=row["uncertain"],
                )
            )
    return tuple(notices)
