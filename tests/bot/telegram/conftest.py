"""What the tests of polling share."""

from collections.abc import AsyncIterator

import pytest

from tests.bot.telegram.queue_server import QueueServer, queue_server


@pytest.fixture
async def server() -> AsyncIterator[QueueServer]:
    async with queue_server() as opened:
        yield opened
