"""What rounds remember of a paper beyond what it says: the source that reads it, and stops it did not show."""

import json
import sqlite3
from dataclasses import asdict, dataclass

from council.published.numbers import reference_key
from council.published.paper_stops import Stops
from council.published.papers import Consultation, Paper
from storage.instants import day, iso

NOTED = "SELECT source, missed FROM papers WHERE id = :row"
NOTE = """
UPDATE papers SET source = coalesce(:source, source), missed = :missed
WHERE id = :row AND (source IS NOT coalesce(:source, source) OR missed <> :missed)
"""
TWIN = """
SELECT 1 FROM papers
WHERE reference_key = :reference AND body = :body AND reference_key <> '' AND name = :name AND key <> :key
LIMIT 1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """`source`: our row of the one that read the paper's own page, None if only saved pages told of it. `missed`:
    open stops known before that the page did not show when last read.
    """

    source: int | None = None
    missed: Stops = ()


def sighting(connection: sqlite3.Connection, row: int | None) -> Sighting:
    """Nothing for `None`."""
    if row is None:
        return Sighting()
    noted = connection.execute(NOTED, {"row": row}).fetchone()
    return Sighting(source=noted["source"], missed=tuple(_stop(each) for each in json.loads(noted["missed"])))


def note_sighting(connection: sqlite3.Connection, row: int, seen: Sighting) -> None:
    """None for the source keeps the one known."""
    missed = [asdict(stop) | {"date": iso(stop.date)} for stop in seen.missed]
    connection.execute(NOTE, {"row": row, "source": seen.source, "missed": json.dumps(missed, ensure_ascii=False)})


def has_twin(connection: sqlite3.Connection, body: int, paper: Paper) -> bool:
    """Whether the same number and name is known under another key: a council's system that moved gives new ones."""
    asked = {"reference": reference_key(paper.reference), "body": body, "name": paper.name, "key": paper.id}
    return connection.execute(TWIN, asked).fetchone() is not None


def _stop(stored: dict[str, str | None]) -> Consultation:
    return Consultation(
        organization=stored["organization"] or "",
        role=stored["role"],
        date=day(stored["date"]),
        meeting=stored["meeting"],
        meeting_name=stored["meeting_name"],
        agenda_item=stored["agenda_item"],
        result=stored["result"],
    )
