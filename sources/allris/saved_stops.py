"""The Beratungsfolge in a saved text: committee, day, session and result, by tabs or run together."""

import re
from collections.abc import Iterator

from council.published.papers import Consultation
from council.published.results import split_result
from sources.allris.flowing_text import one_line
from sources.allris.saved_head import BUTTONS
from sources.allris.stops import NO_RESULT, by_station, day_in

_ROLES = ("Kenntnisnahme", "Entscheidung", "Anhörung", "Vorberatung", "Beratung", "Information", "Empfehlung")
_ROLE = re.compile(rf"(?P<name>.*\S) (?P<role>{'|'.join(_ROLES)})")
# "Ausschuss für Bürgerbeteiligung und Information" ends in no role.
_GOES_ON = re.compile(r"(?:und|oder|sowie|für|der|die|des|zur|,|&)", re.IGNORECASE)
_DAY_FIRST = re.compile(r"([0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})\s*(.*)")


def saved_stops(lines: list[str]) -> tuple[Consultation, ...]:
    """The stops as the page's own table gives them, without the keys of meetings and items."""
    return by_station(_rows(lines))


def _rows(lines: list[str]) -> Iterator[Consultation]:
    """A day opens a meeting whose name stands beside it or on the next line; all else is a station."""
    day = ""
    for cells in filter(None, map(_cells, lines)):
        dated = _DAY_FIRST.fullmatch(cells[0])
        if dated is None:
            yield _meeting(day, cells) if day else _station(cells)
            day = ""
            continue
        if day:
            yield _meeting(day, [])
        beside = [words for words in (dated[2], *cells[1:]) if words]
        day = "" if beside else dated[1]
        if beside:
            yield _meeting(dated[1], beside if len(cells) == 1 else [*beside, ""])
    if day:
        yield _meeting(day, [])


def _cells(line: str) -> list[str]:
    """The cells of a row with something in them. A tab in front shows that the line came from a table row."""
    found = [words for cell in line.split("\t") if (words := one_line(cell)) and words not in BUTTONS]
    return [*found, ""] if found and "\t" in line else found


def _station(cells: list[str]) -> Consultation:
    if len(cells) > 1:
        return Consultation(organization=cells[0], role=cells[1] or None)
    split = _ROLE.fullmatch(cells[0])
    if split is None or _GOES_ON.fullmatch(split["name"].split()[-1]) or split["name"].endswith(","):
        return Consultation(organization=cells[0])
    return Consultation(organization=split["name"], role=split["role"])


def _meeting(day: str, cells: list[str]) -> Consultation:
    if len(cells) == 1:
        name, result = split_result(cells[0])
    else:
        name, result = (*cells, "", "")[:2]
    said = None if (result or "").casefold() in NO_RESULT else result
    return Consultation(organization="", date=day_in(day), meeting_name=name or None, result=said)
