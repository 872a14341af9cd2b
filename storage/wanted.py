"""Questions for papers that are not stored: asked once of the source, answered in each one's own message."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from council.published.links import Link, LinkKind
from council.published.numbers import reference_key
from storage.cleaning import storable_text
from storage.instants import instant, seconds

PATIENCE = timedelta(seconds=30)
ANSWERED_KEPT = timedelta(days=1)

WANT = """
INSERT INTO wanted (
    body, chat, message, target, reference, link_host, link_kind, link_key, language, asked_at, state
) VALUES (
    (SELECT id FROM bodies WHERE key = :body), :chat, :message, :target, :reference,
    :link_host, :link_kind, :link_key, :language, :now, 'open'
)
ON CONFLICT DO NOTHING
"""
NEXT = """
SELECT wanted.*, bodies.key AS body_key FROM wanted LEFT JOIN bodies ON bodies.id = wanted.body
WHERE wanted.state = 'open' AND wanted.asked_at > :since
ORDER BY wanted.asked_at, wanted.id
LIMIT 1
"""
SETTLE = """
UPDATE wanted SET state = 'settled', answer = :answer, paper = :paper WHERE state = 'open' AND target = :target
"""
DUE = """
SELECT wanted.*, bodies.key AS body_key FROM wanted LEFT JOIN bodies ON bodies.id = wanted.body
WHERE wanted.state = 'settled' OR (wanted.state = 'open' AND wanted.asked_at <= :since)
ORDER BY wanted.id
"""
ANSWERED = """
UPDATE wanted SET state = 'answered', answered_at = :now
WHERE state <> 'answered' AND id IN (SELECT value FROM json_each(:rows))
"""
OLD = "DELETE FROM wanted WHERE state = 'answered' AND answered_at <= :until"


class Answer(StrEnum):
    """How a question ended. The word is stored."""

    FOUND = "found"
    NOT_FOUND = "not_found"
    NOT_PUBLIC = "not_public"
    UNREACHABLE = "unreachable"
    CANNOT_LOOK_UP = "cannot_look_up"
    TOO_LATE = "too_late"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What somebody asked for: a reference as normalised, or a link. `message` is the one to be edited into the
    answer, `body` a council's key (None: any).
    """

    chat: int
    message: int
    language: str
    body: str | None = None
    reference: str | None = None
    link: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One thing to be looked up. `target` is the same for all who ask the same; the rest as in `Question`."""

    target: str
    body: str | None
    reference: str | None
    link: Link | None
    asked_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A question that can be answered now. `paper` is our row of what was found."""

    row: int
    question: Question
    answer: Answer
    paper: int | None


def want(connection: sqlite3.Connection, question: Question, *, now: datetime) -> None:
    """Asked twice by one message it is one question. A council we know nothing of counts as any."""
    link = question.link
    asked = {
        "body": storable_text(question.body) if question.body else None,
        "chat": question.chat,
        "message": question.message,
        "target": storable_text(_target(question)),
        "reference": storable_text(question.reference) if question.reference else None,
        "link_host": storable_text(link.host) if link else None,
        "link_kind": link.kind.value if link else None,
        "link_key": storable_text(link.key) if link else None,
        "language": question.language,
        "now": seconds(now),
    }
    connection.execute(WANT, asked)


def next_wanted(connection: sqlite3.Connection, *, now: datetime) -> Wanted | None:
    """What has waited longest and may still be answered in time. It stays open until it is settled."""
    row = connection.execute(NEXT, {"since": seconds(now - PATIENCE)}).fetchone()
    return None if row is None else _wanted(row)


def settle_wanted(connection: sqlite3.Connection, wanted: Wanted, answer: Answer, *, paper: int | None = None) -> int:
    """For all who asked the same and were not answered yet; returns how many."""
    asked = {"target": wanted.target, "answer": answer.value, "paper": paper}
    return connection.execute(SETTLE, asked).rowcount


def due_answers(connection: sqlite3.Connection, *, now: datetime) -> tuple[Waiting, ...]:
    """All that can be answered, and all that has waited long enough: those get TOO_LATE. In the order asked."""
    return tuple(
        Waiting(
            row=row["id"],
            question=Question(
                chat=row["chat"],
                message=row["message"],
                language=row["language"],
                body=row["body_key"],
                reference=row["reference"],
                link=_link(row),
            ),
            answer=Answer(row["answer"]) if row["state"] == "settled" else Answer.TOO_LATE,
            paper=row["paper"],
        )
        for row in connection.execute(DUE, {"since": seconds(now - PATIENCE)})
    )


def answered(connection: sqlite3.Connection, rows: Iterable[int], *, now: datetime) -> None:
    """These messages have their answer; what was answered a day ago is forgotten."""
    connection.execute(ANSWERED, {"rows": json.dumps(list(rows)), "now": seconds(now)})
    connection.execute(OLD, {"until": seconds(now - ANSWERED_KEPT)})


def _target(question: Question) -> str:
    link = question.link
    what = f"{link.kind.value} {link.host} {link.key}" if link else f"paper {reference_key(question.reference or '')}"
    return f"{question.body or '*'} {what}"


def _wanted(row: sqlite3.Row) -> Wanted:
    return Wanted(
        target=row["target"],
        body=row["body_key"],
        reference=row["reference"],
        link=_link(row),
        asked_at=instant(row["asked_at"]),
    )


def _link(row: sqlite3.Row) -> Link | None:
    if row["link_kind"] is None:
        return None
    return Link(host=row["link_host"], kind=LinkKind(row["link_kind"]), key=row["link_key"])
