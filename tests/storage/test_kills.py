"""A kill anywhere in a round: what is stored and told in the end is what an undisturbed run stores and tells."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from council.published.meetings import AgendaItem, Meeting
from council.published.papers import Consultation
from council.published.readings import Page, Reading
from council.published.rounds import TargetKind
from storage.pages import record_page
from storage.rounds import begin_round, finish_round
from storage.targets import TargetKey
from storage.visits import Visit
from tests.storage.builders import ELBDORF, connected
from tests.storage.sessions import DAY, NOW, a_paper, a_row, a_session, a_source, an_item, everything

ROUND = timedelta(minutes=15)
TABLES = (
    "papers",
    "consultations",
    "meetings",
    "agenda_items",
    "changes",
    "targets",
    "rounds",
    "round_marks",
    "sources",
)


class Killed(Exception):
    """The process, between two statements."""


@st.composite
def sessions(draw: st.DrawFn) -> Meeting:
    """One of three sessions, as the calendar or its agenda's page shows it at some time."""
    key = draw(st.sampled_from("123"))
    day = DAY + timedelta(days=draw(st.integers(0, 2)))
    named: dict[str, Any] = {
        "id": key,
        "name": f"Ausschuss {key}",
        "day": day,
        "start": None,
        "cancelled": draw(st.booleans()),
    }
    if draw(st.booleans()):
        return a_row(**named, public=bool(draw(st.integers(0, 9))))
    return a_session(*(draw(items(key, place)) for place in range(draw(st.integers(0, 4)))), **named)


@st.composite
def items(draw: st.DrawFn, session: str, place: int) -> AgendaItem:
    key = f"{session}{place}"
    if not draw(st.integers(0, 7)):
        return an_item(key, name=None, public=False)
    paper = {"paper": f"22-{key}", "paper_id": key} if draw(st.booleans()) else {}
    name, result = draw(st.sampled_from(["Radweg", "Haushalt"])), draw(st.sampled_from([None, "vertagt"]))
    return an_item(key, name=f"{name} {key}", result=result, **paper)


@st.composite
def pages(draw: st.DrawFn) -> Reading:
    if draw(st.booleans()):
        return Reading(kind="allris", page=Page.AGENDA, meetings=(draw(sessions()),))
    stop = Consultation(organization="Rat", date=DAY, result=draw(st.sampled_from([None, "vertagt", "abgelehnt"])))
    key, public = draw(st.sampled_from("789")), bool(draw(st.integers(0, 9)))
    paper = a_paper(key, *([stop] if draw(st.booleans()) else []), public=public)
    return Reading(kind="allris", page=Page.PAPER, papers=(replace(paper, name=draw(st.sampled_from("AB"))),))


def target(page: Reading) -> TargetKey:
    if page.papers:
        return TargetKey(kind=TargetKind.PAPER, key=page.papers[0].id or "")
    return TargetKey(kind=TargetKind.AGENDA, key=page.meetings[0].id or "")


@contextmanager
def killed_after(connection: sqlite3.Connection, statements: int | None) -> Iterator[None]:
    """A transaction that a kill ends after so many statements, if it has as many."""
    left = statements

    def count(_statement: str) -> None:
        nonlocal left
        if left is not None:
            left -= 1

    def stop() -> int:
        return int(left is not None and left < 0)

    connection.execute("BEGIN IMMEDIATE")
    connection.set_trace_callback(count)
    connection.set_progress_handler(stop, 1)
    try:
        yield
    except sqlite3.OperationalError as error:
        raise Killed from error
    finally:
        connection.set_trace_callback(None)
        connection.set_progress_handler(None, 0)
        if connection.in_transaction:
            connection.execute("ROLLBACK" if left is not None and left < 0 else "COMMIT")


def told(connection: sqlite3.Connection) -> dict[str, list[dict[str, object]]]:
    """All that is stored, but for the numbers SQLite gives to rows of agendas and stops written anew."""
    whole = {table: connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3, 4").fetchall() for table in TABLES}
    written_anew = ("agenda_items", "consultations")
    return {
        table: [
            {name: value for name, value in dict(row).items() if name != "id" or table not in written_anew}
            for row in rows
        ]
        for table, rows in whole.items()
    }


def run(path: Path, rounds: list[list[Reading]], kills: list[int]) -> dict[str, list[dict[str, object]]]:
    """Each kill ends some page's transaction, or the end of a round, after so many statements; then it goes on."""
    left = iter(kills)
    with connected(path) as connection:
        source = a_source(connection)
        for number, readings in enumerate(rounds):
            now = NOW + number * ROUND
            for reading in [*readings, None]:
                done = False
                while not done:
                    done = step(connection, source, reading, now, next(left, None))
        return told(connection)


def step(connection: sqlite3.Connection, source: int, reading: Reading | None, now: datetime, kill: int | None) -> bool:
    """One transaction of a round that was begun or is gone on with; whether it was not killed."""
    on = begin_round(connection, source, now=now)
    try:
        with killed_after(connection, kill):
            if reading is None:
                finish_round(connection, on.row, now=now)
            else:
                visit = Visit(body=ELBDORF, now=now, source=source, round=on.row)
                record_page(connection, visit, reading, target=target(reading))
    except Killed:
        return False
    return True


@settings(max_examples=25)
@given(
    st.lists(st.lists(pages(), max_size=5), min_size=1, max_size=5),
    st.lists(st.integers(0, 60), max_size=30),
)
def test_a_killed_run_ends_as_an_undisturbed_one(rounds: list[list[Reading]], kills: list[int]) -> None:
    with TemporaryDirectory() as folder:
        undisturbed = run(Path(folder, "one.db"), rounds, [])
        assert run(Path(folder, "other.db"), rounds, kills) == undisturbed
        assert {row["state"] for row in states(Path(folder, "other.db"))} <= {"open", "dropped", "held"}


def states(path: Path) -> list[sqlite3.Row]:
    with connected(path) as connection:
        return connection.execute("SELECT DISTINCT state FROM changes").fetchall()


def test_a_page_killed_at_any_statement_leaves_nothing(tmp_path: Path) -> None:
    agenda = a_session(an_item("1", paper="22-1", paper_id="1"), an_item("2"))
    page = Reading(kind="allris", page=Page.AGENDA, meetings=(agenda,), papers=(a_paper(),))
    with connected(tmp_path / "r.db") as connection:
        source = a_source(connection)
        begin_round(connection, source, now=NOW)
        before, kill = everything(connection), 0
        while not step(connection, source, page, NOW, kill):
            assert everything(connection) == before
            kill += 1
        assert everything(connection) != before
    assert kill > 20
