"""The chats we serve: made at their first choice, gone when they block us, forgotten when they say so."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from council.served.languages import Language
from council.served.lead_times import LeadTime, parse_lead_times
from council.served.quiet_hours import QuietHours, parse_quiet_hours
from council.served.subscribers import ChatKind, Subscriber
from storage.instants import instant_or_none, seconds
from storage.moving import move_chat

__all__ = [
    "Defaults",
    "came_back",
    "consent",
    "ensure_subscriber",
    "lead_times",
    "move_chat",
    "set_gone",
    "subscriber_by_row",
    "subscriber_from",
    "subscriber_of",
]

ENSURE = """
INSERT INTO subscribers (chat, topic, kind, language, created_at) VALUES (:chat, :topic, :kind, :language, :now)
ON CONFLICT (chat, topic) DO UPDATE SET kind = excluded.kind
RETURNING id
"""
OF_CHAT = "SELECT * FROM subscribers WHERE chat = :chat AND topic = :topic"
BY_ROW = "SELECT * FROM subscribers WHERE id = :row"
CONSENT = """
UPDATE subscribers SET consent = :version, consented_at = :now
WHERE id = :row AND (consent IS NOT :version OR consented_at IS NULL)
"""
GONE = "UPDATE subscribers SET gone_at = :now, gone_why = :why WHERE chat = :chat AND gone_at IS NULL"
UNDELIVERABLE = """
UPDATE notices SET state = 'undeliverable', why = :why, settled_at = :now
WHERE subscriber IN (SELECT id FROM subscribers WHERE chat = :chat) AND state = 'pending'
"""
CAME_BACK = "UPDATE subscribers SET gone_at = NULL, gone_why = NULL WHERE chat = :chat AND gone_at IS NOT NULL"
_NO_TOPIC = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What a chat gets that chose nothing itself: the operator's settings."""

    remind_before: tuple[LeadTime, ...] = ()
    quiet_hours: QuietHours | None = None
    language: Language = Language.DE


def ensure_subscriber(
    connection: sqlite3.Connection,
    *,
    chat: int,
    topic: int | None,
    kind: ChatKind,
    language: Language,
    now: datetime,
) -> int:
    """Its row, made if it is new; the language of a known one stays."""
    named = {
        "chat": chat,
        "topic": topic or _NO_TOPIC,
        "kind": kind.value,
        "language": language.value,
        "now": seconds(now),
    }
    return int(connection.execute(ENSURE, named).fetchone()["id"])


def subscriber_of(
    connection: sqlite3.Connection, chat: int, topic: int | None, *, defaults: Defaults
) -> Subscriber | None:
    """The chat, or one topic of it, if it ever chose anything."""
    asked = {"chat": chat, "topic": topic or _NO_TOPIC}
    found = connection.execute(OF_CHAT, asked).fetchone()
    return None if found is None else subscriber_from(found, defaults)


def subscriber_by_row(connection: sqlite3.Connection, row: int, *, defaults: Defaults) -> Subscriber | None:
    found = connection.execute(BY_ROW, {"row": row}).fetchone()
    return None if found is None else subscriber_from(found, defaults)


def consent(connection: sqlite3.Connection, row: int, version: int, *, now: datetime) -> None:
    """The chat agreed to this version of the text; agreeing again keeps the first instant."""
    connection.execute(CONSENT, {"row": row, "version": version, "now": seconds(now)})


def set_gone(connection: sqlite3.Connection, chat: int, why: str, *, now: datetime) -> int:
    """Nothing will arrive in this chat any more: what waits for any of its topics is undeliverable; how many.

    What it follows stays, in case it comes back (storage/retention.py ends that).
    """
    asked = {"chat": chat, "why": why, "now": seconds(now)}
    connection.execute(GONE, asked)
    return connection.execute(UNDELIVERABLE, asked).rowcount


def came_back(connection: sqlite3.Connection, chat: int) -> bool:
    """Whether it had been gone. What it was not sent meanwhile stays unsent."""
    return connection.execute(CAME_BACK, {"chat": chat}).rowcount > 0


def subscriber_from(row: sqlite3.Row, defaults: Defaults) -> Subscriber:
    """From the table's columns."""
    return Subscriber(
        row=row["id"],
        chat=row["chat"],
        kind=ChatKind(row["kind"]),
        language=Language(row["language"]),
        topic=row["topic"] or None,
        remind_before=defaults.remind_before if row["remind_before"] is None else lead_times(row["remind_before"]),
        quiet_hours=defaults.quiet_hours if row["quiet_hours"] is None else _quiet_hours(row["quiet_hours"]),
        consented_at=instant_or_none(row["consented_at"]),
    )


# Many chats choose the same.
lead_times = lru_cache(maxsize=500)(parse_lead_times)
_quiet_hours = lru_cache(maxsize=500)(parse_quiet_hours)
