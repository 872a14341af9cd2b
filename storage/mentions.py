"""What sent messages speak of: found again, and taken back, when it is public no more."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from council.served.notices import NewNotice, Notice, NoticeKind, Subject
from council.served.retractions import item_token
from storage.notices import add_notices

# As long as sent notices are kept (storage/retention.py); after that nobody knows a message's number any more.
_LASTS = timedelta(days=30)

# CROSS JOIN: from the few tokens to the many mentions, whatever SQLite guesses of their numbers.
MENTION = """
INSERT INTO mentions (token, body, notice)
SELECT asked.value, notices.body, notices.id FROM json_each(:tokens) AS asked CROSS JOIN notices
WHERE notices.id = :row AND notices.body IS NOT NULL
ON CONFLICT DO NOTHING
"""
MENTIONING = """
SELECT DISTINCT notices.id, notices.subscriber, notices.message
FROM json_each(:tokens) AS asked
CROSS JOIN mentions ON mentions.token = asked.value
CROSS JOIN notices ON notices.id = mentions.notice
LIMIT :most
"""
FORGET = "DELETE FROM mentions WHERE notice IN (SELECT value FROM json_each(:rows))"
HIDDEN_MEETING = "SELECT 1 FROM meetings WHERE id = :row AND NOT public"
HIDDEN_PAPER = "SELECT 1 FROM papers WHERE id = :row AND NOT public"
HIDDEN_ITEM = """
SELECT 1 FROM bodies CROSS JOIN agenda_items ON agenda_items.body = bodies.id
WHERE bodies.key = :body AND agenda_items.key = :key AND NOT agenda_items.public
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A message of ours that stands in a chat: the notice's row, the subscriber's, and Telegram's number of it."""

    notice: int
    subscriber: int
    message: int | None


def remember_mentions(
    connection: sqlite3.Connection, notice: Notice, tokens: Sequence[str], *, message: int | None, now: datetime
) -> None:
    """Of a notice that was just sent. What turned non-public while it was on its way is taken back at once."""
    connection.execute(MENTION, {"tokens": json.dumps(tokens), "row": notice.row})
    if any(_is_hidden(connection, token, notice.body or "") for token in tokens):
        sent = Sent(notice=notice.row, subscriber=notice.to.row, message=message)
        body = connection.execute("SELECT body FROM notices WHERE id = :row", {"row": notice.row}).fetchone()["body"]
        take_back(connection, (sent,), notice.subject, body=body, now=now)


def sent_mentioning(connection: sqlite3.Connection, tokens: Iterable[str], *, most: int = 500) -> tuple[Sent, ...]:
    """Messages that speak of any of these and were not taken back yet."""
    asked = {"tokens": json.dumps(list(tokens)), "most": most}
    return tuple(
        Sent(notice=row["id"], subscriber=row["subscriber"], message=row["message"])
        for row in connection.execute(MENTIONING, asked)
    )


def take_back(
    connection: sqlite3.Connection, sent: Sequence[Sent], subject: Subject, *, body: int | None, now: datetime
) -> int:
    """Each of these messages is to become a neutral line, once; how many. `subject` is what is public no more."""
    notices = [
        NewNotice(
            subscriber=each.subscriber,
            kind=NoticeKind.RETRACTION,
            subject=subject,
            dedupe=f"retraction:{each.message}",
            not_before=now,
            expires_at=now + _LASTS,
            edits=each.message,
        )
        for each in sent
        if each.message is not None
    ]
    connection.execute(FORGET, {"rows": json.dumps([each.notice for each in sent])})
    return add_notices(connection, notices, body=body, now=now)


def _is_hidden(connection: sqlite3.Connection, token: str, body: str) -> bool:
    kind, _, rest = token.partition(":")
    if kind == Subject.MEETING:
        sql, asked = HIDDEN_MEETING, {"row": rest}
    elif kind == Subject.PAPER:
        sql, asked = HIDDEN_PAPER, {"row": rest}
    else:
        sql, asked = HIDDEN_ITEM, {"body": body, "key": token.removeprefix(item_token(body, ""))}
    return connection.execute(sql, asked).fetchone() is not None
