"""The spellings of a followed author: which there are, and a tap to take out what does not belong to it."""

from collections.abc import Collection

from telegram import CallbackQuery

from council.served.subscribers import Follow
from handlers.deciding import decides
from handlers.desk import Place, Question
from handlers.sending import acknowledge, replace
from storage.authors import KnownAuthor, author_by_row
from storage.database import Connection
from storage.subscribers import subscriber_of
from storage.subscriptions import exclude_name, excluded_names, subscription
from views.actions import Action
from views.following import Followed
from views.following_author import ShownAlias, followed_author
from views.message import Message


async def exclude(query: CallbackQuery, question: Question, action: Action) -> None:
    """Takes one spelling out, and shows the others in place."""
    place = await decides(query, question)
    if place is None:
        return

    def excluded(connection: Connection) -> Message | None:
        return _without(connection, question, place, action)

    message = await question.desk.database.transaction(excluded)
    if message is None:
        await acknowledge(query, question.words.label("follow-left-already"))
        return
    await acknowledge(query)
    await replace(query, message)


def shown_aliases(known: KnownAuthor, *, without: Collection[int] = ()) -> tuple[ShownAlias, ...]:
    """Those of which there are papers; `without` are our rows of those taken out."""
    return tuple(
        ShownAlias(row=row, written=alias.written[0], papers=alias.papers, of_members=alias.is_of_members)
        for alias in known.author.aliases
        if (row := known.row_of(alias.key)) is not None and row not in without
    )


def _without(connection: Connection, question: Question, place: Place, action: Action) -> Message | None:
    """None where this chat follows no such author (any more)."""
    subscriber = subscriber_of(connection, place.chat, place.topic, defaults=question.desk.defaults)
    followed = subscriber and subscription(connection, subscriber.row, action.number)
    if not subscriber or not followed or followed.follow is not Follow.AUTHOR:
        return None
    known = author_by_row(connection, followed.target)
    if known is None:
        return None
    left = shown_aliases(known, without=excluded_names(connection, followed.row))
    if [each.row for each in left] != [action.page]:
        # The last one stays: nothing would be followed without it.
        exclude_name(connection, subscriber.row, followed.row, action.page)
        left = tuple(each for each in left if each.row != action.page)
    shown = Followed(
        follow=Follow.AUTHOR,
        row=followed.target,
        label=followed.label,
        added=True,
        reminders=subscriber.remind_before,
    )
    return followed_author(shown, followed.row, left, words=question.words)
