"""What a source said: the one normal form between reading and remembering."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from council.published.meetings import AgendaItem, Meeting
from council.published.organizations import Organization
from council.published.papers import Paper


class Page(StrEnum):
    """What kind of page was read (the contract's words)."""

    PAPER = "paper"
    AGENDA = "agenda"
    ITEM = "item"
    CALENDAR = "calendar"
    PAPERS = "papers"
    ORGANIZATION = "organization"


class ObjectType(StrEnum):
    """OParl's types, as it writes them; OBJECT stands for a list of several."""

    SYSTEM = "System"
    BODY = "Body"
    ORGANIZATION = "Organization"
    PERSON = "Person"
    MEMBERSHIP = "Membership"
    MEETING = "Meeting"
    AGENDA_ITEM = "AgendaItem"
    PAPER = "Paper"
    CONSULTATION = "Consultation"
    FILE = "File"
    LOCATION = "Location"
    TERM = "LegislativeTerm"
    OBJECT = "Object"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPaper:
    """A row of a list of papers: where to look, not yet what the paper says. `date` is when it was created there."""

    reference: str
    id: str | None = None
    name: str | None = None
    paper_type: str | None = None
    date: dt.date | None = None
    web: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything one page said, and whose page it is.

    `kind` is the system that made the page ("allris", "oparl", "ckan"). `assembly` and `host` are what the page says
    of its own origin: the assembly's name in its head and the host of its own address; either may be missing. By page:
    a paper fills `papers`; an agenda and a calendar `meetings`; an item's page `items`; a list of papers `listed`;
    a committee, a faction, an assembly or a list of them `organizations`. `complete`: whether a list's page holds
    all rows of the list; None where it does not say. `oddity`: what of the page is not built as known, a few words for
    operators; None: all as known. Such a page may add to what is known, and change none of it. `skipped`: objects
    that were left out, each named, with the reason. `attribution`: the words its licence asks to be shown.
    """

    kind: str
    page: Page | ObjectType
    papers: tuple[Paper, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    listed: tuple[ListedPaper, ...] = ()
    organizations: tuple[Organization, ...] = ()
    complete: bool | None = None
    assembly: str | None = None
    host: str | None = None
    oddity: str | None = None
    skipped: tuple[str, ...] = ()
    attribution: str | None = None
