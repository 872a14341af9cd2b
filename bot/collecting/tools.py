"""What every part of collecting works with."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.collecting.pages import Pages
from storage.database import Database


async def _at_once() -> None:
    """Nobody to wait for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """`now` is aware and in the council's zone. `between_pages` is awaited before each page of a round: questions
    go first. `look_back` is how far the first read goes back for papers.
    """

    database: Database
    pages: Pages
    now: Callable[[], datetime]
    look_back: timedelta
    between_pages: Callable[[], Awaitable[None]] = _at_once
