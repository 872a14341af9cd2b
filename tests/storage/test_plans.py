"""How questions are answered: through indexes, however much is stored."""

import sqlite3

import pytest

from storage import (
    changes,
    forgetting,
    held,
    lookup,
    meeting_recording,
    meeting_writing,
    meetings,
    organizations,
    papers,
    questions,
    recording,
    rounds,
    sightings,
    sources,
    targets,
    visits,
    wanted,
)

MODULES = (
    *(changes, forgetting, held, lookup, meeting_recording, meeting_writing, meetings, organizations, papers),
    *(questions, recording, rounds, sightings, sources, targets, visits, wanted),
)
STATEMENTS = ("SELECT", "UPDATE", "DELETE")
# One row, or a count that an index holds.
WHOLE = {"EXAMPLE", "COUNT"}
ASKED = {
    f"{module.__name__.removeprefix('storage.')}.{name}": value
    for module in MODULES
    for name, value in vars(module).items()
    if isinstance(value, str) and value.lstrip().startswith(STATEMENTS) and name not in WHOLE
}
# Tables of a few rows, and lists handed in.
SMALL = tuple(f"SCAN {name}" for name in ("bodies", "asked", "json_each", "sources", "structures", "CONSTANT ROW"))


class Anything(dict[str, str]):
    """A value for every parameter."""

    def __missing__(self, name: str) -> str:
        return "[]" if name in {"rows", "keys", "days", "items", "kept"} else "1"


def plan(connection: sqlite3.Connection, sql: str) -> list[str]:
    return [row["detail"] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", Anything())]


@pytest.mark.parametrize("name", ASKED)
def test_no_question_reads_a_whole_table(connection: sqlite3.Connection, name: str) -> None:
    steps = plan(connection, ASKED[name])
    assert steps
    # Partial indexes hold only what waits: few rows, or all of them wanted.
    waiting = ("held_changes", "open_changes", "pending_changes", "open_wanted_by_target", "answered_wanted")
    scans = [step for step in steps if step.startswith("SCAN") and not step.startswith(SMALL)]
    assert not [step for step in scans if not step.endswith(waiting)]
    # By body alone would be all of a council's papers.
    assert not [step for step in steps if step.endswith("INDEX public_papers (body=?)") and not name.endswith("BODIES")]


@pytest.mark.parametrize(
    ("sql", "index"),
    [
        (recording.SAME_REFERENCE, "papers_by_reference"),
        (targets.DUE, "targets_by_due"),
        (targets.NEXT_DUE, "targets_by_due"),
        (changes.OPEN, "open_changes"),
        (held.HELD, "held_changes"),
        (rounds.PENDING, "pending_changes"),
        (rounds.UNFINISHED, "unfinished_rounds"),
        (rounds.FUTURE, "meetings_by_source"),
        (meetings.BY_KEY, "meetings_by_key"),
        (meetings.BY_ITEM, "agenda_items_by_key"),
        (meetings.BETWEEN, "meetings_by_day"),
        (meetings.PAPER_KEYS, "agenda_items_by_reference"),
        (forgetting.OF_ITEMS, "changes_by_item"),
        (forgetting.OF_MEETING, "changes_by_meeting"),
        (forgetting.OF_PAPER, "changes_by_paper"),
        (wanted.NEXT, "wanted_by_state"),
        (wanted.SETTLE, "open_wanted_by_target"),
        (organizations.RENAMED, "organizations_by_key"),
    ],
)
def test_what_is_asked_often_has_its_index(connection: sqlite3.Connection, sql: str, index: str) -> None:
    assert [step for step in plan(connection, sql) if f"{index} " in f"{step} "]
