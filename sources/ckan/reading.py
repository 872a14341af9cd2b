"""Packages of the portal as Readings: papers by number, and sessions with the names of their items."""

import re
from collections.abc import Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from council.published.meetings import AgendaItem, Meeting
from council.published.papers import File, Paper
from council.published.readings import Page, Reading
from sources.ckan.packages import Package, open_package
from sources.oparl.fields import address, line
from sources.oparl.identity import host_of
from sources.oparl.json_text import Object
from sources.oparl.moments import day_of
from sources.oparl.openness import is_withheld

KIND = "ckan"
# Datenlizenz Deutschland – Namensnennung – Version 2.0, section 2.
ATTRIBUTION = (
    "Quelle: Freie und Hansestadt Hamburg, Transparenzportal Hamburg (https://transparenz.hamburg.de); "
    "Datenlizenz Deutschland – Namensnennung – Version 2.0 (https://www.govdata.de/dl-de/by-2-0)"
)
_LICENCE = "dl-de-by-2.0"
_MOST_ITEMS = 500
_MEETING = re.compile(r"\S+ (?P<name>.*?)(?: vom [0-9]{2}\.[0-9]{2}\.[0-9]{4})?", re.DOTALL)


def read_packages(things: Sequence[Object], *, zone: ZoneInfo) -> tuple[Reading, ...]:
    """One Reading for each district, in the order of the answer; what is neither paper nor session stands in
    `skipped` of the first.
    """
    districts: dict[str, list[Package]] = {}
    skipped = []
    for thing in things:
        package = open_package(thing)
        if package is None:
            skipped.append(f"{line(thing.get('name')) or 'Ein Datensatz'} ist keine Drucksache und keine Sitzung.")
        else:
            districts.setdefault(package.district, []).append(package)
    readings = [_reading(packages, zone) for packages in districts.values()]
    if not skipped:
        return tuple(readings)
    first = readings[0] if readings else Reading(kind=KIND, page=Page.PAPERS)
    return (replace(first, skipped=tuple(skipped)), *readings[1:])


def _reading(packages: Sequence[Package], zone: ZoneInfo) -> Reading:
    papers = tuple(_paper(each, zone) for each in packages if each.kind == "VO")
    meetings = tuple(_meeting(each, zone) for each in packages if each.kind == "SI")
    return Reading(
        kind=KIND,
        page=Page.CALENDAR if meetings and not papers else Page.PAPERS,
        papers=papers,
        meetings=meetings,
        assembly=f"Bezirksversammlung {packages[0].district}",
        host=next((host for each in packages if (host := host_of(each.web or ""))), None),
        attribution=ATTRIBUTION if any(each.licence == _LICENCE for each in packages) else None,
    )


def _paper(package: Package, zone: ZoneInfo) -> Paper:
    """Dated when it was published: the portal's other date is that of a session."""
    if not package.public:
        return Paper(id=package.key, reference="", name="", public=False)
    return Paper(
        id=package.key,
        reference=package.number or package.title.removeprefix("Drucksache ").strip(),
        name=package.notes,
        public=True,
        date=day_of(package.extras.get("publishing_date"), zone=zone),
        web=package.web,
        files=_files(package),
    )


def _meeting(package: Package, zone: ZoneInfo) -> Meeting:
    """A session that is over: the portal publishes it weeks later, without times and results."""
    if not package.public:
        return Meeting(id=package.key, name="", public=False)
    named = _MEETING.fullmatch(package.title)
    agenda = _agenda(package.notes)
    return Meeting(
        id=package.key,
        name=named["name"] if named else package.title,
        public=True,
        day=day_of(package.extras.get("temporal_coverage_from"), zone=zone),
        has_agenda=bool(agenda),
        web=package.web,
        agenda=agenda or None,
    )


def _agenda(notes: str) -> tuple[AgendaItem, ...]:
    """ "Tagesordnungspunkte: a; b; …": what is not public stands there without its name, and is left out."""
    listed = notes.partition("Tagesordnungspunkte:")[2]
    names = (" ".join(name.split()) for name in listed.split(";"))
    return tuple(
        AgendaItem(name=name, public=True) for name in list(names)[:_MOST_ITEMS] if name and not is_withheld(name)
    )


def _files(package: Package) -> tuple[File, ...]:
    found = ((line(each.get("name")), address(each.get("url"))) for each in package.resources)
    return tuple(File(name=name or "Dokument", url=url) for name, url in found if url and url != package.web)
