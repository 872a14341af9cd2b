"""Whom a change may concern: of which subject it is news to those who follow what."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from council.published.known_meetings import KnownItem
from council.published.numbers import reference_key
from council.served.concerns import Concern, concern, organization_key, reference_keys
from council.served.notices import NoticeKind, Subject
from council.served.subscribers import Follow
from storage.changes import StoredChange
from storage.families import Families, Family, families_by_reference, families_of, followed_as
from storage.meetings import StoredMeeting, load_meetings
from storage.subscriptions import Audience

# Papers whose own page names the session.
WITH_A_STOP = """
SELECT DISTINCT consultations.paper AS id
FROM meetings CROSS JOIN consultations
    ON consultations.body = meetings.body AND consultations.meeting = meetings.key
WHERE meetings.id = :row
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concerned:
    """To this audience the change is news of this subject, and so urgent."""

    audience: Audience
    subject: Subject
    kind: NoticeKind


def concerned_by(connection: sqlite3.Connection, change: StoredChange, *, body: int) -> tuple[Concerned, ...]:
    """Empty where it is no news to anybody. `body` is our row of the council."""
    found = concern(change.change)
    if found is None:
        return ()
    if found.subject == Subject.PAPER:
        return tuple(_of_papers(_paper_of(connection, change, body), body, found.kind))
    meeting = next(iter(load_meetings(connection, [change.meeting_row] if change.meeting_row else ())), None)
    if meeting is None or not meeting.known.meeting.public:
        return ()
    return tuple(_of_session(connection, change, meeting, found, body=body))


def _of_session(
    connection: sqlite3.Connection, change: StoredChange, meeting: StoredMeeting, found: Concern, *, body: int
) -> Iterator[Concerned]:
    subject = Subject(Subject.MEETING, meeting.row)
    organization = organization_key(meeting.known.meeting.organization or "")
    if found.kind and organization:
        yield Concerned(audience=Audience(body, Follow.ORGANIZATION, organization), subject=subject, kind=found.kind)
    items = tuple(each for each in meeting.known.items if each.item.public)
    families = Families(connection, (each.item for each in items), body=body)
    if found.own:
        for follow, key in dict.fromkeys(_own_keys(change, items, families)):
            yield Concerned(audience=Audience(body, follow, key), subject=subject, kind=found.own)
    if found.stops:
        on_agenda = {paper.row for each in items if (paper := families.of(each.item))}
        rows = {row["id"] for row in connection.execute(WITH_A_STOP, {"row": meeting.row})} - on_agenda
        yield from _of_papers(families_of(connection, rows), body, found.stops)


def _own_keys(change: StoredChange, items: Sequence[KnownItem], families: Families) -> Iterator[tuple[Follow, str]]:
    """The papers that the change is about with all of their family that is stored; of an item only its own paper."""
    if not change.change.kind.startswith("item_"):
        named = [each for each in items if each.withdrawn is None]
    else:
        told = (change.change.paper, change.change.before.get("paper"))
        references = {reference_key(each) for each in told if isinstance(each, str)}
        named = [each for each in items if _is_named(each, change.change.item, references)]
        for reference in references:
            yield from ((Follow.PAPER, key) for key in reference_keys(reference) if key)
    for each in named:
        paper = families.of(each.item)
        yield from followed_as(paper) if paper else ()


def _is_named(known: KnownItem, key: str | None, references: Collection[str]) -> bool:
    item = known.item
    return (key is not None and item.id == key) or (bool(item.paper) and reference_key(item.paper or "") in references)


def _of_papers(papers: Iterable[Family], body: int, kind: NoticeKind | None) -> Iterator[Concerned]:
    if kind is None:
        return
    for paper in papers:
        subject = Subject(Subject.PAPER, paper.row)
        for follow, key in dict.fromkeys(followed_as(paper)):
            yield Concerned(audience=Audience(body, follow, key), subject=subject, kind=kind)


def _paper_of(connection: sqlite3.Connection, change: StoredChange, body: int) -> tuple[Family, ...]:
    """The paper whose page told it, else the newest of that reference; none where none is stored: nobody follows it."""
    if change.paper_row is not None:
        return families_of(connection, [change.paper_row])
    return families_by_reference(connection, change.change.paper or "", body=body)[:1]
