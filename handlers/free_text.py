"""A message without a command: a number is looked up, anything else is searched for."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from handlers.agenda import agenda
from handlers.committees import committees
from handlers.desk import Question
from handlers.pending import Answers
from handlers.search import found
from handlers.sessions import sessions
from handlers.status import numbers_and_links
from handlers.subscriptions import subscriptions
from views import trouble
from views.message import Message

# Whoever leaves out the slash means the same.
_NAMED: Mapping[str, Callable[[Question], Awaitable[Answers]]] = {
    "gremien": committees,
    "committees": committees,
    "termine": sessions,
    "sessions": sessions,
    "tagesordnung": agenda,
    "agenda": agenda,
    "abos": subscriptions,
}


async def free_text(question: Question) -> Answers:
    """Cards for its numbers and links; a command's bare name is that command; else the search for its words."""
    if (conversation := _NAMED.get(question.text.strip().casefold())) is not None:
        return await conversation(replace(question, text=""))
    return await numbers_and_links(question) or await found(question)


async def unknown_command(question: Question) -> tuple[Message, ...]:
    """A command that does not exist: say so, and where the list is."""
    return (trouble.unknown_command(question.command, words=question.words),)
