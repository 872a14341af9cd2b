"""Objects of OParl as a Reading."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from council.published.meetings import AgendaItem, Meeting
from council.published.organizations import Organization
from council.published.papers import Paper
from council.published.readings import ObjectType, Reading
from sources.oparl.directory import Directory
from sources.oparl.fields import line, reference
from sources.oparl.identity import host_of, path_key
from sources.oparl.json_text import Object
from sources.oparl.meeting_objects import read_item, read_meeting
from sources.oparl.object_types import type_of
from sources.oparl.openness import is_gone
from sources.oparl.organization_objects import read_organization
from sources.oparl.paper_objects import read_paper

KIND = "oparl"
_NO_TYPE = "gehört zu keinem Typ von OParl"
_NO_ID = "hat keine Kennung"
_NO_NAME = "hat keinen Namen"
_NOT_SAID_PUBLIC = "sagt nicht, ob er öffentlich ist"


@dataclass(slots=True)
class _Found:
    papers: list[Paper] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    items: list[AgendaItem] = field(default_factory=list)
    organizations: list[Organization] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)


def read_objects(things: Sequence[Object], directory: Directory, *, today: dt.date) -> Reading:
    """What these objects say, the directory knowing all the others. Objects that only others speak of (consultations,
    persons, files …) leave nothing of their own; what could not be used stands in `skipped`.
    """
    found = _Found()
    types = Counter(type_of(thing) or ObjectType.OBJECT for thing in things)
    for thing in things:
        _read(thing, directory, found, today)
    return Reading(
        kind=KIND,
        page=next(iter(types)) if len(types) == 1 else ObjectType.OBJECT,
        papers=tuple(found.papers),
        meetings=tuple(found.meetings),
        items=tuple(found.items),
        organizations=tuple(found.organizations),
        assembly=_assembly(things, directory),
        host=next((host for host in map(host_of, _ids(things)) if host), None),
        skipped=tuple(found.skipped),
    )


def naming(thing: Object) -> str:
    """An object as a message names it: by its id, else its type."""
    return reference(thing.get("id")) or line(thing.get("type")) or "Ein Objekt"


def _read(thing: Object, directory: Directory, found: _Found, today: dt.date) -> None:
    page = type_of(thing)
    if page is ObjectType.PAPER:
        _keep(read_paper(thing, directory), found.papers, thing, found)
    elif page is ObjectType.MEETING:
        _keep(read_meeting(thing, directory), found.meetings, thing, found)
    elif page is ObjectType.AGENDA_ITEM:
        _keep(read_item(thing, directory), found.items, thing, found)
    elif page is ObjectType.ORGANIZATION:
        _keep(read_organization(thing, directory, today=today), found.organizations, thing, found)
    elif page is None:
        found.skipped.append(f"{naming(thing)} {_NO_TYPE}.")


_Read = TypeVar("_Read", Paper, Meeting, AgendaItem, Organization)


def _keep(read: _Read | None, into: list[_Read], thing: Object, found: _Found) -> None:
    if read is not None:
        into.append(read)
    elif not is_gone(thing):  # of what is gone and leaves nothing behind there is nothing to say
        found.skipped.append(f"{naming(thing)} {_why(thing)}.")


def _why(thing: Object) -> str:
    if reference(thing.get("id")) is None:
        return _NO_ID
    return _NOT_SAID_PUBLIC if type_of(thing) is ObjectType.AGENDA_ITEM else _NO_NAME


def _ids(things: Sequence[Object]) -> list[str]:
    return [id_ for thing in things if (id_ := reference(thing.get("id")))]


def _assembly(things: Sequence[Object], directory: Directory) -> str | None:
    """The council's name, where its Body is known."""
    for thing in things:
        if type_of(thing) is ObjectType.BODY:
            return line(thing.get("name"))
        body = reference(thing.get("body"))
        if body and (name := directory.bodies.get(path_key(body))):
            return name
    return next(iter(directory.bodies.values())) if len(directory.bodies) == 1 else None
