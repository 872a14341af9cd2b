"""The clock as the chat page asks to move it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest

from simulator import page_clock
from simulator.clock import Clock
from simulator.page_clock import NextEvent
from simulator.telegram import Telegram

NOON = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)
AGENDA = "Tagesordnung Hauptausschuss erscheint"


@pytest.fixture
def clock() -> Clock:
    return Clock(system=lambda: NOON)


@pytest.fixture
async def telegram(clock: Clock) -> AsyncIterator[Telegram]:
    async with Telegram(clock=clock).serving() as served:
        yield served


def foreseen(moment: datetime | None) -> NextEvent:
    async def next_event() -> tuple[datetime, str] | None:
        return (moment, AGENDA) if moment else None

    return next_event


async def ask(session: aiohttp.ClientSession, telegram: Telegram, step: object) -> tuple[int, Any]:
    async with session.post(f"{telegram.url}/page/clock", json=step) as answer:
        return answer.status, (await answer.json() if answer.status == 200 else await answer.text())


async def test_steps_go_forward(telegram: Telegram, session: aiohttp.ClientSession, clock: Clock) -> None:
    assert await ask(session, telegram, {"by": 3600}) == (
        200,
        {"ok": True, "now": "2026-11-18T13:00:00+00:00", "event": None},
    )
    await ask(session, telegram, {"by": 86400})
    assert clock.now() == NOON + timedelta(hours=25)


async def test_next_event_is_a_jump_with_words(
    telegram: Telegram, session: aiohttp.ClientSession, clock: Clock
) -> None:
    telegram.tell_next(foreseen(NOON + timedelta(days=2)))
    _, answer = await ask(session, telegram, {"to": "next"})
    assert answer == {"ok": True, "now": "2026-11-20T12:00:00+00:00", "event": AGENDA}
    assert clock.now() == NOON + timedelta(days=2)


@pytest.mark.parametrize(("event", "words"), [(NOON - timedelta(hours=1), AGENDA), (None, None)])
async def test_clock_never_goes_back_to_an_event(
    telegram: Telegram, session: aiohttp.ClientSession, clock: Clock, event: datetime | None, words: str | None
) -> None:
    telegram.tell_next(foreseen(event))
    assert (await ask(session, telegram, {"to": "next"}))[1]["event"] == words
    assert clock.now() == NOON


async def test_who_does_not_know_in_time_is_not_waited_for(
    telegram: Telegram, session: aiohttp.ClientSession, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never() -> tuple[datetime, str] | None:
        await asyncio.Event().wait()
        return None

    monkeypatch.setattr(page_clock, "PATIENCE", 0.01)
    telegram.tell_next(never)
    status, told = await ask(session, telegram, {"to": "next"})
    assert (status, told) == (400, "Was als Nächstes kommt, ließ sich gerade nicht feststellen.")
    assert clock.now() == NOON


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ({"by": -60}, "nur vorwärts"),
        ({"by": 0}, "nur vorwärts"),
        ({"by": 10**12}, "höchstens ein Jahr"),
        ({"by": "3600"}, "„by“ muss eine ganze Zahl sein"),
        ({"by": True}, "„by“ muss eine ganze Zahl sein"),
        ({"to": "next"}, "weiß niemand, was als Nächstes kommt"),
        ({"to": "yesterday"}, "„by“ (Sekunden) oder „to“"),
        ({}, "„by“ (Sekunden) oder „to“"),
        ([], "JSON-Objekt"),
    ],
)
async def test_what_cannot_be_is_told_in_a_sentence(
    telegram: Telegram, session: aiohttp.ClientSession, clock: Clock, step: object, words: str
) -> None:
    status, told = await ask(session, telegram, step)
    assert status == 400
    assert words in told
    assert clock.now() == NOON


async def test_a_hundred_years_are_the_end(telegram: Telegram, session: aiohttp.ClientSession, clock: Clock) -> None:
    clock.move_by(timedelta(days=36_499))
    status, told = await ask(session, telegram, {"by": 10 * 86_400})
    assert (status, told) == (400, "Die Uhr lässt sich höchstens hundert Jahre verstellen.")


async def test_all_pages_are_told(telegram: Telegram, session: aiohttp.ClientSession) -> None:
    telegram.tell_next(foreseen(NOON + timedelta(hours=6)))
    async with session.get(f"{telegram.url}/page/events") as one, session.get(f"{telegram.url}/page/events") as other:
        for page in (one, other):
            assert b'"has_next":true' in await page.content.readuntil(b"\n\n")
        await ask(session, telegram, {"to": "next"})
        for page in (one, other):
            told = await page.content.readuntil(b"\n\n")
            assert b"event: clock" in told
            assert b"2026-11-18T18:00:00" in told
            assert AGENDA.encode() in told


async def test_messages_have_the_date_of_the_clock(telegram: Telegram, clock: Clock) -> None:
    chat = telegram.add_private_chat()
    clock.move_by(timedelta(days=1))
    telegram.write(chat, "x")
    assert telegram.messages(chat)[0]["date"] == int((NOON + timedelta(days=1)).timestamp())


async def test_without_a_clock_there_is_nothing_to_move(session: aiohttp.ClientSession) -> None:
    async with Telegram().serving() as telegram:
        status, told = await ask(session, telegram, {"by": 60})
        assert (status, told) == (400, "Hier gibt es keine Uhr, die sich stellen lässt.")
        with pytest.raises(ValueError, match="Ohne Uhr"):
            telegram.tell_next(foreseen(None))
