"""The finder: whatever should not be, looked for every few minutes."""

import logging
from collections.abc import Collection
from datetime import timedelta

from notices.post import Post
from storage.operating import lost, overdue, overdue_changes
from storage.outbox import recover_lost
from storage.retention import tidy

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
    return taken
