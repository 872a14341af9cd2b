"""What operators are to be told: written once for each of them, and once each time it begins."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from council.served.languages import Language
from council.served.notices import NewNotice, NoticeKind, Subject
from council.served.subscribers import ChatKind
from storage.notices import add_notices
from storage.subscribers import came_back, ensure_subscriber

_OF_USE = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """`key` is the same as long as it is the same trouble; `facts` as in a notice."""

    subject: Subject
    key: str
    facts: dict[str, str] = field(default_factory=dict)


def alarm_operators(
    connection: sqlite3.Connection,
    chats: Iterable[int],
    alarms: Sequence[Alarm],
    *,
    not_before: datetime,
    language: Language,
    now: datetime,
) -> int:
    """How many were not known yet. Operators are named in the settings: that is their consent."""
    if not alarms:
        return 0
    made = 0
    for chat in chats:
        # Operators may have blocked us, or not begun the chat yet: every new alarm tries again.
        came_back(connection, chat)
        row = ensure_subscriber(connection, chat=chat, topic=None, kind=ChatKind.PRIVATE, language=language, now=now)
        notices = [
            NewNotice(
                subscriber=row,
                kind=NoticeKind.OPERATION,
                subject=alarm.subject,
                dedupe=f"operation:{alarm.key}",
                not_before=not_before,
                expires_at=now + _OF_USE,
                facts=alarm.facts,
            )
            for alarm in alarms
        ]
        made += add_notices(connection, notices, body=None, now=now)
    return made
