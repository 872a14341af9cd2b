"""Memberships: who belongs to an organization, as far as the person is named."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from council.published.organizations import Member
from council.published.readings import ObjectType
from sources.oparl.fields import line, objects, reference
from sources.oparl.identity import path_key
from sources.oparl.json_text import Object
from sources.oparl.moments import day_of
from sources.oparl.openness import is_gone

_UTC = ZoneInfo("UTC")


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """`key`, `organization` and `person` are path keys; `name` the person's where it stands in the membership."""

    key: str
    organization: str | None
    person: str | None
    name: str | None = None
    role: str | None = None
    until: dt.date | None = None


def membership_of(thing: Object, *, organization: str | None = None, person: Object | None = None) -> Membership:
    """One membership; `organization` (an id) or `person` is whom it stands in."""
    inner = next(iter(objects(thing.get("person"))), person)
    person_id = reference(thing.get("person")) or (reference(person.get("id")) if person else None)
    organization = reference(thing.get("organization")) or organization
    return Membership(
        key=path_key(reference(thing.get("id")) or f"{organization}#{person_id}"),
        organization=path_key(organization) if organization else None,
        person=path_key(person_id) if person_id else None,
        name=line(inner.get("name")) if inner else None,
        role=line(thing.get("role")),
        until=day_of(thing.get("endDate"), zone=_UTC),
    )


def memberships_of(thing: Object, page: ObjectType) -> tuple[Membership, ...]:
    """Those embedded in an organization or a person."""
    if page not in {ObjectType.ORGANIZATION, ObjectType.PERSON}:
        return ()
    id_ = reference(thing.get("id"))
    found = [each for each in objects(thing.get("membership")) if not is_gone(each)]
    if page is ObjectType.PERSON:
        return tuple(membership_of(each, person=thing) for each in found)
    return tuple(membership_of(each, organization=id_) for each in found)


def members(memberships: Iterable[Membership], persons: Mapping[str, str], *, today: dt.date) -> tuple[Member, ...]:
    """Who belongs to an organization on that day; whoever nobody names is left out."""
    named = {
        (each.name or persons.get(each.person or ""), each.role)
        for each in memberships
        if each.until is None or each.until >= today
    }
    return tuple(Member(name=name, role=role) for name, role in sorted(named, key=str) if name)
