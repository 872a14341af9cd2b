"""A paper's way as stations, in the words that both its picture and the text below it show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from zoneinfo import ZoneInfo

from council.published.item_changes import is_open
from council.published.known import KnownPaper
from council.published.known_meetings import NOT_FOUND
from council.published.standing import standing
from council.published.way import Stop, Way, with_way
from views.dates import day, moment
from views.message import plain
from views.session_line import stop_when
from views.shortening import clipped, one_line
from views.standing_line import next_line, standing_line
from views.wording import Words

# The names of committees have up to 90 letters, results up to 80; what is longer is told whole on the card.
_LONGEST_NAME = 120
_LONGEST_ROLE = 40
_LONGEST_RESULT = 140
_LONGEST_TITLE = 180
_LONGEST_REFERENCE = 40
_LONGEST_STANDING = 260


class Mark(Enum):
    """How a station is drawn; its words say the same."""

    DONE = auto()
    HERE = auto()
    NEXT = auto()
    LATER = auto()
    OFF = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """One stop in plain words, empty where there is nothing to say. `when` holds its role too, `badge` is "Aktueller
    Stand" or the like.
    """

    mark: Mark
    name: str
    when: str = ""
    what: str = ""
    badge: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stations:
    """What is shown, in plain words; `earlier` and `later` say how many stations are left out on either end."""

    reference: str
    title: str
    standing: str
    source: str
    stations: tuple[Station, ...]
    earlier: str = ""
    later: str = ""


def stations_of(known: KnownPaper, way: Way, *, today: date, zone: ZoneInfo, words: Words) -> Stations:
    """All of them, the filing first. `today` is the council's day."""
    paper = known.paper
    where = standing(with_way(paper, way), today=today)
    said = [standing_line(where, words), next_line(where, words)]
    here = _here(way, today)
    coming = next((place for place, stop in enumerate(way) if _is_coming(stop, today) and place > here), None)
    filed = Station(
        mark=Mark.HERE if here < 0 else Mark.DONE,
        name=words.label("way-filed"),
        when=day(paper.date, words) if paper.date else "",
        what="" if way else words.label("way-no-stops"),
        badge=words.label("way-here") if here < 0 else "",
    )
    marks = [_mark(stop, place, here, coming) for place, stop in enumerate(way)]
    stops = (_station(stop, mark, today=today, zone=zone, words=words) for stop, mark in zip(way, marks, strict=True))
    read = moment(known.read_at, zone, words)
    return Stations(
        reference=clipped(one_line(paper.reference), _LONGEST_REFERENCE),
        title=clipped(one_line(paper.name), _LONGEST_TITLE),
        standing=clipped("\n".join(plain(line) for line in said if line), _LONGEST_STANDING),
        source=words.label("card-source", body=clipped(one_line(known.body.name), _LONGEST_NAME), moment=read),
        stations=(filed, *stops),
    )


def folded(whole: Stations, most: int, words: Words) -> Stations:
    """At most `most` (from 1) stations: the newest, but always from where the paper is now."""
    every = whole.stations
    if len(every) <= most:
        return whole
    here = next((place for place, each in enumerate(every) if each.mark is Mark.HERE), 0)
    first = min(len(every) - most, here)
    left = len(every) - most - first
    return Stations(
        reference=whole.reference,
        title=whole.title,
        standing=whole.standing,
        source=whole.source,
        stations=every[first : first + most],
        earlier=words.label("card-earlier", count=first) if first else "",
        later=words.label("way-later", count=left) if left else "",
    )


def _here(way: Sequence[Stop], today: date) -> int:
    """The place of the newest stop that was reached, or of the one where the paper waits for a day; -1: none."""
    reached = -1
    for place, stop in enumerate(way):
        if not stop.is_off and (not is_open(stop.result) or (stop.date is not None and stop.date <= today)):
            reached = place
    for place, stop in enumerate(way[reached + 1 :], start=reached + 1):
        if stop.date is None and not stop.is_off:
            return place
    return reached


def _is_coming(stop: Stop, today: date) -> bool:
    return not stop.is_off and stop.date is not None and stop.date >= today and is_open(stop.result)


def _mark(stop: Stop, place: int, here: int, coming: int | None) -> Mark:
    if stop.is_off:
        return Mark.OFF
    if place == here:
        return Mark.HERE
    if place == coming:
        return Mark.NEXT
    return Mark.DONE if place < here else Mark.LATER


def _station(stop: Stop, mark: Mark, *, today: date, zone: ZoneInfo, words: Words) -> Station:
    role = clipped(one_line(stop.role), _LONGEST_ROLE) if stop.role else ""
    badges = {Mark.HERE: "way-here", Mark.NEXT: "way-next"}
    return Station(
        mark=mark,
        name=clipped(one_line(stop.organization), _LONGEST_NAME),
        when=" · ".join(part for part in (_when(stop, today, zone, words), role) if part),
        what=_what(stop, today, words),
        badge=words.label(badges[mark]) if mark in badges else "",
    )


def _when(stop: Stop, today: date, zone: ZoneInfo, words: Words) -> str:
    """The hour only where people still have to go there."""
    if stop.date is None:
        return ""
    return day(stop.date, words) if stop.date < today or stop.is_off else stop_when(stop, zone, words)


def _what(stop: Stop, today: date, words: Words) -> str:
    if stop.is_off:
        return _off(stop, words)
    if stop.result and not is_open(stop.result):
        return clipped(one_line(stop.result), _LONGEST_RESULT)
    if stop.date is None:
        return words.label("way-no-date")
    if stop.date < today:
        return words.label("way-no-result")
    return words.label("way-item", number=clipped(stop.number, 20)) if stop.number else ""


def _off(stop: Stop, words: Words) -> str:
    if stop.cancelled:
        return words.label("way-cancelled")
    if stop.withdrawn == NOT_FOUND:
        return words.label("agenda-not-found")
    return words.label("agenda-withdrawn", word=clipped(one_line(stop.withdrawn or ""), _LONGEST_RESULT))
