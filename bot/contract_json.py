"""The JSON that `--json` prints: OParl's words, flat; what a page does not give is absent (docs/json.md)."""

from bot.json_fields import Json, day, given
from bot.meeting_json import agenda_item_json, meeting_json
from bot.organization_json import listed_paper_json, organization_json
from council.published.papers import Consultation, Paper
from council.published.readings import Reading
from council.published.standing import NextStop, Standing
from sources.errors import SourceError

__all__ = ["Json", "error_json", "paper_json", "reading_json", "standing_json"]


def reading_json(reading: Reading) -> Json:
    """What `read --json` prints for a page: all it told, in its order."""
    objects: list[Json] = [
        *map(paper_json, reading.papers),
        *map(meeting_json, reading.meetings),
        *map(agenda_item_json, reading.items),
        *map(listed_paper_json, reading.listed),
        *map(organization_json, reading.organizations),
    ]
    source = given({"kind": reading.kind, "page": str(reading.page), "attribution": reading.attribution})
    return given({"source": source, "skipped": list(reading.skipped)}) | {"objects": objects}


def paper_json(paper: Paper) -> dict[str, Json]:
    """A Paper of the contract."""
    text = given({"sachverhalt": paper.text.sachverhalt, "beschluss": paper.text.beschluss})
    return {
        "type": "Paper",
        **given(
            {
                "id": paper.id,
                "reference": paper.reference,
                "name": paper.name,
                "paperType": paper.paper_type,
                "date": day(paper.date),
                "originators": list(paper.originators),
                "underDirectionOf": paper.under_direction_of,
                "public": paper.public,
                "web": paper.web,
                "parent": paper.parent,
                "related": list(paper.related),
                "files": [given({"name": file.name, "url": file.url}) for file in paper.files],
                "text": text,
                "consultations": [_consultation(stop) for stop in paper.consultations],
            }
        ),
    }


def standing_json(standing: Standing, *, sentence: str) -> dict[str, Json]:
    """The `standing` that `show --json` adds; `sentence` is the card's first line."""
    return given(
        {
            "state": str(standing.state),
            "since": day(standing.since),
            "organization": standing.organization,
            "next": _next(standing.next) if standing.next else None,
            "sentence": sentence,
        }
    )


def error_json(fault: SourceError) -> Json:
    """What `--json` prints where a page could not be read."""
    return {"error": {"kind": fault.kind, "message": str(fault)}}


def _consultation(stop: Consultation) -> Json:
    return given(
        {
            "organization": stop.organization,
            "role": stop.role,
            "date": day(stop.date),
            "meeting": stop.meeting,
            "meetingName": stop.meeting_name,
            "agendaItem": stop.agenda_item,
            "result": stop.result,
        }
    )


def _next(stop: NextStop) -> Json:
    return given({"date": day(stop.date), "organization": stop.organization, "agendaItem": stop.agenda_item})
