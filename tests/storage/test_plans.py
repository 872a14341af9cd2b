"""How questions are answered: through indexes, however many papers there are."""

import sqlite3

import pytest

from storage import lookup, papers, questions, recording

# One row, or a count that an index holds.
WHOLE = {"EXAMPLE", "COUNT"}
ASKED = {
    name: value
    for module in (lookup, papers, questions)
    for name, value in vars(module).items()
    if isinstance(value, str) and value.lstrip().startswith("SELECT") and name not in WHOLE
}
PARAMETERS = dict.fromkeys(("body", "end", "host", "key", "keys", "most", "prefix", "reference", "row", "rows"), "1")


@pytest.mark.parametrize("name", ASKED)
def test_no_question_reads_a_whole_table_of_papers(connection: sqlite3.Connection, name: str) -> None:
    plan = [row["detail"] for row in connection.execute(f"EXPLAIN QUERY PLAN {ASKED[name]}", PARAMETERS)]
    assert plan
    small = ("SCAN bodies", "SCAN asked", "SCAN json_each")
    assert not [step for step in plan if step.startswith("SCAN") and not step.startswith(small)]
    # By body alone would be all of a council's papers.
    assert not [step for step in plan if step.endswith("INDEX public_papers (body=?)") and name != "BODIES"]


def test_a_reading_finds_its_papers_through_indexes(connection: sqlite3.Connection) -> None:
    plan = connection.execute(f"EXPLAIN QUERY PLAN {recording.SAME_REFERENCE}", PARAMETERS).fetchall()
    assert ["papers_by_reference" in row["detail"] for row in plan] == [True]
