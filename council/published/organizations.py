"""Organizations (Gremien, Fraktionen) and who belongs to them, in OParl's nouns."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A published member: the name and the function in this organization ("Vorsitz"), word for word."""

    name: str
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """A committee, a faction or the assembly. `id` is the source's own stable key (AULFDNR, FRLFDNR, PALFDNR).

    A committee and a faction may have the same key. `end_date` is the last day of one that is no more.
    """

    name: str
    id: str | None = None
    kind: str | None = None
    web: str | None = None
    members: tuple[Member, ...] = ()
    end_date: dt.date | None = None
