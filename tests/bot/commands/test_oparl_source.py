"""Commands towards an OParl server."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.bot.collecting.oparl_server import Habits, OparlServer, elbdorf
from tests.bot.commands.conftest import Ratsbote


@contextmanager
def serving(habits: Habits | None = None) -> Iterator[str]:
    """Served by a thread of its own: commands run an event loop themselves."""
    server = OparlServer(elbdorf(), habits or Habits())
    ready, stop, found = threading.Event(), asyncio.Event(), []

    async def serve() -> None:
        async with server.serving() as url:
            found.append((url, asyncio.get_running_loop()))
            ready.set()
            await stop.wait()

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    ready.wait(10)
    url, loop = found[0]
    try:
        yield url
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join()


def test_a_source_is_synced_twice_and_answers(ratsbote: Ratsbote, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as url:
        monkeypatch.setenv("RATSBOTE_SOURCES", f"elbdorf=oparl+{url}")
        first, second = ratsbote("sync"), ratsbote("sync")
    assert (first.code, first.err, second.code, second.err) == (0, "", 0, "")
    assert "Vorhaben Nummer 3 am Elbufer" in ratsbote("ask", "2026/0003").out


@pytest.mark.parametrize(
    ("habits", "said"),
    [
        (Habits(), "sagt, was sich seit der letzten Runde geändert hat"),
        (Habits(no_filter=True), "filtert nicht nach Änderungen"),
        (Habits(same_times=True), "gibt keine brauchbaren Änderungszeiten"),
    ],
)
def test_check_tells_what_the_server_can_do(
    ratsbote: Ratsbote, monkeypatch: pytest.MonkeyPatch, habits: Habits, said: str
) -> None:
    with serving(habits) as url:
        monkeypatch.setenv("RATSBOTE_SOURCES", f"elbdorf=oparl+{url}")
        told = ratsbote("check").out
    (line,) = [line for line in told.splitlines() if "elbdorf" in line]
    assert line.startswith("gut")
    assert "Gemeinde Elbdorf: 5 Listen" in line
    assert said in line


def test_read_shows_what_an_address_says(ratsbote: Ratsbote) -> None:
    with serving() as url:
        told = ratsbote("read", url.replace("system", "paper"), "--json").json()
    assert told["source"] == {"kind": "oparl", "page": "Paper"}
    assert [each["reference"] for each in told["objects"]] == ["2026/0001", "2026/0002"]
