"""What was paused goes on: what differs by then from what was told is told after all."""

import sqlite3
from collections.abc import Iterator
from datetime import datetime

from council.served.expiry import expires
from council.served.notices import NewNotice, NoticeKind, Subject
from council.served.subscribers import Follow, Subscription
from storage.following import sessions_ahead_of
from storage.notices import add_notices
from storage.subscriptions import pause, subscription

BODY = "SELECT body FROM subscriptions WHERE id = :row"


def resume(connection: sqlite3.Connection, subscriber: int, row: int, *, now: datetime) -> bool:
    """Whether that changed anything; `now` is in the council's zone.

    Nobody was told anything meanwhile: each session ahead and the paper itself are looked at once, at delivery, and
    where nothing differs nothing is sent.
    """
    if not pause(connection, subscriber, row, paused=False):
        return False
    resumed = subscription(connection, subscriber, row)
    if resumed is not None:
        body = connection.execute(BODY, {"row": row}).fetchone()["body"]
        add_notices(connection, tuple(_news(connection, resumed, now)), body=body, now=now)
    return True


def _news(connection: sqlite3.Connection, resumed: Subscription, now: datetime) -> Iterator[NewNotice]:
    for each in sessions_ahead_of(connection, resumed.subscriber, first=now.date()):
        if any(reason.row == resumed.row for reason in each.because):
            until = expires(NoticeKind.AGENDA, each.stored.known.meeting, now=now)
            yield _notice(resumed, NoticeKind.SESSION, Subject(Subject.MEETING, each.stored.row), now=now, until=until)
    if resumed.follow is Follow.PAPER:
        until = expires(NoticeKind.RESULT, None, now=now)
        yield _notice(resumed, NoticeKind.RESULT, Subject(Subject.PAPER, resumed.target), now=now, until=until)


def _notice(resumed: Subscription, kind: NoticeKind, subject: Subject, *, now: datetime, until: datetime) -> NewNotice:
    return NewNotice(
        subscriber=resumed.subscriber,
        kind=kind,
        subject=subject,
        dedupe=f"{subject}#resumed:{resumed.row}:{int(now.timestamp())}",
        not_before=now,
        expires_at=until,
    )
