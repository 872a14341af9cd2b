"""Invented sessions and papers as chats see them, with sane defaults; a test names only what it is about."""

import datetime as dt
from dataclasses import replace
from typing import Any

from council.published.known_meetings import KnownItem
from council.published.way import Stop
from council.served.session_news import SessionNews, session_news
from council.served.shown import ShownItem, ShownSession
from council.served.telling import told_session
from council.served.told import ToldSession
from tests.council.published.sessions import DAY, NOW, START, a_session, an_item

__all__ = ["DAY", "NOW", "START", "a_stop", "an_own", "news_of", "on", "shown", "told"]

TODAY = NOW.date()


def on(key: str | None, name: str | None = None, *, withdrawn: str | None = None, **fields: Any) -> ShownItem:
    return ShownItem(item=KnownItem(item=an_item(key, name, **fields), withdrawn=withdrawn))


def an_own(key: str | None, name: str | None = None, **fields: Any) -> ShownItem:
    defaults: dict[str, Any] = {"paper": f"22-{key}"}
    return replace(on(key, name, **(defaults | fields)), own=True)


def shown(*items: ShownItem, whole: bool = True, **fields: Any) -> ShownSession:
    return ShownSession(meeting=replace(a_session(**fields), agenda=None), items=items, whole=whole)


def told(*items: ShownItem, before: ToldSession | None = None, **fields: Any) -> ToldSession:
    """What a chat knows after it was told of the session as it is shown with these items."""
    return told_session(shown(*items, **fields), before, now=NOW - dt.timedelta(days=1))


def news_of(before: ToldSession | None, session: ShownSession, *, now: dt.datetime = NOW) -> SessionNews:
    return session_news(before, session, now=now)


def a_stop(organization: str = "Bauausschuss", **fields: Any) -> Stop:
    return Stop(organization=organization, **fields)
