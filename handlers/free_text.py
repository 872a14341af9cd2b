"""A message without a command: a number is looked up, anything else is searched for."""

from handlers.desk import Question
from handlers.pending import Answers
from handlers.search import found
from handlers.status import numbers_and_links
from views import trouble
from views.message import Message


async def free_text(question: Question) -> Answers:
    """Cards for its numbers and links; else the search for its words."""
    return await numbers_and_links(question) or await found(question)


async def unknown_command(question: Question) -> tuple[Message, ...]:
    """A command that does not exist: say so, and where the list is."""
    return (trouble.unknown_command(question.command, words=question.words),)
