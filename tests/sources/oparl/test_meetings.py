"""Meetings and their agendas."""

import datetime as dt

import pytest

from council.published.meetings import AgendaItem, Meeting
from tests.sources.oparl.things import (
    ZONE,
    Thing,
    agenda,
    item,
    meeting,
    organization,
    paper,
    read,
    read_meeting,
    stop,
    url,
)


def test_a_meeting_is_told_with_its_agenda() -> None:
    told = read_meeting(meeting(location={"room": "Saal 1", "streetAddress": "Am Markt 1", "locality": "Elbdorf"}))
    assert told == Meeting(
        id=url("meetings/1"),
        name="Sitzung des Bauausschusses",
        public=True,
        day=dt.date(2026, 9, 3),
        start=dt.datetime(2026, 9, 3, 18, tzinfo=ZONE),
        end=dt.datetime(2026, 9, 3, 20, 15, tzinfo=ZONE),
        room="Saal 1",
        address="Am Markt 1, Elbdorf",
        has_agenda=True,
        agenda=(
            AgendaItem(
                id=url("agendaitems/1"), number="1", name="Mehr Bänke", public=True, result="einstimmig beschlossen"
            ),
        ),
    )


def test_an_item_names_its_paper_in_whichever_direction_the_server_says_so() -> None:
    named = agenda(meeting(), paper())[0]
    assert (named.paper, named.paper_id) == ("2026/0001", url("papers/1"))
    backwards = meeting(agendaItem=[item(consultation=url("consultations/1"))])
    assert agenda(backwards, paper(consultation=[stop(agendaItem=..., meeting=...)]))[0].paper == "2026/0001"


def test_an_item_does_not_name_a_paper_that_is_not_public() -> None:
    assert agenda(meeting(), paper(public=False))[0].paper is None


@pytest.mark.parametrize(
    "end",
    ["2026-09-03T00:00:00+02:00", "2026-09-04T00:00:00+02:00", "2026-09-03T17:00:00+02:00", "2027-09-03", "", None, 7],
    ids=["Karlsruhe", "Bonn", "before the start", "a year later", "empty", "null", "number"],
)
def test_an_end_that_cannot_be_one_is_none(end: object) -> None:
    assert read_meeting(meeting(end=end)).end is None


@pytest.mark.parametrize("start", ["2026-09-03", "2026-09-03T00:00:00+02:00", "2026-09-02T22:00:00Z"])
def test_a_start_at_midnight_tells_only_the_day(start: str) -> None:
    told = read_meeting(meeting(start=start))
    assert (told.day, told.start, told.end) == (dt.date(2026, 9, 3), None, None)


@pytest.mark.parametrize(
    "start", ["200-10-03", "2206-09-03T18:00:00Z", "0001-01-01T00:00:00+14:00", "Jan 29, 2026", {}]
)
def test_a_start_that_is_none_leaves_the_meeting_without_a_day(start: object) -> None:
    assert read_meeting(meeting(start=start)).day is None


@pytest.mark.parametrize(
    "fields",
    [
        {"cancelled": True},
        {"cancelled": "true"},
        {"meetingState": "Aufgehoben"},
        {"meetingState": "Sitzung entfällt"},
        {"name": "ENTFÄLLT! Sitzung des Bauausschusses"},
        {"name": "Sitzung des Bauausschusses - entfällt -"},
    ],
)
def test_a_meeting_is_cancelled_by_flag_state_or_name(fields: Thing) -> None:
    told = read_meeting(meeting(**fields))
    assert (told.cancelled, told.name) == (True, "Sitzung des Bauausschusses")


@pytest.mark.parametrize("fields", [{"cancelled": False, "meetingState": "eingeladen"}, {"cancelled": None}, {}])
def test_a_meeting_takes_place_unless_somebody_says_otherwise(fields: Thing) -> None:
    assert not read_meeting(meeting(**fields)).cancelled


def test_items_stand_in_their_order_also_where_it_is_text() -> None:
    items = [item(2, order="100002"), item(1, order="100001")]
    assert [each.number for each in agenda(meeting(agendaItem=items))] == ["1", "2"]
    unordered = [item(2, order=None), item(1)]
    assert [each.number for each in agenda(meeting(agendaItem=unordered))] == ["2", "1"]


