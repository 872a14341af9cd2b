"""Notices a second: the real pipe over HTTP to the simulated Telegram, its limits enforced and every call slow.

One agenda concerns all chats at once. Told is the share of `SEND_RATE` that is reached, and how often Telegram
refused because we were too fast: never. `python -m benchmarks.notices 10000` takes six minutes.
"""

import asyncio
import sqlite3
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.telegram.application import build_application, running
from bot.telegram.messenger import TelegramMessenger
from bot.telegram.pacing import Pacing
from bot.telegram.transport import AiohttpRequest
from council.published.bodies import Body
from council.published.meetings import AgendaItem, Meeting
from council.served.languages import Language
from council.served.subscribers import ChatKind
from notices.announcing import announce
from notices.delivering import Delivering
from notices.post import Post
from simulator.telegram import Telegram
from storage.database import Database
from storage.meeting_recording import record_meetings
from storage.rounds import begin_round, finish_round
from storage.sources import ensure_source, first_read_done
from storage.subscribers import Defaults, consent, ensure_subscriber
from storage.subscriptions import follow_organization
from storage.visits import Visit

SEND_RATE = 29.0
A_CALL = 0.15  # seconds
USUALLY = 600
ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 2, 9, 0, tzinfo=ZONE)
BODY = Body(key="bench", name="Bezirksversammlung Musterfeld")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fan:
    """What a fan-out came to: seconds to announce and to deliver, and how often Telegram said "too many"."""

    notices: int
    announced_in: float
    delivered_in: float
    refused: int

    @property
    def share(self) -> float:
        return self.notices / self.delivered_in / SEND_RATE


async def measure(notices: int = USUALLY) -> None:
    """Prints one line."""
    fan = await fan_out(notices)
    print(
        f"{notices} notices   announced in {fan.announced_in:.1f} s, delivered in {fan.delivered_in:.1f} s:"
        f" {fan.share:.3f} of SEND_RATE={SEND_RATE:.0f}, {fan.refused} refused as too many"
    )


async def fan_out(notices: int, *, a_call: float = A_CALL) -> Fan:
    """One notice to each of so many private chats."""
    telegram = Telegram(limits=True)
    with tempfile.TemporaryDirectory() as folder:
        async with telegram.serving(), Database.open(Path(folder) / "bench.db") as database:
            telegram.delay("sendMessage", a_call)
            chats = [telegram.add_private_chat() for _ in range(notices)]
            await database.transaction(_fill, chats)
            pacing = Pacing(rate=SEND_RATE)
            application = build_application(
                token=telegram.token, api=telegram.url, transport=AiohttpRequest(), pacing=pacing
            )
            async with running(application):
                post = Post(
                    database=database,
                    messenger=TelegramMessenger(application.bot, pacing),
                    now=lambda: NOW,
                    zone=ZONE,
                    defaults=Defaults(),
                )
                return await _run(post, telegram, notices)


async def _run(post: Post, telegram: Telegram, notices: int) -> Fan:
    began = time.perf_counter()
    await announce(post)
    announced = time.perf_counter()
    await Delivering(post).run_dry()
    ended = time.perf_counter()
    delivered = [call for call in telegram.calls("sendMessage") if call.status == 200]
    assert len({str(call.parameters["chat_id"]) for call in delivered}) == len(delivered) == notices
    return Fan(
        notices=notices,
        announced_in=announced - began,
        delivered_in=ended - announced,
        refused=telegram.refused_for_rate,
    )


def _fill(connection: sqlite3.Connection, chats: list[int]) -> None:
    source = ensure_source(connection, BODY, "allris", "https://ris.musterfeld.example/bi/")
    first_read_done(connection, source, now=NOW)
    _read(connection, source, None)
    organization = connection.execute("SELECT id FROM organizations").fetchone()["id"]
    for chat in chats:
        row = ensure_subscriber(connection, chat=chat, topic=None, kind=ChatKind.PRIVATE, language=Language.DE, now=NOW)
        consent(connection, row, 1, now=NOW)
        follow_organization(connection, row, organization, now=NOW)
    _read(connection, source, tuple(_item(number) for number in range(1, 9)))


def _read(connection: sqlite3.Connection, source: int, agenda: tuple[AgendaItem, ...] | None) -> None:
    round_row = begin_round(connection, source, now=NOW).row
    start = NOW + timedelta(days=10)
    meeting = Meeting(
        id="700",
        name="Sitzung des Bauausschusses",
        public=True,
        organization="Bauausschuss",
        day=start.date(),
        start=start,
        room="Saal 2",
        has_agenda=agenda is not None,
        agenda=agenda,
    )
    record_meetings(connection, Visit(body=BODY, now=NOW, source=source, round=round_row), [meeting])
    finish_round(connection, round_row, now=NOW)


def _item(number: int) -> AgendaItem:
    return AgendaItem(id=str(number), number=f"Ö {number}", name=f"Bericht {number} der Verwaltung", public=True)


if __name__ == "__main__":
    asyncio.run(measure(*map(int, sys.argv[1:])))
