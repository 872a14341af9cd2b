"""Organizations and their members, as their own pages publish them."""

import sqlite3
from collections.abc import Sequence

from council.published.organizations import Member, Organization
from storage.authors import faction_names_of
from storage.bodies import ensure_body
from storage.cleaning import storable, storable_text
from storage.instants import day, iso
from storage.reckoning import reckon_again
from storage.visits import Visit

ORGANIZATION = """
INSERT INTO organizations (body, name, key, kind, web, end_date) VALUES (:body, :name, :key, :kind, :web, :end_date)
ON CONFLICT (body, name) DO UPDATE SET
    key = coalesce(excluded.key, key), kind = coalesce(excluded.kind, kind), web = coalesce(excluded.web, web),
    end_date = coalesce(excluded.end_date, end_date)
RETURNING id
"""
# The key went on to another name: the organization was renamed.
RENAMED = """
UPDATE organizations SET key = NULL WHERE body = :body AND kind IS :kind AND key = :key AND name <> :name
"""
ALL = """
SELECT organizations.*
FROM bodies CROSS JOIN organizations ON organizations.body = bodies.id
WHERE bodies.key = :body
ORDER BY organizations.name
"""
BY_NAME = """
SELECT organizations.id FROM bodies CROSS JOIN organizations ON organizations.body = bodies.id
WHERE bodies.key = :body AND organizations.name = :name
"""
MEMBERS = """
SELECT members.organization, members.name, members.role
FROM bodies CROSS JOIN organizations ON organizations.body = bodies.id
JOIN members ON members.organization = organizations.id
WHERE bodies.key = :body
ORDER BY members.organization, members.position
"""


def record_organizations(connection: sqlite3.Connection, visit: Visit, organizations: Sequence[Organization]) -> int:
    """Remembers what a page says of them; returns how many. Lists name no members: those known stay."""
    body = ensure_body(connection, visit.body)
    named = [storable(each) for each in organizations if each.name.strip()]
    if not visit.structure_ok:
        named = [each for each in named if not _is_known(connection, body, each)]
    known_factions = faction_names_of(connection, body)
    for each in named:
        _record(connection, body, each)
    if faction_names_of(connection, body) != known_factions:
        reckon_again(connection, body)
    return len(named)


def all_organizations(connection: sqlite3.Connection, body: str) -> tuple[Organization, ...]:
    """A council's, by name; `body` is its key."""
    asked = {"body": storable_text(body)}
    members: dict[int, list[Member]] = {}
    for row in connection.execute(MEMBERS, asked):
        members.setdefault(row["organization"], []).append(Member(name=row["name"], role=row["role"]))
    return tuple(
        Organization(
            name=row["name"],
            id=row["key"],
            kind=row["kind"],
            web=row["web"],
            members=tuple(members.get(row["id"], ())),
            end_date=day(row["end_date"]),
        )
        for row in connection.execute(ALL, asked)
    )


def organization_row(connection: sqlite3.Connection, body: str, name: str) -> int | None:
    """Our row of a council's organization by its published name; `body` is the council's key."""
    found = connection.execute(BY_NAME, {"body": storable_text(body), "name": storable_text(name)}).fetchone()
    return None if found is None else int(found["id"])


def _is_known(connection: sqlite3.Connection, body: int, organization: Organization) -> bool:
    known = "SELECT 1 FROM organizations WHERE body = :body AND name = :name"
    return connection.execute(known, {"body": body, "name": organization.name}).fetchone() is not None


def _record(connection: sqlite3.Connection, body: int, organization: Organization) -> None:
    named = {
        "body": body,
        "name": organization.name,
        "key": organization.id,
        "kind": organization.kind,
        "web": organization.web,
        "end_date": iso(organization.end_date),
    }
    if organization.id is not None:
        connection.execute(RENAMED, named)
    row = int(connection.execute(ORGANIZATION, named).fetchone()["id"])
    if not organization.members:
        return
    connection.execute("DELETE FROM members WHERE organization = :row", {"row": row})
    connection.executemany(
        "INSERT INTO members (body, organization, position, name, role) VALUES (?, ?, ?, ?, ?)",
        [(body, row, place, each.name, each.role) for place, each in enumerate(organization.members)],
    )
