"""How long to wait before trying again."""

import random
from collections.abc import Callable

Spread = Callable[[float], float]


def spread_by_half(seconds: float) -> float:
    """Something between half and one and a half of it, so that many do not come back at once."""
    return seconds * random.uniform(0.5, 1.5)


def back_off(failures: int, *, first: float, longest: float) -> float:
    """Seconds after so many failures in a row (from 1): doubled each time."""
    doublings = min(max(failures - 1, 0), 16)  # 2**16 is beyond every `longest`, and no overflow
    return min(longest, first * 2.0**doublings)
