"""The one door: transactions are whole, reading goes on, and nothing but our own whole database is opened."""

import asyncio
import sqlite3
import stat
import threading
from pathlib import Path

import pytest

from council.published.bodies import Body
from storage.bodies import all_bodies, ensure_body
from storage.database import Database
from storage.errors import NotWritable, StorageError


def insert(connection: sqlite3.Connection, key: str) -> int:
    return ensure_body(connection, Body(key=key, name=key))


def keys(connection: sqlite3.Connection) -> set[str]:
    return {body.key for body in all_bodies(connection)}


def pragma(connection: sqlite3.Connection, name: str) -> object:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


async def test_missing_database_and_its_folder_are_made_for_the_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "data" / "ratsbote.db"
    async with Database.open(path) as database:
        await database.transaction(insert, "a")
        assert {stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()} == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [each.name for each in path.parent.iterdir()] == ["ratsbote.db"]


async def test_what_was_stored_is_there_after_opening_again(tmp_path: Path) -> None:
    async with Database.open(tmp_path / "it's 100% (1)?#.db") as database:
        await database.transaction(insert, "a")
    async with Database.open(tmp_path / "it's 100% (1)?#.db") as database:
        assert await database.read(keys) == {"a"}


async def test_writing_survives_power_cuts_and_keeps_no_erased_bytes(tmp_path: Path) -> None:
    async with Database.open(tmp_path / "r.db") as database:
        set_up = {
            name: await database.transaction(pragma, name)
            for name in ("journal_mode", "foreign_keys", "secure_delete", "busy_timeout", "trusted_schema")
        }
        assert await database.read_slowly(pragma, "query_only") == 1
    assert set_up == {
        "journal_mode": "wal",
        "foreign_keys": 1,
        "secure_delete": 1,
        "busy_timeout": 5000,
        "trusted_schema": 0,
    }


async def test_synchronous_is_full(tmp_path: Path) -> None:
    async with Database.open(tmp_path / "r.db") as database:
        assert await database.transaction(pragma, "synchronous") == 2  # sqlite.org/pragma.html: FULL


@pytest.mark.parametrize("error", [ValueError("no"), SystemExit("stop")])
async def test_a_failing_transaction_leaves_nothing_and_says_why(tmp_path: Path, error: BaseException) -> None:
    def failing(connection: sqlite3.Connection) -> None:
        insert(connection, "half")
        raise error

    async with Database.open(tmp_path / "r.db") as database:
        with pytest.raises(type(error)):
            await database.transaction(failing)
        assert await database.read(keys) == set()
        await database.transaction(insert, "next")
        assert await database.read(keys) == {"next"}


async def test_one_tasks_rollback_does_not_touch_anothers_rows(tmp_path: Path) -> None:
    def insert_then_fail(connection: sqlite3.Connection, key: str) -> None:
        insert(connection, key)
        raise LookupError(key)

    async with Database.open(tmp_path / "r.db") as database:
        jobs = [database.transaction(insert_then_fail if number % 2 else insert, str(number)) for number in range(40)]
        outcomes = await asyncio.gather(*jobs, return_exceptions=True)
        assert sum(isinstance(each, LookupError) for each in outcomes) == 20
        assert await database.read(keys) == {str(number) for number in range(0, 40, 2)}


async def test_a_cancelled_caller_leaves_a_whole_transaction(tmp_path: Path) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(connection: sqlite3.Connection) -> None:
        insert(connection, "first")
        begun.set()
        go_on.wait(30)
        insert(connection, "second")

    async with Database.open(tmp_path / "r.db") as database:
        job = asyncio.create_task(database.transaction(slow))
        await asyncio.to_thread(begun.wait, 30)
        job.cancel()
        go_on.set()
        with pytest.raises(asyncio.CancelledError):
            await job
        await database.transaction(insert, "third")
        assert await database.read(keys) == {"first", "second", "third"}


async def test_reading_goes_on_while_writing_and_sees_whole_states_only(tmp_path: Path) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(connection: sqlite3.Connection) -> None:
        insert(connection, "half")
        begun.set()
        go_on.wait(30)

    async with Database.open(tmp_path / "r.db") as database:
        await database.transaction(insert, "old")
        job = asyncio.create_task(database.transaction(slow))
        await asyncio.to_thread(begun.wait, 30)
        assert await database.read(keys) == {"old"}
        assert await database.read_slowly(keys) == {"old"}
        go_on.set()
        await job
        assert await database.read(keys) == {"old", "half"}


async def test_a_slow_search_does_not_keep_a_look_up_waiting(tmp_path: Path) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(_connection: sqlite3.Connection) -> str:
        begun.set()
        go_on.wait(30)
        return "searched"

    async with Database.open(tmp_path / "r.db") as database:
        search = asyncio.create_task(database.read_slowly(slow))
        await asyncio.to_thread(begun.wait, 30)
        assert await database.read(keys) == set()
        await database.transaction(insert, "a")
        assert not search.done()
        go_on.set()
        assert await search == "searched"


async def test_one_question_sees_one_moment(tmp_path: Path) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def twice(connection: sqlite3.Connection) -> tuple[set[str], set[str]]:
        before = keys(connection)
        begun.set()
        go_on.wait(30)
        return before, keys(connection)

    async with Database.open(tmp_path / "r.db") as database:
        question = asyncio.create_task(database.read(twice))
        await asyncio.to_thread(begun.wait, 30)
        await database.transaction(insert, "meanwhile")
        go_on.set()
        assert await question == (set(), set())


@pytest.mark.parametrize("way", ["read", "read_slowly"])
async def test_reading_connections_cannot_write(tmp_path: Path, way: str) -> None:
    async with Database.open(tmp_path / "r.db") as database:
        read = database.read if way == "read" else database.read_slowly
        with pytest.raises(StorageError):
            await read(insert, "a")


async def test_a_full_disk_is_said_and_reading_goes_on(tmp_path: Path) -> None:
    def fill(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA max_page_count = 1")  # becomes the present size
        for number in range(10_000):
            insert(connection, f"{number}" * 100)

    async with Database.open(tmp_path / "r.db") as database:
        await database.transaction(insert, "before")
        with pytest.raises(NotWritable, match=r"r\.db kann gerade nicht geschrieben werden"):
            await database.transaction(fill)
        assert await database.read(keys) == {"before"}


async def test_a_mistake_of_ours_is_not_wrapped(tmp_path: Path) -> None:
    async with Database.open(tmp_path / "r.db") as database:
        with pytest.raises(sqlite3.OperationalError, match="no such table"):
            await database.read(lambda connection: connection.execute("SELECT * FROM nowhere"))


async def test_two_processes_may_use_the_database_side_by_side(tmp_path: Path) -> None:
    async with Database.open(tmp_path / "r.db") as one, Database.open(tmp_path / "r.db") as other:
        await one.transaction(insert, "a")
        await other.transaction(insert, "b")
        assert await one.read(keys) == await other.read(keys) == {"a", "b"}


async def test_no_thread_is_left_after_closing_or_failing_to_open(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    async with Database.open(tmp_path / "r.db"):
        pass
    (tmp_path / "x.db").write_bytes(b"nothing like a database" * 100)
    with pytest.raises(StorageError):
        async with Database.open(tmp_path / "x.db"):
            pass
    left = {thread for thread in threading.enumerate() if not thread.name.startswith("asyncio")} - before
    for thread in left:
        await asyncio.to_thread(thread.join, 30)  # they report their end a moment before it
    assert not [thread for thread in left if thread.is_alive()]
