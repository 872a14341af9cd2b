"""A paper's way as it is stored: sessions found by keys, by the number on an agenda, by the day."""

import sqlite3
from datetime import date

from council.published.papers import Consultation, Paper
from council.published.standing import State, standing
from council.published.way import Way
from storage.questions import open_reference
from storage.search import search
from storage.ways import sessions_of_paper
from tests.storage.builders import SEESTADT, record
from tests.storage.sessions import DAY, a_paper, a_row, a_session, an_item, seen

LATER = date(2026, 11, 19)


def way(connection: sqlite3.Connection, paper: Paper) -> Way:
    opened = open_reference(connection, "elbdorf", paper.reference)
    assert opened is not None
    return opened.way


def a_stop(**fields: str | date | None) -> Consultation:
    defaults = {"organization": "Bauausschuss", "date": DAY, "meeting": "700", "agenda_item": "9001"}
    return Consultation(**(defaults | fields))  # type: ignore[arg-type]


def test_a_cancelled_session_is_found_by_its_key(connection: sqlite3.Connection) -> None:
    record(connection, paper := a_paper("1001", a_stop()))
    seen(connection, a_row(cancelled=True))
    (stop,) = way(connection, paper)
    assert (stop.cancelled, stop.is_off) == (True, True)


def test_a_moved_session_gives_its_new_day(connection: sqlite3.Connection) -> None:
    record(connection, paper := a_paper("1001", a_stop()))
    seen(connection, a_session(an_item("9001", paper="22-1001"), day=LATER, start=None))
    (stop,) = way(connection, paper)
    assert (stop.date, stop.moved_from, stop.number, stop.room) == (LATER, DAY, "Ö 9001", "Saal 2")


def test_an_agenda_tells_a_stop_before_the_papers_page_does(connection: sqlite3.Connection) -> None:
    record(connection, paper := a_paper("1001"))
    seen(connection, a_session(an_item("9001", paper="22–1001"), an_item("9002", paper="22-1002")))
    (stop,) = way(connection, paper)
    assert (stop.organization, stop.date, stop.only_on_agenda) == ("Bauausschuss", DAY, True)


def test_stops_without_keys_are_found_by_their_day(connection: sqlite3.Connection) -> None:
    record(connection, paper := a_paper("1001", a_stop(meeting=None, agenda_item=None)))
    seen(connection, a_row(organization="Bauausschuss", cancelled=True), a_row(id="701", organization="Hauptausschuss"))
    assert [stop.cancelled for stop in way(connection, paper)] == [True]


def test_a_list_of_hits_says_where_they_stand_as_their_cards_do(connection: sqlite3.Connection) -> None:
    record(connection, a_paper("1001", a_stop()))
    seen(connection, a_row(cancelled=True))
    (hit,) = search(connection, "Antrag").hits
    assert standing(hit.paper, today=DAY).state is State.REFERRED


def test_another_councils_sessions_say_nothing(connection: sqlite3.Connection) -> None:
    record(connection, paper := a_paper("1001", a_stop(), a_stop(meeting=None, agenda_item=None)), body=SEESTADT)
    seen(connection, a_session(an_item("9001", paper="22-1001"), cancelled=True))
    opened = open_reference(connection, "seestadt", paper.reference)
    assert opened is not None
    assert [stop.is_off for stop in opened.way] == [False, False]
    assert sessions_of_paper(connection, opened.known.row) == ()


def test_papers_without_a_number_do_not_find_each_others_agendas(connection: sqlite3.Connection) -> None:
    record(connection, Paper(reference="", name="Anfrage", public=True, id="5"))
    seen(connection, a_session(an_item("9001")))
    row = connection.execute("SELECT id FROM papers").fetchone()["id"]
    assert sessions_of_paper(connection, row) == ()
