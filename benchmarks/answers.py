"""Answers a second: the whole bot over HTTP against the simulated Telegram, with ten thousand papers stored.

What a question costs is told as a ratio to `/start` in the same run; absolute figures mean little on another machine.
"""

import asyncio
import statistics
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.assistant import serve
from bot.settings import Settings
from council.published.bodies import Body
from council.published.papers import Consultation, Paper
from council.published.readings import Page, Reading
from council.served.languages import Language
from handlers.desk import Desk
from simulator.telegram import Telegram
from storage.database import Database
from storage.recording import record_reading

PAPERS = 10_000
QUESTIONS = 400
CHATS = 20
RUNS = 3
BODY = Body(key="bench", name="Bezirksversammlung Musterfeld")
ASKED = {"/start": "start", "20-1554": "status", "Radwegekonzept 4711": "rare word", "Antrag": "frequent word"}


async def measure() -> None:
    """Prints the median of several bursts for each kind of question, and its ratio to the first."""
    with tempfile.TemporaryDirectory() as folder:
        async with Database.open(Path(folder) / "bench.db") as database:
            reading = Reading(kind="allris", page=Page.PAPER, papers=tuple(_paper(n) for n in range(PAPERS)))
            await database.transaction(record_reading, BODY, reading, read_at=datetime.now(UTC))
            desk = Desk(
                database=database, now=lambda: datetime.now(UTC), zone=ZoneInfo("Europe/Berlin"), language=Language.DE
            )
            first = 0.0
            for question, name in ASKED.items():
                rate = statistics.median([await _burst(desk, question) for _ in range(RUNS)])
                first = first or rate
                print(f"{name:15} {rate:7.0f} answers/s   {rate / first:5.2f} of {next(iter(ASKED.values()))}")


async def _burst(desk: Desk, question: str) -> float:
    """Answers a second to questions that wait in many chats."""
    telegram = Telegram()
    async with telegram.serving():
        chats = [telegram.add_private_chat() for _ in range(CHATS)]
        stop = asyncio.Event()
        bot = asyncio.create_task(serve(desk, Settings(), token=telegram.token, api=telegram.url, stop=stop))
        await telegram.wait_until(lambda: telegram.polled, timeout=30)
        began = time.perf_counter()
        for number in range(QUESTIONS):
            telegram.write(chats[number % CHATS], question)
        await telegram.wait_until(lambda: len(telegram.calls("sendMessage")) >= QUESTIONS, timeout=120)
        rate = QUESTIONS / (time.perf_counter() - began)
        stop.set()
        await bot
        return rate


def _paper(number: int) -> Paper:
    stop = Consultation(organization="Hauptausschuss", date=date(2026, 5, 19), result="überwiesen")
    return Paper(
        id=str(number),
        reference=f"20-{number:04}",
        name=f"Antrag betr. Radwegekonzept {number} für die Straße am Seeufer",
        public=True,
        consultations=(stop, Consultation(organization="Ausschuss für Mobilität")),
    )
