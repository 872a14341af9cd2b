"""Committees: those that meet, and how people name them."""

import sqlite3
from datetime import date

import pytest

from storage.committees import committee, committees, find_committees, sessions_of_committee
from tests.storage.chats import an_organization
from tests.storage.sessions import DAY, NOW, START, a_row, a_session, later, seen

TODAY = NOW.date()


def three(connection: sqlite3.Connection) -> None:
    seen(
        connection,
        a_session(id="1"),
        a_session(id="2", day=later(days=20).date()),
        a_row(id="3", organization="Ausschuss für Umwelt und Verkehr", day=later(days=-30).date(), start=None),
        a_row(id="4", organization="Hauptausschuss", start=None, cancelled=True),
        a_row(id="5", organization="Sonderausschuss", day=later(days=-900).date()),
    )


def test_all_that_meet_are_listed_with_their_next_session(connection: sqlite3.Connection) -> None:
    an_organization(connection, "Fraktion Blau")
    three(connection)
    found = committees(connection, today=TODAY)
    assert [(each.name, each.next_day, each.next_start) for each in found] == [
        ("Ausschuss für Umwelt und Verkehr", None, None),
        ("Bauausschuss", DAY, START),
        ("Hauptausschuss", None, None),
    ]
    assert [committee(connection, each.row, today=TODAY) for each in found] == list(found)
    assert committees(connection, today=TODAY, body="seestadt") == ()
    assert committees(connection, today=TODAY, body="elbdorf", most=1) == found[:1]


def test_two_ways_of_writing_are_one_committee(connection: sqlite3.Connection) -> None:
    seen(connection, a_session(id="1"), a_session(id="2", organization="Bauausschuß", day=later(days=1).date()))
    seen(connection, a_session(id="3", organization="BAUAUSSCHUSS", day=later(days=2).date()))
    [found] = committees(connection, today=TODAY)
    assert found.next_day == later(days=1).date()
    assert len(sessions_of_committee(connection, found.row, first=TODAY)) == 3


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("hauptausschuss", ["Hauptausschuss"]),
        ("Bau", ["Bauausschuss"]),
        ("verkehr", ["Ausschuss für Umwelt und Verkehr"]),
        ("Umwelt Verkehr", ["Ausschuss für Umwelt und Verkehr"]),
        ("ausschuss", ["Ausschuss für Umwelt und Verkehr"]),
        ("uausschuss", ["Bauausschuss"]),
        ("Sonderausschuss", []),
        ("  ", []),
        ("%_'\"", []),
    ],
)
def test_a_committee_is_found_by_what_people_type(connection: sqlite3.Connection, text: str, names: list[str]) -> None:
    three(connection)
    assert [each.name for each in find_committees(connection, text, today=TODAY)] == names


def test_sessions_of_a_committee_come_earliest_first(connection: sqlite3.Connection) -> None:
    three(connection)
    [found] = find_committees(connection, "Bauausschuss", today=TODAY)

    def asked(first: date, last: date | None = None) -> list[str | None]:
        sessions = sessions_of_committee(connection, found.row, first=first, last=last)
        return [each.known.meeting.id for each in sessions]

    assert asked(TODAY) == ["1", "2"]
    assert asked(TODAY, DAY) == ["1"]
    assert asked(later(days=30).date()) == []
    assert sessions_of_committee(connection, 999, first=TODAY) == ()
    assert committee(connection, 999, today=TODAY) is None


def test_an_organization_known_from_one_session_alone_goes_when_that_is_public_no_more(
    connection: sqlite3.Connection,
) -> None:
    seen(connection, a_session(organization="Geheimer Ausschuss"))
    assert committees(connection, today=TODAY)
    seen(connection, a_session(public=False))
    assert connection.execute("SELECT count(*) FROM organizations").fetchone()[0] == 0
