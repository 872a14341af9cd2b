"""What people's calendars know a session by, and when its entry counts as changed."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from storage.meetings import StoredMeeting, load_meetings, meetings_between
from storage.migrating import known_migrations, migrate
from tests.storage.sessions import DAY, START, a_row, a_session, an_item, seen


def stored(connection: sqlite3.Connection) -> StoredMeeting:
    """The only session there is, also where it is public no more."""
    return next(iter(load_meetings(connection, [row["id"] for row in connection.execute("SELECT id FROM meetings")])))


@pytest.mark.parametrize(
    "fields",
    [
        {"day": DAY + timedelta(days=7), "start": START + timedelta(days=7)},
        {"start": START + timedelta(hours=1)},
        {"end": START + timedelta(hours=3)},
        {"room": "Saal 9"},
        {"address": "Marktplatz 3"},
        {"cancelled": True},
        {"organization": "Ausschuss für Bauen"},
    ],
)
def test_what_a_calendar_shows_raises_the_sequence(connection: sqlite3.Connection, fields: dict[str, Any]) -> None:
    seen(connection, a_session(an_item()))
    first = stored(connection)
    seen(connection, a_session(an_item(), **fields))
    again = stored(connection)
    assert (again.row, first.sequence, again.sequence) == (first.row, 0, 1)
    assert again.calendar_key == first.calendar_key == "700"


def test_an_agenda_or_the_same_page_again_raises_nothing(connection: sqlite3.Connection) -> None:
    seen(connection, a_session(an_item()))
    seen(connection, a_session(an_item()))
    seen(connection, a_session(an_item(), an_item("9002", name="Nachtrag")))
    assert stored(connection).sequence == 0


def test_there_and_back_again_counts_twice(connection: sqlite3.Connection) -> None:
    """A calendar that took the first move must take the second, too."""
    for cancelled in (False, True, False):
        seen(connection, a_session(an_item(), cancelled=cancelled))
    assert stored(connection).sequence == 2


def test_a_session_that_gets_its_key_later_keeps_the_entry(connection: sqlite3.Connection) -> None:
    seen(connection, a_row(id=None))
    assert stored(connection).calendar_key is None
    seen(connection, a_row())
    (found,) = meetings_between(connection, DAY, DAY)
    assert (found.known.meeting.id, found.calendar_key) == ("700", None)


def test_sessions_of_an_older_database_keep_their_keys(tmp_path: Path) -> None:
    older = tuple(each for each in known_migrations() if each.version < 5)
    with closing(sqlite3.connect(tmp_path / "r.db", isolation_level=None)) as connection:
        migrate(connection, older)
        connection.execute("INSERT INTO bodies (key, name) VALUES ('elbdorf', 'Elbdorf')")
        connection.execute(
            """INSERT INTO meetings (body, key, name, public, cancelled, has_agenda, calendar, page, read_at)
            VALUES (1, '700', 'Sitzung', 1, 0, 0, '{}', '{}', 0), (1, NULL, 'Sitzung', 1, 0, 0, '{}', '{}', 0)"""
        )
        migrate(connection, known_migrations())
        kept = connection.execute("SELECT calendar_key, sequence FROM meetings ORDER BY id").fetchall()
    assert kept == [("700", 0), (None, 0)]
