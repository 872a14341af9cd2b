"""A session's rows, written as a whole: the session and its agenda."""

import sqlite3
from collections.abc import Sequence

from council.published.known_meetings import KnownItem, KnownMeeting
from council.published.numbers import reference_key
from storage.facts import facts_text
from storage.instants import iso, seconds
from storage.visits import Visit

MEETING = """
INSERT INTO meetings (
    id, body, source, key, name, public, organization, day, start_at, start, end_at, end, room, address,
    cancelled, has_agenda, web, calendar, page, first_round, read_at, agenda_read_at, calendar_key
) VALUES (
    :row, :body, :source, :key, :name, :public, :organization, :day, :start_at, :start, :end_at, :end, :room, :address,
    :cancelled, :has_agenda, :web, :calendar, :page, :round, :read_at, :agenda_read_at, :key
)
ON CONFLICT (id) DO UPDATE SET
    sequence = sequence + (
        (name, organization, day, start_at, end_at, room, address, cancelled) IS NOT (
            excluded.name, excluded.organization, excluded.day, excluded.start_at, excluded.end_at,
            excluded.room, excluded.address, excluded.cancelled
        )
    ),
    source = coalesce(excluded.source, source), key = excluded.key, name = excluded.name, public = excluded.public,
    organization = excluded.organization, day = excluded.day, start_at = excluded.start_at, start = excluded.start,
    end_at = excluded.end_at, end = excluded.end, room = excluded.room, address = excluded.address,
    cancelled = excluded.cancelled, has_agenda = excluded.has_agenda, web = excluded.web,
    calendar = excluded.calendar, page = excluded.page, read_at = max(read_at, excluded.read_at),
    agenda_read_at = coalesce(excluded.agenda_read_at, agenda_read_at)
RETURNING id
"""
ITEM = """
INSERT INTO agenda_items (
    body, meeting, position, key, number, name, public, paper, reference_key, paper_key, result, late,
    withdrawn, missing_since, missing_times, page_meeting, page_organization, page_date, protocol, decision, vote
) VALUES (
    :body, :meeting, :position, :key, :number, :name, :public, :paper, :reference_key, :paper_key, :result, :late,
    :withdrawn, :missing_since, :missing_times, :page_meeting, :page_organization, :page_date, :protocol, :decision,
    :vote
)
"""
# What holds sessions can be followed, also where no list of committees and no paper names it.
ORGANIZATION = "INSERT INTO organizations (body, name) VALUES (:body, :organization) ON CONFLICT DO NOTHING"
TOUCH = """
UPDATE meetings SET
    read_at = max(read_at, :read_at), agenda_read_at = coalesce(:agenda_read_at, agenda_read_at),
    source = coalesce(:source, source)
WHERE id = :row
"""


def write_meeting(
    connection: sqlite3.Connection,
    known: KnownMeeting,
    *,
    row: int | None,
    body: int,
    visit: Visit,
    is_agenda: bool,
) -> int:
    """The session's row, a new one for `None`, without its agenda. `is_agenda`: its own page was read.

    Its SEQUENCE for calendars is raised if something changed that a calendar shows.
    """
    meeting = known.meeting
    if meeting.public and meeting.organization:
        connection.execute(ORGANIZATION, {"body": body, "organization": meeting.organization})
    written = connection.execute(
        MEETING,
        {
            "row": row,
            "body": body,
            "source": visit.source,
            "key": meeting.id,
            "name": meeting.name,
            "public": int(meeting.public),
            "organization": meeting.organization,
            "day": iso(meeting.day),
            "start_at": seconds(meeting.start) if meeting.start else None,
            "start": iso(meeting.start),
            "end_at": seconds(meeting.end) if meeting.end else None,
            "end": iso(meeting.end),
            "room": meeting.room,
            "address": meeting.address,
            "cancelled": int(meeting.cancelled),
            "has_agenda": int(meeting.has_agenda),
            "web": meeting.web,
            "calendar": facts_text(known.calendar),
            "page": facts_text(known.page),
            "round": visit.round,
            "read_at": seconds(visit.now),
            "agenda_read_at": seconds(visit.now) if is_agenda else None,
        },
    ).fetchone()
    return int(written["id"])


def write_agenda(connection: sqlite3.Connection, items: Sequence[KnownItem], *, row: int, body: int) -> None:
    """In place of what was known of the session's agenda."""
    connection.execute("DELETE FROM agenda_items WHERE meeting = :row", {"row": row})
    connection.executemany(
        ITEM, [_item(known, meeting=row, body=body, position=place) for place, known in enumerate(items)]
    )


def touch_meeting(connection: sqlite3.Connection, row: int, *, visit: Visit, is_agenda: bool) -> None:
    """A page said what was known already."""
    read_at = seconds(visit.now)
    asked = {
        "row": row,
        "source": visit.source,
        "read_at": read_at,
        "agenda_read_at": read_at if is_agenda else None,
    }
    connection.execute(TOUCH, asked)


def _item(known: KnownItem, *, meeting: int, body: int, position: int) -> dict[str, str | int | None]:
    item, missing = known.item, known.missing
    return {
        "body": body,
        "meeting": meeting,
        "position": position,
        "key": item.id,
        "number": item.number,
        "name": item.name,
        "public": int(item.public),
        "paper": item.paper,
        "reference_key": reference_key(item.paper) if item.paper else None,
        "paper_key": item.paper_id,
        "result": item.result,
        "late": int(item.late),
        "withdrawn": known.withdrawn,
        "missing_since": seconds(missing.since) if missing else None,
        "missing_times": missing.times if missing else None,
        "page_meeting": item.meeting,
        "page_organization": item.organization,
        "page_date": iso(item.date),
        "protocol": item.text.protocol,
        "decision": item.text.decision,
        "vote": item.text.vote,
    }
