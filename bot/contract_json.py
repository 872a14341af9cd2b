"""The JSON that `--json` prints: OParl's words, flat; what a page does not give is absent (docs/json.md)."""

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from council.published.papers import Consultation, Paper
from council.published.readings import Reading
from council.published.standing import NextStop, Standing
from sources.errors import SourceError

Json: TypeAlias = "str | bool | list[Json] | dict[str, Json]"


def reading_json(reading: Reading) -> Json:
    """What `read --json` prints for a page."""
    return {
        "source": {"kind": reading.kind, "page": str(reading.page)},
        "objects": [paper_json(paper) for paper in reading.papers],
    }


def paper_json(paper: Paper) -> dict[str, Json]:
    """A Paper of the contract."""
    text = _given({"sachverhalt": paper.text.sachverhalt, "beschluss": paper.text.beschluss})
    return {
        "type": "Paper",
        **_given(
            {
                "id": paper.id,
                "reference": paper.reference,
                "name": paper.name,
                "paperType": paper.paper_type,
                "date": _day(paper.date),
                "originators": list(paper.originators),
                "underDirectionOf": paper.under_direction_of,
                "public": paper.public,
                "web": paper.web,
                "parent": paper.parent,
                "related": list(paper.related),
                "files": [_given({"name": file.name, "url": file.url}) for file in paper.files],
                "text": text,
                "consultations": [_consultation(stop) for stop in paper.consultations],
            }
        ),
    }


def standing_json(standing: Standing, *, sentence: str) -> dict[str, Json]:
    """The `standing` that `show --json` adds; `sentence` is the card's first line."""
    return _given(
        {
            "state": str(standing.state),
            "since": _day(standing.since),
            "organization": standing.organization,
            "next": _next(standing.next) if standing.next else None,
            "sentence": sentence,
        }
    )


def error_json(fault: SourceError) -> Json:
    """What `--json` prints where a page could not be read."""
    return {"error": {"kind": fault.kind, "message": str(fault)}}


def _consultation(stop: Consultation) -> Json:
    return _given(
        {
            "organization": stop.organization,
            "role": stop.role,
            "date": _day(stop.date),
            "meeting": stop.meeting,
            "meetingName": stop.meeting_name,
            "agendaItem": stop.agenda_item,
            "result": stop.result,
        }
    )


def _next(stop: NextStop) -> Json:
    return _given({"date": _day(stop.date), "organization": stop.organization, "agendaItem": stop.agenda_item})


def _given(fields: Mapping[str, "Json | None"]) -> dict[str, Json]:
    """Only what is there: nothing empty, nothing invented (False is an answer)."""
    return {name: value for name, value in fields.items() if value is not None and value not in ("", [], {})}


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()
