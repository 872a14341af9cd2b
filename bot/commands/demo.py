"""`ratsbote demo`: the sample council, a simulated Telegram and the real bot, all on this machine."""

import argparse
import asyncio
import logging
import signal
import tempfile
import webbrowser
from contextlib import AsyncExitStack, redirect_stdout
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

from bot.assistant import desk_of, serve
from bot.commands.importing import import_pages
from bot.errors import CommandError
from bot.logs import set_up_logging
from bot.settings import Settings, load_settings
from simulator.council.server import CouncilServer
from simulator.telegram import Telegram

_log = logging.getLogger(__name__)


def run(options: argparse.Namespace) -> int:
    """Prints the address of the chat page and serves until Ctrl-C. What is asked there ends with it."""
    settings = load_settings()
    set_up_logging("warning", settings.log_format)
    with tempfile.TemporaryDirectory(prefix="ratsbote-demo-") as folder:
        private = settings.model_copy(update={"database": Path(folder) / "demo.db", "allowed_chats": frozenset()})
        asyncio.run(_demo(private, Path(folder), port=options.port, browser=not options.no_browser))
    return 0


async def _demo(settings: Settings, folder: Path, *, port: int, browser: bool) -> None:
    stop = asyncio.Event()
    for wanted in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(wanted, stop.set)
    telegram = Telegram()
    async with AsyncExitStack() as stack:
        await _open_council(stack, settings, folder)
        try:
            await stack.enter_async_context(telegram.serving(port=port))
        except OSError as taken:
            raise CommandError(f"Der Port {port} ist nicht frei; bitte einen anderen angeben ({taken}).") from None
        desk = await stack.enter_async_context(desk_of(settings))
        telegram.add_private_chat(first_name="Du", language_code=str(settings.language))
        telegram.add_group("Fraktion Linden")
        print(f"Der Probechat ist offen: {telegram.url}/\nBeenden mit Strg-C.", flush=True)
        if browser:
            await asyncio.to_thread(webbrowser.open, f"{telegram.url}/")
        await serve(desk, token=telegram.token, api=telegram.url, stop=stop)


async def _open_council(stack: AsyncExitStack, settings: Settings, folder: Path) -> None:
    """Serves the sample council's pages and reads them as any saved pages are read."""
    council = CouncilServer(today=datetime.now(UTC).astimezone(settings.zone).date())
    await stack.enter_async_context(council.serving())
    # Without a line per page: the person wants to see the chat.
    for name, page in council.pages():
        (folder / name).write_bytes(page)
        with redirect_stdout(StringIO()):
            await import_pages(settings, [folder / name])
