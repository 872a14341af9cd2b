"""A paper's way: what sessions and agendas say of its stops."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from council.published.known_meetings import NOT_FOUND, KnownItem, KnownMeeting
from council.published.meetings import AgendaItem, Meeting
from council.published.papers import Consultation, Paper
from council.published.standing import Standing, State, standing
from council.published.way import Way, way_of, with_way

BERLIN = ZoneInfo("Europe/Berlin")
TODAY = date(2027, 1, 4)
DAY, LATER, EARLIER = date(2027, 1, 12), date(2027, 1, 19), date(2026, 12, 8)


def a_stop(day: date | None = DAY, **fields: Any) -> Consultation:
    defaults: dict[str, Any] = {"organization": "Hauptausschuss", "meeting": "700", "agenda_item": "9001"}
    return Consultation(date=day, **(defaults | fields))


def a_plain_stop(day: date | None = DAY, **fields: Any) -> Consultation:
    """As text saved from a browser tells it: without keys."""
    return a_stop(day, **({"meeting": None, "agenda_item": None} | fields))


def a_paper(*stops: Consultation, **fields: Any) -> Paper:
    defaults: dict[str, Any] = {"reference": "22-1554", "name": "Mehr Bänke", "public": True, "id": "1554"}
    return Paper(consultations=stops, **(defaults | fields))


def an_item(key: str | None = "9001", *, withdrawn: str | None = None, **fields: Any) -> KnownItem:
    defaults: dict[str, Any] = {"number": "Ö 5", "name": "Mehr Bänke", "public": True, "paper": "22-1554"}
    return KnownItem(item=AgendaItem(id=key, **(defaults | fields)), withdrawn=withdrawn)


def a_session(*items: KnownItem, **fields: Any) -> KnownMeeting:
    defaults: dict[str, Any] = {
        "name": "Sitzung des Hauptausschusses",
        "public": True,
        "id": "700",
        "organization": "Hauptausschuss",
        "day": DAY,
        "start": datetime(2027, 1, 12, 18, tzinfo=BERLIN),
        "room": "Saal 2",
        "web": "https://rat.example/bi/to010.asp?SILFDNR=700",
    }
    return KnownMeeting(meeting=Meeting(**(defaults | fields)), items=items)


def stands(paper: Paper, *sessions: KnownMeeting, today: date = TODAY) -> Standing:
    return standing(with_way(paper, way_of(paper, sessions)), today=today)


def days(way: Way) -> list[date | None]:
    return [stop.date for stop in way]


def test_without_sessions_the_stops_are_those_of_the_page() -> None:
    paper = a_paper(a_stop(), a_plain_stop(None, organization="Kulturausschuss"))
    way = way_of(paper, ())
    assert [(stop.organization, stop.date, stop.is_off) for stop in way] == [
        ("Hauptausschuss", DAY, False),
        ("Kulturausschuss", None, False),
    ]
    assert standing(with_way(paper, way), today=TODAY) == standing(paper, today=TODAY)


def test_a_stop_knows_its_session_and_the_number_on_its_agenda() -> None:
    (stop,) = way_of(a_paper(a_stop()), [a_session(an_item("1"), an_item("9001"))])
    assert (stop.room, stop.web) == ("Saal 2", "https://rat.example/bi/to010.asp?SILFDNR=700")
    assert stop.start == datetime(2027, 1, 12, 18, tzinfo=BERLIN)
    assert (stop.number, stop.agenda_item, stop.only_on_agenda, stop.moved_from) == ("Ö 5", "9001", False, None)


def test_a_moved_session_gives_the_stop_its_new_day() -> None:
    (stop,) = way_of(a_paper(a_stop()), [a_session(day=LATER)])
    assert (stop.date, stop.moved_from) == (LATER, DAY)
    assert stands(a_paper(a_stop()), a_session(day=LATER)).since == LATER


def test_a_stop_with_a_key_belongs_to_no_other_session_of_that_day() -> None:
    (stop,) = way_of(a_paper(a_stop()), [a_session(id="701", cancelled=True)])
    assert not stop.is_off


@pytest.mark.parametrize(
    "session",
    [
        a_session(organization="HAUPTAUSSCHUSS ", id=None),
        a_session(organization=None),
        a_session(an_item("9001"), organization="Rat", name="Sondersitzung"),
    ],
    ids=["by organization and day", "by name and day", "by number of the paper"],
)
def test_a_stop_without_a_key_finds_its_session(session: KnownMeeting) -> None:
    paper = a_paper(a_plain_stop(meeting_name="Sitzung des Hauptausschusses", organization="Hauptausschuss"))
    rooms = [stop.room for stop in way_of(paper, [session])]
    assert "Saal 2" in rooms


def test_two_sessions_of_one_day_leave_a_stop_without_a_key_alone() -> None:
    (stop,) = way_of(a_paper(a_plain_stop()), [a_session(id="1"), a_session(id="2", cancelled=True)])
    assert (stop.room, stop.cancelled) == (None, False)


def test_a_stop_finds_its_session_by_its_item() -> None:
    paper = a_paper(a_plain_stop(agenda_item="9001"))
    (stop,) = way_of(paper, [a_session(id="1", day=LATER), a_session(an_item("9001"), id="2", day=LATER)])
    assert (stop.date, stop.meeting) == (LATER, "2")


def test_a_cancelled_session_leaves_the_committee_without_a_day() -> None:
    paper = a_paper(a_stop())
    (stop,) = way_of(paper, [a_session(cancelled=True)])
    assert stop.is_off
    for today in (TODAY, LATER):
        assert stands(paper, a_session(cancelled=True), today=today) == Standing(
            state=State.REFERRED, organization="Hauptausschuss"
        )


def test_a_cancelled_session_keeps_an_earlier_result() -> None:
    paper = a_paper(a_stop(EARLIER, organization="Rat", meeting="600", agenda_item="1", result="überwiesen"), a_stop())
    found = stands(paper, a_session(cancelled=True))
    assert (found.state, found.since, found.next, found.lies_in) == (State.REFERRED, EARLIER, None, "Hauptausschuss")


@pytest.mark.parametrize("newest_first", [False, True])
def test_a_cancelled_session_before_the_decision_is_no_next_stop(*, newest_first: bool) -> None:
    stops = [a_stop(), a_stop(LATER, organization="Rat", meeting="701", agenda_item="2", result="beschlossen")]
    paper = a_paper(*(stops[::-1] if newest_first else stops))
    found = stands(paper, a_session(cancelled=True), today=LATER)
    assert (found.state, found.lies_in) == (State.ADOPTED, None)


def test_the_next_session_of_the_committee_counts_when_one_is_cancelled() -> None:
    paper = a_paper(a_stop(), a_stop(LATER, meeting="701", agenda_item="2"))
    found = stands(paper, a_session(cancelled=True), a_session(id="701", day=LATER))
    assert (found.state, found.since) == (State.SCHEDULED, LATER)


def test_a_result_outweighs_a_cancelled_session() -> None:
    (stop,) = way_of(a_paper(a_stop(result="beschlossen")), [a_session(cancelled=True)])
    assert (stop.cancelled, stop.is_off) == (True, False)


@pytest.mark.parametrize("word", ["abgesetzt", "entfällt", "vertagt", NOT_FOUND])
def test_an_item_taken_off_is_not_scheduled(word: str) -> None:
    paper = a_paper(a_stop())
    (stop,) = way_of(paper, [a_session(an_item("9001", withdrawn=word))])
    assert (stop.withdrawn, stop.is_off) == (word, True)
    assert stands(paper, a_session(an_item("9001", withdrawn=word))).state is State.REFERRED


def test_an_item_withdrawn_for_good_is_withdrawn() -> None:
    found = stands(a_paper(a_stop()), a_session(an_item("9001", withdrawn="zurückgezogen")))
    assert (found.state, found.result) == (State.WITHDRAWN, "zurückgezogen")


def test_an_item_that_came_back_under_another_key_is_on() -> None:
    items = an_item("9001", withdrawn="abgesetzt"), an_item("9002", number="Ö 9")
    (stop,) = way_of(a_paper(a_stop()), [a_session(*items)])
    assert (stop.withdrawn, stop.number) == (None, "Ö 9")


def test_two_stops_on_one_agenda_keep_their_own_items() -> None:
    items = an_item("9001", withdrawn="abgesetzt"), an_item("9002", number="Ö 9")
    way = way_of(a_paper(a_stop(), a_stop(agenda_item="9002")), [a_session(*items)])
    assert [(stop.number, stop.withdrawn) for stop in way] == [("Ö 5", "abgesetzt"), ("Ö 9", None)]


@pytest.mark.parametrize(
    ("on_page", "on_agenda", "told"),
    [
        (None, "beschlossen", "beschlossen"),
        ("(offen)", "beschlossen", "beschlossen"),
        ("abgelehnt", "beschlossen", "abgelehnt"),
        (None, "(offen)", None),
    ],
)
def test_the_papers_own_page_has_the_first_word_on_the_result(
    on_page: str | None, on_agenda: str, told: str | None
) -> None:
    (stop,) = way_of(a_paper(a_stop(result=on_page)), [a_session(an_item("9001", result=on_agenda))])
    assert stop.result == told


def test_a_stop_that_stands_only_on_an_agenda_is_one() -> None:
    paper = a_paper(a_stop(EARLIER, meeting="600", agenda_item="1", result="überwiesen"))
    way = way_of(paper, [a_session(an_item("9001"), an_item("1", paper="22-9999"))])
    assert days(way) == [EARLIER, DAY]
    stop = way[-1]
    assert (stop.organization, stop.meeting, stop.agenda_item, stop.only_on_agenda) == (
        "Hauptausschuss",
        "700",
        "9001",
        True,
    )
    assert stands(paper, a_session(an_item("9001"))).next is not None


def test_an_agenda_gives_a_committee_named_without_a_day_its_session() -> None:
    paper = a_paper(a_plain_stop(None, role="Entscheidung"))
    (stop,) = way_of(paper, [a_session(an_item("9001"))])
    assert (stop.date, stop.role, stop.number, stop.meeting) == (DAY, "Entscheidung", "Ö 5", "700")


@pytest.mark.parametrize(
    "session",
    [
        a_session(KnownItem(item=AgendaItem(public=False, id="9001", number="N 1"))),
        a_session(an_item("9001"), public=False, name=""),
        a_session(an_item("9001", paper="22-1554.1")),
        a_session(an_item("9001", paper_id="7")),
        a_session(an_item("9001", withdrawn=NOT_FOUND)),
    ],
    ids=["item not public", "session not public", "its answer", "same number, other paper", "not found any more"],
)
def test_what_is_not_this_papers_or_not_public_is_no_stop(session: KnownMeeting) -> None:
    assert way_of(a_paper(), [session]) == ()


def test_a_non_public_item_tells_nothing_of_its_stop() -> None:
    hidden = KnownItem(item=AgendaItem(public=False, id="9001", number="N 1"))
    (stop,) = way_of(a_paper(a_stop()), [a_session(hidden)])
    assert (stop.number, stop.date) == (None, DAY)
