"""The one door to the database: every question and every transaction is one function on a database thread."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeAlias, TypeVar, cast

import aiosqlite

from storage.erasing import empty_log, rewrite
from storage.files import create_if_missing, prepare
from storage.migrating import Migration, known_migrations
from storage.wall import stopping_at_the_wall

P = ParamSpec("P")
T = TypeVar("T")
# What the functions given to a Database get first: rooms that never see the library name it by this.
Connection: TypeAlias = sqlite3.Connection


class Database:
    """One writing connection and two that only read: a slow search never keeps a look-up waiting.

    The functions given to `read`, `read_slowly` and `transaction` get the connection first, are plain (not
    async) and must not keep it. A cancelled caller stops waiting; what was begun is finished all the same.
    """

    def __init__(
        self,
        path: Path,
        *,
        writer: aiosqlite.Connection,
        reader: aiosqlite.Connection,
        searcher: aiosqlite.Connection,
    ) -> None:
        self.path = path
        self._writer = writer
        self._reader = reader
        self._searcher = searcher
        # A kill may have come between an erasure and its end.
        self._is_scrubbed = False

    @classmethod
    @asynccontextmanager
    async def open(cls, path: Path, *, migrations: tuple[Migration, ...] | None = None) -> AsyncIterator["Database"]:
        """Opens the file and brings it to this version's schema; makes it, and its folder, if there is nothing
        of it yet. Raises a `StorageError` that says what is wrong. `migrations` are the packaged ones.
        """
        steps = known_migrations() if migrations is None else migrations
        await asyncio.to_thread(create_if_missing, path, steps)
        async with AsyncExitStack() as stack:
            with stopping_at_the_wall(path):
                # Closed in reverse: the writer last, as only it can empty and remove the -wal file.
                writer = await stack.enter_async_context(_connection(path, mode="rw"))
                await _run(writer, prepare, path, steps)
                reader = await stack.enter_async_context(_connection(path, mode="ro"))
                await _run(reader, _prepare_reader)
                searcher = await stack.enter_async_context(_connection(path, mode="ro"))
                await _run(searcher, _prepare_reader)
            yield cls(path, writer=writer, reader=reader, searcher=searcher)

    async def read(
        self, function: Callable[Concatenate[sqlite3.Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """For questions that an index answers at once. All the function sees is of one moment."""
        with stopping_at_the_wall(self.path):
            return await _run(self._reader, _within("BEGIN", function), *args, **kwargs)

    async def read_slowly(
        self, function: Callable[Concatenate[sqlite3.Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """As `read`, for searches and whatever else may take its time."""
        with stopping_at_the_wall(self.path):
            return await _run(self._searcher, _within("BEGIN", function), *args, **kwargs)

    async def transaction(
        self, function: Callable[Concatenate[sqlite3.Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """All of it or nothing: whatever the function raises undoes what it wrote and is raised here.

        What it returned is on the disk, a power cut later included.
        """
        with stopping_at_the_wall(self.path):
            return await _run(self._writer, _within("BEGIN IMMEDIATE", function), *args, **kwargs)

    @property
    def is_scrubbed(self) -> bool:
        """Whether the last `scrub` came to its end; at first nobody knows."""
        return self._is_scrubbed

    async def scrub(self) -> bool:
        """What was deleted of chats is in no byte of the files any more; see `empty_log` for when it is False."""
        self._is_scrubbed = False
        with stopping_at_the_wall(self.path):
            await _run(self._writer, rewrite)
        self._is_scrubbed = await self.empty_log()
        return self._is_scrubbed

    async def empty_log(self) -> bool:
        """Waits some seconds for whoever reads; False if that was not enough: to be tried again later."""
        with stopping_at_the_wall(self.path):
            return await _run(self._writer, empty_log)


def _within(
    begin: str, function: Callable[Concatenate[sqlite3.Connection, P], T]
) -> Callable[Concatenate[sqlite3.Connection, P], T]:
    def whole(connection: sqlite3.Connection, /, *args: P.args, **kwargs: P.kwargs) -> T:
        connection.execute(begin)
        try:
            result = function(connection, *args, **kwargs)
            connection.execute("COMMIT")
        except BaseException:
            # A full disk makes SQLite roll back by itself.
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        return result

    return whole


def _connection(path: Path, *, mode: str) -> aiosqlite.Connection:
    # isolation_level=None: Python's sqlite3 must not open transactions of its own.
    return aiosqlite.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None)


async def _run(
    connection: aiosqlite.Connection,
    function: Callable[Concatenate[sqlite3.Connection, P], T],
    *args: P.args,
    **kwargs: P.kwargs,
) -> T:
    # aiosqlite has no public way to run one function on its thread; on a shared connection, statement by
    # statement, one task's rollback drops another task's rows. Its version is pinned, a test watches this.
    execute = cast(Callable[..., Awaitable[T]], connection._execute)  # noqa: SLF001
    return await execute(function, connection._conn, *args, **kwargs)  # noqa: SLF001


def _prepare_reader(connection: sqlite3.Connection) -> None:
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA busy_timeout = 5000")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA query_only = ON")
