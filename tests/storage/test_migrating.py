"""Migrations: in order, each whole or not at all."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from storage.database import Database
from storage.migrating import Migration, known_migrations, migrate, schema_version

FIRST = Migration(version=1, sql="CREATE TABLE one (a TEXT) STRICT;\nCREATE TABLE two (a TEXT) STRICT;\n")


def tables(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}


def open_raw(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


def test_packaged_migrations_are_numbered_without_a_gap() -> None:
    known = known_migrations()
    assert [migration.version for migration in known] == list(range(1, len(known) + 1))


def test_migrating_twice_changes_nothing(tmp_path: Path) -> None:
    with closing(open_raw(tmp_path / "r.db")) as connection:
        migrate(connection, known_migrations())
        before = connection.execute("PRAGMA schema_version").fetchone()
        migrate(connection, known_migrations())
        assert connection.execute("PRAGMA schema_version").fetchone() == before


def test_a_broken_migration_leaves_the_old_version_whole(tmp_path: Path) -> None:
    broken = Migration(version=2, sql="CREATE TABLE three (a TEXT) STRICT;\nDROP TABLE two;\nCREATE NONSENSE;\n")
    with closing(open_raw(tmp_path / "r.db")) as connection:
        with pytest.raises(sqlite3.OperationalError):
            migrate(connection, (FIRST, broken))
        assert schema_version(connection) == 1
        assert tables(connection) == {"one", "two"}


def test_a_trigger_is_one_statement(tmp_path: Path) -> None:
    trigger = "CREATE TRIGGER t AFTER INSERT ON one BEGIN\n INSERT INTO two VALUES (new.a);\n DELETE FROM one;\nEND;"
    with closing(open_raw(tmp_path / "r.db")) as connection:
        migrate(connection, (FIRST, Migration(version=2, sql=trigger)))
        connection.execute("INSERT INTO one VALUES ('x')")
        assert connection.execute("SELECT a FROM two").fetchall() == [("x",)]


KILLED = """
import os, sqlite3, sys
from storage.migrating import Migration, migrate
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
left = int(sys.argv[2])
def trace(sql):
    global left
    left -= 1
    if left < 0:
        os._exit(9)
connection.set_trace_callback(trace)
migrate(connection, (Migration(version=1, sql=sys.argv[3]),))
"""


def test_killed_at_any_statement_the_old_or_the_new_version_stands(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    seen = set()
    for step in range(0, 7, 2):
        path = tmp_path / f"{step}.db"
        command = [sys.executable, "-c", KILLED, str(path), str(step), FIRST.sql]
        subprocess.run(command, cwd=root, timeout=60, check=False)
        with closing(open_raw(path)) as connection:
            state = (schema_version(connection), frozenset(tables(connection)))
        assert state in {(0, frozenset()), (1, frozenset({"one", "two"}))}
        seen.add(state[0])
    assert seen == {0, 1}


async def test_an_older_database_is_brought_up_on_opening(tmp_path: Path) -> None:
    async with Database.open(tmp_path / "r.db"):
        pass
    known = known_migrations()
    later = Migration(version=len(known) + 1, sql="CREATE TABLE later (body INTEGER) STRICT;")
    async with Database.open(tmp_path / "r.db", migrations=(*known, later)) as database:
        assert "later" in await database.read(tables)


async def test_every_table_but_that_of_chats_carries_the_body_and_is_strict(tmp_path: Path) -> None:
    def shapes(connection: sqlite3.Connection) -> dict[str, tuple[bool, set[str]]]:
        listed = connection.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").fetchall()
        ours = [row for row in listed if not row["name"].startswith(("sqlite_", "paper_t"))]
        return {
            row["name"]: (
                bool(row["strict"]),
                {column["name"] for column in connection.execute(f"PRAGMA table_info({row['name']})")},
            )
            for row in ours
        }

    async with Database.open(tmp_path / "r.db") as database:
        found = await database.read(shapes)
    assert {"papers", "consultations", "bodies"} <= set(found)
    assert all(strict for strict, _ in found.values())
    assert {name for name, (_, columns) in found.items() if "body" not in columns} == {"bodies", "subscribers"}
