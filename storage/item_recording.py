"""Remembering what an agenda item's own page says: its result, what was said and decided."""

import sqlite3
from dataclasses import replace

from council.published.item_changes import ItemOutcome, Moment, compare_own_page
from council.published.meeting_times import has_begun, is_past
from council.published.meetings import AgendaItem
from storage.agenda_planning import nudge_papers
from storage.bodies import ensure_body
from storage.changes import append_changes
from storage.cleaning import storable
from storage.forgetting import forget_items
from storage.meeting_writing import write_agenda
from storage.meetings import StoredMeeting, meeting_by_item
from storage.reckoning import papers_of_meeting, reckon_waiting
from storage.visits import Visit, is_outranked


def record_item(connection: sqlite3.Connection, visit: Visit, item: AgendaItem) -> ItemOutcome | None:
    """What was told and what is known now; None if the item stands on no agenda we know."""
    read = storable(item)
    stored = meeting_by_item(connection, visit.body.key, read.id) if read.id else None
    if stored is None:
        return None
    before = next(each for each in stored.known.items if each.item.id == read.id)
    if not visit.structure_ok or is_outranked(visit, stored.source, public=read.public):
        return ItemOutcome(changes=(), known=before)
    outcome = compare_own_page(before, read, moment=_moment(stored, visit))
    if outcome.known == before:
        return outcome
    body = ensure_body(connection, visit.body)
    items = tuple(outcome.known if each is before else each for each in stored.known.items)
    told_of = papers_of_meeting(connection, stored.row)
    write_agenda(connection, items, row=stored.row, body=body)
    told_of |= papers_of_meeting(connection, stored.row)
    reckon_waiting(connection, told_of, today=visit.now.date())
    forget_items(connection, outcome.changes, stored.known, body=body, meeting=stored.row)
    told = append_changes(connection, visit, outcome.changes, body=body, meeting=stored.row)
    nudge_papers(connection, visit, outcome.changes, replace(stored.known, items=items))
    return replace(outcome, changes=told)


def _moment(stored: StoredMeeting, visit: Visit) -> Moment:
    meeting = stored.known.meeting
    return Moment(
        now=visit.now,
        meeting=meeting.id,
        begun=has_begun(meeting.day, meeting.start, now=visit.now),
        past=is_past(meeting.day, now=visit.now),
    )
