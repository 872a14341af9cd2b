"""One running bot a database: two would answer everything twice."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.errors import CommandError
from storage.errors import NotWritable


@contextmanager
def only_instance(database: Path) -> Iterator[None]:
    """Holds a lock beside the database; CommandError (75) where another process has it.

    The lock is a file of its own: closing a second handle on the database would drop SQLite's locks.
    """
    path = database.with_name(database.name + ".lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("w")
    except OSError as fault:
        raise NotWritable.opening(database, fault.strerror or str(fault)) from None
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CommandError(
                f"Auf der Datenbank {database} arbeitet schon ein Ratsbote; zwei würden alles doppelt beantworten.",
                exit_code=75,  # EX_TEMPFAIL of sysexits.h
            ) from None
        yield
