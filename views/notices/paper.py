"""News of a paper: a result and what comes next, a referral, a date that stands on no agenda yet."""

from collections.abc import Iterator, Sequence
from datetime import date
from urllib.parse import urlsplit

from markupsafe import Markup

from council.published.known import KnownPaper
from council.published.standing import standing
from council.published.way import Stop, Way, with_way
from council.served.paper_news import NewDay, PaperNews
from views.actions import Act, Action, action_data
from views.dates import day, moment
from views.message import Button, Message
from views.notices.parts import LONGEST_NAME, Piece, Reason, Speech, assembled
from views.shortening import clipped, one_line
from views.standing_line import next_line

_LONGEST_TITLE = 300
_LONGEST_RESULT = 300


def paper_message(
    news: PaperNews,
    known: KnownPaper,
    way: Way,
    *,
    reasons: Sequence[Reason],
    today: date,
    speech: Speech,
) -> Message:
    """`news` is not empty. After a result it says what comes next, or honestly that nothing is published yet."""
    words, paper = speech.words, known.paper
    pieces = tuple(_pieces(news, paper.reference, speech))
    about = [Markup("<b>{}</b> – {}").format(paper.reference, clipped(one_line(paper.name), _LONGEST_TITLE))]
    says_next = bool(news.referred or news.scheduled)
    if (news.results or news.changed_results) and not says_next:
        where = standing(with_way(paper, way), today=today)
        about.append(next_line(where, words) or words("notice-no-next"))
    rows = [(Button(label=words.label("button-card-of"), action=action_data(Action(Act.OPEN, number=known.row))),)]
    if paper.web and (host := urlsplit(paper.web).hostname):
        rows.append((Button(label=words.label("button-original", host=host), url=paper.web),))
    return assembled(pieces, about=tuple(about), reasons=reasons, speech=speech, buttons=tuple(rows))


def _pieces(news: PaperNews, reference: str, speech: Speech) -> Iterator[Piece]:
    words = speech.words
    for phrase, stops in (("notice-result", news.results), ("notice-result-changed", news.changed_results)):
        for stop in stops:
            result = clipped(one_line(stop.result or ""), _LONGEST_RESULT)
            yield Piece(words(phrase, reference=reference, result=result), (_where(stop, speech),))
    for stop in news.referred:
        yield Piece(
            words("notice-referred", reference=reference, organization=_name(stop)), (words("followed-no-date"),)
        )
    for each in news.scheduled:
        yield _dated(each, reference, speech)
    for stop in news.unscheduled:
        yield Piece(words("notice-unscheduled", reference=reference), (_where(stop, speech),))


def _dated(new: NewDay, reference: str, speech: Speech) -> Piece:
    words, stop = speech.words, new.stop
    lines = [words("notice-not-on-agenda")]
    if new.formerly is not None:
        lines.insert(0, words("notice-formerly", when=day(new.formerly, words)))
    headline = words("notice-dated", reference=reference, organization=_name(stop), when=_when(stop, speech))
    return Piece(headline, tuple(lines))


def _where(stop: Stop, speech: Speech) -> Markup:
    return Markup("{}, {}").format(_name(stop), _when(stop, speech)) if stop.date else Markup("{}").format(_name(stop))


def _when(stop: Stop, speech: Speech) -> str:
    if stop.start is not None:
        return moment(stop.start, speech.zone, speech.words)
    return day(stop.date, speech.words) if stop.date else speech.words.label("session-no-day")


def _name(stop: Stop) -> str:
    return clipped(one_line(stop.organization), LONGEST_NAME)
