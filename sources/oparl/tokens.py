"""The skeleton of JSON text: where its strings, brackets and commas are, without building anything."""

import re
from collections.abc import Iterator

# Every alternative matches to its end, an unclosed string to the end of the text: each character is looked at once.
_TOKEN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|[][{},]', re.DOTALL)
_ID = re.compile(rb'\s*+:\s*+"([^"\\]{1,300})"')


def deepest(data: bytes, *, enough: int) -> int:
    """How many brackets are open at once, at most; stops counting above `enough`."""
    most = 0
    for depth, _ in _walk(data):
        most = max(most, depth)
        if most > enough:
            break
    return most


def elements(data: bytes) -> Iterator[bytes]:
    """The values of a top-level array, one after another, so that never all of them are built at once.

    What stands behind the last comma of an array that ends too early comes as it is.
    """
    begin: int | None = None
    for depth, token in _walk(data):
        sign = token.group()
        if begin is None:
            begin = token.end()
        elif depth == 0 or (depth == 1 and sign == b","):
            if piece := data[begin : token.start()].strip():
                yield piece
            begin = token.end()
            if depth == 0:
                return
    if begin is not None and (rest := data[begin:].strip()):
        yield rest


def own_id(data: bytes) -> str | None:
    """The `id` of the outermost object, also of one that is no valid JSON; None if it has none."""
    for depth, token in _walk(data):
        if depth == 1 and token.group() == b'"id"' and (found := _ID.match(data, token.end())):
            return found[1].decode("utf-8", "replace")
    return None


def data_array(data: bytes) -> tuple[int, int] | None:
    """Where the array under `data` of the outermost object begins and ends; None if there is none."""
    begin: int | None = None
    named = False
    for depth, token in _walk(data):
        sign = token.group()
        if begin is not None:
            if depth == 1:
                return begin, token.end()
        elif named and sign == b"[" and depth == 2:
            begin = token.start()
        else:
            named = depth == 1 and sign == b'"data"'
    return None


def _walk(data: bytes) -> Iterator[tuple[int, re.Match[bytes]]]:
    """Each token with how many brackets are open behind it; in front of it for strings and commas."""
    depth = 0
    for token in _TOKEN.finditer(data):
        sign = token.group()
        if sign in b"[{":
            depth += 1
        elif sign in b"]}":
            depth = max(0, depth - 1)
        yield depth, token
