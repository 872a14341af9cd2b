"""Saved JSON of OParl and of the transparency portal, as Readings of bounded size."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from zoneinfo import ZoneInfo

from council.published.organizations import Organization
from council.published.readings import ObjectType, Reading
from sources.ckan.packages import packages_in
from sources.ckan.reading import read_packages
from sources.errors import SourceError, Unreadable
from sources.files.json_pieces import Piece, looks_like_json, pieces, pieces_of
from sources.oparl.directory import Directory
from sources.oparl.json_text import Object
from sources.oparl.object_types import type_of
from sources.oparl.reading import read_objects

# Objects that are stored in one transaction: some tenths of a second, and never more than that is lost.
BATCH = 200
_NEITHER = "Das sind JSON-Daten, aber weder OParl noch eine Antwort des Transparenzportals."
_EMPTY = "In dieser Datei steht kein einziges Objekt."


@dataclass(slots=True)
class Learned:
    """What all files together say of each other's objects, and how many objects they hold."""

    directory: Directory
    total: int = 0


def learn(files: Iterable[Path], *, timezone: str, organizations: Iterable[Organization] = ()) -> Learned:
    """Looks at every object once, before the first is read: a paper's stops are scattered over many.

    `organizations` are those known already. Files that cannot be read are passed over; reading them will say so.
    """
    learned = Learned(Directory(ZoneInfo(timezone), organizations))
    for path in files:
        try:
            for piece in pieces(path) if looks_like_json(path) else ():
                learned.total += 1
                if piece.value is not None and packages_in(piece.value) is None:
                    learned.directory.learn(piece.value)
        except (OSError, SourceError):
            continue
    return learned


def read_json_file(path: Path, learned: Learned) -> Iterator[Reading]:
    """A file's objects in batches. Raises Unreadable for one that holds nothing of ours, OSError as reading does."""
    yield from _parts(pieces(path), learned)


def read_json_bytes(data: bytes, *, timezone: str) -> Reading:
    """What one answer of a server says, by itself. Raises Unreadable as above."""
    learned = Learned(Directory(ZoneInfo(timezone)))
    every = list(pieces_of(data))
    for piece in every:
        if piece.value is not None and packages_in(piece.value) is None:
            learned.directory.learn(piece.value)
    return joined(_parts(iter(every), learned))


def _parts(every: Iterator[Piece], learned: Learned) -> Iterator[Reading]:
    today = dt.datetime.now(learned.directory.zone).date()
    found = False
    for batch in _batches(every):
        for reading in _readings(batch, learned.directory, today):
            found = True
            yield reading
    if not found:
        raise Unreadable(_EMPTY)


def joined(readings: Iterable[Reading]) -> Reading:
    """A file's readings as one."""
    every = list(readings)
    pages = {each.page for each in every}
    return replace(
        every[0],
        page=every[0].page if len(pages) == 1 else ObjectType.OBJECT,
        papers=tuple(chain.from_iterable(each.papers for each in every)),
        meetings=tuple(chain.from_iterable(each.meetings for each in every)),
        items=tuple(chain.from_iterable(each.items for each in every)),
        organizations=tuple(chain.from_iterable(each.organizations for each in every)),
        skipped=tuple(chain.from_iterable(each.skipped for each in every)),
    )


def _batches(every: Iterator[Piece]) -> Iterator[Sequence[Piece]]:
    batch: list[Piece] = []
    for piece in every:
        batch.append(piece)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _readings(batch: Sequence[Piece], directory: Directory, today: dt.date) -> Iterator[Reading]:
    faults = tuple(piece.fault for piece in batch if piece.fault)
    values = [piece.value for piece in batch if piece.value is not None]
    if len(batch) == 1:
        _check_single(values, faults)
    packages = [package for value in values for package in packages_in(value) or ()]
    things: list[Object] = [value for value in values if packages_in(value) is None]
    if packages:
        yield from read_packages(packages, zone=directory.zone)
    if things or faults:
        reading = read_objects(things, directory, today=today)
        yield replace(reading, skipped=(*reading.skipped, *faults))


def _check_single(values: Sequence[Object], faults: Sequence[str]) -> None:
    """A file with one object that is not to be used is an error, not a list with something left out."""
    if faults:
        raise Unreadable(faults[0])
    if packages_in(values[0]) is None and type_of(values[0]) is None:
        raise Unreadable(_NEITHER)
