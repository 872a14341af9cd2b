"""What changed becomes notices: every open change, to everybody whom it concerns."""

import logging

from notices.post import Post
from storage.announcing import announce_some
from storage.changes import open_changes

_log = logging.getLogger(__name__)


async def announce(post: Post) -> int:
    """All open changes in the order in which they opened, some hundred notices a transaction; how many were made.

    A kill in between loses nothing: a change stays open until all its notices are written.
    """
    made = 0
    while changes := await post.database.read(open_changes):
        for change in changes:
            is_done = False
            while not is_done:
                step = await post.database.transaction(
                    announce_some, change, now=post.now(), zone=post.zone, defaults=post.defaults
                )
                made += step.notices
                is_done = step.done
    if made:
        _log.info("announced", extra={"notices": made})
    return made
