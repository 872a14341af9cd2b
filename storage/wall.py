"""Where SQLite's own errors stop: which of them say something about the machine, and what we call them."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.errors import Busy, Damaged, NotOurs, NotWritable, StorageError

# Extended codes carry the primary one in their low byte (sqlite.org/rescode.html).
PRIMARY = 0xFF
MEANINGS: dict[int, Callable[[Path, str], StorageError]] = {
    sqlite3.SQLITE_BUSY: Busy.at,
    sqlite3.SQLITE_LOCKED: Busy.at,
    sqlite3.SQLITE_NOTADB: NotOurs.no_database,
    sqlite3.SQLITE_CORRUPT: Damaged.at,
    sqlite3.SQLITE_CANTOPEN: NotWritable.opening,
    sqlite3.SQLITE_PERM: NotWritable.opening,
    sqlite3.SQLITE_AUTH: NotWritable.opening,
    sqlite3.SQLITE_READONLY: NotWritable.writing,
    sqlite3.SQLITE_IOERR: NotWritable.writing,
    sqlite3.SQLITE_FULL: NotWritable.writing,
}


@contextmanager
def stopping_at_the_wall(path: Path) -> Iterator[None]:
    """Raises `StorageError` for what the disk or another process did; our own mistakes pass unwrapped."""
    try:
        yield
    except sqlite3.Error as error:
        # Errors of the Python module itself (a closed connection, a wrong parameter) carry no code.
        code = getattr(error, "sqlite_errorcode", 0)
        meaning = MEANINGS.get(code & PRIMARY)
        if meaning is None:
            raise
        raise meaning(path, str(error)) from error
