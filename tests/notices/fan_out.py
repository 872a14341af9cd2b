"""The real pipe as a process of its own that tests may kill: `python -m tests.notices.fan_out DATABASE URL TOKEN WAY`.

Each line on standard input forks one life of it and answers with its number; an empty line waits for it to end and
answers with its status. Forked from here a life costs no imports. WAY "settle first" is the control: it must lose.
"""

import asyncio
import os
import signal
import sqlite3
import sys
from pathlib import Path

from bot.notifying import notifying
from bot.telegram.application import build_application, running
from bot.telegram.messenger import TelegramMessenger
from bot.telegram.pacing import Pacing
from bot.telegram.transport import AiohttpRequest
from council.served.notices import Notice, NoticeState
from notices.attempt import Attempts
from notices.composed import Composed
from notices.delivering import Delivering
from notices.line import Line
from notices.post import Post
from storage.database import Database
from storage.outbox import Settled, settle
from tests.storage.chats import DEFAULTS
from tests.storage.sessions import NOW, ZONE

SETTLE_FIRST = "settle first"
WAITING = """
SELECT (SELECT count(*) FROM changes WHERE state = 'open')
    + (SELECT count(*) FROM notices WHERE state IN ('pending', 'sending')) AS number
"""


class SettleFirst(Attempts):
    """What a kill between the two would lose."""

    def __init__(self, post: Post) -> None:
        super().__init__(post, line=Line(post.monotonic))

    async def _send(self, notice: Notice, composed: Composed, *, is_bare: bool = False) -> None:
        post = self._post
        end = Settled(state=NoticeState.SENT, told=composed.told)
        await post.database.transaction(settle, notice, end, boot=post.boot, now=post.now())
        await post.messenger.send(notice.to.chat, None, composed.message, silent=False)


async def live(path: Path, url: str, token: str, way: str) -> None:
    """Until nothing is left to be told."""
    pacing = Pacing(rate=0)
    application = build_application(token=token, api=url, transport=AiohttpRequest(), pacing=pacing)
    async with running(application), Database.open(path) as database:
        post = Post(
            database=database,
            messenger=TelegramMessenger(application.bot, pacing),
            now=lambda: NOW,
            zone=ZONE,
            defaults=DEFAULTS,
        )
        async with notifying(post, every=0.5, stop=asyncio.Event()) as whole:
            if way == SETTLE_FIRST:
                _settle_first(whole.delivering, post)
            while await database.read(_waiting):  # noqa: ASYNC110 - nobody says when the last one is told
                await asyncio.sleep(0.05)


def _settle_first(delivering: Delivering, post: Post) -> None:
    delivering._attempts = SettleFirst(post)


def _waiting(connection: sqlite3.Connection) -> int:
    return int(connection.execute(WAITING).fetchone()["number"])


def main() -> None:
    path, url, token, way = Path(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    born = 0
    for line in sys.stdin:
        if line.strip():
            born = os.fork()
            if not born:
                sys.stdin.close()
                asyncio.run(live(path, url, token, way))
                os._exit(0)
            print(born, flush=True)
        else:
            print(os.waitstatus_to_exitcode(os.waitpid(born, 0)[1]), flush=True)


if __name__ == "__main__":
    main()
