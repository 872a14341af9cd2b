"""Papers (Drucksachen, Vorlagen) and their way through the committees, in OParl's nouns.

Every field says what the source said, word for word. `None` and empty tuples mean "not given";
nothing is filled in by us.
"""

import datetime as dt
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A document of a paper. `url` is a lasting address: session-bound links are replaced by the page's."""

    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """One stop (Beratung) of a paper: an organization, then a meeting, then an agenda item.

    `date` is the day of the session in the council's zone. `meeting` and `agenda_item` are the source's own
    stable keys (ALLRIS: SILFDNR, TOLFDNR); `meeting_name` is the session's published name.
    """

    organization: str
    role: str | None = None
    date: dt.date | None = None
    meeting: str | None = None
    meeting_name: str | None = None
    agenda_item: str | None = None
    result: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperText:
    """The motion's own words: the facts of the case and what is to be decided. Paragraphs end in newlines."""

    sachverhalt: str | None = None
    beschluss: str | None = None

    def __bool__(self) -> bool:
        return bool(self.sachverhalt or self.beschluss)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A numbered paper. `id` is the source's own stable key (ALLRIS: VOLFDNR); saved text has none.

    `consultations` stand in the order of the page. `parent` and `related` are references of other papers,
    `related` being the whole family (Stammbaum) without the paper itself.
    """

    reference: str
    name: str
    public: bool
    id: str | None = None
    paper_type: str | None = None
    date: dt.date | None = None
    originators: tuple[str, ...] = ()
    under_direction_of: str | None = None
    web: str | None = None
    parent: str | None = None
    related: tuple[str, ...] = ()
    files: tuple[File, ...] = ()
    text: PaperText = field(default_factory=PaperText)
    consultations: tuple[Consultation, ...] = ()
