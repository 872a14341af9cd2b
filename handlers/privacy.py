"""`/datenschutz`: what is stored, for how long, and who answers for it."""

from handlers.desk import Question
from storage.retention import GONE_KEPT, NOTICES_KEPT, SESSIONS_KEPT
from storage.wanted import ANSWERED_KEPT
from views import privacy as views
from views.message import Message

_KEPT = views.Kept(questions=ANSWERED_KEPT, notices=NOTICES_KEPT, sessions=SESSIONS_KEPT, gone=GONE_KEPT)


async def privacy(question: Question) -> tuple[Message, ...]:
    """The notice, filled from the settings and from what the storage really does."""
    return (views.privacy(question.desk.controller, _KEPT, words=question.words),)
