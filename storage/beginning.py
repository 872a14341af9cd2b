"""Where following begins: agreed to, followed, and what is published by then counts as told, in one transaction."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum, auto

from council.published.known import KnownPaper
from council.published.known_meetings import KnownItem
from council.published.meetings import Meeting
from council.published.way import Way
from council.served.languages import Language
from council.served.shown import ShownItem
from council.served.subscribers import ChatKind, Subscriber, Subscription
from council.served.telling import told_session as as_told
from council.served.telling_papers import told_paper as paper_as_told
from council.served.told import ToldItem, ToldSession
from storage.authors import KnownAuthor, author_by_row
from storage.committees import Committee, committee, sessions_of_committee
from storage.following import OwnSession, session_for
from storage.meetings import StoredMeeting, meetings_between
from storage.papers import paper_by_row
from storage.questions import relatives_of
from storage.resuming import resume
from storage.subscribers import Defaults, came_back, consent, ensure_subscriber, subscriber_of
from storage.subscriptions import (
    follow_author,
    follow_organization,
    follow_paper,
    following_author,
    following_organization,
    following_paper,
)
from storage.told import tell_paper, tell_session, told_paper, told_session
from storage.ways import sessions_of_paper, way_of_paper

# As many as a confirmation shows; what is not shown is not told.
_MOST_SESSIONS = 4
_AHEAD = timedelta(days=62)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """The chat, or topic, that wants to follow. `agreed`: the version of the consent it agrees to right now."""

    chat: int
    topic: int | None
    kind: ChatKind
    language: Language
    defaults: Defaults
    agreed: int | None = None


class Unbegun(StrEnum):
    """Why nothing was begun, and nothing stored."""

    GONE = auto()  # not there, or not public
    FULL = auto()
    NOT_AGREED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """`label` is what people call it, empty where it is gone."""

    why: Unbegun
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BegunPaper:
    """A paper that is followed now. `added`: it was not before. `family`: items of its family (not its own) on
    agendas ahead that the chat had not followed before.
    """

    subscriber: Subscriber
    known: KnownPaper
    way: Way
    added: bool
    family: tuple[tuple[Meeting, KnownItem], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BegunCommittee:
    """A committee that is followed now, with its next sessions, earliest first."""

    subscriber: Subscriber
    committee: Committee
    coming: tuple[StoredMeeting, ...]
    added: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BegunAuthor:
    """An author whose papers are all followed now; `subscription` is our row."""

    subscriber: Subscriber
    known: KnownAuthor
    subscription: int
    added: bool


def begin_paper(connection: sqlite3.Connection, asker: Asker, row: int, *, now: datetime) -> BegunPaper | Refused:
    """`row` is ours for the paper, `now` in the council's zone."""
    known = paper_by_row(connection, row)
    if known is None:
        return Refused(why=Unbegun.GONE)
    label = known.paper.reference or known.paper.name
    subscriber = agreed(connection, asker, now=now)
    if subscriber is None:
        return Refused(why=Unbegun.NOT_AGREED, label=label)
    _go_on(connection, following_paper(connection, subscriber.row, row), now=now)
    before = _seen(connection, subscriber, _sessions_of_family(connection, known, now=now))
    followed = follow_paper(connection, subscriber.row, row, now=now)
    if followed.full:
        return Refused(why=Unbegun.FULL, label=label)
    way = way_of_paper(connection, known)
    if not followed.added:
        return BegunPaper(subscriber=subscriber, known=known, way=way, added=False)
    if told_paper(connection, subscriber.row, row) is None:
        tell_paper(connection, subscriber.row, row, paper_as_told(way), now=now)
    family: list[tuple[Meeting, KnownItem]] = []
    for former in before:
        new = _tell(connection, subscriber, former, now=now)
        family += [(former.shown.meeting, each.item) for each in new if each.is_on and each.paper_row != row]
    return BegunPaper(subscriber=subscriber, known=known, way=way, added=True, family=tuple(family))


def begin_committee(
    connection: sqlite3.Connection, asker: Asker, row: int, *, now: datetime
) -> BegunCommittee | Refused:
    """`row` is ours for the organization, `now` in the council's zone."""
    found = committee(connection, row, today=now.date())
    if found is None:
        return Refused(why=Unbegun.GONE)
    subscriber = agreed(connection, asker, now=now)
    if subscriber is None:
        return Refused(why=Unbegun.NOT_AGREED, label=found.name)
    _go_on(connection, following_organization(connection, subscriber.row, row), now=now)
    coming = sessions_of_committee(connection, row, first=now.date(), most=_MOST_SESSIONS)
    before = _seen(connection, subscriber, [each.row for each in coming])
    followed = follow_organization(connection, subscriber.row, row, now=now)
    if followed.full:
        return Refused(why=Unbegun.FULL, label=found.name)
    if followed.added:
        for former in before:
            _tell(connection, subscriber, former, now=now)
    return BegunCommittee(subscriber=subscriber, committee=found, coming=coming, added=followed.added)


