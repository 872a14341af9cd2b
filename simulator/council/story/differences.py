"""What happens to a record, as functions from the record before to the one after."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

from simulator.council.story.records import AgendaItem, Annex, FiledPaper, Meeting, Station

MeetingChange = Callable[[Meeting], Meeting]
ItemChange = Callable[[AgendaItem], AgendaItem]
PaperChange = Callable[[FiledPaper], FiledPaper]


def held(end: time) -> MeetingChange:
    return lambda meeting: replace(meeting, end=end)


def moved(day: date, start: time | None) -> MeetingChange:
    return lambda meeting: replace(meeting, day=day, start=start)


def in_room(room: str, place: str) -> MeetingChange:
    return lambda meeting: replace(meeting, room=room, place=place)


def cancelled(meeting: Meeting) -> Meeting:
    return replace(meeting, cancelled=True)


def revived(meeting: Meeting) -> Meeting:
    return replace(meeting, cancelled=False)


def agenda_public(meeting: Meeting) -> Meeting:
    return replace(meeting, agenda_public=True)


def supplemented(meeting: Meeting) -> Meeting:
    return replace(meeting, supplement=True)


def minutes_public(meeting: Meeting) -> Meeting:
    return replace(meeting, minutes_public=True)


def reworded(name: str) -> ItemChange:
    return lambda item: replace(item, name=name)


def withdrawn(word: str, *, keeps_name: bool) -> ItemChange:
    """As really published: the name overwritten and the paper's link gone, or a word behind the name."""
    if keeps_name:
        return lambda item: replace(item, name=f"{item.name} - {word} -")
    return lambda item: replace(item, name=f"- {word} -", paper=None)


def renumbered(number: tuple[int, ...]) -> ItemChange:
    return lambda item: replace(item, number=number)


def closed_to_the_public(item: AgendaItem) -> AgendaItem:
    return replace(item, public=False)


def with_paper(paper: int) -> ItemChange:
    return lambda item: replace(item, paper=paper)


def referred_to(organization: int, role: str = "") -> PaperChange:
    """One more committee on a paper's way, unless it is on it already."""

    def refer(paper: FiledPaper) -> FiledPaper:
        station = Station(organization=organization, role=role)
        if station in paper.stations:
            return paper
        return replace(paper, stations=(*paper.stations, station))

    return refer


def renamed(name: str, annex: Annex) -> PaperChange:
    return lambda paper: replace(paper, name=name, annexes=(*paper.annexes, annex))


def hidden(paper: FiledPaper) -> FiledPaper:
    return replace(paper, public=False)


def opened(paper: FiledPaper) -> FiledPaper:
    return replace(paper, public=True)
