"""Putting a story together: differences in any order, brought into the order of time and made into steps."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from simulator.council.story.happenings import ZONE, Kind, Step, Story
from simulator.council.story.records import AgendaItem, FiledPaper, Meeting, Organization, Record

# What follows from a session that took place. A cancelled session and a withdrawn item have none of it.
_AFTERMATH = frozenset(
    {
        Kind.MEETING_HELD,
        Kind.MINUTES_PUBLISHED,
        Kind.EXCERPT_RELEASED,
        Kind.RESULT_PUBLISHED,
        Kind.RESULT_CHANGED,
        Kind.PROTOCOL_PUBLISHED,
    }
)
_TAKEN_OFF = frozenset({Kind.ITEM_WITHDRAWN, Kind.ITEM_NOT_PUBLIC})


def wall(day: date, hour: int, minute: int = 0, *, days: int = 0) -> datetime:
    """A moment on the council's wall clock, `days` after `day`."""
    return datetime.combine(day + timedelta(days=days), time(hour, minute), ZONE)


@dataclass(frozen=True, slots=True)
class _Entry:
    at: datetime
    kind: Kind
    identity: tuple[type, int]
    change: Callable[[Record | None], Record | None]


class Composer:
    """Collects differences. Only those make a step that still find their record and change something in it."""

    def __init__(self) -> None:
        self._entries: list[_Entry] = []
        self._last_item = 1_050_000

    def next_item(self) -> int:
        self._last_item += 1
        return self._last_item

    def new(self, at: datetime, kind: Kind, record: Record) -> None:
        self._add(at, kind, (type(record), record.key), lambda before: record if before is None else before)

    def item_gone(self, at: datetime, kind: Kind, key: int) -> None:
        self._add(at, kind, (AgendaItem, key), lambda _: None)

    def meeting(self, at: datetime, kind: Kind, key: int, change: Callable[[Meeting], Meeting]) -> None:
        self._add(at, kind, (Meeting, key), lambda old: change(old) if isinstance(old, Meeting) else old)

    def item(self, at: datetime, kind: Kind, key: int, change: Callable[[AgendaItem], AgendaItem]) -> None:
        self._add(at, kind, (AgendaItem, key), lambda old: change(old) if isinstance(old, AgendaItem) else old)

    def paper(self, at: datetime, kind: Kind, key: int, change: Callable[[FiledPaper], FiledPaper]) -> None:
        self._add(at, kind, (FiledPaper, key), lambda old: change(old) if isinstance(old, FiledPaper) else old)

    def story(self, *, council: str, start: date, organizations: tuple[Organization, ...]) -> Story:
        """All differences in the order of time; those of one moment in the order they were told in."""
        weave = _Weave()
        for entry in sorted(self._entries, key=lambda each: each.at):
            weave.take(entry)
        return Story(council=council, start=start, organizations=organizations, steps=tuple(weave.steps))

    def _add(
        self,
        at: datetime,
        kind: Kind,
        identity: tuple[type, int],
        change: Callable[[Record | None], Record | None],
    ) -> None:
        self._entries.append(_Entry(at, kind, identity, change))


class _Weave:
    def __init__(self) -> None:
        self.steps: list[Step] = []
        self._records: dict[tuple[type, int], Record] = {}
        self._taken_off: set[int] = set()

    def take(self, entry: _Entry) -> None:
        before = self._records.get(entry.identity)
        if self._is_idle(entry, before):
            return
        after = entry.change(before)
        if after == before:
            return
        self.steps.append(Step(at=entry.at, kind=entry.kind, before=before, after=after))
        if after is None:
            del self._records[entry.identity]
        else:
            self._records[entry.identity] = after
        if entry.kind in _TAKEN_OFF:
            self._taken_off.add(entry.identity[1])

    def _is_idle(self, entry: _Entry, before: Record | None) -> bool:
        if isinstance(before, AgendaItem):
            return entry.kind in _AFTERMATH and (before.key in self._taken_off or self._cancelled(before.meeting))
        if isinstance(before, Meeting):
            never = _AFTERMATH | {Kind.AGENDA_PUBLISHED}
            return before.cancelled and entry.kind in never
        return False

    def _cancelled(self, meeting: int) -> bool:
        found = self._records.get((Meeting, meeting))
        return isinstance(found, Meeting) and found.cancelled
