"""Raw updates: their number, what they are to us, and the lane they run in."""

import json
import logging
from dataclasses import dataclass
from typing import Any

from telegram import Bot, Update

from bot.telegram.window import Arrival

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Delivery:
    """A batch as Telegram sent it."""

    asked: int | None  # the offset it answers
    waited: bool  # whether Telegram was asked to wait for something
    seconds: float  # until it was here
    updates: list[object]


def arrivals(raw_updates: list[object]) -> dict[Arrival, dict[str, Any]]:
    """What can be told apart by a number. The rest could never be confirmed alone, and goes with its neighbours."""
    found: dict[Arrival, dict[str, Any]] = {}
    for raw in raw_updates:
        number = raw.get("update_id") if isinstance(raw, dict) else None
        if not isinstance(raw, dict) or isinstance(number, bool) or not isinstance(number, int):
            _LOG.warning("update.unnumbered")
            continue
        found[Arrival(number, hash(json.dumps(raw)))] = raw
    return found


def readable(raw: dict[str, Any], number: int, bot: Bot) -> Update | None:
    """None, with a line in the log, for what python-telegram-bot cannot read."""
    try:
        return Update.de_json(raw, bot)
    except Exception as fault:  # noqa: BLE001 - whatever an unknown shape breaks
        # Neither the text of the error nor its trace: both may quote what a person wrote.
        _LOG.warning("update.unreadable", extra={"update_id": number, "error": type(fault).__name__})
        return None


def lane_of(update: Update) -> str:
    """Updates of one chat share a lane; where there is none, those of one person; else each has its own."""
    if update.effective_chat is not None:
        return f"chat {update.effective_chat.id}"
    if update.effective_user is not None:
        return f"user {update.effective_user.id}"
    return f"update {update.update_id}"
