"""All news of one session in one message, the most urgent as its first line."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from council.served.session_news import SessionNews
from council.served.shown import ShownItem, ShownSession
from views.actions import Act, Action, action_data
from views.message import Button, Message
from views.notices.agenda import agenda_changed, agenda_published
from views.notices.parts import Piece, Reason, Speech, assembled, original
from views.notices.scheduled import scheduled
from views.notices.session_changes import cancelled, moved, other_room, revived, time_published
from views.shortening import clipped
from views.wording import Words

_MOST_OPENED = 3

_Piece: TypeAlias = Callable[[SessionNews, ShownSession, Speech], Piece | None]
# Every kind of news of a session, the most urgent first.
PIECES: tuple[_Piece, ...] = (
    cancelled,
    revived,
    moved,
    time_published,
    other_room,
    scheduled,
    agenda_published,
    agenda_changed,
)


def session_message(
    news: SessionNews, shown: ShownSession, *, meeting_row: int, reasons: Sequence[Reason], speech: Speech
) -> Message:
    """`news` is not empty."""
    pieces = [piece for kind in PIECES if (piece := kind(news, shown, speech)) is not None]
    own = news.scheduled or news.own or tuple(each for each in news.withdrawn if each.own)
    return assembled(
        pieces, reasons=reasons, speech=speech, buttons=session_buttons(own, shown, meeting_row, speech.words)
    )


def session_buttons(
    own: Sequence[ShownItem], shown: ShownSession, meeting_row: int, words: Words
) -> tuple[tuple[Button, ...], ...]:
    """The chat's own papers, the agenda, and the original."""
    rows = {each.paper_row: each.item.item.paper for each in own if each.paper_row is not None}
    papers = tuple(
        Button(label=clipped(reference or "", 30), action=action_data(Action(Act.OPEN, number=row)))
        for row, reference in list(rows.items())[:_MOST_OPENED]
    )
    agenda = Button(label=words.label("button-agenda"), action=action_data(Action(Act.SESSION, number=meeting_row)))
    has_agenda = any(each.is_on for each in shown.items)
    below = (agenda,) if has_agenda else ()
    # Two buttons stand beside each other on a phone, with three their words are cut off.
    rows_shown = ((*papers, *below),) if len(papers) == 1 else (papers, below)
    return tuple(row for row in (*rows_shown, original(shown.meeting, words)) if row)
