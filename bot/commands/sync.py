"""`ratsbote sync [NAME …]`: one round over the configured sources, now."""

import argparse
import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager

from bot.clock import now_of
from bot.collecting.collector import Collector, opened
from bot.collecting.report import RoundReport
from bot.commands.sync_progress import watching
from bot.commands.sync_summary import summary
from bot.errors import CommandError
from bot.logs import set_up_logging
from bot.settings import Settings, SourceSetting, load_settings
from storage.database import Database


def run(options: argparse.Namespace) -> int:
    """Prints how reading went, one line a source and one for each page that failed; exit code 1 if one did."""
    settings = load_settings()
    set_up_logging("error", settings.log_format)  # the summary says the rest
    chosen = _chosen(settings, options.names)
    reports = asyncio.run(_sync(settings, chosen))
    return 0 if all(report.is_good for report in reports) else 1


def _chosen(settings: Settings, names: Sequence[str]) -> tuple[SourceSetting, ...]:
    if not settings.sources:
        raise CommandError(
            "Es ist keine Quelle eingestellt; RATSBOTE_SOURCES nennt sie, zum Beispiel harburg=files+./inbox."
        )
    known = {source.body for source in settings.sources}
    if unknown := [name for name in names if name not in known]:
        raise CommandError(
            f"Die Quelle „{unknown[0]}“ ist nicht eingestellt; eingestellt ist: {', '.join(sorted(known))}."
        )
    return tuple(source for source in settings.sources if not names or source.body in names)


async def _sync(settings: Settings, chosen: Sequence[SourceSetting]) -> tuple[RoundReport, ...]:
    """Each source's lines are printed as soon as its round has ended."""
    async with _collector(settings) as collector:
        with watching(chosen, terminal=sys.stderr.isatty()) as watches:

            async def one(setting: SourceSetting) -> RoundReport:
                report = await collector.read_guarded(setting, patient=True, watch=watches[setting])
                for line in summary(report):
                    print(line, flush=True)
                return report

            return tuple(await asyncio.gather(*map(one, chosen)))


@asynccontextmanager
async def _collector(settings: Settings) -> AsyncIterator[Collector]:
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(Database.open(settings.database))
        yield await stack.enter_async_context(opened(settings, database, now=now_of(settings)))
