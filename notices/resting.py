"""Quiet hours once more, just before the call: they were chosen meanwhile, or we were down, or it was put back."""

from datetime import datetime
from zoneinfo import ZoneInfo

from council.served.notices import Notice, NoticeKind
from council.served.quiet_hours import Moment, news_moment, urgent_moment

_URGENT = (NoticeKind.SESSION, NoticeKind.REMINDER)


def moment_of(notice: Notice, until: datetime, *, now: datetime, zone: ZoneInfo) -> Moment:
    """When it goes out that was to go out `now` (both UTC); `until` is when it is of no use any more.

    What was promised silently was meant for quiet hours, and an edit rings for nobody.
    """
    if notice.silent or notice.edits is not None:
        return Moment(now, silent=notice.silent)
    if notice.kind in _URGENT:
        return urgent_moment(now, until, notice.to.quiet_hours, zone=zone)
    return Moment(news_moment(now, notice.to.quiet_hours, zone))
