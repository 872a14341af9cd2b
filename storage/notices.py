"""Notices are remembered: each thing once for each chat, and of news at most one that waits for each subject."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import datetime

from council.served.notices import NEWS, PRIORITIES, NewNotice
from storage.instants import seconds

# What waits is made as urgent, as early and as lasting as the most of what is folded into it. What was tried keeps its
# time: somebody asked us to wait.
ADD = """
INSERT INTO notices (
    subscriber, body, kind, is_news, subject, dedupe, facts, priority, not_before, expires_at, silent, edits, state,
    created_at
)
SELECT
    id, :body, :kind, :is_news, :subject, :dedupe, :facts, :priority, :not_before, :expires_at, :silent, :edits,
    'pending', :now
FROM subscribers WHERE id = :subscriber AND gone_at IS NULL
ON CONFLICT (subscriber, dedupe) DO NOTHING
ON CONFLICT (subscriber, subject) WHERE state = 'pending' AND is_news DO UPDATE SET
    kind = CASE WHEN excluded.priority < priority THEN excluded.kind ELSE kind END,
    priority = min(excluded.priority, priority),
    expires_at = max(excluded.expires_at, expires_at),
    silent = CASE
        WHEN tried + uncertain > 0 OR excluded.not_before > not_before THEN silent
        WHEN excluded.not_before = not_before THEN min(excluded.silent, silent)
        ELSE excluded.silent END,
    not_before = CASE WHEN tried + uncertain > 0 THEN not_before ELSE min(excluded.not_before, not_before) END
RETURNING id
"""
NEWEST = "SELECT coalesce(max(id), 0) FROM notices"


def add_notices(
    connection: sqlite3.Connection, notices: Sequence[NewNotice], *, body: int | None, now: datetime
) -> int:
    """How many of them are new rows. `body` is our row of the council they are about, None: about none.

    What was promised before is left alone; news of what already waits is folded into that. Chats that are gone get
    none.
    """
    newest = int(connection.execute(NEWEST).fetchone()[0])
    added = 0
    for notice in notices:
        row = connection.execute(ADD, _columns(notice, body, now)).fetchone()
        added += row is not None and row["id"] > newest
    return added


def _columns(notice: NewNotice, body: int | None, now: datetime) -> dict[str, int | str | None]:
    return {
        "subscriber": notice.subscriber,
        "body": body,
        "kind": notice.kind.value,
        "is_news": int(notice.kind in NEWS),
        "subject": str(notice.subject),
        "dedupe": notice.dedupe,
        "facts": json.dumps(dict(notice.facts), ensure_ascii=False),
        "priority": PRIORITIES[notice.kind],
        "not_before": seconds(notice.not_before),
        "expires_at": seconds(notice.expires_at),
        "silent": int(notice.silent),
        "edits": notice.edits,
        "now": seconds(now),
    }
