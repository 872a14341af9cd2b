"""What time it is: the system's time, or a moved clock in simulations."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeAlias
from urllib.parse import urlsplit

from bot.errors import SettingsError
from bot.settings import PREFIX, Settings

Now: TypeAlias = Callable[[], datetime]


def now_of(settings: Settings) -> Now:
    """Aware, UTC. Raises SettingsError for a clock file that holds no number."""
    if settings.clock is None:
        return lambda: datetime.now(UTC)
    # Late: simulations only.
    from simulator.clock import Clock  # noqa: PLC0415

    try:
        return Clock.from_file(settings.clock).now
    except (OSError, ValueError) as fault:
        raise SettingsError(f"{PREFIX}CLOCK: {fault}") from None


def refuse_moved_clock(settings: Settings) -> None:
    """Raises SettingsError where people would be told things at a wrong time."""
    host = urlsplit(settings.telegram_api).hostname or ""
    if settings.clock is not None and (host == "telegram.org" or host.endswith(".telegram.org")):
        raise SettingsError(
            f"{PREFIX}CLOCK ist nur für Simulationen da und geht nicht mit dem echten Telegram ({host}); "
            "bitte die Zeile entfernen."
        )
