"""What concerns one chat, and why: sessions with its own items, papers with their families."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from council.published.known import KnownPaper
from council.published.way import Way
from council.served.concerns import organization_key
from council.served.shown import ShownItem, ShownSession
from council.served.subscribers import Follow, Subscription
from storage.concerned import ConcernedSession, concerned_sessions
from storage.families import Families, Family, ItemPaper, families_of
from storage.meetings import StoredMeeting, load_meetings, meetings_between
from storage.papers import papers_by_rows
from storage.subscriptions import subscriptions_of
from storage.ways import way_of_paper

__all__ = [
    "ConcernedSession",
    "FollowedPaper",
    "OwnSession",
    "concern_of",
    "concerned_sessions",
    "followed_papers",
    "reasons_for_paper",
    "session_for",
    "sessions_ahead_of",
]

FOLLOWED = """
SELECT id, follow, target_key FROM subscriptions WHERE subscriber = :subscriber AND body = :body AND NOT paused
ORDER BY id
"""
EXCLUDED = """
SELECT subscription, author FROM json_each(:rows) AS asked CROSS JOIN excluded_names ON subscription = asked.value
"""
BODY_OF_MEETING = "SELECT body FROM meetings WHERE id = :row"
BODY_OF_PAPER = "SELECT body FROM papers WHERE id = :row"
_AHEAD = timedelta(days=62)
_MOST_SESSIONS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSession:
    """A public session as one chat sees it, and the subscriptions by which it concerns the chat; none: it does not.

    `own` are the places in `stored.known.items` of the items on papers that it follows (families included).
    """

    stored: StoredMeeting
    shown: ShownSession
    own: frozenset[int]
    because: tuple[Subscription, ...]

    @property
    def whole(self) -> bool:
        """Whether the chat follows the organization."""
        return self.shown.whole


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedPaper:
    """A followed paper with its way."""

    subscription: Subscription
    known: KnownPaper
    way: Way


def session_for(connection: sqlite3.Connection, subscriber: int | None, meeting: int) -> OwnSession | None:
    """By our rows; no subscriber: as anybody sees it. None where there is no such session, or it is not public."""
    return next(_own(connection, subscriber, load_meetings(connection, [meeting])), None)


def concern_of(connection: sqlite3.Connection, subscriber: int, meeting: int) -> OwnSession | None:
    """As `session_for`, and None where it does not concern the chat (any more)."""
    found = session_for(connection, subscriber, meeting)
    return found if found and found.because else None


def sessions_ahead_of(
    connection: sqlite3.Connection, subscriber: int, *, first: date, last: date | None = None, most: int = 50
) -> tuple[OwnSession, ...]:
    """Public sessions of these days that concern the chat, earliest first; two months ahead if no `last` is given."""
    stored = meetings_between(connection, first, last or first + _AHEAD, most=_MOST_SESSIONS)
    own = {each.stored.row: each for each in _own(connection, subscriber, stored) if each.because}
    return tuple(own[each.row] for each in stored if each.row in own)[:most]


def followed_papers(connection: sqlite3.Connection, subscriptions: Sequence[Subscription]) -> tuple[FollowedPaper, ...]:
    """Those among them that are papers and still public, in the order given."""
    wanted = {each.target: each for each in subscriptions if each.follow is Follow.PAPER}
    return tuple(
        FollowedPaper(subscription=wanted[known.row], known=known, way=way_of_paper(connection, known))
        for known in papers_by_rows(connection, wanted)
    )


def reasons_for_paper(connection: sqlite3.Connection, subscriber: int, paper: int) -> tuple[Subscription, ...]:
    """Why this chat hears of a paper: it follows it, or one of its family. Empty: it does not (any more)."""
    found = connection.execute(BODY_OF_PAPER, {"row": paper}).fetchone()
    families = families_of(connection, [paper])
    if found is None or not families:
        return ()
    followed = _Followed(connection, subscriber, found["body"])
    return followed.named(followed.paper(families[0]))


class _Followed:
    """What one chat follows of one council, without what rests."""

    def __init__(self, connection: sqlite3.Connection, subscriber: int | None, body: int) -> None:
        self._rows: dict[tuple[str, str], int] = {
            (row["follow"], row["target_key"]): row["id"]
            for row in connection.execute(FOLLOWED, {"subscriber": subscriber, "body": body})
        }
        self._excluded = {
            (row["subscription"], row["author"])
            for row in connection.execute(EXCLUDED, {"rows": json.dumps(list(self._rows.values()))})
        }
        self._every = {each.row: each for each in subscriptions_of(connection, subscriber)} if subscriber else {}

    def committee(self, name: str | None) -> int | None:
        return self._rows.get((Follow.ORGANIZATION, organization_key(name or "")))

    def paper(self, paper: Family | ItemPaper) -> tuple[int, ...]:
        """Without the authors of which the chat took out the very alias under which the paper is theirs."""
        papers = [row for key in paper.keys if (row := self._rows.get((Follow.PAPER, key)))]
        authors = [(self._rows.get((Follow.AUTHOR, author.key)), author.alias) for author in paper.authors]
        return (*papers, *(row for row, alias in authors if row and (row, alias) not in self._excluded))

    def named(self, rows: Iterable[int]) -> tuple[Subscription, ...]:
        return tuple(self._every[row] for row in dict.fromkeys(rows))


def _own(
    connection: sqlite3.Connection, subscriber: int | None, sessions: Iterable[StoredMeeting]
) -> Iterator[OwnSession]:
    by_body: defaultdict[int, list[StoredMeeting]] = defaultdict(list)
    for each in sessions:
        if each.known.meeting.public:
            by_body[connection.execute(BODY_OF_MEETING, {"row": each.row}).fetchone()["body"]].append(each)
    for body, stored in by_body.items():
        families = Families(connection, (item.item for each in stored for item in each.known.items), body=body)
        followed = _Followed(connection, subscriber, body)
        for each in stored:
            yield _own_session(each, families, followed)


def _own_session(stored: StoredMeeting, families: Families, followed: _Followed) -> OwnSession:
    meeting = stored.known.meeting
    committee = followed.committee(meeting.organization)
    because = [] if committee is None else [committee]
    items: list[ShownItem] = []
    own: set[int] = set()
    for place, each in enumerate(stored.known.items):
        if not each.item.public:
            continue
        paper = families.of(each.item)
        reasons = followed.paper(paper) if paper else ()
        because += reasons
        own.update({place} if reasons else ())
        items.append(ShownItem(item=each, own=bool(reasons), paper_row=paper.row if paper else None))
    return OwnSession(
        stored=stored,
        shown=ShownSession(meeting=meeting, items=tuple(items), whole=committee is not None),
        own=frozenset(own),
        because=followed.named(because),
    )
