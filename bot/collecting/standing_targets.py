"""Pages that every round knows of without being told: the calendar's months, the list of papers, organizations."""

import sqlite3
from datetime import datetime

from council.published.freshness import list_windows, month_windows, months_to_read, organization_windows
from council.published.organizations import Organization
from council.published.rounds import TargetKind
from sources.allris.addresses import NEWEST_PAPERS, ORGANIZATIONS, organization_key
from storage.targets import TargetKey, discover_target


def ensure_standing_targets(connection: sqlite3.Connection, source: int, *, now: datetime) -> None:
    """`now` is in the council's zone: its day decides which months are worth reading."""
    zone = now.tzinfo
    if zone is None:
        raise ValueError("now must be an aware datetime")
    for year, month in months_to_read(now.date()):
        key = TargetKey(kind=TargetKind.MONTH, key=f"{year:04d}-{month:02d}")
        discover_target(connection, source, key, month_windows(year, month, zone=zone), now=now)
    newest = TargetKey(kind=TargetKind.PAPERS, key=NEWEST_PAPERS)
    discover_target(connection, source, newest, list_windows(), now=now)
    for program in ORGANIZATIONS:
        key = TargetKey(kind=TargetKind.ORGANIZATION, key=program)
        discover_target(connection, source, key, organization_windows(), now=now)


def discover_organizations(
    connection: sqlite3.Connection,
    source: int,
    organizations: tuple[Organization, ...],
    *,
    listed_on: str,
    now: datetime,
) -> None:
    """The pages of all on a list ("au010"), for their members."""
    for each in organizations:
        key = organization_key(listed_on, each.id) if each.id else None
        if key is not None:
            target = TargetKey(kind=TargetKind.ORGANIZATION, key=key)
            discover_target(connection, source, target, organization_windows(), now=now)
