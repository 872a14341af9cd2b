"""The papers with names of their own, from `simulator/samples/papers.toml`."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files

Entry = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedStop:
    """`day` is a calendar day, or None for a committee that waits for a session."""

    organization: str
    role: str = ""
    day: date | None = None
    result: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedAnnex:
    name: str
    day: date
    kilobytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPaper:
    """As written in the file, its days counted from the story's start."""

    reference: str
    name: str
    type: str
    filed: date
    key: int | None = None
    originators: tuple[str, ...] = ()
    lead: str = ""
    parent: str | None = None
    facts: str = ""
    decision: str = ""
    public: bool = True
    annexes: tuple[NamedAnnex, ...] = ()
    stops: tuple[NamedStop, ...] = ()


def named_papers(start: date) -> tuple[NamedPaper, ...]:
    """In the order of the file. `start` is the day that distances count from."""
    return tuple(_paper(entry, start) for entry in _file())


def named_references() -> tuple[str, ...]:
    return tuple(_text(entry, "reference") for entry in _file())


def _file() -> Iterator[Entry]:
    text = files("simulator.samples").joinpath("papers.toml").read_text(encoding="utf-8")
    return _entries(tomllib.loads(text), "paper")


def _paper(entry: Entry, start: date) -> NamedPaper:
    key = entry.get("id")
    return NamedPaper(
        reference=_text(entry, "reference"),
        name=_text(entry, "name"),
        type=_text(entry, "type"),
        filed=_day(entry, "filed", start) or start,
        key=key if isinstance(key, int) else None,
        originators=_texts(entry, "originators"),
        lead=_text(entry, "lead"),
        parent=_text(entry, "parent") or None,
        facts=_text(entry, "facts"),
        decision=_text(entry, "decision"),
        public=entry.get("public", True) is True,
        annexes=tuple(_annex(each, start) for each in _entries(entry, "file")),
        stops=tuple(_stop(each, start) for each in _entries(entry, "stop")),
    )


def _stop(entry: Entry, start: date) -> NamedStop:
    return NamedStop(
        organization=_text(entry, "organization"),
        role=_text(entry, "role"),
        day=_day(entry, "day", start),
        result=_text(entry, "result") or None,
    )


def _annex(entry: Entry, start: date) -> NamedAnnex:
    size = entry.get("kilobytes")
    if not isinstance(size, int):
        raise _wrong("kilobytes", size)
    return NamedAnnex(name=_text(entry, "name"), day=_day(entry, "day", start) or start, kilobytes=size)


def _day(entry: Entry, name: str, start: date) -> date | None:
    day = entry.get(name)
    if day is None:
        return None
    if isinstance(day, int):
        return start + timedelta(days=day)
    if isinstance(day, str):
        return date.fromisoformat(day)
    raise _wrong(name, day)


def _entries(entry: Entry, name: str) -> Iterator[Entry]:
    found = entry.get(name, [])
    for each in found if isinstance(found, list) else [found]:
        if not isinstance(each, dict):
            raise _wrong(name, each)
        yield each


def _text(entry: Entry, name: str) -> str:
    found = entry.get(name, "")
    if not isinstance(found, str):
        raise _wrong(name, found)
    return found


def _texts(entry: Entry, name: str) -> tuple[str, ...]:
    found = entry.get(name, [])
    if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
        raise _wrong(name, found)
    return tuple(found)


def _wrong(name: str, found: object) -> ValueError:
    return ValueError(f"papers.toml: „{name}“ darf nicht {found!r} sein.")
