"""A paper's rows, written as a whole."""

import sqlite3

from council.published.numbers import reference_key
from council.published.papers import Consultation, Paper
from storage.indexing import newest_day

PAPER = """
INSERT INTO papers (
    id, body, key, reference, reference_key, name, public, paper_type, date, under_direction_of,
    web, parent, sachverhalt, beschluss, newest_on, read_at
) VALUES (
    :row, :body, :key, :reference, :reference_key, :name, :public, :paper_type, :date, :under_direction_of,
    :web, :parent, :sachverhalt, :beschluss, :newest_on, :read_at
)
ON CONFLICT (id) DO UPDATE SET
    key = excluded.key, reference = excluded.reference, reference_key = excluded.reference_key,
    name = excluded.name, public = excluded.public, paper_type = excluded.paper_type, date = excluded.date,
    under_direction_of = excluded.under_direction_of, web = excluded.web, parent = excluded.parent,
    sachverhalt = excluded.sachverhalt, beschluss = excluded.beschluss, newest_on = excluded.newest_on,
    read_at = excluded.read_at
RETURNING id
"""
CONSULTATION = """
INSERT INTO consultations (
    body, paper, position, organization, role, date, meeting, meeting_name, agenda_item, result
) VALUES (
    :body, :paper, :position, :organization, :role, :date, :meeting, :meeting_name, :agenda_item, :result
)
"""


def write_paper(connection: sqlite3.Connection, paper: Paper, *, row: int | None, body: int, read_at: int) -> int:
    """The paper's row, a new one for `None`. What it had before is replaced; `read_at` in seconds since 1970."""
    newest_on = newest_day(paper)
    written = connection.execute(
        PAPER,
        {
            "row": row,
            "body": body,
            "key": paper.id,
            "reference": paper.reference,
            "reference_key": reference_key(paper.reference),
            "name": paper.name,
            "public": int(paper.public),
            "paper_type": paper.paper_type,
            "date": paper.date.isoformat() if paper.date else None,
            "under_direction_of": paper.under_direction_of,
            "web": paper.web,
            "parent": paper.parent,
            "sachverhalt": paper.text.sachverhalt,
            "beschluss": paper.text.beschluss,
            "newest_on": newest_on.isoformat() if newest_on else None,
            "read_at": read_at,
        },
    ).fetchone()
    _write_lists(connection, paper, row=int(written["id"]), body=body)
    return int(written["id"])


def _write_lists(connection: sqlite3.Connection, paper: Paper, *, row: int, body: int) -> None:
    for table in ("consultations", "originators", "related", "files"):
        connection.execute(f"DELETE FROM {table} WHERE paper = :row", {"row": row})  # noqa: S608 - our own four words
    stops = paper.consultations
    connection.executemany(
        CONSULTATION,
        [_stop(connection, stop, paper=row, body=body, position=place) for place, stop in enumerate(stops)],
    )
    connection.executemany(
        "INSERT INTO originators (body, paper, position, name) VALUES (?, ?, ?, ?)",
        [(body, row, place, name) for place, name in enumerate(paper.originators)],
    )
    connection.executemany(
        "INSERT INTO related (body, paper, position, reference) VALUES (?, ?, ?, ?)",
        [(body, row, place, reference) for place, reference in enumerate(paper.related)],
    )
    connection.executemany(
        "INSERT INTO files (body, paper, position, name, url) VALUES (?, ?, ?, ?, ?)",
        [(body, row, place, file.name, file.url) for place, file in enumerate(paper.files)],
    )


def _stop(
    connection: sqlite3.Connection, stop: Consultation, *, paper: int, body: int, position: int
) -> dict[str, str | int | None]:
    return {
        "body": body,
        "paper": paper,
        "position": position,
        "organization": _organization(connection, body, stop.organization),
        "role": stop.role,
        "date": stop.date.isoformat() if stop.date else None,
        "meeting": stop.meeting,
        "meeting_name": stop.meeting_name,
        "agenda_item": stop.agenda_item,
        "result": stop.result,
    }


def _organization(connection: sqlite3.Connection, body: int, name: str) -> int:
    named = {"body": body, "name": name}
    connection.execute("INSERT INTO organizations (body, name) VALUES (:body, :name) ON CONFLICT DO NOTHING", named)
    row = connection.execute("SELECT id FROM organizations WHERE body = :body AND name = :name", named).fetchone()
    return int(row["id"])
