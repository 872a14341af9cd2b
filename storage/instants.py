"""Instants and days as the database holds them."""

from datetime import UTC, date, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)


def seconds(moment: datetime) -> int:
    """Whole seconds since 1970 in UTC, for any year; the moment must be aware."""
    return (moment - _EPOCH) // _SECOND


def instant(stored: int) -> datetime:
    """In UTC."""
    return _EPOCH + stored * _SECOND


def instant_or_none(stored: int | None) -> datetime | None:
    return None if stored is None else instant(stored)


def published(text: str | None) -> datetime | None:
    """An instant as it was published, with its offset."""
    return datetime.fromisoformat(text) if text else None


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def iso(moment: date | None) -> str | None:
    """A day, or an instant with its offset."""
    return moment.isoformat() if moment else None