def begin_author(connection: sqlite3.Connection, asker: Asker, row: int, *, now: datetime) -> BegunAuthor | Refused:
    """`row` is ours of any of the author's names, `now` in the council's zone.

    Papers are told from now on: what differs from what was published before the change that is announced. Items on
    agendas ahead count as told.
    """
    known = author_by_row(connection, row)
    if known is None:
        return Refused(why=Unbegun.GONE)
    subscriber = agreed(connection, asker, now=now)
    if subscriber is None:
        return Refused(why=Unbegun.NOT_AGREED, label=known.author.name)
    _go_on(connection, following_author(connection, subscriber.row, row), now=now)
    ahead = meetings_between(connection, now.date(), now.date() + _AHEAD, body=known.body.key)
    before = _seen(connection, subscriber, [each.row for each in ahead])
    followed = follow_author(connection, subscriber.row, row, now=now)
    if followed.full or followed.row is None:
        return Refused(why=Unbegun.FULL, label=known.author.name)
    for former in before if followed.added else ():
        _tell(connection, subscriber, former, now=now)
    return BegunAuthor(subscriber=subscriber, known=known, subscription=followed.row, added=followed.added)


def _go_on(connection: sqlite3.Connection, known: Subscription | None, *, now: datetime) -> None:
    """Following what is paused resumes it."""
    if known is not None and known.paused:
        resume(connection, known.subscriber, known.row, now=now)


def agreed(connection: sqlite3.Connection, asker: Asker, *, now: datetime) -> Subscriber | None:
    """The subscriber, if it agreed to be remembered (by now); nothing is stored of one that did not."""
    known = subscriber_of(connection, asker.chat, asker.topic, defaults=asker.defaults)
    if asker.agreed is None:
        if known is None or known.consented_at is None:
            return None
    else:
        row = ensure_subscriber(
            connection, chat=asker.chat, topic=asker.topic, kind=asker.kind, language=asker.language, now=now
        )
        consent(connection, row, asker.agreed, now=now)
    # Who presses our buttons can hear us again.
    came_back(connection, asker.chat)
    return subscriber_of(connection, asker.chat, asker.topic, defaults=asker.defaults)


def _sessions_of_family(connection: sqlite3.Connection, known: KnownPaper, *, now: datetime) -> list[int]:
    """Our rows of the sessions not over that may have the paper or one of its family on their agenda."""
    papers = [known.row, *(row for row, _ in relatives_of(connection, known))]
    found = [session for row in papers for session in sessions_of_paper(connection, row)]
    ahead = [each for each in found if each.known.meeting.day and each.known.meeting.day >= now.date()]
    return list(dict.fromkeys(each.row for each in ahead))


def _seen(connection: sqlite3.Connection, subscriber: Subscriber, meetings: Iterable[int]) -> list[OwnSession]:
    found = (session_for(connection, subscriber.row, row) for row in meetings)
    return [each for each in found if each is not None]


def _tell(
    connection: sqlite3.Connection, subscriber: Subscriber, former: OwnSession, *, now: datetime
) -> tuple[ShownItem, ...]:
    """What concerns the chat only now counts as told; gives those items.

    What concerned it before may be waiting as news, and stays.
    """
    session = session_for(connection, subscriber.row, former.stored.row)
    if session is None or former.shown.whole:
        return ()
    pairs = zip(session.shown.items, former.shown.items, strict=True)
    new = tuple(now_shown for now_shown, then in pairs if not then.own and (session.shown.whole or now_shown.own))
    if new or session.shown.whole:
        shown = replace(session.shown, items=new)
        before = told_session(connection, subscriber.row, former.stored.row)
        told = _added(before, as_told(shown, None, now=now))
        tell_session(connection, subscriber.row, former.stored.row, told, now=now)
    return new


def _added(before: ToldSession | None, told: ToldSession) -> ToldSession:
    """What was told before stays, so that news of it that wait are still news."""
    if before is None:
        return told
    former: tuple[ToldItem, ...] = before.items or ()
    keys = {item.key for item in former if item.key}
    items = (*former, *(item for item in told.items or () if not item.key or item.key not in keys))
    nothing = before.items is None and told.items is None
    return replace(before, whole=told.whole, items=None if nothing else items)
