"""Stored sessions as views list them."""

from storage.meetings import StoredMeeting
from views.session_line import SessionEntry


def session_entry(stored: StoredMeeting, *, is_followed: bool = False, several_bodies: bool = False) -> SessionEntry:
    """`is_followed`: the chat follows its committee; `several_bodies` asks for the council's name."""
    return SessionEntry(
        row=stored.row,
        meeting=stored.known.meeting,
        agenda=any(each.item.public for each in stored.known.items),
        followed=is_followed,
        body=stored.body.name if several_bodies else None,
    )
