"""What chats follow: begun, paused, ended; each of it harmless when asked for twice."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from council.served.concerns import organization_key, paper_key
from council.served.subscribers import MOST_SUBSCRIPTIONS, Follow, Subscriber, Subscription
from storage.authors import author_by_row
from storage.instants import instant, seconds
from storage.subscribers import Defaults, subscriber_from

_LABELLED = """
    subscriptions.*, bodies.key AS body_key,
    CASE WHEN follow = 'organization' THEN organizations.name WHEN follow = 'author' THEN author_label
        WHEN papers.reference <> '' THEN papers.reference ELSE papers.name END AS label
FROM subscriptions
JOIN bodies ON bodies.id = subscriptions.body
LEFT JOIN papers ON papers.id = subscriptions.paper
LEFT JOIN organizations ON organizations.id = subscriptions.organization
"""
SUBSCRIPTIONS_OF = f"SELECT {_LABELLED}WHERE subscriptions.subscriber = :subscriber ORDER BY subscriptions.id"
SUBSCRIPTION = f"SELECT {_LABELLED}WHERE subscriptions.id = :row AND subscriptions.subscriber = :subscriber"
SAME = """
SELECT id FROM subscriptions
WHERE subscriber = :subscriber AND body = :body AND follow = :follow AND target_key = :key
"""
COUNT_OF = "SELECT count(*) FROM subscriptions WHERE subscriber = :subscriber"
FOLLOW = """
INSERT INTO subscriptions (subscriber, body, follow, target_key, paper, organization, author, author_label, since)
VALUES (:subscriber, :body, :follow, :key, :paper, :organization, :author, :author_label, :now)
RETURNING id
"""
PAPER = "SELECT body, reference, id FROM papers WHERE id = :row AND public"
ORGANIZATION = "SELECT body, name FROM organizations WHERE id = :row"
EXCLUDED = "SELECT author FROM excluded_names WHERE subscription = :row"
NAME = "SELECT body FROM author_names WHERE id = :row"
EXCLUDE = """
INSERT INTO excluded_names (subscription, body, author)
SELECT subscriptions.id, subscriptions.body, author_names.id
FROM subscriptions CROSS JOIN author_names ON author_names.id = :name AND author_names.body = subscriptions.body
WHERE subscriptions.id = :row
ON CONFLICT DO NOTHING
"""
RESUME = "UPDATE subscriptions SET paused = 0 WHERE id = :row AND paused"
PAUSE = "UPDATE subscriptions SET paused = :paused WHERE id = :row AND subscriber = :subscriber AND paused <> :paused"
UNFOLLOW = "DELETE FROM subscriptions WHERE id = :row AND subscriber = :subscriber RETURNING body, paper"
FORGET_PAPER = "DELETE FROM told WHERE subscriber = :subscriber AND subject = 'paper:' || :paper"
FORGET_PAPERS = """
DELETE FROM told
WHERE subscriber = :subscriber AND subject GLOB 'paper:*' AND body = :body AND NOT EXISTS (
    SELECT 1 FROM subscriptions
    WHERE subscriptions.subscriber = :subscriber AND subscriptions.body = :body
        AND subscriptions.follow IN ('paper', 'author')
)
"""
FORGET_SESSIONS = """
DELETE FROM told
WHERE subscriber = :subscriber AND body = :body AND NOT EXISTS (
    SELECT 1 FROM subscriptions WHERE subscriptions.subscriber = :subscriber AND subscriptions.body = :body
)
"""
# One key a question: then the index hands out subscribers in order, however many there are.
FOLLOWERS = """
SELECT subscribers.*
FROM subscriptions CROSS JOIN subscribers ON subscribers.id = subscriptions.subscriber
WHERE subscriptions.body = :body AND subscriptions.follow = :follow AND subscriptions.target_key = :key
    AND subscriptions.subscriber > :after AND NOT subscriptions.paused
    AND subscribers.gone_at IS NULL AND subscribers.consented_at IS NOT NULL
ORDER BY subscriptions.subscriber
"""


@dataclass(frozen=True, slots=True)
class Audience:
    """All who follow one thing: our row of the council, and the key as compared (council/served/concerns.py)."""

    body: int
    follow: Follow
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """What came of following: `row` is the subscription, None where there is no such thing or it was one too many
    (`full`). `added`: it was not followed before.
    """

    added: bool = False
    full: bool = False
    row: int | None = None


def follow_paper(connection: sqlite3.Connection, subscriber: int, paper: int, *, now: datetime) -> Followed:
    """By our rows. What is followed already goes on, also if it was paused. Sets nothing to have been told."""
    return _follow(connection, subscriber, _paper(connection, paper), now)


def follow_organization(
    connection: sqlite3.Connection, subscriber: int, organization: int, *, now: datetime
) -> Followed:
    """As `follow_paper`, for a committee's agendas."""
    return _follow(connection, subscriber, _organization(connection, organization), now)


def follow_author(connection: sqlite3.Connection, subscriber: int, name: int, *, now: datetime) -> Followed:
    """As `follow_paper`, for all of an author's papers; `name` is our row of any of its names."""
    return _follow(connection, subscriber, _author(connection, name), now)


def exclude_name(connection: sqlite3.Connection, subscriber: int, subscription_row: int, name: int) -> bool:
    """Takes one alias (our row of it) out of an author that this very chat follows; whether it follows it."""
    known = subscription(connection, subscriber, subscription_row)
    if known is None or known.follow is not Follow.AUTHOR:
        return False
    connection.execute(EXCLUDE, {"row": known.row, "name": name})
    return True


