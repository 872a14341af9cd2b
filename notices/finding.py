"""The finder: whatever should not be, looked for every few minutes."""

import logging
from collections.abc import Collection
from datetime import timedelta

from notices.post import Post
from storage.operating import lost, overdue, overdue_changes
from storage.outbox import recover_lost
from storage.retention import forget_gone_chats, tidy

_log = logging.getLogger(__name__)

_LATE = timedelta(minutes=10)


async def find(post: Post, in_flight: Collection[int]) -> int:
    """Takes up notices "sending" that no task holds (`in_flight` are held), and says what waits for too long.

    Returns how many were taken up.
    """
    now = post.now()
    rows = await post.database.read(lost, in_flight)
    taken = await post.database.transaction(recover_lost, rows, now=now) if rows else 0
    if taken:
        _log.error("notices.lost_and_found", extra={"notices": taken})
    if changes := await post.database.read(overdue_changes, before=now - _LATE):
        _log.error("changes.overdue", extra={"changes": len(changes)})
    if late := await post.database.read(overdue, before=now - _LATE):
        _log.warning("notices.overdue", extra={"notices": len(late), "first": late[0].row})
    while await post.database.transaction(tidy, now=now):
        pass
    await _forget(post)
    return taken


async def _forget(post: Post) -> None:
    """Chats that are gone for long leave no trace; and what an erasure could not end is ended now."""
    database, gone = post.database, 0
    while some := await database.transaction(forget_gone_chats, now=post.now()):
        gone += some
    emptied = await database.empty_log() if database.is_scrubbed and not gone else await database.scrub()
    if not emptied:
        _log.warning("database.log_kept", extra={"why": "somebody has been reading for long"})
