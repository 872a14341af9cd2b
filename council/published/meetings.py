"""Meetings (Sitzungen) and their agendas, in OParl's nouns. Every field says what the source said."""

import datetime as dt
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItemText:
    """What an item's own page adds after the session: minutes, decision, vote, as plain text."""

    protocol: str | None = None
    decision: str | None = None
    vote: str | None = None

    def __bool__(self) -> bool:
        return bool(self.protocol or self.decision or self.vote)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One item (TOP). `id` is the source's own stable key (ALLRIS: TOLFDNR); non-public items have none.

    `number` as published ("Ö 2.1"), neither unique nor lasting. `paper` is the reference of its paper and
    `paper_id` that paper's key. `late`: added after publication (Nachtrag). `meeting`, `organization`, `date` and
    `text` are given only by the item's own page. A non-public item never carries a name.
    """

    number: str | None = None
    name: str | None = None
    public: bool
    id: str | None = None
    paper: str | None = None
    paper_id: str | None = None
    result: str | None = None
    late: bool = False
    meeting: str | None = None
    organization: str | None = None
    date: dt.date | None = None
    text: AgendaItemText = field(default_factory=AgendaItemText)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One session. `id` is the source's own stable key (ALLRIS: SILFDNR); some calendar rows have none.

    `day` is the council's calendar day; `start` and `end` are aware instants, absent where no time is published
    (`end` appears only after the session). `cancelled` only by an explicit word of the source. `agenda` is None
    where the page does not tell agendas (a calendar), empty where it says that there is none yet; `has_agenda` is
    whether a link to a public agenda stands on the page.
    """

    name: str
    public: bool
    id: str | None = None
    organization: str | None = None
    day: dt.date | None = None
    start: dt.datetime | None = None
    end: dt.datetime | None = None
    room: str | None = None
    address: str | None = None
    cancelled: bool = False
    has_agenda: bool = False
    web: str | None = None
    agenda: tuple[AgendaItem, ...] | None = None
