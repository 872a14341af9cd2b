"""News of a session: what differs from what the chat was told of it, most urgent first."""

from council.served.expiry import expires
from council.served.notices import Notice, NoticeState
from council.served.retractions import session_tokens
from council.served.session_news import kind_of, session_news
from council.served.telling import told_session
from notices.composed import Composed, Composition, Dropped
from notices.kinds.showing import FOLLOWED_NO_MORE, NOT_PUBLIC, reasons_of
from notices.post import Post
from storage.deliveries import session_to_tell
from views.notices.parts import Speech
from views.notices.restated import session_restated
from views.notices.session import session_message
from views.wording import words_of


async def compose_session_news(post: Post, notice: Notice) -> Composition:
    """Cancelled, moved, scheduled, agenda published, agenda changed: all of it in one message."""
    now = post.now().astimezone(post.zone)
    row = notice.subject.row
    found = await post.database.read(session_to_tell, notice.to.row, row)
    if found is None:
        return NOT_PUBLIC
    if not found.own.because:
        return FOLLOWED_NO_MORE
    shown = found.own.shown
    news = session_news(found.told, shown, now=now)
    if not news and not notice.uncertain:
        return Dropped(state=NoticeState.SUPERSEDED, why="nothing differs")
    reasons = reasons_of(found.own.because)
    speech = Speech(words=words_of(notice.to.language), zone=post.zone)
    if news:
        message = session_message(news, shown, meeting_row=row, reasons=reasons, speech=speech)
    else:
        # What was sent without an answer may stand in the chat, and is not so any more.
        message = session_restated(shown, meeting_row=row, reasons=reasons, speech=speech)
    return Composed(
        message=message,
        until=expires(kind_of(news), shown.meeting, now=now),
        told=told_session(shown, found.told, now=now),
        mentions=session_tokens(row, shown, body=found.own.stored.body.key),
    )
