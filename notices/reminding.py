"""Reminders are not planned: at each tick it is asked which are due, so that every change counts at once."""

from datetime import timedelta

from council.served.reminders import HORIZON, due_reminders
from notices.post import Post
from storage.deliveries import promise
from storage.following import concerned_sessions


async def remind(post: Post) -> int:
    """Promises every reminder that is due now and was not promised yet; returns how many are new."""
    now = post.now()
    today = now.astimezone(post.zone).date()
    sessions = await post.database.read_slowly(
        concerned_sessions, today, today + HORIZON + timedelta(days=1), defaults=post.defaults, soon_only=True
    )
    made = 0
    for each in sessions:
        due = due_reminders(each.session, each.concerned, now=now, zone=post.zone)
        if due:
            made += await post.database.transaction(promise, each.session.body, due, now=now)
    return made
