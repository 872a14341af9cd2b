"""What somebody knows who read all messages of a chat and nothing else. Understands the words, not the database."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from views.message import Button, Message, plain

_DAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
_WHEN = r"(?P<when>(?:Mo|Di|Mi|Do|Fr|Sa|So)\., .*)"
_SESSION = (
    ("cancelled", rf"Entfällt: (?P<name>.*?), {_WHEN}"),
    ("revived", rf"Findet doch statt: (?P<name>.*?), {_WHEN}"),
    ("moved", rf"Verlegt: (?P<name>.*?), jetzt {_WHEN}"),
    ("time", rf"Uhrzeit veröffentlicht: (?P<name>.*?), {_WHEN}"),
    ("room", rf"Anderer Ort: (?P<name>.*?), {_WHEN}"),
    ("scheduled", rf".* (?:steht|stehen) auf der Tagesordnung: (?P<name>.*?), {_WHEN}"),
    ("agenda", rf"Tagesordnung: (?P<name>.*?), {_WHEN}"),
    ("difference", rf"Tagesordnung geändert: (?P<name>.*?), {_WHEN}"),
    ("reminder", rf"Erinnerung: (?P<name>.*?), {_WHEN}"),
)
_ITEM = re.compile(
    r"• (?:TOP (?P<number>.*?): )?(?:(?P<paper>22-[0-9.]+) – )?Punkt (?P<key>[0-9]+)v(?P<version>[0-9]+)"
)
_RESULT = re.compile(r"(?P<paper>22-[0-9.]+?)(?:, Ergebnis berichtigt)?: (?P<result>Ergebnis [0-9]+r[0-9]+)")
_GONE = re.compile(r"([0-9]+|Ein) Punkte? steh[et]n? nicht mehr öffentlich")
_REASON = re.compile(r"weil du (?P<labels>.*) folgst")
RETRACTED = "Hier stand etwas, das der Rat nicht mehr veröffentlicht."

Item = tuple[str, str | None]  # version and paper


def when_of(day: date | None, start: datetime | None) -> str | None:
    """As a message says it."""
    if day is None:
        return None
    written = f"{_DAYS[day.weekday()]}., {day:%d.%m.%Y}"
    return f"{written}, {start:%H:%M} Uhr" if start else f"{written}, Uhrzeit nicht veröffentlicht"


@dataclass(frozen=True, slots=True)
class Section:
    """A headline with its lines."""

    kind: str
    when: str
    lines: tuple[str, ...]

    @property
    def place(self) -> str | None:
        return next((line.removeprefix("Ort: ") for line in self.lines if line.startswith("Ort: ")), None)


@dataclass(frozen=True, slots=True)
class Read:
    """A message as it is understood. `session` is its key, None where it is about a paper."""

    session: str | None
    sections: tuple[Section, ...]
    results: tuple[tuple[str, str], ...]
    labels: tuple[str, ...]

    @property
    def is_reminder(self) -> bool:
        return bool(self.sections) and self.sections[0].kind == "reminder"


@dataclass(slots=True)
class Believed:
    """A session as somebody knows it. `items` by key, those that are on."""

    when: str | None = None
    place: str | None = None
    cancelled: bool = False
    items: dict[str, Item] = field(default_factory=dict)


@dataclass(slots=True)
class Reader:
    """Somebody who reads one chat."""

    sessions: dict[str, Believed] = field(default_factory=dict)
    results: set[str] = field(default_factory=set)
    # Published when it began to listen (again): may be told, need not.
    shown: set[str] = field(default_factory=set)

    def hear(self, read: Read, still: dict[str, Item]) -> bool:
        """Whether that told anything new. `still` is what is public and on: "a point is gone" does not say which."""
        before = repr(self)
        self.shown -= {result for _, result in read.results}
        self.results |= {result for _, result in read.results}
        if read.session is not None and not read.is_reminder:
            believed = self.sessions.setdefault(read.session, Believed())
            for section in read.sections:
                _apply(believed, section, still)
        return repr(self) != before or any("An anderer Stelle:" in each.lines for each in read.sections)


def read_message(message: Message, buttons: tuple[tuple[Button, ...], ...]) -> Read:
    """`buttons` tell which session it is about."""
    text = plain(message.text)
    paragraphs = [paragraph.split("\n") for paragraph in text.split("\n\n")]
    sections = tuple(section for lines in paragraphs if (section := _section(lines)))
    urls = [button.url for row in buttons for button in row if button.url]
    keys = [url.rpartition("session=")[2] for url in urls if "session=" in url]
    reason = _REASON.search(text)
    return Read(
        session=keys[0] if keys else None,
        sections=sections,
        results=tuple((found["paper"], found["result"]) for found in _RESULT.finditer(text)),
        labels=tuple(reason["labels"].split(", ")) if reason else (),
    )


def _section(lines: list[str]) -> Section | None:
    for kind, pattern in _SESSION:
        if found := re.fullmatch(pattern, lines[0]):
            return Section(kind, found["when"], tuple(lines[1:]))
    return None


def _apply(believed: Believed, section: Section, still: dict[str, Item]) -> None:
    believed.when, believed.place = section.when, section.place or believed.place
    if section.kind == "cancelled":
        believed.cancelled = True
        return
    if section.kind in {"agenda", "revived"}:
        believed.cancelled = False
    for title, found in _items(section):
        key, item = found["key"], (found["version"], found["paper"])
        if title == "Nicht mehr auf der Tagesordnung:" or " („" in found.string:
            believed.items.pop(key, None)
        else:
            believed.items[key] = item
    if any(_GONE.search(line) for line in section.lines):
        believed.items = {key: item for key, item in believed.items.items() if key in still}


def _items(section: Section) -> Iterator[tuple[str, re.Match[str]]]:
    title = ""
    for line in section.lines:
        found = _ITEM.match(line)
        if found is None:
            title = line
        else:
            yield title, found


def repeats(texts: list[str]) -> int:
    """How many of them were there before, word by word."""
    counted: defaultdict[str, int] = defaultdict(int)
    for text in texts:
        counted[text] += 1
    return sum(count - 1 for count in counted.values())
