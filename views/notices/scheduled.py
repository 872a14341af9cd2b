"""A followed paper is on a published agenda: when, where, as which item."""

from council.served.session_news import SessionNews
from council.served.shown import ShownSession
from views.notices.parts import Piece, Speech, item_line, organization_of, place, when


def scheduled(news: SessionNews, shown: ShownSession, speech: Speech) -> Piece | None:
    if not news.scheduled:
        return None
    words, meeting = speech.words, shown.meeting
    named = {"organization": organization_of(meeting), "when": when(meeting, speech)}
    only = news.scheduled[0].item.item.paper if len(news.scheduled) == 1 else None
    headline = (
        words("notice-scheduled", reference=only, **named)
        if only
        else words("notice-scheduled-several", count=len(news.scheduled), **named)
    )
    return Piece(headline, (*(item_line(each, words) for each in news.scheduled), *place(meeting, words)))
