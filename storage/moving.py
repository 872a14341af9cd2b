"""A group becomes a supergroup: another number for the same people, with all that they follow and all that waits."""

import sqlite3
from datetime import datetime

from storage.instants import seconds

# Numbers of messages are a chat's own: what was to be edited there cannot be reached any more.
CANCEL_EDITS = """
UPDATE notices SET state = 'cancelled', boot = NULL, why = 'the chat moved', settled_at = :now
WHERE subscriber IN (SELECT id FROM subscribers WHERE chat = :old) AND state IN ('pending', 'sending')
    AND edits IS NOT NULL
"""
FORGET_MENTIONS = """
DELETE FROM mentions WHERE notice IN (
    SELECT id FROM notices WHERE subscriber IN (SELECT id FROM subscribers WHERE chat = :old)
)
"""
FORGET_MESSAGES = """
UPDATE notices SET message = NULL
WHERE subscriber IN (SELECT id FROM subscribers WHERE chat = :old) AND message IS NOT NULL
"""
FORGET_QUESTIONS = "DELETE FROM wanted WHERE chat = :old"
# Only groups move. With the row that the new number has already, if somebody wrote there first.
PAIRS = """
SELECT one.id AS old, other.id AS new
FROM subscribers AS one LEFT JOIN subscribers AS other ON other.chat = :new AND other.topic = one.topic
WHERE one.chat = :old
"""
RENUMBER = "UPDATE subscribers SET chat = :chat, kind = 'group' WHERE id = :old"
RESUME = """
UPDATE subscriptions SET paused = 0
WHERE subscriber = :new AND paused AND EXISTS (
    SELECT 1 FROM subscriptions AS other
    WHERE other.subscriber = :old AND other.body = subscriptions.body AND other.follow = subscriptions.follow
        AND other.target_key = subscriptions.target_key AND NOT other.paused
)
"""
SUBSCRIPTIONS = "UPDATE OR IGNORE subscriptions SET subscriber = :new WHERE subscriber = :old"
OLDER_TOLD = """
DELETE FROM told WHERE subscriber = :new AND EXISTS (
    SELECT 1 FROM told AS other
    WHERE other.subscriber = :old AND other.subject = told.subject AND other.told_at > told.told_at
)
"""
TOLD = "UPDATE OR IGNORE told SET subscriber = :new WHERE subscriber = :old"
NOTICES = "UPDATE OR IGNORE notices SET subscriber = :new WHERE subscriber = :old"
# News of one subject that waits in both.
FOLD = """
UPDATE notices SET
    priority = min(notices.priority, other.priority), not_before = min(notices.not_before, other.not_before),
    expires_at = max(notices.expires_at, other.expires_at),
    kind = CASE WHEN other.priority < notices.priority THEN other.kind ELSE notices.kind END
FROM notices AS other
WHERE notices.subscriber = :new AND notices.state = 'pending' AND notices.is_news
    AND other.subscriber = :old AND other.state = 'pending' AND other.is_news AND other.subject = notices.subject
"""
CHOICES = """
UPDATE subscribers SET
    consent = coalesce(subscribers.consent, other.consent),
    consented_at = coalesce(subscribers.consented_at, other.consented_at),
    remind_before = coalesce(subscribers.remind_before, other.remind_before),
    quiet_hours = coalesce(subscribers.quiet_hours, other.quiet_hours)
FROM subscribers AS other
WHERE subscribers.id = :new AND other.id = :old
"""
DROP = "DELETE FROM subscribers WHERE id = :old"


def move_chat(connection: sqlite3.Connection, old: int, new: int, *, now: datetime) -> None:
    """All that the chat `old` follows, was told and waits for belongs to `new` from now on; told twice it is done.

    Where `new` is known already both become one, with nothing twice. What is being sent goes on waiting there.
    """
    if old == new:
        return
    asked = {"old": old, "now": seconds(now)}
    for sql in (CANCEL_EDITS, FORGET_MENTIONS, FORGET_MESSAGES, FORGET_QUESTIONS):
        connection.execute(sql, asked)
    for pair in connection.execute(PAIRS, {"old": old, "new": new}).fetchall():
        if pair["new"] is None:
            connection.execute(RENUMBER, {"old": pair["old"], "chat": new})
        else:
            _merge(connection, {"old": pair["old"], "new": pair["new"]})


def _merge(connection: sqlite3.Connection, pair: dict[str, int]) -> None:
    for sql in (RESUME, SUBSCRIPTIONS, OLDER_TOLD, TOLD, NOTICES, FOLD, CHOICES, DROP):
        connection.execute(sql, pair)
