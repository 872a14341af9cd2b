"""How things stand, said once more: a message that may have arrived said something else."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from council.published.known import KnownPaper
from council.published.standing import standing
from council.published.way import Way, with_way
from council.served.shown import ShownSession
from views.actions import Act, Action, action_data
from views.message import Button, Message
from views.notices.parts import Piece, Reason, Speech, assembled, item_line, organization_of, place, when
from views.notices.session import session_buttons
from views.shortening import clipped, one_line
from views.standing_line import next_line, standing_line


def session_restated(shown: ShownSession, *, meeting_row: int, reasons: Sequence[Reason], speech: Speech) -> Message:
    """When and where it is, or that it is cancelled, with the chat's own items."""
    words, meeting = speech.words, shown.meeting
    phrase = "notice-cancelled" if meeting.cancelled else "notice-restated"
    headline = words(phrase, organization=organization_of(meeting), when=when(meeting, speech))
    own = tuple(item_line(each, words) for each in shown.own_on)
    lines = (words("notice-restated-why"), *((words("agenda-own"), *own) if own else ()), *place(meeting, words))
    buttons = session_buttons(shown.own_on, shown, meeting_row, words)
    return assembled((Piece(headline, lines),), reasons=reasons, speech=speech, buttons=buttons)


def paper_restated(known: KnownPaper, way: Way, *, reasons: Sequence[Reason], today: date, speech: Speech) -> Message:
    """Where the paper stands, and what comes next."""
    words = speech.words
    where = standing(with_way(known.paper, way), today=today)
    title = Markup("<b>{}</b> – {}").format(known.paper.reference, clipped(one_line(known.paper.name), 300))
    lines = [words("notice-restated-why"), title]
    if (coming := next_line(where, words)) is not None:
        lines.append(coming)
    card = Button(label=words.label("button-card-of"), action=action_data(Action(Act.OPEN, number=known.row)))
    return assembled(
        (Piece(standing_line(where, words), tuple(lines)),), reasons=reasons, speech=speech, buttons=((card,),)
    )
