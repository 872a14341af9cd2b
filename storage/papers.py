"""Stored papers, read back: rows to objects, some queries for any number of papers."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from council.published.bodies import Body
from council.published.known import KnownPaper
from council.published.papers import Consultation, File, Paper, PaperText

PAPERS = """
SELECT papers.*, bodies.key AS body_key, bodies.name AS body_name, bodies.host AS body_host
FROM json_each(:rows) AS asked
CROSS JOIN papers ON papers.id = asked.value
JOIN bodies ON bodies.id = papers.body
ORDER BY asked.key
"""
CONSULTATIONS = """
SELECT consultations.*, organizations.name AS organization_name
FROM json_each(:rows) AS asked
CROSS JOIN consultations ON consultations.paper = asked.value
JOIN organizations ON organizations.id = consultations.organization
ORDER BY paper, position
"""
ORIGINATORS = """
SELECT paper, name FROM json_each(:rows) AS asked CROSS JOIN originators ON paper = asked.value
ORDER BY paper, position
"""
RELATED = """
SELECT paper, reference FROM json_each(:rows) AS asked CROSS JOIN related ON paper = asked.value
ORDER BY paper, position
"""
FILES = """
SELECT paper, name, url FROM json_each(:rows) AS asked CROSS JOIN files ON paper = asked.value
ORDER BY paper, position
"""


def paper_by_row(connection: sqlite3.Connection, row: int) -> KnownPaper | None:
    """`None` if there is no such paper, or none that is public."""
    return next(iter(papers_by_rows(connection, (row,))), None)


def papers_by_rows(connection: sqlite3.Connection, rows: Iterable[int]) -> tuple[KnownPaper, ...]:
    """The public ones among them, in the order asked for."""
    return tuple(stored for stored in load_papers(connection, rows) if stored.paper.public)


def load_papers(connection: sqlite3.Connection, rows: Iterable[int]) -> tuple[KnownPaper, ...]:
    """Also what is no longer public (nameless and empty by then). For recording, never for answers."""
    asked = {"rows": json.dumps(list(dict.fromkeys(rows)))}
    papers = connection.execute(PAPERS, asked).fetchall()
    if not papers:
        return ()
    consultations = _by_paper(connection.execute(CONSULTATIONS, asked).fetchall())
    originators = _by_paper(connection.execute(ORIGINATORS, asked).fetchall())
    related = _by_paper(connection.execute(RELATED, asked).fetchall())
    files = _by_paper(connection.execute(FILES, asked).fetchall())
    return tuple(
        KnownPaper(
            row=row["id"],
            body=Body(key=row["body_key"], name=row["body_name"], host=row["body_host"]),
            paper=_paper(
                row,
                originators=tuple(each["name"] for each in originators[row["id"]]),
                related=tuple(each["reference"] for each in related[row["id"]]),
                files=tuple(File(name=each["name"], url=each["url"]) for each in files[row["id"]]),
                consultations=tuple(_consultation(each) for each in consultations[row["id"]]),
            ),
            read_at=datetime.fromtimestamp(row["read_at"], UTC),
        )
        for row in papers
    )


def _by_paper(rows: Sequence[sqlite3.Row]) -> defaultdict[int, list[sqlite3.Row]]:
    grouped: defaultdict[int, list[sqlite3.Row]] = defaultdict(list)
    for row in rows:
        grouped[row["paper"]].append(row)
    return grouped


def _paper(
    row: sqlite3.Row,
    *,
    originators: tuple[str, ...],
    related: tuple[str, ...],
    files: tuple[File, ...],
    consultations: tuple[Consultation, ...],
) -> Paper:
    return Paper(
        reference=row["reference"],
        name=row["name"],
        public=bool(row["public"]),
        id=row["key"],
        paper_type=row["paper_type"],
        date=_day(row["date"]),
        originators=originators,
        under_direction_of=row["under_direction_of"],
        web=row["web"],
        parent=row["parent"],
        related=related,
        files=files,
        text=PaperText(sachverhalt=row["sachverhalt"], beschluss=row["beschluss"]),
        consultations=consultations,
    )


def _consultation(row: sqlite3.Row) -> Consultation:
    return Consultation(
        organization=row["organization_name"],
        role=row["role"],
        date=_day(row["date"]),
        meeting=row["meeting"],
        meeting_name=row["meeting_name"],
        agenda_item=row["agenda_item"],
        result=row["result"],
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
