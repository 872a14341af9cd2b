"""An agenda published, and what changed in one: own items first."""

from collections.abc import Sequence

from markupsafe import Markup

from council.served.session_news import SessionNews
from council.served.shown import ShownItem, ShownSession
from views.notices.parts import Lines, Piece, Speech, item_line, organization_of, place, when


def agenda_published(news: SessionNews, shown: ShownSession, speech: Speech) -> Piece | None:
    """All public items; the rest is left out where it does not fit."""
    if not news.agenda_published:
        return None
    words, meeting = speech.words, shown.meeting
    headline = words("notice-agenda", organization=organization_of(meeting), when=when(meeting, speech))
    others = tuple(each for each in shown.of_concern if each not in news.own)
    own = _titled("agenda-own", news.own, speech)
    rest = _titled("notice-other-items" if own else "agenda-all", others, speech)
    return Piece(headline, (*place(meeting, words), *own, *rest))


def agenda_changed(news: SessionNews, shown: ShownSession, speech: Speech) -> Piece | None:
    """Only the difference to what this chat was told."""
    groups = (
        ("notice-added", news.added),
        ("notice-withdrawn", news.withdrawn),
        ("notice-paper-added", news.paper_added),
        ("notice-reworded", news.reworded),
        ("notice-item-moved", news.moved),
    )
    lines: Lines = tuple(line for phrase, items in groups for line in _titled(phrase, items, speech))
    if news.gone:
        lines = (*lines, speech.words("notice-gone", count=news.gone))
    if not lines:
        return None
    meeting = shown.meeting
    headline = speech.words("notice-agenda-changed", organization=organization_of(meeting), when=when(meeting, speech))
    return Piece(headline, lines)


def _titled(phrase: str, items: Sequence[ShownItem], speech: Speech) -> tuple[Markup, ...]:
    """The chat's own items first, in the order of the agenda."""
    if not items:
        return ()
    ordered = sorted(items, key=lambda each: not each.own)
    return (speech.words(phrase), *(item_line(each, speech.words) for each in ordered))
