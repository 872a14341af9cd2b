"""All that one notice needs to be put into words, in one hop; and how those that are due are promised."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from council.published.known import KnownPaper
from council.published.way import Way
from council.served.notices import NewNotice
from council.served.subscribers import Subscription
from council.served.told import ToldPaper, ToldSession
from storage.following import OwnSession, reasons_for_paper, session_for
from storage.notices import add_notices
from storage.papers import paper_by_row
from storage.told import told_paper, told_session
from storage.ways import way_of_paper


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionToTell:
    """A public session as one chat sees it, and what it was told of it."""

    own: OwnSession
    told: ToldSession | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperToTell:
    """A paper for one chat; `because` is empty where it does not concern the chat any more."""

    known: KnownPaper
    way: Way
    because: tuple[Subscription, ...]
    told: ToldPaper | None


def session_to_tell(connection: sqlite3.Connection, subscriber: int, meeting: int) -> SessionToTell | None:
    """None: it is not public, or not there (any more)."""
    own = session_for(connection, subscriber, meeting)
    if own is None:
        return None
    return SessionToTell(own=own, told=told_session(connection, subscriber, meeting))


def paper_to_tell(connection: sqlite3.Connection, subscriber: int, paper: int) -> PaperToTell | None:
    """None: it is not public, or not there (any more)."""
    known = paper_by_row(connection, paper)
    if known is None:
        return None
    return PaperToTell(
        known=known,
        way=way_of_paper(connection, known),
        because=reasons_for_paper(connection, subscriber, paper),
        told=told_paper(connection, subscriber, paper),
    )


def promise(connection: sqlite3.Connection, body: str, notices: Sequence[NewNotice], *, now: datetime) -> int:
    """Notices about this council (its key); returns how many are new."""
    row = connection.execute("SELECT id FROM bodies WHERE key = :key", {"key": body}).fetchone()
    return add_notices(connection, notices, body=row and int(row["id"]), now=now)
