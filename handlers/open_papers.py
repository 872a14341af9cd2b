"""`/offen`: what of a faction, of anybody, or of what this chat follows is not finished."""

from collections.abc import Sequence

from telegram import CallbackQuery

from handlers.author_choice import meant_authors, nearest_authors
from handlers.desk import Question
from handlers.followed import follower_row
from handlers.sending import acknowledge, add, replace
from storage.authors import KnownAuthor, all_authors, author_by_row
from storage.bodies import all_bodies
from storage.database import Connection
from storage.open_papers import OpenPaper, open_papers_followed, open_papers_of, shown_papers
from storage.subscriptions import following_author
from views import open_papers as views
from views.actions import Action
from views.authors import MOST_AUTHORS, AuthorEntry, choose_author, several_authors, unknown_author
from views.message import Message


async def open_papers(question: Question) -> tuple[Message, ...]:
    """`/offen GRÜNE`; `/offen` alone: of what this chat follows, or a choice of factions."""
    asked = " ".join(question.text.split())

    def found(connection: Connection) -> Message:
        return of_words(connection, question, asked) if asked else _of_this_chat(connection, question)

    return (await question.desk.database.read_slowly(found),)


async def turn_open_papers(query: CallbackQuery, question: Question, action: Action) -> None:
    """A page of an author's, in place."""

    def found(connection: Connection) -> Message | None:
        known = author_by_row(connection, action.number)
        return None if known is None else _of_author(connection, question, known, page=action.page)

    message = await question.desk.database.read_slowly(found)
    if message is None:
        await acknowledge(query, question.words.label("authors-gone"))
        return
    await acknowledge(query)
    await replace(query, message)


async def show_open_papers(query: CallbackQuery, question: Question, action: Action) -> None:
    """The first page of an author's as a new message."""

    def found(connection: Connection) -> Message | None:
        known = author_by_row(connection, action.number)
        return None if known is None else _of_author(connection, question, known, page=1)

    message = await question.desk.database.read_slowly(found)
    if message is None:
        await acknowledge(query, question.words.label("authors-gone"))
        return
    await acknowledge(query)
    await add(query, (message,))


async def turn_open_followed(query: CallbackQuery, question: Question, action: Action) -> None:
    """A page of what this chat follows, in place."""

    def found(connection: Connection) -> Message:
        return _followed(connection, question, page=action.page) or views.nothing_open(views.Whose(), question.words)

    message = await question.desk.database.read_slowly(found)
    await acknowledge(query)
    await replace(query, message)


async def show_authors(query: CallbackQuery, question: Question, _: Action) -> None:
    """The choice of factions as a new message."""
    message = await question.desk.database.read_slowly(_choice, question)
    await acknowledge(query)
    await add(query, (message,))


def of_words(connection: Connection, question: Question, asked: str) -> Message:
    """The first page of the only author that is meant; else which ones may be."""
    authors = all_authors(connection)
    meant = meant_authors(asked, authors)
    if len(meant) == 1:
        return _of_author(connection, question, meant[0], page=1)
    if meant:
        entries = _entries(connection, meant[:MOST_AUTHORS])
        return several_authors(asked, entries, left=len(meant) - len(entries), words=question.words)
    return unknown_author(asked, _entries(connection, nearest_authors(asked, authors)), words=question.words)


def _of_this_chat(connection: Connection, question: Question) -> Message:
    return _followed(connection, question, page=1) or _choice(connection, question)


def _choice(connection: Connection, question: Question) -> Message:
    factions = [each for each in all_authors(connection) if each.author.is_faction]
    entries = _entries(connection, factions[:MOST_AUTHORS])
    return choose_author(entries, left=len(factions) - len(entries), words=question.words)


def _followed(connection: Connection, question: Question, *, page: int) -> Message | None:
    """None where this chat follows no paper."""
    subscriber = follower_row(connection, question)
    found = None if subscriber is None else open_papers_followed(connection, subscriber, today=question.desk.today())
    return None if found is None else _list(connection, question, found, whose=views.Whose(), page=page)


def _of_author(connection: Connection, question: Question, known: KnownAuthor, *, page: int) -> Message:
    several = len(all_bodies(connection)) > 1
    whose = views.Whose(
        author=known.row,
        name=known.author.name,
        spellings=known.author.spellings,
        member=known.author.member,
        body=known.body.name if several else None,
        is_followed=_is_followed(connection, question, known.row),
    )
    found = open_papers_of(connection, known.rows, today=question.desk.today())
    return _list(connection, question, found, whose=whose, page=page)


def _is_followed(connection: Connection, question: Question, row: int) -> bool:
    subscriber = follower_row(connection, question)
    return subscriber is not None and following_author(connection, subscriber, row) is not None


def _list(
    connection: Connection, question: Question, found: Sequence[OpenPaper], *, whose: views.Whose, page: int
) -> Message:
    if not found:
        return views.nothing_open(whose, question.words)
    ordered = [found[place] for place in views.grouped([each.waiting for each in found])]
    page, part = views.open_page(len(ordered), page)
    entries = tuple(
        views.OpenEntry(
            row=each.known.row,
            reference=each.known.paper.reference,
            name=each.known.paper.name,
            waiting=each.waiting,
            way=each.way,
        )
        for each in shown_papers(connection, ordered[part])
    )
    every = [each.waiting for each in ordered]
    return views.open_papers(
        entries, whose=whose, every=every, page=page, today=question.desk.today(), words=question.words
    )


def _entries(connection: Connection, authors: Sequence[KnownAuthor]) -> tuple[AuthorEntry, ...]:
    several = len(all_bodies(connection)) > 1
    return tuple(
        AuthorEntry(row=each.row, name=each.author.name, body=each.body.name if several else None) for each in authors
    )
