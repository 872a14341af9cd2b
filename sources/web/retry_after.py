"""The header Retry-After: seconds or a date (RFC 9110, 10.2.3)."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def retry_after(value: str | None, *, now: datetime) -> float | None:
    """Seconds from now on, never negative; None where nothing understandable is said."""
    value = (value or "").strip()
    if re.fullmatch("[0-9]{1,12}", value, re.ASCII):
        return float(value)
    try:
        then = parsedate_to_datetime(value)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    then = then if then.tzinfo else then.replace(tzinfo=UTC)  # "-0000" is UTC too
    return max((then - now).total_seconds(), 0.0)
