"""Holidays of the German states, by the library `holidays`."""

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase


def is_holiday(state: str, day: date) -> bool:
    """By law, in the whole state; `state` as in ISO 3166-2:DE ("HH")."""
    return day in _of(state)


@cache
def _of(state: str) -> "HolidayBase":
    # 60 ms to load, and only a rule that is switched on needs it.
    from holidays import country_holidays  # noqa: PLC0415

    return country_holidays("DE", subdiv=state)
