"""Chats, what they follow and what waits for them, with sane defaults."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from council.published.bodies import Body
from council.published.changes import Change, ChangeKind, Facts
from council.served.languages import Language
from council.served.lead_times import parse_lead_times
from council.served.notices import NewNotice, Notice, NoticeKind, Subject
from council.served.quiet_hours import parse_quiet_hours
from council.served.subscribers import ChatKind
from storage.announcing import Announced, announce_some
from storage.bodies import ensure_body
from storage.changes import append_changes, load_changes, open_changes, open_up
from storage.notices import add_notices
from storage.outbox import claim
from storage.subscribers import Defaults, consent, ensure_subscriber
from storage.subscriptions import Followed, follow_organization, follow_paper
from tests.storage.builders import ELBDORF
from tests.storage.sessions import NOW, ZONE, a_visit

BOOT = "boot-1"
CHAT = 4711
DEFAULTS = Defaults(remind_before=parse_lead_times("1d,2h"), quiet_hours=parse_quiet_hours("21:00-07:00"))
SESSION = Subject(Subject.MEETING, 12)


def a_chat(connection: sqlite3.Connection, chat: int = CHAT, *, topic: int | None = None, agreed: bool = True) -> int:
    """The subscriber's row."""
    kind = ChatKind.GROUP if topic or chat < 0 else ChatKind.PRIVATE
    row = ensure_subscriber(connection, chat=chat, topic=topic, kind=kind, language=Language.DE, now=NOW)
    if agreed:
        consent(connection, row, 1, now=NOW)
    return row


def an_organization(connection: sqlite3.Connection, name: str = "Bauausschuss", *, body: Body = ELBDORF) -> int:
    """Its row, made where there is none."""
    named = {"body": ensure_body(connection, body), "name": name}
    connection.execute("INSERT OR IGNORE INTO organizations (body, name) VALUES (:body, :name)", named)
    found = connection.execute("SELECT id FROM organizations WHERE body = :body AND name = :name", named)
    return int(found.fetchone()["id"])


def following(connection: sqlite3.Connection, chat: int = CHAT, *, paper: int | None = None, **other: Any) -> int:
    """A chat that follows a paper (its row), or the committee named by `organization`; the subscriber's row."""
    row = a_chat(connection, chat)
    followed: Followed
    if paper is not None:
        followed = follow_paper(connection, row, paper, now=NOW)
    else:
        organization = an_organization(connection, name=other.get("organization", "Bauausschuss"))
        followed = follow_organization(connection, row, organization, now=NOW)
    assert followed.added
    return row


def a_notice(subscriber: int, kind: NoticeKind = NoticeKind.AGENDA, **fields: Any) -> NewNotice:
    defaults: dict[str, Any] = {
        "subject": SESSION,
        "not_before": NOW,
        "expires_at": NOW + timedelta(days=10),
    }
    given = defaults | fields
    given.setdefault("dedupe", f"{given['subject']}#{kind}")
    return NewNotice(subscriber=subscriber, kind=kind, **given)


def promised(connection: sqlite3.Connection, *notices: NewNotice, now: datetime = NOW) -> int:
    return add_notices(connection, notices, body=None, now=now)


def claimed(connection: sqlite3.Connection, *, now: datetime = NOW, most: int = 8, **fields: Any) -> tuple[Notice, ...]:
    defaults: dict[str, Any] = {"boot": BOOT, "busy": (), "defaults": DEFAULTS}
    return claim(connection, now=now, most=most, **(defaults | fields))


def notices(connection: sqlite3.Connection, *columns: str, where: str = "true") -> list[Any]:
    """The named columns of all notices, in the order of their rows; bare values where it is one column."""
    rows = connection.execute(f"SELECT {', '.join(columns)} FROM notices WHERE {where} ORDER BY id").fetchall()
    return [row[0] if len(columns) == 1 else tuple(row) for row in rows]


def an_open_change(
    connection: sqlite3.Connection,
    kind: ChangeKind,
    *,
    meeting: int | None = None,
    of_paper: int | None = None,
    **fields: Any,
) -> int:
    """Its row. As told by the page of `meeting` or `of_paper` (our rows)."""
    before, after = (Facts.of(**fields.pop(name, {})) for name in ("before", "after"))
    change = Change(kind=kind, before=before, after=after, **fields)
    append_changes(connection, a_visit(connection), [change], body=1, meeting=meeting, paper=of_paper)
    row = int(connection.execute("SELECT max(id) FROM changes").fetchone()[0])
    open_up(connection, [row])
    return row


def announced(connection: sqlite3.Connection, row: int, *, now: datetime = NOW, most: int = 300) -> int:
    """All of a change; how many notices there are of it."""
    made, done = 0, False
    while not done:
        step = step_of(connection, row, now=now, most=most)
        made, done = made + step.notices, step.done
    return made


def step_of(connection: sqlite3.Connection, row: int, *, now: datetime = NOW, most: int = 300) -> Announced:
    [change] = load_changes(connection, [row])
    return announce_some(connection, change, now=now, zone=ZONE, defaults=DEFAULTS, most=most)


def announce_everything(connection: sqlite3.Connection, *, now: datetime = NOW) -> int:
    return sum(announced(connection, change.row, now=now) for change in open_changes(connection))


def many(connection: sqlite3.Connection, chats: Iterable[int]) -> list[int]:
    return [following(connection, chat) for chat in chats]
