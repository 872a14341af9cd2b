"""Until when news is of use."""

import datetime as dt

from council.published.changes import Change, Facts
from council.published.meeting_times import ends
from council.published.meetings import Meeting
from council.served.notices import NoticeKind

# Results, referrals and dates are worth knowing after a longer failure too.
_WITHOUT_SESSION = dt.timedelta(days=14)


def expires(
    kind: NoticeKind, meeting: Meeting | None, *, now: dt.datetime, change: Change | None = None
) -> dt.datetime:
    """The instant (UTC) from which news of this kind is not sent any more; `now` is in the council's zone.

    A cancellation or a move: the start, where that was moved the later one, without a time the end of the day. What
    stands on an agenda: the end of the session. All else, and sessions without a day: 14 days.
    """
    until = _until(kind, meeting, change, now) if meeting else None
    return (until or now + _WITHOUT_SESSION).astimezone(dt.UTC)


def latest_start(day: dt.date | None, start: dt.datetime | None, *, zone: dt.tzinfo | None) -> dt.datetime | None:
    """When it has begun for sure: at the start; where no time is published, at the end of the day."""
    return start or ends(day, None, None, zone=zone)


def when(facts: Facts) -> tuple[dt.date | None, dt.datetime | None]:
    """Day and start that a session's change tells."""
    day, start = facts.get("day"), facts.get("start")
    return (
        dt.date.fromisoformat(day) if isinstance(day, str) else None,
        dt.datetime.fromisoformat(start) if isinstance(start, str) else None,
    )


def _until(kind: NoticeKind, meeting: Meeting, change: Change | None, now: dt.datetime) -> dt.datetime | None:
    zone = now.tzinfo
    if kind in {NoticeKind.AGENDA, NoticeKind.SCHEDULED}:
        return ends(meeting.day, meeting.start, meeting.end, zone=zone)
    if kind is not NoticeKind.SESSION:
        return None
    start = latest_start(meeting.day, meeting.start, zone=zone)
    former = latest_start(*when(change.before), zone=zone) if change else None
    return max(filter(None, (start, former)), default=None)