def excluded_names(connection: sqlite3.Connection, subscription_row: int) -> frozenset[int]:
    """Our rows of the aliases taken out of a followed author."""
    return frozenset(row["author"] for row in connection.execute(EXCLUDED, {"row": subscription_row}))


def unfollow(connection: sqlite3.Connection, subscriber: int, subscription: int) -> bool:
    """Whether this very chat followed it. What it was told of the paper is forgotten, and with the last of a council's
    papers that of their families, with the last of all that of its sessions.
    """
    ended = connection.execute(UNFOLLOW, {"row": subscription, "subscriber": subscriber}).fetchone()
    if ended is None:
        return False
    asked = {"subscriber": subscriber, "body": ended["body"]}
    connection.execute(FORGET_PAPER, {"subscriber": subscriber, "paper": ended["paper"]})
    connection.execute(FORGET_PAPERS, asked)
    connection.execute(FORGET_SESSIONS, asked)
    return True


def pause(connection: sqlite3.Connection, subscriber: int, subscription: int, *, paused: bool) -> bool:
    """Whether that changed anything."""
    asked = {"row": subscription, "subscriber": subscriber, "paused": int(paused)}
    return connection.execute(PAUSE, asked).rowcount > 0


def subscriptions_of(connection: sqlite3.Connection, subscriber: int) -> tuple[Subscription, ...]:
    """All of them, oldest first, those that rest too."""
    return tuple(map(_subscription, connection.execute(SUBSCRIPTIONS_OF, {"subscriber": subscriber})))


def subscription(connection: sqlite3.Connection, subscriber: int, row: int) -> Subscription | None:
    """One of this chat's own."""
    found = connection.execute(SUBSCRIPTION, {"subscriber": subscriber, "row": row}).fetchone()
    return None if found is None else _subscription(found)


def following_paper(connection: sqlite3.Connection, subscriber: int, paper: int) -> Subscription | None:
    """How this very paper is followed, if it is; by its row."""
    return _following(connection, subscriber, _paper(connection, paper))


def following_organization(connection: sqlite3.Connection, subscriber: int, organization: int) -> Subscription | None:
    """The same of an organization."""
    return _following(connection, subscriber, _organization(connection, organization))


def following_author(connection: sqlite3.Connection, subscriber: int, name: int) -> Subscription | None:
    """The same of an author, by our row of any of its names."""
    return _following(connection, subscriber, _author(connection, name))


def followers(
    connection: sqlite3.Connection, audience: Audience, *, defaults: Defaults, after: int = 0
) -> Iterator[Subscriber]:
    """Who follows this and may be told now, in the order of their rows, from the row behind `after` on.

    Read as far as wanted, within the transaction.
    """
    asked = {"body": audience.body, "follow": audience.follow.value, "key": audience.key, "after": after}
    return (subscriber_from(row, defaults) for row in connection.execute(FOLLOWERS, asked))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Target:
    audience: Audience
    paper: int | None = None
    organization: int | None = None
    author: int | None = None
    author_label: str | None = None

    @property
    def asked(self) -> dict[str, int | str]:
        return {"body": self.audience.body, "follow": self.audience.follow.value, "key": self.audience.key}


def _paper(connection: sqlite3.Connection, row: int) -> _Target | None:
    found = connection.execute(PAPER, {"row": row}).fetchone()
    if found is None:
        return None
    return _Target(audience=Audience(found["body"], Follow.PAPER, paper_key(found["reference"], row)), paper=row)


def _organization(connection: sqlite3.Connection, row: int) -> _Target | None:
    found = connection.execute(ORGANIZATION, {"row": row}).fetchone()
    if found is None:
        return None
    audience = Audience(found["body"], Follow.ORGANIZATION, organization_key(found["name"]))
    return _Target(audience=audience, organization=row)


def _author(connection: sqlite3.Connection, name: int) -> _Target | None:
    found = connection.execute(NAME, {"row": name}).fetchone()
    known = author_by_row(connection, name)
    if found is None or known is None:
        return None
    audience = Audience(found["body"], Follow.AUTHOR, known.author.key)
    return _Target(audience=audience, author=known.row, author_label=known.author.name)


def _follow(connection: sqlite3.Connection, subscriber: int, target: _Target | None, now: datetime) -> Followed:
    if target is None:
        return Followed()
    asked = {"subscriber": subscriber} | target.asked
    known = connection.execute(SAME, asked).fetchone()
    if known is not None:
        connection.execute(RESUME, {"row": known["id"]})
        return Followed(row=known["id"])
    if connection.execute(COUNT_OF, {"subscriber": subscriber}).fetchone()[0] >= MOST_SUBSCRIPTIONS:
        return Followed(full=True)
    named = asked | {
        "paper": target.paper,
        "organization": target.organization,
        "author": target.author,
        "author_label": target.author_label,
        "now": seconds(now),
    }
    return Followed(added=True, row=int(connection.execute(FOLLOW, named).fetchone()["id"]))


def _following(connection: sqlite3.Connection, subscriber: int, target: _Target | None) -> Subscription | None:
    if target is None:
        return None
    known = connection.execute(SAME, {"subscriber": subscriber} | target.asked).fetchone()
    return None if known is None else subscription(connection, subscriber, known["id"])


def _subscription(row: sqlite3.Row) -> Subscription:
    follow = Follow(row["follow"])
    return Subscription(
        row=row["id"],
        subscriber=row["subscriber"],
        follow=follow,
        body=row["body_key"],
        target=row[follow.value],
        label=row["label"],
        since=instant(row["since"]),
        paused=bool(row["paused"]),
    )
