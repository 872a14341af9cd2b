"""News of a paper: results, referrals and dates that differ from what the chat was told of it."""

from council.served.expiry import expires
from council.served.notices import Notice, NoticeKind, NoticeState
from council.served.paper_news import paper_news
from council.served.retractions import paper_tokens
from council.served.telling_papers import told_paper
from notices.composed import Composed, Composition, Dropped
from notices.kinds.showing import FOLLOWED_NO_MORE, NOT_PUBLIC, reasons_of
from notices.post import Post
from storage.deliveries import paper_to_tell
from views.notices.paper import paper_message
from views.notices.parts import Speech
from views.notices.restated import paper_restated
from views.wording import words_of


async def compose_paper_news(post: Post, notice: Notice) -> Composition:
    """All that is new of its stops, in one message."""
    now = post.now().astimezone(post.zone)
    row = notice.subject.row
    found = await post.database.read(paper_to_tell, notice.to.row, row)
    if found is None:
        return NOT_PUBLIC
    if not found.because:
        return FOLLOWED_NO_MORE
    news = paper_news(found.told, found.way, today=now.date())
    if not news and not notice.uncertain:
        return Dropped(state=NoticeState.SUPERSEDED, why="nothing differs")
    reasons, today = reasons_of(found.because), now.date()
    speech = Speech(words=words_of(notice.to.language), zone=post.zone)
    if news:
        message = paper_message(news, found.known, found.way, reasons=reasons, today=today, speech=speech)
    else:
        # What was sent without an answer may stand in the chat, and is not so any more.
        message = paper_restated(found.known, found.way, reasons=reasons, today=today, speech=speech)
    return Composed(
        message=message,
        until=expires(NoticeKind.RESULT, None, now=now),
        told=told_paper(found.way, found.told),
        mentions=paper_tokens(
            row, items=(stop.agenda_item for stop in found.way if stop.agenda_item), body=found.known.body.key
        ),
    )
