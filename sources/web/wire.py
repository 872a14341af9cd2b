"""Values between us and the parsing process, as JSON: whoever breaks into a parser can only send facts.

(Pickles would be shorter, and would let the other side run anything here.)
"""

import json
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import StrEnum
from functools import lru_cache
from importlib import import_module
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

Json: TypeAlias = Any  # the edge itself: what is allowed in it, `_plain` and `_value` say

_OURS = ("council.", "sources.")


def packed(value: object) -> bytes:
    """Of values made of frozen dataclasses, StrEnums, tuples, text, numbers, days and times. TypeError else."""
    return json.dumps(_plain(value), separators=(",", ":")).encode("ascii")


def unpacked(data: bytes) -> object:
    """The value again, equal to the one packed. Raises ValueError for anything that `packed` does not write."""
    try:
        return _value(json.loads(data))
    except (KeyError, TypeError, AttributeError, ImportError, RecursionError) as error:
        raise ValueError(f"not a packed value ({type(error).__name__})") from None


def _plain(value: object) -> Json:
    if isinstance(value, StrEnum):
        return {_name(type(value)): str(value)}
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {_name(type(value)): {each.name: _plain(getattr(value, each.name)) for each in fields(value)}}
    if isinstance(value, (date, time)):
        return {"time": _time(value)}
    raise TypeError(f"{type(value).__name__} does not go over the wire")


def _time(value: date | time) -> Json:
    zone = value.tzinfo if isinstance(value, (datetime, time)) else None
    if isinstance(value, datetime) and isinstance(zone, ZoneInfo) and zone.key:
        return [type(value).__name__, value.replace(tzinfo=None).isoformat(), zone.key, value.fold]
    return [type(value).__name__, value.isoformat()]


def _value(plain: Json) -> object:
    if isinstance(plain, list):
        return tuple(_value(each) for each in plain)
    if not isinstance(plain, dict):
        return plain
    ((name, inside),) = plain.items()
    if name == "time":
        return _moment(*inside)
    kind = _class(name)
    if issubclass(kind, StrEnum):
        return kind(inside)
    return kind(**{field: _value(each) for field, each in inside.items()})


def _moment(kind: str, written: str, zone: str | None = None, fold: int = 0) -> date | time:
    if kind == "time":
        return time.fromisoformat(written)
    if kind == "date":
        return date.fromisoformat(written)
    moment = datetime.fromisoformat(written)
    return moment.replace(tzinfo=ZoneInfo(zone), fold=fold) if zone else moment


def _name(kind: type) -> str:
    return f"{kind.__module__}:{kind.__qualname__}"


@lru_cache(maxsize=256)
def _class(name: str) -> type[Any]:
    """One of our facts or closed words; nothing else can be named."""
    module, _, qualname = name.partition(":")
    if not module.startswith(_OURS):
        raise ValueError(f"{name!r} is none of ours")
    kind = getattr(import_module(module), qualname)
    if not isinstance(kind, type) or not (is_dataclass(kind) or issubclass(kind, StrEnum)):
        raise ValueError(f"{name!r} is no fact")
    return kind
