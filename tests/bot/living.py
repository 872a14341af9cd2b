"""A council, a Telegram and the real bot between them, all by one clock that a test moves."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.assistant import defaults_of, desk_of, serve
from bot.settings import Settings
from council.served.reminders import HORIZON, due_reminders
from simulator.clock import Clock
from simulator.council.server import CouncilServer
from simulator.council.story.happenings import Story
from simulator.telegram import Telegram
from storage.concerned import concerned_sessions
from tests.bot.collecting.small_council import NOW, settings_of, until

# In minutes: a round every third of a second, a tick in half of that.
_EVERY = 0.005
_PATIENCE = 30  # seconds

_ROUND = """
SELECT EXISTS (SELECT 1 FROM rounds WHERE started_at >= :moved AND finished_at IS NOT NULL)
    OR EXISTS (SELECT 1 FROM sources WHERE failing_since IS NOT NULL AND last_tried_at >= :moved)
"""
_CHANGES = "SELECT count(*) FROM changes WHERE state IN ('pending', 'open')"
_NOTICES = "SELECT count(*) FROM notices WHERE state = 'sending' OR state = 'pending' AND not_before <= :now"
_PROMISED = "SELECT 1 FROM notices WHERE subscriber = :subscriber AND dedupe = :dedupe"
_STATES = "SELECT state, count(*) FROM notices GROUP BY state"


@dataclass
class Living:
    """Made by `living`; the bot runs, and what the council published so far is read."""

    council: CouncilServer
    telegram: Telegram
    clock: Clock
    settings: Settings
    _bot: AsyncExitStack = field(default_factory=AsyncExitStack)
    _serving: "asyncio.Task[None] | None" = None
    _moved: float = 0.0
    _seen: dict[int, int] = field(default_factory=dict)

    async def start(self) -> None:
        """The bot, on the database that is there."""
        stop = asyncio.Event()
        desk = await self._bot.enter_async_context(desk_of(self.settings, now=self.clock.now))
        telegram = self.telegram
        serving = asyncio.create_task(serve(desk, self.settings, token=telegram.token, api=telegram.url, stop=stop))

        async def end() -> None:
            stop.set()
            await serving

        self._bot.push_async_callback(end)
        self._serving = serving

    async def stop(self) -> None:
        await self._bot.aclose()

    def jump(self, moment: datetime) -> None:
        """The clock only: what comes of it is not waited for."""
        self.clock.move_to(moment)
        self._moved = int(self.clock.timestamp())

    async def at(self, moment: datetime) -> None:
        """The clock at this aware moment, and everything done that was to be done by then."""
        self.jump(moment)
        await self.settled()

    async def later(self, **span: float) -> None:
        """So much later (as for timedelta), and everything done."""
        await self.at(self.clock.now() + timedelta(**span))

    async def settled(self) -> None:
        """The council was read since the clock was moved, and nothing that is to be told now is left."""
        async with asyncio.timeout(_PATIENCE):
            await until(self._is_settled)

    async def write(self, chat: int, text: str, **fields: Any) -> None:
        """Somebody writes; answered when this returns."""
        self.telegram.write(chat, text, **fields)
        await self._handled()

    async def press(self, chat: int, label: str, **fields: Any) -> None:
        """The lowest button with this label; done when this returns."""
        found = [
            (message["message_id"], button["callback_data"])
            for message in self.telegram.answers(chat)
            for button in _buttons(message)
            if button["text"] == label
        ]
        assert found, f"{label} is nowhere: {self.everything(chat)[-1]} {self.buttons(chat)}"
        message, data = found[-1]
        self.telegram.press(chat, message, data, **fields)
        await self._handled()

    async def follow_paper(self, chat: int, reference: str) -> None:
        """Asked for, followed and agreed to; what was said about it counts as seen."""
        await self.write(chat, f"/status {reference}")
        await self._follow(chat, "Folgen")

    async def follow_committee(self, chat: int, name: str) -> None:
        await self.write(chat, f"/gremien {name}")
        await self._follow(chat, "Diesem Gremium folgen")

    def said(self, chat: int) -> list[str]:
        """The bot's messages since the last look, as they stand now; silent ones begin with "(leise) "."""
        since = self._seen.get(chat, 0)
        new = [each for each in self.telegram.answers(chat) if each["message_id"] > since]
        if new:
            self._seen[chat] = new[-1]["message_id"]
        return ["(leise) " * each.get("is_silent", False) + each["text"] for each in new]

    def everything(self, chat: int) -> list[str]:
        """All messages of the bot as they stand now."""
        return [each["text"] for each in self.telegram.answers(chat)]

    def buttons(self, chat: int) -> list[str]:
        """Under the bot's last message."""
        return [button["text"] for button in _buttons(self.telegram.answers(chat)[-1])]

    def notices(self) -> dict[str, int]:
        """How many are in which state."""
        with self._asking() as connection:
            return {row[0]: row[1] for row in connection.execute(_STATES)}

    async def _follow(self, chat: int, label: str) -> None:
        await self.press(chat, label)
        if "Einverstanden, folgen" in self.buttons(chat):
            await self.press(chat, "Einverstanden, folgen")
        assert self.everything(chat)[-1].startswith("Du folgst jetzt ")
        self.said(chat)

    async def _handled(self) -> None:
        await self.telegram.wait_until(lambda: self.telegram.unconfirmed == 0)

    def _is_settled(self) -> bool:
        if self._serving is not None and self._serving.done():
            self._serving.result()
        now = self.clock.now()
        with self._asking() as connection:
            is_read = connection.execute(_ROUND, {"moved": self._moved}).fetchone()[0]
            changes = connection.execute(_CHANGES).fetchone()[0]
            notices = connection.execute(_NOTICES, {"now": int(now.timestamp())}).fetchone()[0]
            return bool(is_read) and not changes and not notices and self._is_promised(connection, now)

    def _is_promised(self, connection: sqlite3.Connection, now: datetime) -> bool:
        """Whether every reminder that is due stands in the outbox."""
        today, zone = now.astimezone(self.settings.zone).date(), self.settings.zone
        last = today + HORIZON + timedelta(days=1)
        ahead = concerned_sessions(connection, today, last, defaults=defaults_of(self.settings))
        due = [one for each in ahead for one in due_reminders(each.session, each.concerned, now=now, zone=zone)]
        asked = [{"subscriber": each.subscriber, "dedupe": each.dedupe} for each in due]
        return all(connection.execute(_PROMISED, each).fetchone() for each in asked)

    def _asking(self) -> "closing[sqlite3.Connection]":
        connection = sqlite3.connect(f"file:{self.settings.database}?mode=ro", uri=True)
        connection.row_factory = sqlite3.Row
        connection.execute("BEGIN")
        return closing(connection)


def _buttons(message: dict[str, Any]) -> list[dict[str, str]]:
    rows: list[list[dict[str, str]]] = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]


@asynccontextmanager
async def living(folder: Path, story: Story, **fields: Any) -> AsyncIterator[Living]:
    """It is NOW; `fields` are settings."""
    clock = Clock()
    clock.move_to(NOW)
    council = CouncilServer(story, now=clock.now)
    async with council.serving() as place, Telegram(clock=clock).serving() as telegram:
        # With a file for the clock it is known to be moved.
        fields = {"sync_every": _EVERY, "clock": folder / "clock"} | fields
        whole = Living(council, telegram, clock, settings_of(folder, place, **fields))
        await whole.start()
        try:
            await whole.at(NOW)
            yield whole
        finally:
            await whole.stop()
