"""The outbox: what was claimed is settled or put back; what a dead process left is taken up again."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from council.served.notices import Notice, NoticeState
from council.served.told import ToldPaper, ToldSession
from storage.claiming import claim, expire, next_due
from storage.instants import seconds
from storage.mentions import remember_mentions
from storage.told import tell

__all__ = ["Settled", "claim", "expire", "next_due", "put_back", "recover", "recover_lost", "settle"]

SETTLE = """
UPDATE notices SET state = :state, boot = NULL, message = :message, why = :why, settled_at = :now
WHERE id = :row AND state = 'sending' AND boot = :boot
"""
SUPERSEDE = """
UPDATE notices SET state = 'superseded', why = 'told together with another', settled_at = :now
WHERE id IN (SELECT value FROM json_each(:rows)) AND subscriber = :subscriber AND state = 'pending'
"""
SENDING = "SELECT id, subscriber, subject, is_news FROM notices WHERE id = :row AND state = 'sending' AND boot = :boot"
LEFT_BY_OTHERS = "SELECT id, boot FROM notices WHERE state = 'sending' AND boot <> :boot ORDER BY id"
SENDING_OF = "SELECT id, boot FROM notices WHERE state = 'sending' AND id IN (SELECT value FROM json_each(:rows))"
# News that came while it was on its way: the difference is made at delivery, so one row for both is enough.
NEWER = """
SELECT id, kind, priority, expires_at FROM notices
WHERE subject = :subject AND subscriber = :subscriber AND state = 'pending' AND is_news
"""
FOLD = """
UPDATE notices SET
    kind = CASE WHEN :priority < priority THEN :kind ELSE kind END,
    priority = min(:priority, priority), expires_at = max(:expires_at, expires_at)
WHERE id = :row
"""
FOLDED = """
UPDATE notices SET state = 'superseded', why = 'told together with another', settled_at = :now WHERE id = :row
"""
BACK = """
UPDATE notices SET
    state = 'pending', boot = NULL, not_before = coalesce(:not_before, not_before),
    tried = tried + :tried, uncertain = uncertain + :uncertain
WHERE id = :row
"""
OF_GONE = """
UPDATE notices SET state = 'undeliverable', why = 'the chat is gone', settled_at = :now
WHERE id = :row AND EXISTS (SELECT 1 FROM subscribers WHERE id = notices.subscriber AND gone_at IS NOT NULL)
"""


_Counts: TypeAlias = dict[str, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """How a notice ended. `message` is Telegram's number of what stands in the chat now, `why` is for operators.

    From then on the chat knows `told` of the notice's subject. `mentions` are what the message speaks of
    (council/served/retractions.py), `supersedes` other rows of the same chat that it told along.
    """

    state: NoticeState
    message: int | None = None
    why: str | None = None
    told: ToldSession | ToldPaper | None = None
    mentions: tuple[str, ...] = ()
    supersedes: tuple[int, ...] = ()


def settle(connection: sqlite3.Connection, notice: Notice, end: Settled, *, boot: str, now: datetime) -> bool:
    """All of the end or, if this process does not hold the notice (any more), nothing of it and False."""
    named = {
        "row": notice.row,
        "state": end.state.value,
        "message": end.message,
        "why": end.why,
        "boot": boot,
        "now": seconds(now),
    }
    if connection.execute(SETTLE, named).rowcount == 0:
        return False
    if end.told is not None:
        tell(connection, notice.to.row, notice.subject, end.told, now=now)
    if end.supersedes:
        asked = {"rows": json.dumps(end.supersedes), "subscriber": notice.to.row, "now": seconds(now)}
        connection.execute(SUPERSEDE, asked)
    if end.state is NoticeState.SENT:
        remember_mentions(connection, notice, end.mentions, message=end.message, now=now)
    return True


def put_back(
    connection: sqlite3.Connection,
    notice: Notice,
    *,
    boot: str,
    not_before: datetime,
    tried: bool,
    uncertain: bool,
    now: datetime,
) -> bool:
    """It waits again, until `not_before` at least; False if this process does not hold it (any more).

    `tried`: the attempt counts, and what is later in this chat waits behind it; `uncertain`: it may have arrived.
    """
    counts: _Counts = {"not_before": seconds(not_before), "tried": int(tried), "uncertain": int(uncertain)}
    return _back(connection, notice.row, boot, counts, now=now)


def recover(connection: sqlite3.Connection, *, boot: str, now: datetime) -> int:
    """Takes up what processes before this one were sending: it may have arrived; how many."""
    return _recover(connection, connection.execute(LEFT_BY_OTHERS, {"boot": boot}).fetchall(), now)


def recover_lost(connection: sqlite3.Connection, rows: Iterable[int], *, now: datetime) -> int:
    """The same for rows that are being sent although no task holds them; how many still were."""
    asked = {"rows": json.dumps(list(rows))}
    return _recover(connection, connection.execute(SENDING_OF, asked).fetchall(), now)


def _recover(connection: sqlite3.Connection, found: Iterable[sqlite3.Row], now: datetime) -> int:
    counts: _Counts = {"not_before": None, "tried": 0, "uncertain": 1}
    return sum(_back(connection, row["id"], row["boot"], counts, now=now) for row in found)


def _back(connection: sqlite3.Connection, row: int, boot: str, counts: _Counts, *, now: datetime) -> bool:
    held = connection.execute(SENDING, {"row": row, "boot": boot}).fetchone()
    if held is None:
        return False
    if held["is_news"]:
        _fold(connection, held, now)
    connection.execute(BACK, {"row": row} | counts)
    connection.execute(OF_GONE, {"row": row, "now": seconds(now)})
    return True


def _fold(connection: sqlite3.Connection, held: sqlite3.Row, now: datetime) -> None:
    asked = {"subject": held["subject"], "subscriber": held["subscriber"]}
    newer = connection.execute(NEWER, asked).fetchone()
    if newer is None:
        return
    connection.execute(FOLDED, {"row": newer["id"], "now": seconds(now)})
    named = {"kind": newer["kind"], "priority": newer["priority"], "expires_at": newer["expires_at"]}
    connection.execute(FOLD, named | {"row": held["id"]})
