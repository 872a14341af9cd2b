"""`ratsbote demo`: the sample council, a simulated Telegram and the real bot, all on this machine."""

import argparse
import asyncio
import signal
import tempfile
import webbrowser
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path

from bot.assistant import desk_of, serve
from bot.commands.demo_events import next_event_of
from bot.errors import CommandError
from bot.logs import set_up_logging
from bot.settings import PREFIX, Settings, SourceSetting, load_settings
from simulator.clock import Clock
from simulator.council.server import CouncilServer
from simulator.telegram import Telegram

# How often the sample council is read, in minutes: a person who moves the clock should not have to wait.
_EVERY = 0.05
# Far enough for 20-1554, which was filed in 2016.
_FAR_BACK = timedelta(days=36_500)


def run(options: argparse.Namespace) -> int:
    """Prints the address of the chat page and serves until Ctrl-C. What is asked there ends with it."""
    settings = load_settings()
    set_up_logging("warning", settings.log_format)
    with tempfile.TemporaryDirectory(prefix="ratsbote-demo-") as folder:
        asyncio.run(_demo(settings, Path(folder), port=options.port, browser=not options.no_browser))
    return 0


async def _demo(settings: Settings, folder: Path, *, port: int, browser: bool) -> None:
    stop = asyncio.Event()
    for wanted in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(wanted, stop.set)
    clock = Clock.from_file(folder / "clock")
    telegram, council = Telegram(clock=clock, limits=True), CouncilServer(now=clock.now)
    async with AsyncExitStack() as stack:
        place = await stack.enter_async_context(council.serving())
        try:
            await stack.enter_async_context(telegram.serving(port=port))
        except OSError as taken:
            raise CommandError(f"Der Port {port} ist nicht frei; bitte einen anderen angeben ({taken}).") from None
        private = _only_the_sample(settings, folder, place)
        desk = await stack.enter_async_context(desk_of(private, now=clock.now))
        telegram.tell_next(next_event_of(desk, council, lambda: telegram.chat_ids))
        telegram.add_private_chat(first_name="Du", language_code=str(settings.language))
        telegram.add_group("Fraktion Linden")
        print(_greeting(f"{telegram.url}/", folder), flush=True)
        if browser:
            await asyncio.to_thread(webbrowser.open, f"{telegram.url}/")
        await serve(desk, private, token=telegram.token, api=telegram.url, stop=stop)


def _only_the_sample(settings: Settings, folder: Path, place: str) -> Settings:
    """The demo keeps to itself: nothing of the operator's councils, database or chats is touched."""
    sample = SourceSetting("musterfeld", "allris", place)
    changes = {
        "database": folder / "demo.db",
        "allowed_chats": frozenset(),
        "sources": (sample,),
        "sync_every": _EVERY,
        "look_back": _FAR_BACK,
        "clock": folder / "clock",
    }
    return settings.model_copy(update=changes)


def _greeting(address: str, folder: Path) -> str:
    return (
        f"Der Probechat ist offen: {address}\n"
        f"Die Uhr des Beispielrats geht vor, wenn ihre Datei Sekunden nennt: echo 864000 > {folder}/clock\n"
        f"Auch von der Befehlszeile: {PREFIX}DATABASE={folder}/demo.db {PREFIX}CLOCK={folder}/clock ratsbote ask …\n"
        "Beenden mit Strg-C."
    )
