"""SIGKILL in the midst of a fan-out: nothing is lost, at most eight messages a kill come twice, each chat in order."""

import asyncio
import os
import random
import re
import signal
import sqlite3
import sys
from asyncio.subprocess import PIPE, Process
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest

from council.served.languages import Language
from council.served.subscribers import ChatKind
from notices.post import SLOTS
from simulator.telegram import Telegram
from storage.subscribers import consent, ensure_subscriber
from storage.subscriptions import follow_organization
from tests.conftest import Figures
from tests.notices.fan_out import SETTLE_FIRST
from tests.storage.builders import connected
from tests.storage.chats import an_organization
from tests.storage.sessions import NOW, a_session, an_item, end_round, seen

ROOT = Path(__file__).resolve().parents[2]
CHATS = 400
NOTICES = 1000  # half of the chats have three, the others two
KILLS = 1500 if os.environ.get("RATSBOTE_NIGHTLY") else 100
SESSIONS = ("Bauausschuss", "Bauausschuss", "Hauptausschuss")


def fill(path: Path, chats: list[int]) -> None:
    """Three agendas were published; everybody follows the first committee, every other chat the second one too."""
    with connected(path) as connection:
        connection.execute("BEGIN")
        rows = (
            [an_organization(connection, name) for name in ("Bauausschuss", "Hauptausschuss")]
            if _known(connection)
            else []
        )
        for place, chat in enumerate(chats):
            to = ensure_subscriber(
                connection, chat=chat, topic=None, kind=ChatKind.PRIVATE, language=Language.DE, now=NOW
            )
            consent(connection, to, 1, now=NOW)
            for row in rows[: 1 + place % 2]:
                follow_organization(connection, to, row, now=NOW)
        for number, name in enumerate(SESSIONS):
            agenda = an_item(str(number))
            session = a_session(agenda, id=f"70{number}", organization=name, name=f"{number}. Sitzung")
            seen(connection, session)
        end_round(connection)
        connection.execute("COMMIT")


def _known(connection: sqlite3.Connection) -> bool:
    """The council is known before anybody follows one of its committees."""
    seen(connection, a_session(id="1", organization="Rat", name="Rat", has_agenda=False))
    end_round(connection)
    return True


@dataclass(slots=True)
class Lives:
    """The pipe's process, killed and begun anew."""

    telegram: Telegram
    nursery: Process
    chance: random.Random
    kills: int = 0
    pid: int = field(default=0)

    async def ask(self, line: str) -> int:
        assert self.nursery.stdin is not None
        assert self.nursery.stdout is not None
        self.nursery.stdin.write(f"{line}\n".encode())
        return int(await self.nursery.stdout.readline())

    async def one(self, *, is_last: bool) -> int:
        """One life; its end is chosen by chance, by what was sent or by the clock. The exit status."""
        pid = await self.ask("begin")
        if not is_last:
            if self.chance.random() < 0.2:
                await asyncio.sleep(self.chance.uniform(0, 0.15))
            else:
                wanted = self.sent() + self.chance.randint(1, 12)
                await self.telegram.wait_until(lambda: self.sent() >= wanted, timeout=30)
                await asyncio.sleep(self.chance.uniform(0, 0.004))
            os.kill(pid, signal.SIGKILL)
            self.kills += 1
        return await self.ask("")

    def sent(self) -> int:
        return len(self.telegram.calls("sendMessage"))


async def lives_until_done(path: Path, telegram: Telegram, *, kills: int, way: str = "as it is") -> int:
    nursery = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.notices.fan_out", str(path), telegram.url, telegram.token, way,
        cwd=ROOT, stdin=PIPE, stdout=PIPE,
    )  # fmt: skip
    lives = Lives(telegram, nursery, random.Random(11))
    try:
        while lives.kills < kills and lives.sent() < NOTICES * 0.9:
            assert await lives.one(is_last=False) == -signal.SIGKILL
        assert await lives.one(is_last=True) == 0
    finally:
        nursery.kill()
        await nursery.wait()
    return lives.kills


def heard(telegram: Telegram) -> dict[int, list[str]]:
    """By chat: of which committee and item each message speaks, in order."""
    said: defaultdict[int, list[str]] = defaultdict(list)
    for call in telegram.calls("sendMessage"):
        found = re.search(r"TOP Ö (\d)", str(call.parameters["text"]))
        said[int(str(call.parameters["chat_id"]))].append(found[1] if found else "?")
    return said


@pytest.mark.timeout(120 + KILLS)
async def test_killed_fan_out_loses_nothing_and_repeats_little(tmp_path: Path, tell: Figures) -> None:
    kills = repeats = rounds = 0
    while kills < KILLS:
        done = await _one_fan_out(tmp_path / f"{rounds}.db", KILLS - kills)
        kills, repeats, rounds = kills + done[0], repeats + done[1], rounds + 1
    tell(f"{rounds * NOTICES:,} notices, {kills} kills, {repeats} repeats, 0 lost")
    assert repeats <= SLOTS * kills


async def _one_fan_out(path: Path, kills: int) -> tuple[int, int]:
    telegram = Telegram()
    async with telegram.serving():
        telegram.delay("sendMessage", 0.005)  # as over a real line
        chats = [telegram.add_private_chat() for _ in range(CHATS)]
        fill(path, chats)
        done = await lives_until_done(path, telegram, kills=kills)
        said = heard(telegram)
    for place, chat in enumerate(chats):
        expected = ["0", "1", "2"][: 2 + place % 2]
        assert list(dict.fromkeys(said[chat])) == expected, said[chat]
        # What comes twice comes before anything later.
        assert all(one <= other for one, other in pairwise(said[chat])), said[chat]
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("SELECT state, count(*) FROM notices GROUP BY state").fetchall() == [
            ("sent", NOTICES)
        ]
    return done, sum(map(len, said.values())) - NOTICES


async def test_settling_before_sending_would_lose(tmp_path: Path) -> None:
    """The control: without it nobody knows whether the test above sees anything."""
    telegram = Telegram()
    async with telegram.serving():
        telegram.delay("sendMessage", 0.005)
        chats = [telegram.add_private_chat() for _ in range(CHATS)]
        fill(tmp_path / "control.db", chats)
        await lives_until_done(tmp_path / "control.db", telegram, kills=10, way=SETTLE_FIRST)
        said = heard(telegram)
    assert sum(len(set(each)) for each in said.values()) < NOTICES
