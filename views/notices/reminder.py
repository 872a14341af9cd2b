"""A reminder before a session: own items first, where it is, and the agenda."""

from collections.abc import Sequence

from council.served.shown import ShownSession
from views.message import Message
from views.notices.parts import Piece, Reason, Speech, assembled, item_line, organization_of, place, when
from views.notices.session import session_buttons


def reminder_message(shown: ShownSession, *, meeting_row: int, reasons: Sequence[Reason], speech: Speech) -> Message:
    """For followers of the committee also how much else is on the agenda, or that it is not published yet."""
    words, meeting, own = speech.words, shown.meeting, shown.own_on
    headline = words("notice-reminder", organization=organization_of(meeting), when=when(meeting, speech))
    lines = [item_line(each, words) for each in own]
    if own:
        lines.insert(0, words("agenda-own"))
    lines += place(meeting, words)
    if shown.whole:
        others = sum(each.is_on for each in shown.items) - len(own)
        if others:
            lines.append(words("notice-others", count=others) if own else words("notice-items", count=others))
        elif not own:
            lines.append(words("agenda-not-out"))
    buttons = session_buttons(own, shown, meeting_row, words)
    return assembled((Piece(headline, tuple(lines)),), reasons=reasons, speech=speech, buttons=buttons)
