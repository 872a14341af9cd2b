"""A reminder before a session, right by construction: the session is read again when it is said."""

from datetime import datetime

from council.served.notices import Notice, NoticeState
from council.served.retractions import session_tokens
from notices.composed import Composed, Composition, Dropped
from notices.kinds.session_news import compose_session_news
from notices.kinds.showing import FOLLOWED_NO_MORE, NOT_PUBLIC, reasons_of
from notices.post import Post
from storage.deliveries import SessionToTell, session_to_tell
from views.notices.parts import Speech
from views.notices.reminder import reminder_message
from views.wording import words_of


async def compose_reminder(post: Post, notice: Notice) -> Composition:
    """Own items first, with the place; nothing for a session that was moved, cancelled or is followed no more."""
    row = notice.subject.row
    found = await post.database.read(session_to_tell, notice.to.row, row)
    if found is None:
        return NOT_PUBLIC
    if not found.own.because:
        return FOLLOWED_NO_MORE
    if overtaken := _overtaken(notice, found):
        return Dropped(state=NoticeState.SUPERSEDED, why=overtaken)
    if _is_unheard_of(found):
        # Nobody told this chat of the session, or of this start: that message says all a reminder would.
        news = await compose_session_news(post, notice)
        if isinstance(news, Composed):
            return news
    shown = found.own.shown
    message = reminder_message(
        shown,
        meeting_row=row,
        reasons=reasons_of(found.own.because),
        speech=Speech(words=words_of(notice.to.language), zone=post.zone),
    )
    mentions = session_tokens(row, shown, body=found.own.stored.body.key)
    return Composed(message=message, until=notice.expires_at, mentions=mentions)


def _overtaken(notice: Notice, found: SessionToTell) -> str:
    """Why this very reminder is not right any more; empty if it is."""
    if found.own.shown.meeting.cancelled:
        return "the session is cancelled"
    if not _is_this_start(notice, found):
        return "the session was moved"
    since, due = found.told.start_told_at if found.told else None, notice.facts.get("due")
    if since and due and not _is_unheard_of(found) and since >= datetime.fromisoformat(due):
        return "told of this start since it was due"
    return ""


def _is_this_start(notice: Notice, found: SessionToTell) -> bool:
    meeting = found.own.shown.meeting
    if meeting.day is None or notice.facts.get("day") != meeting.day.isoformat():
        return False
    start = notice.facts.get("start")
    if not start or meeting.start is None:
        # A time published since is told by itself, and brings reminders of its own.
        return not start and meeting.start is None
    return datetime.fromisoformat(start) == meeting.start


def _is_unheard_of(found: SessionToTell) -> bool:
    meeting, told = found.own.shown.meeting, found.told
    return told is None or (told.day, told.start) != (meeting.day, meeting.start)
