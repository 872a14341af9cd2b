"""What this chat follows already, for lists that mark it."""

from council.served.concerns import organization_key
from council.served.subscribers import Follow
from handlers.desk import Question
from storage.database import Connection
from storage.subscribers import subscriber_of
from storage.subscriptions import subscriptions_of


def follower_row(connection: Connection, question: Question) -> int | None:
    """Our row of the chat (or topic) that asks; None if it never followed anything, or is not known."""
    place = question.place
    if place is None:
        return None
    subscriber = subscriber_of(connection, place.chat, place.topic, defaults=question.desk.defaults)
    return None if subscriber is None else subscriber.row


def followed_organizations(connection: Connection, question: Question) -> frozenset[int]:
    """Our rows of the organizations it follows, also while that rests."""
    subscriber = follower_row(connection, question)
    if subscriber is None:
        return frozenset()
    every = subscriptions_of(connection, subscriber)
    return frozenset(each.target for each in every if each.follow is Follow.ORGANIZATION)


def followed_organization_keys(connection: Connection, question: Question) -> frozenset[str]:
    """The same as names are compared: a session tells only its organization's name."""
    subscriber = follower_row(connection, question)
    if subscriber is None:
        return frozenset()
    every = subscriptions_of(connection, subscriber)
    return frozenset(organization_key(each.label) for each in every if each.follow is Follow.ORGANIZATION)
