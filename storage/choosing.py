"""What a chat chose for itself: stored only once it agreed to be remembered."""

import sqlite3
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum, auto

from council.served.choices import NONE, Choice, Wish, with_choice
from council.served.languages import Language
from council.served.subscribers import Subscriber
from storage.beginning import Asker, agreed
from storage.subscribers import subscriber_by_row

LANGUAGE_OF = "SELECT language FROM subscribers WHERE chat = :chat AND topic = :topic"
LANGUAGE = "UPDATE subscribers SET language = :value WHERE id = :row"
LEADS = "UPDATE subscribers SET remind_before = :value WHERE id = :row"
QUIET = "UPDATE subscribers SET quiet_hours = :value WHERE id = :row"

_STATEMENTS: Mapping[Wish, str] = {
    Wish.LANGUAGE: LANGUAGE,
    Wish.LEAD_ON: LEADS,
    Wish.LEAD_OFF: LEADS,
    Wish.NO_LEADS: LEADS,
    Wish.USUAL_LEADS: LEADS,
    Wish.QUIET: QUIET,
    Wish.NO_QUIET: QUIET,
    Wish.USUAL_QUIET: QUIET,
}


class Unchosen(StrEnum):
    """Why nothing was stored."""

    NOT_AGREED = auto()
    FULL = auto()


def language_of(connection: sqlite3.Connection, chat: int, topic: int | None) -> Language | None:
    """The one stored for a chat (or topic); None where nothing is stored of it."""
    found = connection.execute(LANGUAGE_OF, {"chat": chat, "topic": topic or 0}).fetchone()
    return None if found is None else Language(found["language"])


def choose(connection: sqlite3.Connection, asker: Asker, choice: Choice, *, now: datetime) -> Subscriber | Unchosen:
    """The chat with its choice. `asker.language` is the one it goes back to with ALL_USUAL."""
    subscriber = agreed(connection, asker, now=now)
    if subscriber is None:
        return Unchosen.NOT_AGREED
    if choice.wish is Wish.ALL_USUAL:
        for sql, value in ((LANGUAGE, asker.language.value), (LEADS, None), (QUIET, None)):
            connection.execute(sql, {"row": subscriber.row, "value": value})
    else:
        value = _value(subscriber, choice)
        if value is Unchosen.FULL:
            return Unchosen.FULL
        connection.execute(_STATEMENTS[choice.wish], {"row": subscriber.row, "value": value})
    chosen = subscriber_by_row(connection, subscriber.row, defaults=asker.defaults)
    return Unchosen.NOT_AGREED if chosen is None else chosen


def _value(subscriber: Subscriber, choice: Choice) -> str | Unchosen | None:
    """What the column is to hold; None: what the operator's settings say."""
    if choice.wish in {Wish.USUAL_LEADS, Wish.USUAL_QUIET}:
        return None
    if choice.wish in {Wish.NO_LEADS, Wish.NO_QUIET}:
        return NONE
    if choice.wish in {Wish.LANGUAGE, Wish.QUIET}:
        return choice.value
    leads = with_choice(subscriber.remind_before, choice)
    if leads is None:
        return Unchosen.FULL
    return ",".join(lead.text for lead in leads) or NONE
