"""Answers with an error status, from Telegram and from whoever stands between."""

import pytest
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, RetryAfter, TelegramError

from bot.telegram.errors import ServerFailed, TokenRejected, pause_of
from tests.bot.telegram.callers import (
    saying,
    sending_fails,
)
from tests.bot.telegram.loopback import (
    Behaviour,
    answer,
)


def refusing(status: str, description: str, *, headers: str = "", **parameters: object) -> Behaviour:
    body = {"ok": False, "error_code": int(status[:3]), "description": description, "parameters": parameters}
    return saying(answer(body, status=status, headers=headers))


@pytest.mark.parametrize(
    ("behave", "error", "message"),
    [
        (refusing("400 Bad Request", "Bad Request: chat not found"), BadRequest, "Chat not found"),
        (refusing("403 Forbidden", "Forbidden: bot was blocked by the user"), Forbidden, "blocked"),
        (refusing("409 Conflict", "Conflict: terminated by other getUpdates request"), Conflict, "terminated"),
        (refusing("401 Unauthorized", "Unauthorized"), TokenRejected, "Token"),
        (refusing("404 Not Found", "Not Found"), TokenRejected, "Token"),
        (refusing("500 Internal", "Internal Server Error: restart"), ServerFailed, "restart"),
        (saying(answer(b"<html>502</html>", status="502 Bad Gateway")), ServerFailed, "Bad Gateway"),
        (saying(answer(b"<html>413</html>", status="413 Too Large")), BadRequest, "413"),
        (saying(answer(b"", status="599 Odd")), ServerFailed, "599"),
        (saying(answer({"parameters": 5}, status="400 Bad Request")), BadRequest, "Bad Request"),
    ],
)
async def test_refusals_become_their_errors(behave: Behaviour, error: type[TelegramError], message: str) -> None:
    raised = await sending_fails(behave)
    assert isinstance(raised, error)
    assert message in str(raised)


async def test_moved_group_names_its_new_number() -> None:
    raised = await sending_fails(refusing("400 Bad Request", "upgraded", migrate_to_chat_id=-1007))
    assert isinstance(raised, ChatMigrated)
    assert raised.new_chat_id == -1007


@pytest.mark.parametrize(
    ("behave", "seconds"),
    [
        (refusing("429 Too Many", "Too Many Requests", retry_after=7), 7),
        (refusing("429 Too Many", "Too Many Requests", retry_after=0), 0),
        (refusing("429 Too Many", "Too Many Requests", retry_after=-7), 0),
        (refusing("429 Too Many", "Too Many Requests", retry_after=10**18), 3600),
        (refusing("429 Too Many", "Too Many Requests", retry_after="soon"), 5),
        (refusing("429 Too Many", "Too Many Requests"), 5),
        (refusing("429 Too Many", "Too Many Requests", headers="Retry-After: 9\r\n"), 9),
        (saying(answer(b"slow down", status="429 Too Many")), 5),
    ],
)
async def test_pause_is_between_nothing_and_an_hour(behave: Behaviour, seconds: float) -> None:
    raised = await sending_fails(behave)
    assert isinstance(raised, RetryAfter)
    assert pause_of(raised) == seconds
