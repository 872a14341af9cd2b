"""A session cancelled, revived, moved, given a time, or in another room."""

from council.served.session_news import SessionNews
from council.served.shown import ShownSession
from views.dates import moment
from views.notices.parts import Lines, Piece, Speech, item_line, organization_of, place, when, without_time


def cancelled(news: SessionNews, shown: ShownSession, speech: Speech) -> Piece | None:
    """With the chat's own items: somebody has to find another way for them."""
    if not news.cancelled:
        return None
    words, meeting = speech.words, shown.meeting
    headline = words("notice-cancelled", organization=organization_of(meeting), when=when(meeting, speech))
    own = tuple(item_line(each, words) for each in news.own)
    return Piece(headline, (*_formerly(news, speech), *((words("notice-was-on-agenda"), *own) if own else ())))


def revived(news: SessionNews, shown: ShownSession, speech: Speech) -> Piece | None:
    if not news.revived:
        return None
    meeting = shown.meeting
    headline = speech.words("notice-revived", organization=organization_of(meeting), when=when(meeting, speech))
    return Piece(headline, (*_formerly(news, speech), *_own(news, speech), *place(meeting, speech.words)))


def moved(news: SessionNews, shown: ShownSession, speech: Speech) -> Piece | None:
    if news.moved_from is None or news.cancelled or news.revived:
        return None
    meeting = shown.meeting
    headline = speech.words("notice-moved", organization=organization_of(meeting), when=when(meeting, speech))
    return Piece(headline, (*_formerly(news, speech), *_own(news, speech), *place(meeting, speech.words)))


def time_published(news: SessionNews, shown: ShownSession, speech: Speech) -> Piece | None:
    if not news.time_published or news.moved_from is not None:
        return None
    meeting = shown.meeting
    headline = speech.words("notice-time", organization=organization_of(meeting), when=when(meeting, speech))
    return Piece(headline, (*_own(news, speech), *place(meeting, speech.words)))


def other_room(news: SessionNews, shown: ShownSession, speech: Speech) -> Piece | None:
    """Where more is new the new place stands there already."""
    if not news.other_room or news.moved_from is not None or news.revived or news.cancelled:
        return None
    meeting = shown.meeting
    headline = speech.words("notice-room", organization=organization_of(meeting), when=when(meeting, speech))
    return Piece(headline, place(meeting, speech.words))


def _own(news: SessionNews, speech: Speech) -> Lines:
    """What the chat waits for there; left out where another piece of the message lists it."""
    if not news.own or news.scheduled or news.agenda_published:
        return ()
    return (speech.words("agenda-own"), *(item_line(each, speech.words) for each in news.own))


def _formerly(news: SessionNews, speech: Speech) -> Lines:
    if news.moved_from is None:
        return ()
    before = news.moved_from
    told = moment(before.start, speech.zone, speech.words) if before.start else without_time(before.day, speech)
    return (speech.words("notice-formerly", when=told),)
