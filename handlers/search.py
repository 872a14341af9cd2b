"""Search by words."""

from handlers.desk import Question
from handlers.stock import stock_of
from storage.search import search as search_stored
from views.actions import fitting_words
from views.message import Message
from views.search_results import PAGE_SIZE, Results, search_how, search_results
from views.trouble import not_understood


async def search(question: Question) -> tuple[Message, ...]:
    """`/suche WORDS`; without words, how to search."""
    if not question.text.strip():
        return (search_how(question.words),)
    return await found(question)


async def found(question: Question) -> tuple[Message, ...]:
    """The first page of what a text finds; help where it holds no word at all."""
    if not any(character.isalnum() for character in question.text):
        stock, _ = await stock_of(question.desk)
        return (not_understood(stock, words=question.words),)
    return (await results_page(question, question.text, page=1),)


async def results_page(question: Question, text: str, *, page: int) -> Message:
    """One page of results (from 1). As many words are asked as the buttons below can carry."""
    asked = fitting_words(text)
    hits = await question.desk.database.read_slowly(
        search_stored, asked, offset=(page - 1) * PAGE_SIZE, limit=PAGE_SIZE
    )
    stock, _ = await stock_of(question.desk)
    results = Results(
        words=asked,
        page=page,
        papers=hits.hits,
        more=hits.more,
        total=hits.total,
        loosened=hits.loosened,
        shortened=asked != " ".join(text.split()),
    )
    return search_results(
        results,
        words=question.words,
        today=question.desk.today(),
        example=stock.example,
        several_bodies=len(stock.bodies) > 1,
    )
