"""Meetings and agenda items as the contract's JSON (docs/json.md)."""

from bot.json_fields import Json, day, given, instant
from council.published.meetings import AgendaItem, Meeting


def meeting_json(meeting: Meeting) -> dict[str, Json]:
    """A Meeting of the contract. `date` is there as well, for sessions whose time is not published."""
    fields = given(
        {
            "id": meeting.id,
            "name": meeting.name,
            "organization": meeting.organization,
            "date": day(meeting.day),
            "start": instant(meeting.start),
            "end": instant(meeting.end),
            "room": meeting.room,
            "address": meeting.address,
            "cancelled": meeting.cancelled,
            "public": meeting.public,
            "web": meeting.web,
        }
    )
    if meeting.agenda is not None:
        fields["agenda"] = [agenda_item_json(item) for item in meeting.agenda]
    return {"type": "Meeting", **fields}


def agenda_item_json(item: AgendaItem) -> dict[str, Json]:
    """An AgendaItem of the contract, as its agenda or its own page tells it."""
    text = given({"protocol": item.text.protocol, "decision": item.text.decision, "vote": item.text.vote})
    # Only agendas tell which items are not late, and of non-public ones nothing is told.
    late = item.late if item.public and item.meeting is None else item.late or None
    return {
        "type": "AgendaItem",
        **given(
            {
                "id": item.id,
                "number": item.number,
                "name": item.name,
                "public": item.public,
                "paper": item.paper,
                "paperId": item.paper_id,
                "result": item.result,
                "late": late,
                "meeting": item.meeting,
                "organization": item.organization,
                "date": day(item.date),
                "text": text,
            }
        ),
    }
