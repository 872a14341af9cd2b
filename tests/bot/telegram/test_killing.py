"""SIGKILL in the middle of waiting updates: every one is answered in the end, few of them twice."""

import asyncio
import os
import random
import signal
import sys
from asyncio.subprocess import Process
from pathlib import Path

import pytest

from simulator.telegram import Telegram
from tests.conftest import Figures

ROOT = Path(__file__).resolve().parents[3]
WAITING = 200
CHATS = 20
WINDOW = 100  # the most that can be in hand
KILLS = 40 if os.environ.get("RATSBOTE_NIGHTLY") else 3


async def start(telegram: Telegram) -> Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.bot.telegram.echo_bot", telegram.url, telegram.token, cwd=ROOT
    )


def answered(telegram: Telegram) -> int:
    return len(telegram.calls("sendMessage"))


@pytest.mark.timeout(60 + 10 * KILLS)
async def test_kill_loses_nothing_and_repeats_little(tell: Figures) -> None:
    chance = random.Random(7)
    repeats = []
    for _ in range(KILLS):
        telegram = Telegram()
        async with telegram.serving():
            repeats.append(await repeats_after_a_kill(telegram, killed_at=chance.randrange(5, WAITING - 20)))
    tell(f"kills: {KILLS}, repeated answers of {WAITING}: {repeats}")
    assert max(repeats) <= WINDOW


async def repeats_after_a_kill(telegram: Telegram, *, killed_at: int) -> int:
    telegram.delay("sendMessage", 0.02)  # as over a real line
    chats = [telegram.add_private_chat() for _ in range(CHATS)]
    for number in range(WAITING):
        telegram.write(chats[number % CHATS], str(number))
    process = await start(telegram)
    await telegram.wait_until(lambda: answered(telegram) >= killed_at, timeout=30)
    process.kill()
    await process.wait()
    # Answered, but not confirmed: what the next start will answer again.
    in_hand = answered(telegram) - (WAITING - telegram.unconfirmed)
    second = await start(telegram)
    await telegram.wait_until(lambda: telegram.unconfirmed == 0, timeout=30)
    second.send_signal(signal.SIGTERM)
    assert await second.wait() == 0
    for place, chat in enumerate(chats):
        texts = {message["text"] for message in telegram.answers(chat)}
        assert texts == {str(number) for number in range(place, WAITING, CHATS)}
    repeated = answered(telegram) - WAITING
    assert repeated <= in_hand + CHATS  # calls that were still on their way when the count was taken
    return repeated