def test_repeated_numbers_and_headings_without_one_stay() -> None:
    items = [item(1, number=""), item(2, number="2"), item(3, number="2"), item(4, number=3)]
    assert [each.number for each in agenda(meeting(agendaItem=items))] == [None, "2", "2", "3"]


@pytest.mark.parametrize(
    ("name", "fields", "is_public"),
    [
        ("Bauausschuss", {"public": True}, True),
        ("Bauausschuss", {"public": ...}, True),
        ("Bauausschuss", {"public": None}, True),
        ("Bauausschuss", {"public": False}, False),
        ("Bauausschuss", {"public": "false"}, False),
        ("Bauausschuss", {"public": []}, False),
        ("Bauausschuss", {"public": ..., "number": "N 3"}, False),
        ("Bauausschuss", {"name": "(nichtöffentlich)"}, False),
        ("Bauausschuss", {"deleted": True}, False),
        ("Personalausschuss (nicht öffentlich)", {"public": ...}, False),
        ("Personalausschuss (nicht öffentlich)", {"public": True}, True),
        ("Bauausschuss (öffentlich/nicht öffentlich)", {"public": ...}, False),
        ("Bauausschuss (öffentlich/nicht öffentlich)", {"public": ..., "number": "Ö 3"}, True),
    ],
)
def test_an_item_is_public_by_its_word_and_without_one_only_in_an_open_meeting(
    name: str, fields: Thing, is_public: bool
) -> None:
    (told,) = agenda(meeting(name=name, agendaItem=[item(**fields)]), paper())
    assert told.public is is_public
    if not is_public:
        assert told == AgendaItem(public=False, id=url("agendaitems/1"), number=told.number)


@pytest.mark.parametrize("fields", [{"public": False}, {"deleted": True}, {"public": "unbekannt"}])
def test_of_a_closed_or_deleted_meeting_nothing_is_left_but_its_id(fields: Thing) -> None:
    assert read_meeting(meeting(**fields)) == Meeting(id=url("meetings/1"), name="", public=False)


def test_an_agenda_that_is_not_told_is_no_empty_one() -> None:
    assert read_meeting(meeting(agendaItem=...)).agenda is None
    assert read_meeting(meeting(agendaItem=[])).agenda == ()


def test_linked_items_are_looked_up_and_an_agenda_with_unknown_ones_is_not_told() -> None:
    linked = meeting(agendaItem=[url("agendaitems/1"), url("agendaitems/2")])
    assert [each.number for each in agenda(linked, item(1), item(2))] == ["1", "2"]
    assert read_meeting(linked, item(1)).agenda is None


def test_items_that_came_alone_tell_their_session_and_the_decision() -> None:
    told = read(
        item(resolutionText="Es werden Bänke gestellt.", result="beschlossen"), known=[organization(), meeting()]
    )
    (found,) = told.items
    assert (found.meeting, found.organization, found.date) == (url("meetings/1"), "Bauausschuss", dt.date(2026, 9, 3))
    assert (found.text.decision, found.result) == ("Es werden Bänke gestellt.", "beschlossen")


def test_a_description_stands_for_the_room_that_is_not_told() -> None:
    assert read_meeting(meeting(location={"description": "Rathaus, Saal 1"})).room == "Rathaus, Saal 1"
    told = read_meeting(meeting(location={"room": "Saal 1", "description": "Rathaus", "locality": ""}))
    assert (told.room, told.address) == ("Saal 1", "Rathaus")
    assert read_meeting(meeting(location=url("locations/1"))).room is None


def test_an_item_that_came_alone_is_public_only_if_it_or_its_session_says_so() -> None:
    silent = read(item(public=...))
    assert silent.items == ()
    assert "öffentlich" in silent.skipped[0]
    assert [each.public for each in read(item(public=...), known=[meeting(agendaItem=...)]).items] == [True]
    assert [each.public for each in read(item(public=False)).items] == [False]
    closed = meeting(name="Personalausschuss (nicht öffentlich)", agendaItem=...)
    assert [each.public for each in read(item(public=...), known=[closed]).items] == [False]


def test_items_that_only_name_their_session_are_its_agenda() -> None:
    assert [each.number for each in agenda(meeting(agendaItem=...), item(1), item(2))] == ["1", "2"]
