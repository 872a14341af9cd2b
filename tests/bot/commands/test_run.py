"""`run`, as a service manager sees it: killed at any moment, ended politely, started twice."""

import asyncio
import os
import random
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from pathlib import Path

import pytest

from bot.cli import main
from simulator.telegram import Telegram
from tests.bot.commands.conftest import SAVED_TEXT
from tests.conftest import Figures

ROOT = Path(__file__).resolve().parents[3]
WAITING = 200
CHATS = 20
IN_HAND = 100  # the most updates that Telegram hands out at once
KILLS = 40 if os.environ.get("RATSBOTE_NIGHTLY") else 3


@pytest.fixture
def service(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A folder with a filled database."""
    (home / "page.txt").write_text(SAVED_TEXT, "utf-8")
    assert main(["import", "page.txt"]) == 0
    capsys.readouterr()
    return home


async def start(home: Path, telegram: Telegram, *, stderr: int = DEVNULL) -> Process:
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "RATSBOTE_TELEGRAM_TOKEN": telegram.token,
        "RATSBOTE_TELEGRAM_API": telegram.url,
    }
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", cwd=home, env=environment, stderr=stderr
    )


@pytest.mark.timeout(60 + 20 * KILLS)
async def test_two_hundred_waiting_questions_survive_kills(service: Path, tell: Figures) -> None:
    chance = random.Random(20)
    telegram = Telegram()
    async with telegram.serving():
        telegram.delay("sendMessage", 0.03)  # as over a real line
        chats = [telegram.add_private_chat() for _ in range(CHATS)]
        for number in range(WAITING):
            telegram.write(chats[number % CHATS], f"Status 20-1554? ({number})")
        most_repeats = 0
        for _ in range(KILLS):
            process = await start(service, telegram)
            goal = len(telegram.calls("sendMessage")) + chance.randrange(2, 40)
            await _kill_at(process, telegram, answers=goal)
            most_repeats += IN_HAND
        process = await start(service, telegram)
        await telegram.wait_until(lambda: telegram.unconfirmed == 0, timeout=60)
        process.send_signal(signal.SIGTERM)
        assert await process.wait() == 0
        answers = {chat: len(telegram.answers(chat)) for chat in chats}
        sent = sum(answers.values())
    tell(f"run: {KILLS} kills, {WAITING} questions, {sent} answers, {sent - WAITING} repeated, 0 lost")
    assert min(answers.values()) >= WAITING // CHATS
    assert sent - WAITING <= most_repeats


async def _kill_at(process: Process, telegram: Telegram, *, answers: int) -> None:
    await telegram.wait_until(lambda: len(telegram.calls("sendMessage")) >= answers, timeout=30)
    process.kill()
    await process.wait()


async def test_sigterm_ends_politely_after_answering_what_was_begun(service: Path) -> None:
    telegram = Telegram()
    async with telegram.serving():
        chat = telegram.add_private_chat()
        process = await start(service, telegram)
        telegram.delay("sendMessage", 0.5)
        await telegram.wait_until(lambda: telegram.polled, timeout=20)
        telegram.write(chat, "20-1554")
        await telegram.wait_until(lambda: bool(telegram.calls("sendMessage")) or not telegram.polled)
        process.send_signal(signal.SIGTERM)
        assert await process.wait() == 0
        assert len(telegram.answers(chat)) == 1
        assert telegram.unconfirmed == 0


async def test_a_second_bot_on_the_same_database_ends_at_once(service: Path) -> None:
    telegram = Telegram()
    async with telegram.serving():
        first = await start(service, telegram)
        await telegram.wait_until(lambda: telegram.polled, timeout=20)
        second = await start(service, telegram, stderr=PIPE)
        _, errors = await second.communicate()
        assert second.returncode == 75
        assert len(errors.decode().splitlines()) == 1
        first.send_signal(signal.SIGTERM)
        assert await first.wait() == 0


async def test_the_token_never_reaches_the_log(service: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RATSBOTE_LOG_LEVEL", "debug")
    telegram = Telegram(token="123456789:AAHsecret-secret_secret")
    async with telegram.serving():
        chat = telegram.add_private_chat()
        process = await start(service, telegram, stderr=PIPE)
        await telegram.wait_until(lambda: telegram.polled, timeout=20)
        telegram.fail_next("sendMessage", 500, "Internal Server Error")
        telegram.write(chat, "20-1554")
        await telegram.wait_until(lambda: len(telegram.answers(chat)) == 1, timeout=20)
        process.send_signal(signal.SIGTERM)
        _, errors = await process.communicate()
        assert b"secret" not in errors
