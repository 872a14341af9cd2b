"""Organizations of OParl: committees, factions, offices."""

import datetime as dt

from council.published.organizations import Member, Organization
from sources.oparl.directory import Directory
from sources.oparl.fields import address, line, reference
from sources.oparl.identity import path_key
from sources.oparl.json_text import Object
from sources.oparl.members import members
from sources.oparl.moments import day_of
from sources.oparl.notes import keys
from sources.oparl.openness import is_public


def read_organization(organization: Object, directory: Directory, *, today: dt.date) -> Organization | None:
    """None for one without a name, or gone. Members who are no more on `today` are left out."""
    name = line(organization.get("name")) or line(organization.get("shortName"))
    if name is None or not is_public(organization):
        return None
    return Organization(
        name=name,
        id=reference(organization.get("id")),
        kind=line(organization.get("classification")) or line(organization.get("organizationType")),
        web=address(organization.get("web")),
        members=_members(organization, directory, today),
        end_date=day_of(organization.get("endDate"), zone=directory.zone),
    )


def _members(organization: Object, directory: Directory, today: dt.date) -> tuple[Member, ...]:
    id_ = reference(organization.get("id"))
    key = path_key(id_) if id_ else None
    named = set(keys(organization.get("membership")))
    found = [
        each
        for each in directory.memberships.values()
        if each.key in named or (key is not None and each.organization == key)
    ]
    return members(found, directory.persons, today=today)
