"""A served simulator and a bare client for it."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from simulator.telegram import Telegram
from tests.simulator.calling import Caller


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    async with Telegram().serving() as served:
        yield served


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as opened:
        yield opened


@pytest.fixture
def call(telegram: Telegram, session: aiohttp.ClientSession) -> Caller:
    return Caller(session, f"{telegram.url}/bot{telegram.token}")
