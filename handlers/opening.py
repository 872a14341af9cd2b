"""A paper as one chat opens it: with whether the chat follows it."""

from dataclasses import dataclass

from council.published.known import KnownPaper
from handlers.desk import Desk, Place
from storage.database import Connection
from storage.questions import OpenedPaper, open_reference, open_row, opened
from storage.subscribers import Defaults, subscriber_of
from storage.subscriptions import following_paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """The paper, and whether this chat follows it; False where the chat is not known: following twice does no harm."""

    paper: OpenedPaper
    is_followed: bool


async def by_row(desk: Desk, row: int, place: Place | None) -> Opening | None:
    """By our number for it; None where it is not there or not public."""

    def found(connection: Connection) -> Opening | None:
        return _opening(connection, open_row(connection, row), place, desk.defaults)

    return await desk.database.read(found)


async def by_reference(desk: Desk, body: str, reference: str, place: Place | None) -> Opening | None:
    """One council's paper by its exact number."""

    def found(connection: Connection) -> Opening | None:
        return _opening(connection, open_reference(connection, body, reference), place, desk.defaults)

    return await desk.database.read(found)


async def of_known(desk: Desk, known: KnownPaper, place: Place | None) -> Opening:
    """A paper that a look-up has loaded already."""

    def found(connection: Connection) -> Opening:
        paper = opened(connection, known)
        return Opening(paper=paper, is_followed=_follows(connection, paper, place, desk.defaults))

    return await desk.database.read(found)


def _opening(
    connection: Connection, paper: OpenedPaper | None, place: Place | None, defaults: Defaults
) -> Opening | None:
    if paper is None:
        return None
    return Opening(paper=paper, is_followed=_follows(connection, paper, place, defaults))


def _follows(connection: Connection, paper: OpenedPaper, place: Place | None, defaults: Defaults) -> bool:
    subscriber = place and subscriber_of(connection, place.chat, place.topic, defaults=defaults)
    return bool(subscriber and following_paper(connection, subscriber.row, paper.known.row))
