"""The fields of a JSON object of the contract: only what is there."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TypeAlias

Json: TypeAlias = "str | bool | list[Json] | dict[str, Json]"


def given(fields: Mapping[str, "Json | None"]) -> dict[str, Json]:
    """Only what is there: nothing empty, nothing invented (False is an answer)."""
    return {name: value for name, value in fields.items() if value is not None and value not in ("", [], {})}


def day(value: date | None) -> str | None:
    """YYYY-MM-DD."""
    return None if value is None else value.isoformat()


def instant(value: datetime | None) -> str | None:
    """RFC 3339 with the offset of the value's own zone."""
    return None if value is None else value.isoformat(timespec="seconds")
