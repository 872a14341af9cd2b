"""JSON as servers really send it: read where that is safe, else refused with a sentence; never an endless descent."""

import json
import math
import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from sources.errors import Unreadable
from sources.oparl.tokens import deepest

Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | int | float | bool | None"
Object: TypeAlias = Mapping[str, Json]

# A meeting with agenda, consultations and files nests six deep.
DEEPEST = 60
_LONGEST_NUMBER = 30

BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_DAMAGED = "Die Zeichenkodierung ist beschädigt."
_CONTRADICTION = "Ein Feld steht zweimal da, mit verschiedenen Werten."
_NUMBER = "Darin steht eine Zahl, die keine ist."
_INVALID = "Das ist kein gültiges JSON."
_TOO_DEEP = "Die Daten sind ungewöhnlich tief verschachtelt."


def read_json(data: bytes) -> Json:
    """The value these bytes spell. Raises Unreadable with a German sentence that does not name the object.

    Put right are control characters inside strings, a byte order mark and Windows-1252 instead of UTF-8. Fields
    given twice must agree: of `"public": false, "public": true` neither may be believed.
    """
    if deepest(data, enough=DEEPEST) > DEEPEST:
        raise Unreadable(_TOO_DEEP)
    try:
        value: Json = _DECODER.decode(_text(data).strip())
    except json.JSONDecodeError:
        raise Unreadable(_INVALID) from None
    return value


def read_object(data: bytes) -> Object:
    """The object these bytes spell; an empty one for any other value. Raises Unreadable as above."""
    value = read_json(data)
    return value if isinstance(value, Mapping) else {}


def as_utf8(data: bytes) -> bytes:
    """Without byte order mark; UTF-16 as UTF-8, so that bytes below 128 mean themselves."""
    for mark, name in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace").encode("utf-8", "replace")
    return data


def _text(data: bytes) -> str:
    data = as_utf8(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    attempt = data.decode("utf-8", "replace")
    right = sum(len(run) for run in re.findall(r"[^\x00-\x7f\ufffd]+", attempt))
    if right >= attempt.count("\ufffd"):
        raise Unreadable(_DAMAGED)
    return data.decode("cp1252", "replace")


def _each_field_once(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found: dict[str, Json] = {}
    for name, value in pairs:
        if name in found and found[name] != value:
            raise Unreadable(_CONTRADICTION)
        found[name] = value
    return found


def _whole(digits: str) -> int:
    # Python itself refuses 5,000 digits with a ValueError.
    if len(digits) > _LONGEST_NUMBER:
        raise Unreadable(_NUMBER)
    return int(digits)


def _fraction(digits: str) -> float:
    number = float(digits) if len(digits) <= _LONGEST_NUMBER else math.inf
    return number if math.isfinite(number) else _no_number(digits)


def _no_number(_: str) -> float:
    raise Unreadable(_NUMBER)


_DECODER = json.JSONDecoder(
    strict=False,
    object_pairs_hook=_each_field_once,
    parse_int=_whole,
    parse_float=_fraction,
    parse_constant=_no_number,
)
