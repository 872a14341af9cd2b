"""What sessions mean for what is read next: their agendas, and the papers these bring up."""

import sqlite3
from collections.abc import Sequence

from council.published.changes import Change, ChangeKind
from council.published.freshness import PaperFacts, SessionFacts, agenda_windows, paper_windows
from council.published.item_changes import is_open
from council.published.known_meetings import KnownMeeting
from council.published.meeting_changes import MeetingOutcome
from council.published.rounds import TargetKind
from storage.targets import TargetKey, discover_target, forget_target, nudge, plan_target
from storage.visits import Visit


def plan_agenda(
    connection: sqlite3.Connection, visit: Visit, before: KnownMeeting | None, outcome: MeetingOutcome
) -> None:
    """Brings the targets in step with a session just recorded. A saved page plans nothing."""
    if visit.source is None or visit.by_lists:
        return
    known = outcome.known
    former = before.meeting.id if before else None
    if former is not None and former != known.meeting.id:
        forget_target(connection, visit.source, TargetKey(kind=TargetKind.AGENDA, key=former))
    zone = visit.now.tzinfo
    if known.meeting.id is not None and zone is not None:
        windows = agenda_windows(session_facts(known), zone=zone) if known.meeting.public else ()
        key = TargetKey(kind=TargetKind.AGENDA, key=known.meeting.id)
        plan_target(connection, visit.source, key, windows, now=visit.now)
        if _is_linked_now(before, known):
            nudge(connection, visit.source, [key], now=visit.now)
    nudge_papers(connection, visit, outcome.changes, known)


def nudge_papers(connection: sqlite3.Connection, visit: Visit, changes: Sequence[Change], known: KnownMeeting) -> None:
    """Papers on the agenda are read: those not heard of before for the first time, those it tells news of again."""
    zone = visit.now.tzinfo
    if visit.source is None or visit.by_lists or zone is None:
        return
    on = [each.item for each in known.items if each.item.public and each.item.paper_id]
    windows = paper_windows(PaperFacts(born=visit.now.date()), zone=zone)
    for key in dict.fromkeys(item.paper_id for item in on):
        discover_target(connection, visit.source, _paper(key), windows, now=visit.now)
    is_first = any(change.kind is ChangeKind.AGENDA_PUBLISHED for change in changes)
    told = {change.item for change in changes}
    touched = [_paper(item.paper_id) for item in on if is_first or item.id in told]
    nudge(connection, visit.source, dict.fromkeys(touched), now=visit.now)


def session_facts(known: KnownMeeting) -> SessionFacts:
    """What decides how often the agenda is read. Results count as complete once every paper has one."""
    meeting = known.meeting
    on = [each.item for each in known.items if each.item.public and not each.withdrawn]
    awaited = [item for item in on if item.paper and is_open(item.result)]
    return SessionFacts(
        day=meeting.day,
        start=meeting.start,
        end=meeting.end,
        has_agenda=meeting.has_agenda or bool(known.items),
        cancelled=meeting.cancelled,
        settled=not awaited and any(not is_open(item.result) for item in on),
    )


def _is_linked_now(before: KnownMeeting | None, known: KnownMeeting) -> bool:
    """Whether the calendar links an agenda that it did not link before and that was not read yet."""
    is_new = before is None or not before.meeting.has_agenda
    return is_new and known.meeting.public and known.meeting.has_agenda and not known.items


def _paper(key: str | None) -> TargetKey:
    return TargetKey(kind=TargetKind.PAPER, key=key or "")
