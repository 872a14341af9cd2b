"""What a database cannot hold is replaced before it is remembered."""

from dataclasses import fields, is_dataclass, replace
from datetime import datetime, timezone
from typing import TypeVar, cast

T = TypeVar("T")


def storable(value: T) -> T:
    """A dataclass as it will be read back.

    Lone surrogates become "?": JSON may carry them, UTF-8 and SQLite cannot. Instants keep their wall time and
    offset but not their zone's rules: inside a repeated hour Python holds two zones' instants for never equal.
    """
    return cast(T, _storable(value))


def storable_text(text: str) -> str:
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def _storable(value: object) -> object:
    if isinstance(value, str):
        return storable_text(value)
    if isinstance(value, datetime):
        return _with_fixed_offset(value)
    if isinstance(value, tuple):
        return tuple(_storable(part) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _storable(getattr(value, field.name)) for field in fields(value)})
    return value


def _with_fixed_offset(moment: datetime) -> datetime:
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("an instant to be stored must be an aware datetime")
    return moment.replace(tzinfo=timezone(offset), fold=0)
