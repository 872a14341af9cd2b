"""What differs between what was known and what is published now: facts, from which words are made later."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

Fact = str | int | bool | tuple[str, ...]


class ChangeKind(StrEnum):
    """Every kind of change. The word is stored: never rename one, only add."""

    MEETING_ANNOUNCED = "meeting_announced"
    MEETING_MOVED = "meeting_moved"
    MEETING_TIME = "meeting_time"
    MEETING_CANCELLED = "meeting_cancelled"
    MEETING_REVIVED = "meeting_revived"
    MEETING_ROOM = "meeting_room"
    MEETING_NON_PUBLIC = "meeting_non_public"
    AGENDA_PUBLISHED = "agenda_published"
    ITEM_ADDED = "item_added"
    ITEM_WITHDRAWN = "item_withdrawn"
    ITEM_REVIVED = "item_revived"
    ITEM_MOVED = "item_moved"
    ITEM_REWORDED = "item_reworded"
    ITEM_PAPER_ADDED = "item_paper_added"
    ITEM_NON_PUBLIC = "item_non_public"
    RESULT_APPEARED = "result_appeared"
    RESULT_CHANGED = "result_changed"
    PAPER_NEW = "paper_new"
    PAPER_CHANGED = "paper_changed"
    PAPER_REFERRED = "paper_referred"
    PAPER_SCHEDULED = "paper_scheduled"
    PAPER_NON_PUBLIC = "paper_non_public"


@dataclass(frozen=True, slots=True)
class Facts(Mapping[str, Fact]):
    """Named facts, sorted by name, fit for JSON and for being compared; what is not known is absent."""

    pairs: tuple[tuple[str, Fact], ...] = ()

    @classmethod
    def of(cls, **named: Fact | Sequence[str] | dt.date | None) -> Self:
        """Days and instants become ISO 8601 text; None is left out. `Facts.of(**json.loads(text))` reads back."""
        given = ((name, _plain(value)) for name, value in named.items() if value is not None)
        return cls(tuple(sorted(given, key=lambda pair: pair[0])))

    def updated(self, other: Self) -> Self:
        """These facts with `other`'s in their place; what `other` does not speak of stays."""
        return type(self)(tuple(sorted((dict(self) | dict(other)).items(), key=lambda pair: pair[0])))

    def __getitem__(self, name: str) -> Fact:
        for known, value in self.pairs:
            if known == name:
                return value
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference. `meeting` and `item` are the source's own keys, `paper` a reference as published.

    `before` and `after` hold only what the kind speaks of; dict(facts) is JSON. Of what is not public any more
    they hold neither name nor paper.
    """

    kind: ChangeKind
    meeting: str | None = None
    item: str | None = None
    paper: str | None = None
    before: Facts = field(default_factory=Facts)
    after: Facts = field(default_factory=Facts)


def _plain(value: Fact | Sequence[str] | dt.date) -> Fact:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, str | int):
        return value
    return tuple(value)
