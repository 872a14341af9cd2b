"""`/abos`: what a chat follows, and a tap to pause, resume or end each of it."""

from datetime import timedelta

from telegram import CallbackQuery

from council.served.subscribers import Follow, Subscription
from handlers.deciding import decides
from handlers.desk import Place, Question
from handlers.followed import follower_row
from handlers.sending import acknowledge, add, replace, turn_over
from storage.authors import author_by_row
from storage.committees import sessions_of_committee
from storage.database import Connection
from storage.following import followed_papers
from storage.open_papers import open_papers_of
from storage.resuming import resume
from storage.subscribers import subscriber_of
from storage.subscriptions import (
    following_author,
    following_organization,
    following_paper,
    pause,
    subscription,
    subscriptions_of,
    unfollow,
)
from views import following
from views import subscriptions as views
from views.actions import Act, Action
from views.follow_button import afterwards, follow_again_button, followed_label
from views.message import Message
from views.paging import page_of

_LOOK_BACK = timedelta(days=400)
_UNDOES = frozenset({Act.UNDO_PAPER, Act.UNDO_ORGANIZATION, Act.UNDO_AUTHOR})
_ENDS = _UNDOES | {Act.STOP, Act.LEAVE_PAPER, Act.LEAVE_ORGANIZATION, Act.LEAVE_AUTHOR}
_OF_PAPERS = frozenset({Act.LEAVE_PAPER, Act.UNDO_PAPER})
_OF_AUTHORS = frozenset({Act.LEAVE_AUTHOR, Act.UNDO_AUTHOR})


async def subscriptions(question: Question) -> tuple[Message, ...]:
    """The first page."""
    return (await _page(question, 1),)


async def show_subscriptions(query: CallbackQuery, question: Question, _: Action) -> None:
    """The first page as a new message."""
    message = await _page(question, 1)
    await acknowledge(query)
    await add(query, (message,))


async def turn_subscriptions(query: CallbackQuery, question: Question, action: Action) -> None:
    """A page in place of the message."""
    message = await _page(question, action.page)
    await acknowledge(query)
    await replace(query, message)


async def change(query: CallbackQuery, question: Question, action: Action) -> None:
    """Ends, pauses or resumes, and says so where the button was pressed; what is not this chat's own stays."""
    place = await decides(query, question)
    if place is None:
        return
    changed = await question.desk.database.transaction(_change, question, place, action)
    if changed is None:
        await acknowledge(query, question.words.label("follow-left-already"))
    elif action.listed:
        message = await _page(question, action.listed, ended=changed if action.act is Act.STOP else None)
        await acknowledge(query)
        await replace(query, message)
    elif action.act in _UNDOES:
        await acknowledge(query)
        await replace(query, following.left(changed, words=question.words))
    else:
        await _say_there(query, question, action, changed)


async def _say_there(query: CallbackQuery, question: Question, action: Action, changed: Subscription) -> None:
    """The message stays; its button becomes the way back."""
    words = question.words
    phrase = {Act.PAUSE: "follow-paused", Act.RESUME: "follow-resumed"}.get(action.act, "follow-left")
    await acknowledge(
        query, words.label(phrase, label=followed_label(changed.follow, changed.label, words)), is_alert=False
    )
    if action.act is Act.STOP:
        await turn_over(query, follow_again_button(changed.follow, changed.target, words))
    else:
        await turn_over(query, afterwards(question.text, words))


def _change(connection: Connection, question: Question, place: Place, action: Action) -> Subscription | None:
    """The subscription that is meant, as it was; None if this chat has no such."""
    subscriber = subscriber_of(connection, place.chat, place.topic, defaults=question.desk.defaults)
    if subscriber is None or (meant := _meant(connection, subscriber.row, action)) is None:
        return None
    if action.act in _ENDS:
        unfollow(connection, subscriber.row, meant.row)
    elif action.act is Act.PAUSE:
        pause(connection, subscriber.row, meant.row, paused=True)
    else:
        resume(connection, subscriber.row, meant.row, now=question.desk.here_and_now())
    return meant


def _meant(connection: Connection, subscriber: int, action: Action) -> Subscription | None:
    if action.act in {Act.STOP, Act.PAUSE, Act.RESUME}:
        return subscription(connection, subscriber, action.number)
    if action.act in _OF_PAPERS:
        follow, found = Follow.PAPER, following_paper(connection, subscriber, action.number)
    elif action.act in _OF_AUTHORS:
        follow, found = Follow.AUTHOR, following_author(connection, subscriber, action.number)
    else:
        follow, found = Follow.ORGANIZATION, following_organization(connection, subscriber, action.number)
    # What is public no more can still be left.
    every = subscriptions_of(connection, subscriber)
    return found or next((each for each in every if each.follow is follow and each.target == action.number), None)


async def _page(question: Question, page: int, *, ended: Subscription | None = None) -> Message:
    def found(connection: Connection) -> views.FollowedPage:
        return _followed(connection, question, page, ended)

    shown = await question.desk.database.read(found)
    return views.subscriptions(shown, today=question.desk.today(), zone=question.desk.zone, words=question.words)


def _followed(connection: Connection, question: Question, page: int, ended: Subscription | None) -> views.FollowedPage:
    subscriber = follower_row(connection, question)
    every = () if subscriber is None else subscriptions_of(connection, subscriber)
    page, shown = page_of(every, page, views.PAGE_SIZE)
    papers = {each.subscription.row: each for each in followed_papers(connection, shown)}
    entries: list[views.Entry] = []
    for each in shown:
        if each.follow is Follow.ORGANIZATION:
            entries.append(_committee(connection, question, each))
        elif each.follow is Follow.AUTHOR:
            entries.append(_author(connection, question, each))
        elif (paper := papers.get(each.row)) is not None:
            entries.append(views.FollowedPaper(subscription=each, paper=paper.known.paper, way=paper.way))
        else:
            entries.append(views.FollowedPaper(subscription=each, paper=None))
    return views.FollowedPage(page=page, count=len(every), entries=tuple(entries), ended=ended)


def _author(connection: Connection, question: Question, followed: Subscription) -> views.FollowedAuthor:
    known = author_by_row(connection, followed.target)
    names = () if known is None else known.rows
    waiting = open_papers_of(connection, names, today=question.desk.today())
    return views.FollowedAuthor(subscription=followed, open_papers=len(waiting))


def _committee(connection: Connection, question: Question, followed: Subscription) -> views.FollowedCommittee:
    today = question.desk.today()
    coming = sessions_of_committee(connection, followed.target, first=today, most=1)
    past = sessions_of_committee(
        connection, followed.target, first=today - _LOOK_BACK, last=today - timedelta(days=1), most=100
    )
    return views.FollowedCommittee(
        subscription=followed,
        last=past[-1].known.meeting if past else None,
        next=coming[0].known.meeting if coming else None,
    )
