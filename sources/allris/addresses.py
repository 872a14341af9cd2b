"""Where an ALLRIS 3 system keeps the page of each thing."""

from dataclasses import dataclass
from urllib.parse import urlencode, urljoin, urlsplit

from council.published.links import LinkKind
from council.published.rounds import TargetKind

# Installations have one of these; the others answer "Zugriff verweigert (Programm si010.asp)".
CALENDARS = ("si010_e", "si010", "si010_j")
NEWEST_PAPERS = "newest"
# Lists of organizations by the program of their list, with that of their members' pages and its parameter. The
# assembly's own page stands for itself.
ORGANIZATION_LISTS = {"au010": ("au020", "AULFDNR"), "fr010": ("fr020", "FRLFDNR")}
ORGANIZATIONS = (*ORGANIZATION_LISTS, "pa021")

_KEYED = {
    TargetKind.AGENDA: ("to010", "SILFDNR"),
    TargetKind.PAPER: ("vo020", "VOLFDNR"),
}


@dataclass(frozen=True, slots=True)
class Allris:
    """A system by the folder of its pages ("https://…/bi/"); whatever page of it is named will do."""

    root: str

    @classmethod
    def at(cls, place: str) -> "Allris":
        """From the address in the settings: with or without the last slash, or of one of its pages."""
        parts = urlsplit(place)
        folder, _, last = parts.path.rpartition("/")
        path = parts.path if last and "." not in last else folder
        return cls(parts._replace(path=f"{path.rstrip('/')}/", query="", fragment="").geturl())

    def page(self, kind: TargetKind, key: str, *, calendar: str = CALENDARS[0]) -> str:
        """The address of what a round reads. `calendar` is the program of this installation's calendar."""
        if kind is TargetKind.MONTH:
            year, _, month = key.partition("-")
            return self._of(calendar, MM=str(int(month)), YY=year)
        if kind is TargetKind.PAPERS:
            return self.papers
        if kind is TargetKind.ORGANIZATION:
            program, _, number = key.partition(":")
            parameter = dict(ORGANIZATION_LISTS.values()).get(program)
            return self._of(program, **({parameter: number} if parameter else {}))
        program, parameter = _KEYED[kind]
        return self._of(program, **{parameter: key})

    def item(self, key: str) -> str:
        """An agenda item's own page."""
        return self._of("to020", TOLFDNR=key)

    def linked(self, kind: LinkKind, key: str) -> str:
        """The page that a pasted link means, whatever else stands in it."""
        if kind is LinkKind.ITEM:
            return self.item(key)
        return self.page(TargetKind.AGENDA if kind is LinkKind.AGENDA else TargetKind.PAPER, key)

    @property
    def papers(self) -> str:
        """The list of papers, newest first."""
        return self._of("vo040")

    @property
    def older_papers(self) -> str:
        """The list's next page: the server counts on from what this visitor saw last."""
        return self._of("vo040", shownext="true")

    @staticmethod
    def number_filter(reference: str) -> dict[str, str]:
        """The form that makes the list show just this number; the server remembers it for the visitor.

        "Exactly this" is a picture to press, which sends where it was pressed.
        """
        return {"VO040FIL1": reference, "filtvoname": "filter", "VO040FIL1EXAKT.x": "1", "VO040FIL1EXAKT.y": "1"}

    def _of(self, program: str, **parameters: str) -> str:
        query = f"?{urlencode(parameters)}" if parameters else ""
        return urljoin(self.root, f"{program}.asp{query}")


def organization_key(listed_on: str, number: str) -> str | None:
    """The target of an organization that stands on a list ("au010"); None for one that has no page of its own."""
    found = ORGANIZATION_LISTS.get(listed_on)
    return f"{found[0]}:{number}" if found else None
