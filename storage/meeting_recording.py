"""Remembering sessions: which one each is, what changed in it, and what must be forgotten."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace

from council.published.agenda_changes import OwnPages
from council.published.calendar_difference import known_sessions
from council.published.changes import Change, ChangeKind
from council.published.meeting_changes import MeetingOutcome, compare_meeting
from council.published.meetings import Meeting
from council.published.session_names import organization_named
from storage.agenda_planning import plan_agenda
from storage.bodies import ensure_body
from storage.changes import append_changes
from storage.cleaning import storable
from storage.forgetting import forget_items, forget_meeting
from storage.meeting_writing import touch_meeting, write_agenda, write_meeting
from storage.meetings import StoredMeeting, load_meetings
from storage.reckoning import papers_of_meeting, reckon_waiting
from storage.rounds import mark
from storage.visits import Visit, is_outranked

CANDIDATES = """
SELECT id FROM meetings WHERE body = :body AND key IN (SELECT value FROM json_each(:keys))
UNION
SELECT id FROM meetings WHERE body = :body AND day IN (SELECT value FROM json_each(:days))
"""

ORGANIZATIONS = "SELECT name FROM organizations WHERE body = :body"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingOutcomes:
    """What became of a page's sessions, as counts; `rows` are those stored, in the order of the page. `told` are
    the changes appended.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    rows: tuple[int, ...] = ()
    told: tuple[Change, ...] = ()


def record_meetings(
    connection: sqlite3.Connection, visit: Visit, meetings: Sequence[Meeting], *, own_pages: OwnPages | None = None
) -> MeetingOutcomes:
    """Remembers the sessions of a calendar, or the one of an agenda's page; one transaction, the caller's."""
    recorder = _Recorder(connection, visit)
    read = _with_organizations(connection, recorder.body, _each_key_once([storable(meeting) for meeting in meetings]))
    stored = _candidates(connection, recorder.body, read)
    found = known_sessions([each.known for each in stored], read)
    for meeting, known in zip(read, found, strict=True):
        before = next((each for each in stored if each.known is known), None)
        recorder.record(before, meeting, own_pages)
    return MeetingOutcomes(
        new=recorder.new,
        changed=recorder.changed,
        unchanged=len(recorder.rows) - recorder.new - recorder.changed,
        rows=tuple(recorder.rows),
        told=tuple(recorder.told),
    )


class _Recorder:
    """One call of `record_meetings`."""

    def __init__(self, connection: sqlite3.Connection, visit: Visit) -> None:
        self.body = ensure_body(connection, visit.body)
        self.rows: list[int] = []
        self.told: list[Change] = []
        self.new = 0
        self.changed = 0
        self._connection = connection
        self._visit = visit

    def record(self, before: StoredMeeting | None, meeting: Meeting, own_pages: OwnPages | None) -> None:
        sound = self._visit.structure_ok
        if before is not None:
            if self._visit.complements and before.known.items:
                # Names alone do not tell which items are the same.
                meeting = replace(meeting, agenda=None)
            if not sound and meeting.public and not before.known.meeting.public:
                # A page that is not understood does not make anything public.
                self.rows.append(before.row)
                return
            sound = sound and not is_outranked(self._visit, before.source, public=meeting.public)
        known = before.known if before else None
        outcome = compare_meeting(known, meeting, now=self._visit.now, structure_ok=sound, own_pages=own_pages)
        row = self._write(before, outcome, sound=sound, is_agenda=meeting.agenda is not None and sound)
        self.rows.append(row)
        if before is not None:
            self._forget(before, outcome.changes)
        self.told += append_changes(self._connection, self._visit, outcome.changes, body=self.body, meeting=row)
        if outcome.remapped:
            mark(self._connection, self._visit, "meeting", row, body=self.body, remapped=True)
        plan_agenda(self._connection, self._visit, known, outcome)

    def _write(self, before: StoredMeeting | None, outcome: MeetingOutcome, *, sound: bool, is_agenda: bool) -> int:
        if before is not None and outcome.known == before.known:
            if sound:
                touch_meeting(self._connection, before.row, visit=self._visit, is_agenda=is_agenda)
            return before.row
        told_of = papers_of_meeting(self._connection, before.row) if before else frozenset()
        row = write_meeting(
            self._connection,
            outcome.known,
            row=before.row if before else None,
            body=self.body,
            visit=self._visit,
            is_agenda=is_agenda,
        )
        if before is None or outcome.known.items != before.known.items:
            write_agenda(self._connection, outcome.known.items, row=row, body=self.body)
        told_of |= papers_of_meeting(self._connection, row)
        reckon_waiting(self._connection, told_of, today=self._visit.now.date())
        self.new += before is None
        self.changed += before is not None
        return row

    def _forget(self, before: StoredMeeting, changes: Sequence[Change]) -> None:
        forget_items(self._connection, changes, before.known, body=self.body, meeting=before.row)
        if any(change.kind is ChangeKind.MEETING_NON_PUBLIC for change in changes):
            former = before.known.meeting.organization
            forget_meeting(self._connection, before.row, body=self.body, organization=former)


def _candidates(connection: sqlite3.Connection, body: int, read: Sequence[Meeting]) -> tuple[StoredMeeting, ...]:
    keys = [meeting.id for meeting in read if meeting.id]
    days = sorted({meeting.day.isoformat() for meeting in read if meeting.day})
    asked = {"body": body, "keys": json.dumps(keys), "days": json.dumps(days)}
    return load_meetings(connection, [row["id"] for row in connection.execute(CANDIDATES, asked)])


def _with_organizations(connection: sqlite3.Connection, body: int, read: Sequence[Meeting]) -> tuple[Meeting, ...]:
    """A calendar names the session ("Sitzung des Hauptausschusses"), not whose it is: its followers must hear of it."""
    if all(meeting.organization or not meeting.public for meeting in read):
        return tuple(read)
    known = [row["name"] for row in connection.execute(ORGANIZATIONS, {"body": body})]
    return tuple(
        replace(meeting, organization=organization_named(meeting.name, known))
        if meeting.public and not meeting.organization
        else meeting
        for meeting in read
    )


def _each_key_once(read: Sequence[Meeting]) -> tuple[Meeting, ...]:
    seen: set[str] = set()
    kept = []
    for meeting in read:
        if meeting.id is None or meeting.id not in seen:
            kept.append(meeting)
        seen.update({meeting.id} if meeting.id else ())
    return tuple(kept)
