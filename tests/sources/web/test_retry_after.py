"""The header Retry-After."""

from datetime import UTC, datetime

import pytest

from sources.web.retry_after import retry_after

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        (" 120 ", 120.0),
        ("Mon, 02 Mar 2026 08:01:00 GMT", 60.0),
        ("Mon, 02 Mar 2026 09:01:00 +0100", 60.0),
        ("Mon, 02 Mar 2026 08:01:00 -0000", 60.0),
        ("Sun, 01 Mar 2026 08:00:00 GMT", 0.0),
        (None, None),
        ("", None),
        ("-5", None),
        ("1.5", None),
        ("²", None),
        ("morgen", None),
        ("9" * 5000, None),
        ("Mon, 99 Foo 2026 08:01:00 GMT", None),
        ("Fri, 31 Dec 99999999 23:59:59 GMT", None),
    ],
)
def test_seconds_and_dates_are_understood_and_nothing_else(value: str | None, seconds: float | None) -> None:
    assert retry_after(value, now=NOW) == seconds
