"""A session at two times of its life: announced, moved, cancelled, revived, in another room; and its agenda."""

import datetime as dt
from dataclasses import dataclass, replace

from council.published.agenda_changes import AgendaOutcome, OwnPages, compare_agenda
from council.published.changes import Change, ChangeKind, Facts
from council.published.item_changes import Moment, hidden
from council.published.known_meetings import KnownItem, KnownMeeting
from council.published.meeting_facts import first_known, hidden_meeting, remembered
from council.published.meeting_times import has_begun, is_past
from council.published.meetings import Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingOutcome:
    """What is to be told of a session, and `known`: all of it that is to be stored.

    `remapped` counts what came back under another id (the session and its items), for the fuse. Of `purged`
    items' ids nothing said earlier may stay stored, in changes neither.
    """

    changes: tuple[Change, ...]
    known: KnownMeeting
    remapped: int = 0
    purged: tuple[str, ...] = ()


def compare_meeting(
    before: KnownMeeting | None,
    after: Meeting,
    *,
    now: dt.datetime,
    structure_ok: bool,
    own_pages: OwnPages | None = None,
) -> MeetingOutcome:
    """The session as it was known and as a calendar or its agenda's page (`agenda` is not None) shows it now.

    `now` is aware and in the council's zone. What the page leaves out is kept. A page of changed structure
    (`structure_ok` is false) adds sessions and items and changes nothing. `own_pages`: those of the items that
    `to_be_looked_up` named.
    """
    if before is not None and not after.public:
        return _non_public(before, after, now, structure_ok=structure_ok)
    if before is None or not before.meeting.public:
        items = before.items if before else ()
        known, changes, remapped = replace(first_known(after), items=items), _announced(after, now), 0
    elif structure_ok:
        known, changes, remapped = _facts(before, after, now)
    else:
        known, changes, remapped = before, (), 0
    agenda = _agenda(known, after, now, structure_ok=structure_ok, own_pages=own_pages)
    return MeetingOutcome(
        changes=(*changes, *agenda.changes),
        known=replace(known, items=agenda.items),
        remapped=remapped + agenda.remapped,
        purged=agenda.purged,
    )


def _announced(after: Meeting, now: dt.datetime) -> tuple[Change, ...]:
    if not after.public or after.cancelled or after.day is None or is_past(after.day, now=now):
        return ()
    named = Facts.of(name=after.name, organization=after.organization, room=after.room, address=after.address)
    return (Change(kind=ChangeKind.MEETING_ANNOUNCED, meeting=after.id, after=named.updated(_when(after))),)


def _non_public(before: KnownMeeting, after: Meeting, now: dt.datetime, *, structure_ok: bool) -> MeetingOutcome:
    """Nothing but id and day stays. A page that is not understood does not say so credibly."""
    if not structure_ok:
        return MeetingOutcome(changes=(), known=before)
    former = before.meeting
    meeting = hidden_meeting(replace(after, id=after.id or former.id, day=after.day or former.day))
    items = tuple(KnownItem(item=hidden(each.item)) for each in before.items if each.item.id)
    changes = (Change(kind=ChangeKind.MEETING_NON_PUBLIC, meeting=meeting.id, before=_when(former)),)
    return MeetingOutcome(
        changes=changes if former.public else (),
        known=KnownMeeting(meeting=meeting, items=items),
        purged=tuple(each.item.id for each in items if each.item.id) if former.public else (),
    )


def _agenda(
    known: KnownMeeting, after: Meeting, now: dt.datetime, *, structure_ok: bool, own_pages: OwnPages | None
) -> AgendaOutcome:
    if after.agenda is None or not after.public:
        return AgendaOutcome(changes=(), items=known.items)
    meeting = known.meeting
    moment = Moment(
        now=now,
        meeting=meeting.id,
        begun=has_begun(meeting.day, meeting.start, now=now),
        past=is_past(meeting.day, now=now),
    )
    return compare_agenda(known.items, after.agenda, moment=moment, structure_ok=structure_ok, own_pages=own_pages)


def _facts(before: KnownMeeting, after: Meeting, now: dt.datetime) -> tuple[KnownMeeting, tuple[Change, ...], int]:
    merged = remembered(before, after)
    old, new = before.meeting, merged.known.meeting
    is_over = is_past(old.day, now=now) and is_past(new.day, now=now)
    kinds = []
    if _is_moved(old, new, now) and not is_over:
        kinds.append((ChangeKind.MEETING_MOVED, _when(old), _when(new)))
    elif _has_a_time_now(old, new) and not is_over:
        kinds.append((ChangeKind.MEETING_TIME, _when(old), _when(new)))
    if old.cancelled is not new.cancelled and not is_over:
        kind = ChangeKind.MEETING_CANCELLED if new.cancelled else ChangeKind.MEETING_REVIVED
        kinds.append((kind, Facts(), _when(new)))
    if merged.other_room and not is_over:
        kinds.append((ChangeKind.MEETING_ROOM, _where(old), _where(new)))
    changes = tuple(Change(kind=kind, meeting=new.id, before=was, after=now_) for kind, was, now_ in kinds)
    remapped = old.id is not None and new.id is not None and old.id != new.id
    return merged.known, changes, int(remapped)


def _is_moved(old: Meeting, new: Meeting, now: dt.datetime) -> bool:
    """Another day; or another start, unless the session had begun by both: minutes correct the time afterwards."""
    if old.day is None or new.day is None:
        return False
    if old.day != new.day:
        return True
    if old.start is None or new.start is None or old.start == new.start:
        return False
    return now < max(old.start, new.start)


def _has_a_time_now(old: Meeting, new: Meeting) -> bool:
    return old.day == new.day and old.start is None and new.start is not None


def _when(meeting: Meeting) -> Facts:
    return Facts.of(day=meeting.day, start=meeting.start)


def _where(meeting: Meeting) -> Facts:
    return Facts.of(room=meeting.room, address=meeting.address)
