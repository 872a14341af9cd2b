"""The database as a file: what is refused is left as it was, and said in one sentence with its path."""

import asyncio
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from storage.database import Database
from storage.errors import Damaged, FromNewerVersion, Missing, NotOurs, NotWritable, StorageError
from storage.files import APPLICATION_ID


async def opening(path: Path) -> None:
    async with Database.open(path):
        pass


def raw(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


async def refused(path: Path, expected: type[StorageError]) -> str:
    before = {each: each.read_bytes() for each in path.parent.iterdir() if each.is_file()}
    with pytest.raises(expected) as caught:
        await opening(path)
    assert {each: each.read_bytes() for each in path.parent.iterdir() if each.is_file()} == before
    said = str(caught.value)
    assert str(path) in said
    assert "\n" not in said
    assert said.endswith(".")
    return said


async def test_garbage_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    path.write_bytes(b"<html>this is a page</html>" * 1000)
    assert "keine Datenbank" in await refused(path, NotOurs)


async def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    path.touch()
    assert "leer" in await refused(path, NotOurs)


async def test_somebody_elses_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    raw(path, "CREATE TABLE bookmarks (url TEXT)")
    assert "keine von Ratsbote" in await refused(path, NotOurs)


async def test_a_database_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    await opening(path)
    raw(path, "PRAGMA user_version = 4711")
    assert "4711" in await refused(path, FromNewerVersion)


@pytest.mark.parametrize("beside", ["r.db-wal", "r.db.backup-2026-10-01", "r.db.bak", "old.db.bak"])
async def test_a_missing_database_is_not_made_anew_beside_its_remains(tmp_path: Path, beside: str) -> None:
    (tmp_path / beside).write_bytes(b"precious")
    assert beside in await refused(tmp_path / "r.db", Missing)
    assert not (tmp_path / "r.db").exists()


async def test_a_damaged_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    await opening(path)
    raw(path, "PRAGMA journal_mode = DELETE")
    content = bytearray(path.read_bytes())
    content[4096 : len(content) // 2] = b"\xa5" * (len(content) // 2 - 4096)
    path.write_bytes(content)
    assert "Sicherung" in await refused(path, Damaged)


async def test_a_cut_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    await opening(path)
    path.write_bytes(path.read_bytes()[: 4096 * 5])
    assert "beschädigt" in await refused(path, Damaged)


async def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    await refused_without_folder(tmp_path / "file" / "r.db")


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs /proc, which even root cannot write")
async def test_a_folder_that_nobody_may_write_is_said() -> None:
    await refused_without_folder(Path("/proc/self/r.db"))


async def test_a_folder_in_place_of_the_database_is_said(tmp_path: Path) -> None:
    (tmp_path / "r.db").mkdir()
    await refused_without_folder(tmp_path / "r.db")


async def refused_without_folder(path: Path) -> None:
    with pytest.raises(NotWritable) as caught:
        await opening(path)
    assert str(path) in str(caught.value)


async def test_a_new_database_carries_our_mark(tmp_path: Path) -> None:
    await opening(tmp_path / "r.db")
    with closing(sqlite3.connect(tmp_path / "r.db")) as connection:
        assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID


KILLED = """
import os, sqlite3, sys
from pathlib import Path
from storage import files
from storage.migrating import known_migrations, Migration

def migrate(connection, migrations):
    connection.set_trace_callback(lambda sql: os._exit(9) if "paper_titles" in sql else None)
    original(connection, migrations)

original, files.migrate = files.migrate, migrate
files.create_if_missing(Path(sys.argv[1]), known_migrations())
"""


def test_killed_while_making_it_there_is_no_database_and_the_next_start_makes_one(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    root = Path(__file__).resolve().parents[2]
    killed = subprocess.run([sys.executable, "-c", KILLED, str(path)], cwd=root, timeout=60, check=False)
    assert killed.returncode == 9
    assert not path.exists()
    asyncio.run(opening(path))
    assert path.exists()
