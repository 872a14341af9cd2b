"""Saved pages on disk, one or a folder of them, as Readings."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from council.published.readings import Reading
from sources.allris.page import read_page
from sources.errors import NotFound, SourceError, Unreadable
from sources.files.json_files import Learned, joined, learn, read_json_file
from sources.files.json_pieces import looks_like_json

# A vo020 page has 15 to 40 kB; no town's was seen above 1 MB.
LARGEST = 5_000_000


def read_file(path: Path, timezone: str = "Europe/Berlin") -> Reading:
    """What one saved page says, or all objects of a JSON file; `timezone` as in `read_page`.

    Raises a SourceError whose sentence names the file, the fault and the remedy.
    """
    try:
        return joined(_readings(path, timezone, learn([path], timezone=timezone)))
    except SourceError as error:
        raise _naming(path, error) from None


def read_files(
    paths: Iterable[Path], timezone: str = "Europe/Berlin", *, learned: Learned | None = None
) -> Iterator[tuple[Path, Reading | SourceError]]:
    """Each file with what it says or why it cannot be read; folders sorted and with all that is in them. A JSON file
    comes in parts, each with the file's name; `learned` is what `learn` says of all of them.

    Inside folders, hidden files are left out, and so are the "…_files" folders that browsers save beside a page.
    A path that is named itself is always read.
    """
    paths = tuple(paths)
    known = learned or learn(files_in(paths), timezone=timezone)
    for file in files_in(paths):
        try:
            for reading in _readings(file, timezone, known):
                yield file, reading
        except SourceError as error:
            yield file, _naming(file, error)


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """All files that `read_files` reads, in its order."""
    for path in paths:
        yield from _inside(path)


def _readings(path: Path, timezone: str, learned: Learned) -> Iterator[Reading]:
    if not looks_like_json(path):
        yield read_page(_bytes(path), timezone=timezone)
        return
    try:
        yield from read_json_file(path, learned)
    except OSError as error:
        raise Unreadable(f"Diese Datei ließ sich nicht lesen ({type(error).__name__}).") from None


def _naming(path: Path, error: SourceError) -> SourceError:
    return type(error)(f"„{_shown(path)}“: {error}")


def _inside(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    unread: list[Path] = []
    for folder, folders, names in os.walk(path, onerror=lambda error: unread.append(Path(error.filename))):
        folders[:] = sorted(name for name in folders if not _beside_a_page(Path(folder), name))
        yield from (Path(folder, name) for name in sorted(names) if not name.startswith("."))
    yield from unread


def _beside_a_page(folder: Path, name: str) -> bool:
    return name.startswith(".") or name.endswith(("_files", "-Dateien", "_files.nosync"))


def _bytes(path: Path) -> bytes:
    """All of a file, after its kind and size were looked at: a pipe would never end, 50 MB are never loaded."""
    try:
        _check_kind(path.stat())
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise NotFound("Diese Datei gibt es nicht; bitte den Namen prüfen.") from None
    except PermissionError:
        raise Unreadable("Diese Datei darf nicht gelesen werden; bitte die Dateirechte prüfen.") from None
    except (OSError, ValueError) as error:
        raise Unreadable(f"Diese Datei ließ sich nicht lesen ({type(error).__name__}).") from None
    _check_size(len(data))
    if not data.strip():
        raise Unreadable("Diese Datei ist leer; bitte die Seite noch einmal speichern.")
    return data


def _check_kind(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise Unreadable("Das ist ein Ordner, keine Datei; bitte eine gespeicherte Seite nennen.")
    if not stat.S_ISREG(status.st_mode):
        raise Unreadable("Das ist keine gewöhnliche Datei; bitte eine gespeicherte Seite nennen.")
    _check_size(status.st_size)


def _check_size(size: int) -> None:
    if size > LARGEST:
        raise Unreadable("Diese Datei ist größer als 5 MB und damit keine Seite einer Drucksache; nicht gelesen.")


def _shown(path: Path) -> str:
    """The file's name for a message: printable, whatever bytes the name really has."""
    return "".join(char if char.isprintable() else "\ufffd" for char in path.name or str(path))
