"""The parsing process as seen from here: blocking calls, each for a thread, ended by killing it."""

import subprocess
import sys
from contextlib import suppress
from typing import IO, TypeAlias, cast

from sources.web.wire import unpacked
from sources.web.worker_process import READY, read_frame, write_frame

Answer: TypeAlias = tuple[str, object, str]

# Its own interpreter state, and none of our environment: the bot's token stands there.
_ENVIRONMENT = {"LC_ALL": "C.UTF-8"}
_CODE = (
    "import sys; sys.path[:] = {path!r}\n"
    "from sources.web.worker_process import serve\n"
    "serve({module!r}, memory={memory}, seconds={seconds})"
)


class Child:
    """One process. `pages` is how many it has answered."""

    __slots__ = ("_code", "_pipes", "_process", "pages")

    def __init__(self, module: str, *, memory: int, seconds: int) -> None:
        self._code = _CODE.format(path=sys.path, module=module, memory=memory, seconds=seconds)
        self._process: subprocess.Popen[bytes] | None = None
        self._pipes: tuple[IO[bytes], IO[bytes]] | None = None
        self.pages = 0

    def start(self) -> bool:
        """Whether it stands ready, its reader loaded."""
        try:
            self._process = process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own code
                [sys.executable, "-I", "-c", self._code],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=_ENVIRONMENT,
                start_new_session=True,  # Ctrl-C is for the bot alone
            )
        except OSError:
            return False
        if process.stdin is None or process.stdout is None:
            return False
        self._pipes = process.stdin, process.stdout
        return process.stdout.read(len(READY)) == READY

    def ask(self, request: bytes, data: bytes) -> Answer | None:
        """None if it died of it, or answers with what no answer looks like."""
        if self._pipes is None:
            return None
        to_child, from_child = self._pipes
        try:
            write_frame(to_child, request)
            write_frame(to_child, data)
            answer = read_frame(from_child)
            self.pages += 1
            return None if answer is None else _answer(unpacked(answer))
        except (OSError, ValueError):  # ValueError: also a pipe that `end` has closed meanwhile
            return None

    def kill(self) -> None:
        """Returns at once. Whoever waits for its answer sees the pipe end."""
        if self._process is not None:
            self._process.kill()

    def end(self) -> None:
        """It is gone afterwards, and so are its pipes."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in self._pipes or ():
            with suppress(OSError):  # what was not sent yet
                pipe.close()


def _answer(value: object) -> Answer | None:
    fits = isinstance(value, tuple) and len(value) == 3 and isinstance(value[0], str) and isinstance(value[2], str)
    return cast(Answer, value) if fits else None
