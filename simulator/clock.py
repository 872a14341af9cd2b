"""The one clock of bot, simulator and sample council: system time and an offset that can be moved."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import NamedTemporaryFile

_LONGEST = timedelta(days=36_500)


def system_time() -> datetime:
    return datetime.now(UTC)


class Clock:
    """Time that passes as it does, seen from elsewhere. In one process an object; between processes a file.

    The file holds the offset in seconds, as text. It is looked at again at most every `look_every` seconds; while
    it is missing or holds no number, the offset known last stays.
    """

    def __init__(
        self,
        offset: timedelta = timedelta(0),
        *,
        file: Path | None = None,
        look_every: float = 1.0,
        system: Callable[[], datetime] = system_time,
    ) -> None:
        self._offset = _bounded(offset)
        self._file = file
        self._look_every = look_every
        self._system = system
        self._looked = time.monotonic()

    @classmethod
    def from_file(cls, path: Path, *, look_every: float = 1.0) -> "Clock":
        """The clock of another process. No file yet is no offset; ValueError for one that holds no number."""
        try:
            offset = _offset_in(path)
        except FileNotFoundError:
            offset = timedelta(0)
        return cls(offset, file=path, look_every=look_every)

    @property
    def offset(self) -> timedelta:
        self._look()
        return self._offset

    def now(self) -> datetime:
        """Aware, UTC."""
        return self._system() + self.offset

    def timestamp(self) -> float:
        """`now` in Unix seconds."""
        return self.now().timestamp()

    def move_by(self, step: timedelta) -> None:
        """Forward, or back with a negative step. A clock with a file writes it."""
        self._set(self.offset + step)

    def move_to(self, moment: datetime) -> None:
        """`moment` is aware; from there time goes on. A clock with a file writes it."""
        if moment.utcoffset() is None:
            raise ValueError("Die Uhr braucht einen Zeitpunkt mit Zeitzone.")
        self._set(moment - self._system())

    def write(self, path: Path) -> None:
        """The offset for other processes, in one step: they never see half a number."""
        with NamedTemporaryFile("w", dir=path.parent, prefix=f".{path.name}-", encoding="ascii", delete=False) as file:
            file.write(f"{self._offset.total_seconds():.6f}\n")
        Path(file.name).replace(path)

    def _set(self, offset: timedelta) -> None:
        self._offset = _bounded(offset)
        if self._file is not None:
            self.write(self._file)

    def _look(self) -> None:
        if self._file is None or time.monotonic() - self._looked < self._look_every:
            return
        self._looked = time.monotonic()
        try:
            self._offset = _offset_in(self._file)
        except (OSError, ValueError):
            return


def _offset_in(path: Path) -> timedelta:
    text = path.read_text(encoding="utf-8").strip()
    try:
        return _bounded(timedelta(seconds=float(text)))
    except (ValueError, OverflowError):
        raise ValueError(f"In der Uhrdatei „{path.name}“ steht keine brauchbare Zahl von Sekunden.") from None


def _bounded(offset: timedelta) -> timedelta:
    """A hundred years either way: far enough, and every moment stays a date."""
    if abs(offset) > _LONGEST:
        raise ValueError("Die Uhr lässt sich höchstens hundert Jahre verstellen.")
    return offset
