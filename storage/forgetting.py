"""What was told of something that is public no more is forgotten: its words leave the changes too."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence

from council.published.changes import Change, ChangeKind, Facts
from council.published.known_meetings import KnownMeeting
from storage.facts import facts_from, facts_text
from storage.visits import RETRACTIONS

# A retraction holds no words, and must still reach people.
_KEPT = json.dumps([kind.value for kind in RETRACTIONS])
FORGET = """
UPDATE changes SET
    before = '{}', after = '{}', paper = NULL, state = CASE state WHEN 'announced' THEN state ELSE 'dropped' END
WHERE id IN (SELECT value FROM json_each(:rows)) AND kind NOT IN (SELECT value FROM json_each(:kept))
"""
OF_PAPER = "SELECT id FROM changes WHERE of_paper = :row"
OF_MEETING = "SELECT id FROM changes WHERE of_meeting = :row"
OF_ITEMS = "SELECT id FROM changes WHERE body = :body AND item IN (SELECT value FROM json_each(:items))"
OF_ITEMS_WITHOUT_KEY = """
SELECT id FROM changes
WHERE of_meeting = :row AND item IS NULL AND (kind GLOB 'item_*' OR kind GLOB 'result_*')
"""
FIRST_AGENDAS = "SELECT id, after FROM changes WHERE of_meeting = :row AND kind = :kind"
# Known from this session alone: no list, no paper and no other session names it, and nobody follows it.
FORGET_ORGANIZATION = """
DELETE FROM organizations
WHERE body = :body AND name = :name AND key IS NULL AND kind IS NULL
    AND NOT EXISTS (SELECT 1 FROM consultations WHERE consultations.organization = organizations.id)
    AND NOT EXISTS (SELECT 1 FROM meetings WHERE meetings.body = :body AND meetings.organization = :name)
    AND NOT EXISTS (SELECT 1 FROM subscriptions WHERE subscriptions.organization = organizations.id)
"""


def forget_paper(connection: sqlite3.Connection, row: int) -> None:
    _forget(connection, connection.execute(OF_PAPER, {"row": row}))


def forget_meeting(connection: sqlite3.Connection, row: int, *, body: int, organization: str | None) -> None:
    """`organization` is the one that the session was of."""
    _forget(connection, connection.execute(OF_MEETING, {"row": row}))
    connection.execute(FORGET_ORGANIZATION, {"body": body, "name": organization})


def forget_items(
    connection: sqlite3.Connection, changes: Sequence[Change], known: KnownMeeting, *, body: int, meeting: int
) -> None:
    """Of the items that `changes` say are public no more; `known` is the session as it was before, `meeting` our row
    for it. What has no key of its own cannot be told apart, and is forgotten with all of its kind.
    """
    keys = {change.item for change in changes if change.kind is ChangeKind.ITEM_NON_PUBLIC}
    if not keys:
        return
    items = json.dumps(sorted(key for key in keys if key))
    _forget(connection, connection.execute(OF_ITEMS, {"body": body, "items": items}))
    if None in keys:
        _forget(connection, connection.execute(OF_ITEMS_WITHOUT_KEY, {"row": meeting}))
    papers = {each.item.paper for each in known.items if each.item.paper and each.item.id in keys}
    _forget_papers_of_agenda(connection, meeting, papers)


def _forget(connection: sqlite3.Connection, found: Iterable[sqlite3.Row]) -> None:
    rows = json.dumps([row["id"] for row in found])
    connection.execute(FORGET, {"rows": rows, "kept": _KEPT})


def _forget_papers_of_agenda(connection: sqlite3.Connection, meeting: int, papers: Collection[str]) -> None:
    asked = {"row": meeting, "kind": ChangeKind.AGENDA_PUBLISHED.value}
    if not papers:
        return
    for row in connection.execute(FIRST_AGENDAS, asked).fetchall():
        after = facts_from(row["after"])
        listed = after.get("papers", ())
        if isinstance(listed, tuple):
            left = after.updated(Facts.of(papers=tuple(each for each in listed if each not in papers)))
            connection.execute("UPDATE changes SET after = ? WHERE id = ?", (facts_text(left), row["id"]))
