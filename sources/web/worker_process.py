"""The parsing process: reads pages from a pipe, writes what they say to another, holds nothing and knows nobody."""

import os
import resource
import signal
import struct
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import IO, cast

from sources.errors import SourceError
from sources.web.wire import packed, unpacked

READY = b"\x01"
LENGTH = struct.Struct("!Q")

# How an answer begins. Then come what was read or the kind of a SourceError, and its words or where it broke.
READ, FAILED, MEMORY, BROKEN = "read", "failed", "memory", "broken"


def serve(module: str, *, memory: int, seconds: int) -> None:
    """Answers one request after the other until the pipe ends, as it does with the process that holds it.

    `module` is loaded before the first page; `memory` bounds the address space in bytes; `seconds` after which a
    request ends this process if nobody else does: an endless parse must not outlive a bot that was killed.
    """
    asked, answered = _pipes()
    for number in (signal.SIGINT, signal.SIGTERM):  # only the end of the pipe ends us
        signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    import_module(module)
    with suppress(ValueError, OSError):  # macOS knows this limit, but does not take it
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    with suppress(BrokenPipeError):
        answered.write(READY)
        answered.flush()
        while (request := read_frame(asked)) is not None and (data := read_frame(asked)) is not None:
            signal.alarm(seconds)
            answer = answer_to(request, data)
            signal.alarm(0)
            write_frame(answered, answer)
    os._exit(0)  # nothing to tidy up, and a broken pipe is not to be flushed


def read_frame(pipe: IO[bytes]) -> bytes | None:
    """None at the end of the pipe, be it in the middle of a frame."""
    length = pipe.read(LENGTH.size)
    if len(length) < LENGTH.size:
        return None
    (size,) = LENGTH.unpack(length)
    data = pipe.read(size)
    return data if len(data) == size else None


def write_frame(pipe: IO[bytes], data: bytes) -> None:
    pipe.write(LENGTH.pack(len(data)) + data)
    pipe.flush()


def _pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The two pipes, out of reach of anything that prints."""
    asked, answered = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    return asked, answered


def answer_to(request: bytes, data: bytes) -> bytes:
    """What the function named in the request makes of the data, or why it does not."""
    try:
        name, positional, named = cast(
            tuple[str, tuple[object, ...], tuple[tuple[str, object], ...]], unpacked(request)
        )
        return packed((READ, _function(name)(data, *positional, **dict(named)), ""))
    except SourceError as error:
        return packed((FAILED, type(error).__name__, str(error)))
    except MemoryError:
        return packed((MEMORY, None, ""))
    except Exception as error:  # noqa: BLE001 - the wall: a page that breaks its reader must not break the next page
        return packed((BROKEN, None, _place(error)))


def _function(name: str) -> Callable[..., object]:
    module, _, qualname = name.partition(":")
    found: Callable[..., object] = getattr(import_module(module), qualname)
    return found


def _place(error: Exception) -> str:
    """What and where, never the error's own words: they may quote the page."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return type(error).__name__
    file = Path(trace.tb_frame.f_code.co_filename)
    return f"{type(error).__name__} in {file.parent.name}/{file.name}:{trace.tb_lineno}"
