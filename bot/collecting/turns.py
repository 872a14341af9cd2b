"""Whose turn it is to read a source: a bot and a `sync` beside it never read the same one at the same time."""

import asyncio
import fcntl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from storage.errors import NotWritable

_LOOK_EVERY = 0.5  # seconds


@asynccontextmanager
async def turn_of(database: Path, source: int, *, patient: bool) -> AsyncIterator[bool]:
    """Whether it is ours now; patient, it waits until it is. A process that ends, killed too, gives it back."""
    path = database.with_name(f"{database.name}.reading-{source}.lock")
    try:
        file = path.open("w")
    except OSError as fault:
        raise NotWritable.opening(path, fault.strerror or str(fault)) from None
    with file:
        while not (ours := _locked(file.fileno())) and patient:  # noqa: ASYNC110 - only the other process knows
            await asyncio.sleep(_LOOK_EVERY)
        yield ours


def _locked(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
