"""What the council keeps, each record as it stands at one moment."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum


class OrganizationKind(StrEnum):
    ASSEMBLY = "assembly"
    COMMITTEE = "committee"
    FACTION = "faction"
    CLOSED = "closed"  # a committee that meets behind closed doors: sessions without agendas


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """`key` is the person's (KPLFDNR), `role` the kind of work here ("Vorsitz"), `function` where from."""

    key: int
    name: str
    role: str
    function: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """`key` is PALFDNR, AULFDNR or FRLFDNR, by kind; `meeting_name` what its sessions are called.

    `until` is set where it exists no longer.
    """

    key: int
    kind: OrganizationKind
    name: str
    meeting_name: str
    room: str = ""
    place: str = ""
    start: time = time(18, 0)
    members: tuple[Member, ...] = ()
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A session. `key` is the SILFDNR; times are the council's wall clock, `start` None where none is published.

    `end` is set once it was held. `agenda_public`: there is an agenda to see; never, if not `public`.
    `supplement`: a second announcement (Nachtrag) was published.
    """

    key: int
    reference: str
    organization: int
    name: str
    day: date
    start: time | None
    end: time | None = None
    room: str = ""
    place: str = ""
    public: bool = True
    cancelled: bool = False
    agenda_public: bool = False
    supplement: bool = False
    minutes_public: bool = False

    @property
    def title(self) -> str:
        """As published. There is no flag for a cancelled session, only this word before its name."""
        return f"ENTFÄLLT! {self.name}" if self.cancelled else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """`key` is the TOLFDNR. `number` without its letter, (3, 1) for "Ö 3.1". A heading is never treated itself.

    `minutes_of` is the session whose minutes are approved. `excerpt`: its own page has been released.
    The name of a non-public item is known here and on no page.
    """

    key: int
    meeting: int
    number: tuple[int, ...]
    name: str
    public: bool = True
    heading: bool = False
    paper: int | None = None
    minutes_of: int | None = None
    late: bool = False
    note: str = ""
    excerpt: bool = False
    result: str | None = None
    amended: bool = False
    protocol: str = ""
    decision: str = ""
    vote: str = ""

    @property
    def shown_number(self) -> str:
        return f"{'Ö' if self.public else 'N'} {'.'.join(map(str, self.number))}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """A committee on a paper's way, from when it is to be treated there."""

    organization: int
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """`changed` is aware."""

    name: str
    changed: datetime
    kilobytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledPaper:
    """`key` is the VOLFDNR; `filed` the day it was put in ("Angel."). A key that is not public is a gap."""

    key: int
    reference: str
    name: str
    type: str
    filed: date
    originators: tuple[str, ...] = ()
    lead: str = ""
    parent: int | None = None
    facts: str = ""
    decision: str = ""
    annexes: tuple[Annex, ...] = ()
    stations: tuple[Station, ...] = ()
    public: bool = True


Record = Meeting | AgendaItem | FiledPaper
