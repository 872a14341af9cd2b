"""What takes the place of a message about something that is public no more."""

from views.message import Message
from views.wording import Words


def retraction_message(words: Words) -> Message:
    """A neutral line: it says nothing of what it was."""
    return Message(text=words("notice-retracted"))
