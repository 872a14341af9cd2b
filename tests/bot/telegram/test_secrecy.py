"""Nobody learns the token, whatever fails."""

import contextlib
import logging
import traceback
from collections.abc import Callable

import pytest

from tests.bot.telegram.callers import (
    bot_at,
    failure,
    read_then_close,
    read_then_reset,
    saying,
    stall,
)
from tests.bot.telegram.loopback import (
    TOKEN,
    answer,
    refused_address,
    serving,
)


def telling(error: BaseException | None) -> str:
    """Everything a log or a screen could show of an error, causes included."""
    told = []
    while error is not None:
        told.append(f"{error} {error!r} {error.args!r} {''.join(traceback.format_exception(error))}")
        error = error.__cause__ or error.__context__
    return "".join(told)


ECHOING = "The requested URL /bot{0}/sendMessage was not found"


@pytest.mark.parametrize(
    "failing",
    [
        lambda: serving(stall),
        lambda: serving(read_then_close),
        lambda: serving(read_then_reset),
        lambda: serving(saying(b"garbage\r\n\r\n")),
        lambda: serving(saying(answer(ECHOING.format(TOKEN).encode()))),
        lambda: serving(saying(answer({"description": ECHOING.format(TOKEN)}, status="400 Bad Request"))),
        lambda: serving(saying(answer({"description": ECHOING.format(TOKEN)}, status="404 Not Found"))),
        lambda: serving(saying(answer(ECHOING.format(TOKEN).encode(), status="502 Bad Gateway"))),
        lambda: contextlib.nullcontext(refused_address()),
        lambda: contextlib.nullcontext("http://telegram.invalid"),
        lambda: contextlib.nullcontext("http://:0"),
        lambda: contextlib.nullcontext("ftp://127.0.0.1"),
    ],
)
async def test_token_is_never_told(
    failing: Callable[[], contextlib.AbstractAsyncContextManager[str]], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    async with failing() as api, bot_at(api) as bot:
        raised = await failure(bot.send_message(7, "ä"))
        raised_too = await failure(bot.send_document(7, b"file"))
        assert TOKEN not in repr(bot.request)
    told = telling(raised) + telling(raised_too) + caplog.text
    assert TOKEN not in told
    assert TOKEN.split(":")[1] not in told
