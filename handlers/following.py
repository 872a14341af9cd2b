"""Beginning to follow a paper or a committee, with one tap of consent before anything is stored."""

from collections.abc import Mapping
from typing import TypeAlias

from telegram import CallbackQuery

from council.served.subscribers import Follow
from handlers.author_spellings import shown_aliases
from handlers.deciding import decides
from handlers.desk import Place, Question
from handlers.sending import acknowledge, add, replace, turn_over
from handlers.session_entries import session_entry
from storage.beginning import (
    Asker,
    BegunAuthor,
    BegunCommittee,
    BegunPaper,
    Refused,
    Unbegun,
    begin_author,
    begin_committee,
    begin_paper,
)
from views import following
from views.actions import Act, Action
from views.follow_button import afterwards
from views.following_author import followed_author
from views.message import Message

_WHAT: Mapping[Act, Follow] = {
    Act.FOLLOW_PAPER: Follow.PAPER,
    Act.AGREE_PAPER: Follow.PAPER,
    Act.FOLLOW_ORGANIZATION: Follow.ORGANIZATION,
    Act.AGREE_ORGANIZATION: Follow.ORGANIZATION,
    Act.FOLLOW_AUTHOR: Follow.AUTHOR,
    Act.AGREE_AUTHOR: Follow.AUTHOR,
}
_AGREEING = frozenset({Act.AGREE_PAPER, Act.AGREE_ORGANIZATION, Act.AGREE_AUTHOR})
_Begun: TypeAlias = BegunPaper | BegunCommittee | BegunAuthor


async def follow(query: CallbackQuery, question: Question, action: Action) -> None:
    """Follows, and confirms with what is fixed already; or asks for consent; or says why not."""
    place = await decides(query, question)
    if place is None:
        return
    begun = await _begin(question, place, action)
    if isinstance(begun, Refused):
        await _refuse(query, question, action, begun)
        return
    message = _confirmation(question, begun)
    await acknowledge(query)
    if action.act in _AGREEING:
        await replace(query, message)
        return
    await turn_over(query, afterwards(question.text, question.words))
    await add(query, (message,))


async def decline(query: CallbackQuery, question: Question, _: Action) -> None:
    """No consent: nothing was stored."""
    await acknowledge(query)
    await replace(query, following.declined(question.words))


async def _begin(question: Question, place: Place, action: Action) -> _Begun | Refused:
    desk = question.desk
    asker = Asker(
        chat=place.chat,
        topic=place.topic,
        kind=place.kind,
        language=question.words.language,
        defaults=desk.defaults,
        agreed=following.CONSENT_VERSION if action.act in _AGREEING else None,
    )
    what = _WHAT[action.act]
    if what is Follow.PAPER:
        return await desk.database.transaction(begin_paper, asker, action.number, now=desk.here_and_now())
    if what is Follow.AUTHOR:
        return await desk.database.transaction(begin_author, asker, action.number, now=desk.here_and_now())
    return await desk.database.transaction(begin_committee, asker, action.number, now=desk.here_and_now())


async def _refuse(query: CallbackQuery, question: Question, action: Action, refused: Refused) -> None:
    words = question.words
    if refused.why is Unbegun.NOT_AGREED:
        await acknowledge(query)
        await add(query, (following.consent(_WHAT[action.act], action.number, refused.label, words=words),))
    else:
        full = refused.why is Unbegun.FULL
        await acknowledge(query, following.full(words) if full else words.label("follow-gone"))


def _confirmation(question: Question, begun: _Begun) -> Message:
    desk, words = question.desk, question.words
    if isinstance(begun, BegunCommittee):
        return following.followed_committee(
            _followed(Follow.ORGANIZATION, begun.committee.row, begun.committee.name, begun),
            tuple(session_entry(each) for each in begun.coming),
            zone=desk.zone,
            words=words,
        )
    if isinstance(begun, BegunAuthor):
        followed = _followed(Follow.AUTHOR, begun.known.row, begun.known.author.name, begun)
        return followed_author(followed, begun.subscription, shown_aliases(begun.known), words=words)
    paper = begun.known.paper
    return following.followed_paper(
        _followed(Follow.PAPER, begun.known.row, paper.reference or paper.name, begun),
        begun.way,
        family=begun.family,
        today=desk.today(),
        zone=desk.zone,
        words=words,
    )


def _followed(follow: Follow, row: int, label: str, begun: _Begun) -> following.Followed:
    return following.Followed(
        follow=follow, row=row, label=label, added=begun.added, reminders=begun.subscriber.remind_before
    )
