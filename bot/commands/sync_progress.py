"""A bar for each source on a terminal, nothing where nobody looks."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from bot.collecting.report import Step, Watch, unwatched
from bot.settings import SourceSetting


@contextmanager
def watching(sources: Sequence[SourceSetting], *, terminal: bool) -> Iterator[Mapping[SourceSetting, Watch]]:
    """Whom to tell each step of each source."""
    if not terminal:
        yield dict.fromkeys(sources, unwatched)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True, force_terminal=True), transient=True) as progress:
        yield {source: _watch(progress, progress.add_task(source.body, total=None)) for source in sources}


def _watch(progress: Progress, task: TaskID) -> Watch:
    def step(step: Step) -> None:
        progress.update(task, completed=step.tried, total=step.tried + step.left)

    return step
