"""What an import came to: lines for each file, and the sum."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from council.published.readings import Reading
from storage.pages import PageRecorded

# JSON files hold many objects; a page is one thing.
KINDS_OF_OBJECTS = frozenset({"oparl", "ckan"})
HIDDEN = "gelöscht oder nicht öffentlich"


@dataclass(slots=True)
class Tally:
    """`pages`: how pages (and whole JSON files) ended. `objects`: of objects, how many of what came to which end."""

    pages: Counter[str] = field(default_factory=Counter)
    objects: Counter[tuple[str, str]] = field(default_factory=Counter)
    skipped: int = 0
    attributions: set[str] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.pages)

    def lines(self) -> tuple[str, ...]:
        """The sum, in a line for pages and one for objects."""
        found = [", ".join(f"{number} {what}" for what, number in self.pages.items())]
        if self.objects or self.skipped:
            found.append(f"Insgesamt: {described(self.objects, self.skipped)}")
        return (*found, *sorted(self.attributions))


@dataclass(slots=True)
class FileTally:
    """One JSON file, read in parts."""

    path: Path
    body: str = ""
    objects: Counter[tuple[str, str]] = field(default_factory=Counter)
    skipped: int = 0

    def add(self, reading: Reading, recorded: PageRecorded, body: str) -> None:
        self.body = body
        self.skipped += len(reading.skipped)
        self.objects += objects_of(reading, recorded)

    def line(self) -> str:
        return f"{self.path}: {self.body}: {described(self.objects, self.skipped)}"

    def ending(self) -> str:
        """The file's, as a page's."""
        for ending in ("neu", "geändert"):
            if any(how == ending for _, how in self.objects):
                return ending
        return "unverändert"


def objects_of(reading: Reading, recorded: PageRecorded) -> Counter[tuple[str, str]]:
    """By kind and end; a deleted session counts as that, and as nothing else."""
    hidden = sum(not each.public for each in reading.meetings)
    papers, meetings = recorded.papers, recorded.meetings
    seen = {("Sitzungen", "neu"): meetings.new, ("Sitzungen", "geändert"): meetings.changed}
    found = Counter(
        {
            **seen,
            ("Sitzungen", "unverändert"): meetings.unchanged,
            ("Drucksachen", "neu"): papers.new,
            ("Drucksachen", "geändert"): papers.changed,
            ("Drucksachen", "unverändert"): papers.unchanged,
            ("Drucksachen", HIDDEN): papers.not_public,
            ("Gremien", "gelesen"): recorded.organizations,
            ("Tagesordnungspunkte", "gelesen"): len(reading.items),
        }
    )
    for how in ("neu", "geändert", "unverändert"):
        fewer = min(hidden, found["Sitzungen", how])
        found["Sitzungen", how] -= fewer
        found["Sitzungen", HIDDEN] += fewer
        hidden -= fewer
    return +found


def described(objects: Counter[tuple[str, str]], skipped: int) -> str:
    """ "953 Drucksachen neu, 20 Drucksachen gelöscht oder nicht öffentlich, 1 Objekt ausgelassen"."""
    parts = [f"{number} {_counted(what, number)} {how}" for (what, how), number in objects.items()]
    if skipped:
        parts.append(f"{skipped} {'Objekt' if skipped == 1 else 'Objekte'} ausgelassen")
    return ", ".join(parts) or "nichts, was wir uns merken"


def _counted(what: str, number: int) -> str:
    singular = {"Sitzungen": "Sitzung", "Drucksachen": "Drucksache", "Gremien": "Gremium"}
    return singular.get(what, what) if number == 1 else what
