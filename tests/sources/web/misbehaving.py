"""What readers of pages can do wrong, to be called in the parsing process."""

import ctypes
import datetime as dt
import os
import signal
import sys
import time
from pathlib import Path
from zoneinfo import ZoneInfo

from selectolax.lexbor import LexborHTMLParser

from council.published.meetings import AgendaItem, Meeting
from council.published.papers import Paper
from council.published.readings import Page, Reading
from sources.errors import NotPublic, Unreadable


def well(data: bytes, suffix: str = "", *, day: dt.date | None = None) -> Reading:
    paper = Paper(reference=data.decode() + suffix, name="Ä\ud800\u202e\n", public=True, date=day)
    return Reading(kind="allris", page=Page.PAPER, papers=(paper,))


def meeting(_: bytes) -> Meeting:
    start = dt.datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"), fold=1)
    item = AgendaItem(public=True, number="Ö\u00a02.1")
    return Meeting(name="Sitzung", public=True, start=start, end=start.astimezone(dt.UTC), agenda=(item,))


def unbounded(data: bytes) -> str:
    """As a parser alone would take it."""
    return LexborHTMLParser(data.decode()).html or ""


def endless(_: bytes) -> None:
    while True:
        time.sleep(60)


def endless_without_alarm(data: bytes) -> None:
    signal.alarm(0)
    endless(data)


def greedy(_: bytes) -> int:
    kept = []
    while True:
        kept.append(bytearray(50_000_000))


def crashing(_: bytes) -> None:
    ctypes.string_at(0)


def killed(_: bytes) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def leaving(_: bytes) -> None:
    os._exit(0)


def unreadable(_: bytes) -> None:
    raise Unreadable("Das ist keine Drucksache.")


def not_public(_: bytes) -> None:
    raise NotPublic("Das ist nicht öffentlich.")


def buggy(data: bytes) -> None:
    raise KeyError(data.decode())


def too_deep(data: bytes) -> int:
    return too_deep(data) + 1


def returning_nonsense(_: bytes) -> object:
    return {"ein": object()}


def talking(data: bytes) -> int:
    print("x" * 100_000, flush=True)
    os.write(1, b"\x00" * 1000)
    os.read(0, 10)
    return len(data)


def process(_: bytes) -> int:
    return os.getpid()


def environment(_: bytes) -> tuple[str, ...]:
    return tuple(sorted(os.environ))


def open_files(data: bytes) -> int:
    return len(data) + sum(1 for _ in Path("/proc/self/fd").iterdir())


def interrupted(_: bytes) -> int:
    os.kill(os.getpid(), signal.SIGINT)
    os.kill(os.getpid(), signal.SIGTERM)
    return os.getpid()


def loaded(_: bytes) -> tuple[str, ...]:
    return tuple({name.partition(".")[0] for name in sys.modules})
