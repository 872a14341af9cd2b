"""A message without a command: numbers first, then what a sentence asks for; anything else is searched for."""

from council.served.intents import IntentKind, intents
from handlers.desk import Question
from handlers.pending import Answers
from handlers.search import found
from handlers.status import numbers_and_links
from handlers.understanding import answer, hinted
from views import trouble
from views.message import Message


async def free_text(question: Question) -> Answers:
    """Cards for its numbers and links; else the answer to its sentence; else the search for its words."""
    asked = intents(question.text, today=question.desk.today())
    if cards := await numbers_and_links(question):
        return hinted(question, cards) if any(each.kind is IntentKind.FOLLOW for each in asked) else cards
    return await answer(question, asked) or await found(question)


async def unknown_command(question: Question) -> tuple[Message, ...]:
    """A command that does not exist: say so, and where the list is."""
    return (trouble.unknown_command(question.command, words=question.words),)
