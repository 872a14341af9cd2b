"""Words that somebody says of a paper: the only one that is meant, or what the words find."""

from collections.abc import Mapping

from handlers.author_choice import meant_authors
from handlers.desk import Question
from handlers.opening import by_row
from handlers.pending import Answers
from handlers.search import results_page
from handlers.status import card
from storage.authors import all_authors
from storage.database import Connection
from storage.folding import fold, words_to_ask
from storage.search import SearchPage, search
from views.actions import fitting_words
from views.message import Message

# Factions as English speakers call them.
_IN_GERMAN: Mapping[str, str] = {
    "greens": "Grüne",
    "green party": "Grüne",
    "left": "Linke",
    "left party": "Linke",
    "liberals": "FDP",
    "free democrats": "FDP",
    "social democrats": "SPD",
    "christian democrats": "CDU",
}


def author_in_german(name: str) -> str:
    """The faction's German name; any other name as it is."""
    return _IN_GERMAN.get(fold(name), name)


async def paper_about(question: Question, words: str) -> Answers:
    """The card of the only paper with all of `words`, else a page of results."""
    if not await _is_title(question):
        hits = await _hits(question, words)
        only = hits.hits[0].row if hits.total == 1 and not hits.loosened else None
        if only is not None and (opening := await by_row(question.desk, only, question.place)):
            return (card(question, opening),)
    return await results_about(question, words)


async def results_about(question: Question, words: str) -> Answers:
    """What `words` find. A title that holds everything that was written comes first: "Status der Umsetzung" may be
    one.
    """
    return (await searched(question, question.text if await _is_title(question) else words),)


async def searched(question: Question, words: str) -> Message:
    """The first page of what they find."""
    return await results_page(question, words, page=1)


async def is_known_author(question: Question, name: str) -> bool:
    """Whether some author is meant by it."""

    def found(connection: Connection) -> bool:
        return bool(meant_authors(name, all_authors(connection)))

    return await question.desk.database.read_slowly(found)


async def _hits(question: Question, words: str) -> SearchPage:
    return await question.desk.database.read_slowly(search, fitting_words(words), limit=2)


async def _is_title(question: Question) -> bool:
    """Whether a paper's title holds all that was written."""
    asked, found = words_to_ask(question.text), await _hits(question, question.text)
    return not found.loosened and any(all(word in fold(each.paper.name) for word in asked) for each in found.hits)
