"""Notices: what somebody is to be told, about what, until when, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from council.served.subscribers import Subscriber


class NoticeKind(StrEnum):
    """Every kind of notice. The word is stored: never rename one, only add.

    The first four are *news*: what differs between what the chat was told and what is published when it is
    delivered. One row may grow more urgent, so its kind is that of the most urgent change folded into it.
    """

    SESSION = "session"  # moved, cancelled, revived, in another room
    SCHEDULED = "scheduled"  # a followed paper is on a published agenda
    RESULT = "result"  # a followed paper has a result, was referred, got a date
    AGENDA = "agenda"  # an agenda was published or changed
    REMINDER = "reminder"
    RETRACTION = "retraction"  # something told is public no more: its message becomes a neutral line
    OPERATION = "operation"  # for operators: changes are held back, a source stays broken


NEWS = (NoticeKind.SESSION, NoticeKind.SCHEDULED, NoticeKind.RESULT, NoticeKind.AGENDA)

# What is delivered first, smallest first.
PRIORITIES: Mapping[NoticeKind, int] = {
    NoticeKind.RETRACTION: 0,
    NoticeKind.SESSION: 1,
    NoticeKind.REMINDER: 2,
    NoticeKind.OPERATION: 3,
    NoticeKind.SCHEDULED: 4,
    NoticeKind.RESULT: 5,
    NoticeKind.AGENDA: 6,
}


class NoticeState(StrEnum):
    """What became of a notice; every one ends in a state that can be seen. The word is stored."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    EXPIRED = "expired"  # its time was over before it could be sent
    CANCELLED = "cancelled"  # what it is about is public no more, or nobody follows it any more
    SUPERSEDED = "superseded"  # nothing differs any more from what the chat was told
    UNDELIVERABLE = "undeliverable"  # the chat is gone
    REJECTED = "rejected"  # Telegram refuses this very message
    UNCERTAIN = "uncertain"  # sent several times without an answer


@dataclass(frozen=True, slots=True)
class Subject:
    """What a notice is about: a session, a paper, a round of reading, by our own row. Stored as "meeting:12"."""

    kind: str
    row: int

    MEETING = "meeting"
    PAPER = "paper"
    ROUND = "round"
    SOURCE = "source"

    @classmethod
    def parse(cls, text: str) -> "Subject":
        kind, _, row = text.partition(":")
        return cls(kind, int(row))

    def __str__(self) -> str:
        return f"{self.kind}:{self.row}"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewNotice:
    """A notice to be remembered. `dedupe` is unique for its subscriber: the same thing is never promised twice.

    News besides is promised at most once per subscriber and subject while it is pending. Instants in UTC.
    `facts` is JSON-fit (a reminder's lead time and start); never words. `edits` is a message of ours to be replaced.
    """

    subscriber: int
    kind: NoticeKind
    subject: Subject
    dedupe: str
    not_before: datetime
    expires_at: datetime
    silent: bool = False
    edits: int | None = None
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A stored notice with the one it is for. `uncertain` counts the sends that ended without an answer."""

    row: int
    to: Subscriber
    kind: NoticeKind
    subject: Subject
    body: str | None
    not_before: datetime
    expires_at: datetime
    silent: bool = False
    edits: int | None = None
    facts: Mapping[str, str] = field(default_factory=dict)
    tried: int = 0
    uncertain: int = 0
