"""A bar for imports of many objects on a terminal, nothing where nobody looks."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeAlias

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from council.published.readings import Reading

Watch: TypeAlias = Callable[[Reading], None]
# Less than that is done before anybody looks.
_WORTH_A_BAR = 500


@contextmanager
def watching(total: int) -> Iterator[Watch]:
    """Whom to tell of each part that was stored; `total` is how many objects there are."""
    if not sys.stderr.isatty() or total < _WORTH_A_BAR:
        yield lambda _: None
        return
    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    console = Console(stderr=True, force_terminal=True)
    with Progress(TextColumn("Objekte"), *columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=total)
        yield lambda reading: progress.advance(task, _objects(reading))


def _objects(reading: Reading) -> int:
    kept = len(reading.papers) + len(reading.meetings) + len(reading.items) + len(reading.organizations)
    return kept + len(reading.skipped)
