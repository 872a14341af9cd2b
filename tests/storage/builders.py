"""Papers and readings with sane defaults, for the tests of what is remembered."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from council.published.bodies import Body
from council.published.papers import Consultation, File, Paper, PaperText
from council.published.readings import Page, Reading
from storage.files import create_if_missing, prepare
from storage.migrating import known_migrations
from storage.recording import Recorded, record_reading

ELBDORF = Body(key="elbdorf", name="Gemeindevertretung Elbdorf", host="ris.elbdorf.example")
SEESTADT = Body(key="seestadt", name="Rat der Seestadt", host="rat.seestadt.example")
NOON = datetime(2026, 10, 1, 12, tzinfo=UTC)


@contextmanager
def connected(path: Path) -> Iterator[sqlite3.Connection]:
    """A real, migrated database without the event loop; every statement commits by itself."""
    create_if_missing(path, known_migrations())
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        prepare(connection, path, known_migrations())
        yield connection


def paper(reference: str = "20-1554", name: str = "Mehr Bänke am Ufer", *, public: bool = True) -> Paper:
    return Paper(reference=reference, name=name, public=public)


def rich_paper() -> Paper:
    """As the council's own page shows it: with keys and addresses."""
    return Paper(
        id="1001",
        reference="20-1554",
        name="Mehr Bänke am Ufer",
        public=True,
        paper_type="Antrag",
        date=date(2016, 5, 2),
        originators=("Fraktion Blau", "Ute Weiß"),
        under_direction_of="Tiefbauamt",
        web="https://ris.elbdorf.example/bi/vo020.asp?VOLFDNR=1001",
        parent="20-1500",
        related=("20-1500", "20-1554.1"),
        files=(File(name="Lageplan", url="https://ris.elbdorf.example/plan"), File(name="Kosten")),
        text=PaperText(sachverhalt="Am Ufer fehlen Sitzplätze.", beschluss="Zehn Bänke werden aufgestellt."),
        consultations=(
            Consultation(
                organization="Hauptausschuss",
                role="Vorberatung",
                date=date(2016, 5, 17),
                meeting="501",
                meeting_name="Sitzung des Hauptausschusses",
                agenda_item="9001",
                result="überwiesen",
            ),
            Consultation(
                organization="Bauausschuss",
                date=date(2016, 6, 7),
                meeting="502",
                meeting_name="Sitzung des Bauausschusses",
                agenda_item="9002",
                result="ungeändert beschlossen",
            ),
        ),
    )


def saved_text_of_it() -> Paper:
    """The same paper as text saved from a browser: no keys, no addresses, no text below the table."""
    return Paper(
        reference="20–1554",
        name="Mehr Bänke am Ufer",
        public=True,
        paper_type="Antrag",
        consultations=(
            Consultation(
                organization="Hauptausschuss",
                date=date(2016, 5, 17),
                meeting_name="Sitzung des Hauptausschusses",
                result="überwiesen",
            ),
        ),
    )


def reading(*papers: Paper) -> Reading:
    return Reading(kind="allris", page=Page.PAPER, papers=papers)


def record(connection: sqlite3.Connection, *papers: Paper, body: Body = ELBDORF, read_at: datetime = NOON) -> Recorded:
    return record_reading(connection, body, reading(*papers), read_at=read_at)
