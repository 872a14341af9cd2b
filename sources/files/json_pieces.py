"""The values in a JSON file, one after another: a single object, an array, a page of a list, or one object a line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sources.errors import Unreadable
from sources.oparl.fields import objects
from sources.oparl.json_text import BYTE_ORDER_MARKS, Json, Object, as_utf8, read_json
from sources.oparl.object_types import is_list
from sources.oparl.tokens import elements, own_id

# A whole city's papers as one array have some 40 MB; one object was never seen above 1 MB.
LARGEST_FILE = 64_000_000
LARGEST_OBJECT = 5_000_000
_TOO_LARGE = "Diese Datei ist größer als 64 MB; bitte als JSONL speichern, ein Objekt in jeder Zeile."
_NO_OBJECT = "Das ist kein Objekt."
_OBJECT_TOO_LARGE = "Das Objekt ist größer als 5 MB."
_LINES = frozenset({".jsonl", ".ndjson"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One value, or a sentence on why it could not be read that names it by its place and its id."""

    value: Object | None = None
    fault: str | None = None


def looks_like_json(path: Path) -> bool:
    """By the file's first characters. False for what cannot be read at all."""
    try:
        if not path.is_file():  # a pipe would never end
            return False
        with path.open("rb") as file:
            begin = as_utf8(file.read(400))
    except (OSError, ValueError):
        return False
    return is_json(begin)


def is_json(begin: bytes) -> bool:
    """Whether a text that begins so is to be read as JSON."""
    rest = begin.lstrip()
    return rest[:1] in {b"{", b"["} and rest[1:].lstrip()[:1] in {b'"', b"{", b"[", b"}", b"]", b""}


def pieces(path: Path) -> Iterator[Piece]:
    """All values of the file; what is broken takes nothing else with it. Raises OSError, and Unreadable for one that
    is too large. Lines are read as they are asked for, so that a file of lines may be of any size.
    """
    with path.open("rb") as file:
        if _is_lines(path, file):
            yield from _from_lines(file)
            return
        data = file.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise Unreadable(_TOO_LARGE)
    yield from pieces_of(data)


def pieces_of(data: bytes) -> Iterator[Piece]:
    """All values of one answer or file that is not one object a line."""
    yield from _from_whole(as_utf8(data).strip())


def _is_lines(path: Path, file: BinaryIO) -> bool:
    """By its name, or because its first line is an object and more follows."""
    first = file.readline(LARGEST_OBJECT)
    more = any(file.readline(LARGEST_OBJECT).strip() for _ in range(5))
    file.seek(0)
    if any(first.startswith(mark) for mark, name in BYTE_ORDER_MARKS if name != "utf-8"):
        return False
    if path.suffix.lower() in _LINES:
        return True
    return more and first.strip()[-1:] == b"}" and _read(first, "").value is not None


def _from_lines(file: BinaryIO) -> Iterator[Piece]:
    number = 0
    while begin := file.readline(LARGEST_OBJECT + 1):
        number += 1
        if len(begin) > LARGEST_OBJECT:
            _skip_line(file, begin)
            yield Piece(fault=f"Zeile {number}: {_OBJECT_TOO_LARGE}")
        elif begin.strip():
            yield _read(begin, f"Zeile {number}")


def _skip_line(file: BinaryIO, begin: bytes) -> None:
    while begin and not begin.endswith(b"\n"):
        begin = file.readline(LARGEST_OBJECT)


def _from_whole(data: bytes) -> Iterator[Piece]:
    if data.startswith(b"["):
        for number, element in enumerate(elements(data), start=1):
            yield _read(element, f"Objekt {number}")
        return
    piece = _read(data, "")
    if piece.value is None or not is_list(piece.value):
        yield piece
        return
    for each in objects(piece.value.get("data")):
        yield Piece(value=each)


def _read(data: bytes, place: str) -> Piece:
    """`place` is where in its file it stands; empty for the only one."""
    if len(data) > LARGEST_OBJECT and place:
        return Piece(fault=f"{place}: {_OBJECT_TOO_LARGE}")
    try:
        value: Json = read_json(data)
    except Unreadable as error:
        return Piece(fault=_named(str(error), place, own_id(data)))
    if not isinstance(value, Mapping):
        return Piece(fault=_named(_NO_OBJECT, place, None))
    return Piece(value=value)


def _named(fault: str, place: str, id_: str | None) -> str:
    shown = "".join(char for char in id_ or "" if char.isprintable())
    named = f"{place} ({shown})" if place and shown else place or shown
    return f"{named}: {fault}" if named else fault
