"""What each chat was last told of a session or a paper."""

import json
import sqlite3
from datetime import datetime
from typing import Any

from council.served.notices import Subject
from council.served.told import ToldItem, ToldPaper, ToldSession, ToldStop
from storage.instants import day, instant_or_none, iso, published, seconds

TOLD = "SELECT facts FROM told WHERE subscriber = :subscriber AND subject = :subject"
# Of what is public no more nothing is remembered, also if a message about it was just on its way.
TELL = """
INSERT INTO told (subscriber, body, subject, facts, told_at)
SELECT :subscriber, body, :subject, :facts, :now FROM {table} WHERE id = :row AND public
ON CONFLICT (subscriber, subject) DO UPDATE SET facts = excluded.facts, told_at = excluded.told_at
"""
TELL_SESSION = TELL.format(table="meetings")
TELL_PAPER = TELL.format(table="papers")


def told_session(connection: sqlite3.Connection, subscriber: int, meeting: int) -> ToldSession | None:
    """By our rows; None: nothing yet."""
    facts = _facts(connection, subscriber, Subject(Subject.MEETING, meeting))
    return None if facts is None else session_from(facts)


def told_paper(connection: sqlite3.Connection, subscriber: int, paper: int) -> ToldPaper | None:
    facts = _facts(connection, subscriber, Subject(Subject.PAPER, paper))
    return None if facts is None else paper_from(facts)


def tell(
    connection: sqlite3.Connection, subscriber: int, subject: Subject, told: ToldSession | ToldPaper, *, now: datetime
) -> None:
    """From now on the chat knows this, in place of what it knew of the subject."""
    if isinstance(told, ToldSession):
        tell_session(connection, subscriber, subject.row, told, now=now)
    else:
        tell_paper(connection, subscriber, subject.row, told, now=now)


def tell_session(
    connection: sqlite3.Connection, subscriber: int, meeting: int, told: ToldSession, *, now: datetime
) -> None:
    subject = str(Subject(Subject.MEETING, meeting))
    asked = {"subscriber": subscriber, "subject": subject, "row": meeting, "facts": session_text(told)}
    connection.execute(TELL_SESSION, asked | {"now": seconds(now)})


def tell_paper(connection: sqlite3.Connection, subscriber: int, paper: int, told: ToldPaper, *, now: datetime) -> None:
    subject = str(Subject(Subject.PAPER, paper))
    asked = {"subscriber": subscriber, "subject": subject, "row": paper, "facts": paper_text(told)}
    connection.execute(TELL_PAPER, asked | {"now": seconds(now)})


def session_text(told: ToldSession) -> str:
    facts = {
        "day": iso(told.day),
        "start": iso(told.start),
        "room": told.room,
        "cancelled": told.cancelled,
        "public": told.public,
        "whole": told.whole,
        "items": None if told.items is None else [_item_facts(item) for item in told.items],
        # Asked for in SQL (storage/concerned.py): seconds since 1970.
        "start_told_at": seconds(told.start_told_at) if told.start_told_at else None,
    }
    return json.dumps(facts, ensure_ascii=False)


def session_from(text: str) -> ToldSession:
    facts = json.loads(text)
    items = facts["items"]
    return ToldSession(
        day=day(facts["day"]),
        start=published(facts["start"]),
        room=facts["room"],
        cancelled=facts["cancelled"],
        public=facts["public"],
        whole=facts["whole"],
        items=None if items is None else tuple(_item(item) for item in items),
        start_told_at=instant_or_none(facts["start_told_at"]),
    )


def paper_text(told: ToldPaper) -> str:
    stops = [[iso(stop.day), stop.organization, stop.result] for stop in told.stops]
    return json.dumps({"stops": stops}, ensure_ascii=False)


def paper_from(text: str) -> ToldPaper:
    return ToldPaper(stops=tuple(_stop(facts) for facts in json.loads(text)["stops"]))


def _facts(connection: sqlite3.Connection, subscriber: int, subject: Subject) -> str | None:
    found = connection.execute(TOLD, {"subscriber": subscriber, "subject": str(subject)}).fetchone()
    return None if found is None else str(found["facts"])


def _item_facts(item: ToldItem) -> list[Any]:
    return [item.key, item.number, item.name, item.paper, item.on]


def _item(facts: list[Any]) -> ToldItem:
    key, number, name, paper, on = facts
    return ToldItem(key=key, number=number, name=name, paper=paper, on=on)


def _stop(facts: list[Any]) -> ToldStop:
    on, organization, result = facts
    return ToldStop(day=day(on), organization=organization, result=result)
