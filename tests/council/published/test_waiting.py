"""What is not finished: where it lies, and since when."""

from datetime import date
from typing import Any

import pytest

from council.published.known_meetings import KnownItem, KnownMeeting
from council.published.meetings import AgendaItem, Meeting
from council.published.papers import Consultation, Paper
from council.published.waiting import Reckoned, Waiting, agendas_of, reckoned, waiting
from council.published.way import way_of

TODAY = date(2026, 11, 23)
FILED = date(2026, 2, 2)
SPRING, SUMMER, AUTUMN, SOON, LATER = (
    *(date(2026, 3, 2), date(2026, 6, 8), date(2026, 10, 5)),
    *(date(2026, 12, 2), date(2026, 12, 9)),
)
COUNCIL, BUILDING, SOCIAL = "Rat", "Bauausschuss", "Sozialausschuss"


def a_stop(organization: str, day: date | None = None, result: str | None = None, **fields: Any) -> Consultation:
    return Consultation(organization=organization, date=day, result=result, **fields)


def a_paper(*stops: Consultation, **fields: Any) -> Paper:
    defaults: dict[str, Any] = {"reference": "22-1", "name": "Mehr Bänke", "public": True, "date": FILED}
    return Paper(consultations=stops, **(defaults | fields))


def waits(paper: Paper, *sessions: KnownMeeting, today: date = TODAY) -> Waiting | None:
    return waiting(paper, way_of(paper, sessions), today=today)


def in_(organization: str | None, since: date | None) -> Waiting:
    return Waiting(organization=organization, since=since)


REFERRED = a_stop(COUNCIL, SPRING, "überwiesen")


@pytest.mark.parametrize(
    ("stops", "expected"),
    [
        # Sent to a committee, it lies there from that day on.
        ((REFERRED, a_stop(BUILDING)), in_(BUILDING, SPRING)),
        ((REFERRED, a_stop(BUILDING, SOON)), in_(BUILDING, SPRING)),
        ((REFERRED, a_stop(BUILDING, SUMMER)), in_(BUILDING, SPRING)),
        ((REFERRED, a_stop(BUILDING, SUMMER, "vertagt")), in_(BUILDING, SPRING)),
        ((REFERRED, a_stop(BUILDING, SUMMER, "vertagt"), a_stop(BUILDING, AUTUMN, "vertagt")), in_(BUILDING, SPRING)),
        ((REFERRED, a_stop(BUILDING, SUMMER, "überwiesen"), a_stop(SOCIAL)), in_(SOCIAL, SUMMER)),
        ((a_stop(COUNCIL, SPRING, "ungeändert beschlossen / überwiesen"), a_stop(SOCIAL)), in_(SOCIAL, SPRING)),
        # Where to is not published.
        ((REFERRED,), in_(None, SPRING)),
        ((a_stop(COUNCIL, SPRING, "ungeändert beschlossen / überwiesen"),), in_(None, SPRING)),
        # Before any result it waits from the day it was filed.
        ((a_stop(BUILDING),), in_(BUILDING, FILED)),
        ((a_stop(BUILDING, SOON),), in_(BUILDING, FILED)),
        ((a_stop(BUILDING, AUTUMN),), in_(BUILDING, FILED)),
        ((a_stop(BUILDING, SUMMER, "vertagt"),), in_(BUILDING, FILED)),
        # Decided, and still before another committee.
        ((a_stop(BUILDING, SUMMER, "abgelehnt"), a_stop(COUNCIL)), in_(COUNCIL, SUMMER)),
        ((a_stop(BUILDING, SUMMER, "zur Kenntnis genommen"), a_stop(COUNCIL)), in_(COUNCIL, SUMMER)),
        # Finished, or never begun.
        ((), None),
        ((REFERRED, a_stop(BUILDING, SUMMER, "ungeändert beschlossen")), None),
        ((REFERRED, a_stop(BUILDING, SUMMER, "abgelehnt")), None),
        ((REFERRED, a_stop(BUILDING, SUMMER, "zurückgezogen"), a_stop(SOCIAL)), None),
        ((a_stop(BUILDING, SUMMER, "zur Kenntnis genommen"),), None),
        ((REFERRED, a_stop(BUILDING, SUMMER, "im Kreise gedreht")), None),
    ],
)
def test_where_it_lies_and_since_when(stops: tuple[Consultation, ...], expected: Waiting | None) -> None:
    assert waits(a_paper(*stops)) == expected


def test_without_any_published_day_nobody_knows_since_when() -> None:
    assert waits(a_paper(a_stop(BUILDING), date=None)) == in_(BUILDING, None)
    assert waits(a_paper(a_stop(BUILDING, AUTUMN), date=None)) == in_(BUILDING, AUTUMN)


def test_a_cancelled_session_is_none() -> None:
    paper = a_paper(REFERRED, a_stop(BUILDING, SUMMER, meeting="7"), a_stop(SOCIAL))
    held = Meeting(name="Sitzung", public=True, id="7", organization=BUILDING, day=SUMMER)
    cancelled = Meeting(name="Sitzung", public=True, id="7", organization=BUILDING, day=SUMMER, cancelled=True)
    for meeting, count in ((held, 1), (cancelled, 0)):
        way = way_of(paper, (KnownMeeting(meeting=meeting),))
        assert len(agendas_of(way, BUILDING, today=TODAY)) == count


def test_what_only_an_agenda_tells_counts() -> None:
    item = KnownItem(item=AgendaItem(public=True, id="9", paper="22-1", number="Ö 3"))
    meeting = Meeting(name="Sitzung", public=True, id="7", organization=BUILDING, day=SOON)
    assert waits(a_paper(), KnownMeeting(meeting=meeting, items=(item,))) == in_(BUILDING, FILED)


def test_it_was_on_the_agendas_of_days_past_only() -> None:
    paper = a_paper(REFERRED, a_stop(BUILDING, SUMMER, "vertagt"), a_stop(BUILDING, SOON))
    way = way_of(paper, ())
    assert [stop.date for stop in agendas_of(way, BUILDING, today=TODAY)] == [SUMMER]
    assert [stop.date for stop in agendas_of(way, "bauausschuss ", today=TODAY)] == [SUMMER]
    assert [stop.date for stop in agendas_of(way, None, today=TODAY)] == [SPRING, SUMMER]


def test_time_alone_may_bring_it_to_the_next_committee() -> None:
    paper = a_paper(a_stop(BUILDING, SOON), a_stop(SOCIAL, LATER))
    way = way_of(paper, ())
    assert reckoned(paper, way, today=TODAY) == Reckoned(waiting=in_(BUILDING, FILED), review_on=date(2026, 12, 3))
    assert reckoned(paper, way, today=date(2026, 12, 3)) == Reckoned(waiting=in_(SOCIAL, FILED))


def test_what_time_does_not_change_is_not_reviewed() -> None:
    for paper in (a_paper(REFERRED, a_stop(BUILDING, SOON)), a_paper(), a_paper(a_stop(SOCIAL, AUTUMN, "abgelehnt"))):
        assert reckoned(paper, way_of(paper, ()), today=TODAY).review_on is None
