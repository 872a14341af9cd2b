"""The Beratungsfolge of a paper page: a station (committee, role), then its meetings, as Consultations."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from selectolax.lexbor import LexborHTMLParser, LexborNode

from council.published.papers import Consultation
from sources.allris.flowing_text import node_line
from sources.allris.head_table import cells, has_class, label_cells, rows, rows_below, value_cells
from sources.allris.keys import hidden_key, key_in, links
from sources.allris.labels import Field
from sources.errors import Unreadable

UNKNOWN_SHAPE = "Der Aufbau der Beratungsfolge ist unbekannt; die Seite wird nicht gelesen, damit nichts verloren geht."

_DAY = re.compile(r"(?<![0-9])([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})(?![0-9])")
NO_RESULT = frozenset({"", "(offen)", "-"})


def day_in(text: str) -> date | None:
    """The first German date in a text, None if there is none or the calendar has no such day."""
    found = _DAY.search(text)
    if found is None:
        return None
    try:
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None


def names_day(text: str) -> bool:
    """Whether a day is written there as we know it, be it one that no calendar has."""
    return _DAY.search(text) is not None


def by_station(rows_in_order: Iterable[Consultation]) -> tuple[Consultation, ...]:
    """Each meeting with its station's organization and role; a station without meetings stands for itself.

    Takes the rows as they come: a station names its organization, a meeting has "" there.
    """
    found: list[Consultation] = []
    station: Consultation | None = None
    for row in rows_in_order:
        if row.organization:
            station = row
            found.append(row)
            continue
        if station is None:
            raise Unreadable(UNKNOWN_SHAPE)
        if found[-1] is station:
            found.pop()
        found.append(replace(row, organization=station.organization, role=station.role))
    return tuple(found)


def consultations(tree: LexborHTMLParser) -> tuple[Consultation, ...]:
    """All stops in the order of the page; () if the page has no Beratungsfolge."""
    return by_station(_rows(stops_table(tree)))


def stops_table(tree: LexborHTMLParser) -> LexborNode | None:
    """The table under the label "Beratungsfolge"."""
    labels = (label for field, label in label_cells(tree) if field is Field.STOPS)
    label = next(labels, None)
    return None if label is None else _table_of(label)


def _table_of(label: LexborNode) -> LexborNode | None:
    for place in (*value_cells(label), *rows_below(label)):
        table = place.css_first("table")
        if table is not None:
            return table
    return None


def _rows(table: LexborNode | None) -> Iterator[Consultation]:
    for row in rows(table) if table is not None else ():
        if _is_meeting(row):
            yield _meeting(row)
        elif (station := _station(row)) is not None:
            yield station


def _is_meeting(row: LexborNode) -> bool:
    return any(has_class(cell, "text2") or _DAY.fullmatch(node_line(cell)) for cell in cells(row))


def _station(row: LexborNode) -> Consultation | None:
    named = [node_line(cell) for cell in cells(row) if has_class(cell, "text1")]
    if not named or not named[0]:
        if node_line(row):
            raise Unreadable(UNKNOWN_SHAPE)
        return None
    role = named[1] if len(named) > 1 else ""
    return Consultation(organization=named[0], role=role or None)


def _meeting(row: LexborNode) -> Consultation:
    found = links(row)
    result = next((node_line(cell) for cell in cells(row) if has_class(cell, "text3")), "")
    return Consultation(
        organization="",
        date=next((day for cell in cells(row) if (day := day_in(node_line(cell)))), None),
        meeting=hidden_key(row, "SILFDNR") or _first_key(found, "SILFDNR"),
        meeting_name=_meeting_name(row),
        agenda_item=_first_key(found, "topSelected", "TOLFDNR") or hidden_key(row, "TOLFDNR"),
        result=None if result.casefold() in NO_RESULT else result,
    )


def _first_key(addresses: list[str], *names: str) -> str | None:
    return next((key for address in addresses if (key := key_in(address, *names))), None)


def _meeting_name(row: LexborNode) -> str | None:
    """The link to the agenda, or the plain text of a session without a public agenda."""
    for link in row.css("a"):
        if re.search(r"\bto010", link.attributes.get("href") or "", re.IGNORECASE):
            return node_line(link) or None
    plain = (cell for cell in cells(row) if not (has_class(cell, "text2") or has_class(cell, "text3")))
    names = (name for cell in plain if (name := node_line(cell)) and not _DAY.fullmatch(name))
    return next(names, None)
