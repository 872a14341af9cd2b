"""Settings: the only reader of the environment (prefix RATSBOTE_) and of `.env`."""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import SettingsError
from council.published.deadlines import DeadlineRule, parse_deadlines
from council.served.languages import Language
from council.served.lead_times import LeadTime, parse_lead_times
from council.served.quiet_hours import QuietHours, parse_quiet_hours

PREFIX = "RATSBOTE_"
_KINDS = ("allris", "oparl", "ckan", "files")
_SOURCE = re.compile(rf"(?P<body>[a-z0-9][a-z0-9-]*)=(?P<kind>{'|'.join(_KINDS)})\+(?P<place>\S+)")


@dataclass(frozen=True, slots=True)
class SourceSetting:
    """One source of one council: `place` is a URL, for `files` a folder."""

    body: str
    kind: str
    place: str


class Settings(BaseSettings):
    """All settings with their defaults; `.env.example` explains each one (a test compares both)."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True
    )

    telegram_token: SecretStr | None = None
    telegram_token_file: Path | None = None
    telegram_api: str = Field(default="https://api.telegram.org", pattern=r"^https?://[^\s]+$")
    database: Path = Path("data/ratsbote.db")
    sources: Annotated[tuple[SourceSetting, ...], NoDecode] = ()
    permitted_hosts: Annotated[frozenset[str], NoDecode] = frozenset()
    contact: str | None = None
    sync_every: float = Field(default=15, gt=0, le=10_080)
    look_back: timedelta = timedelta(days=90)
    remind_before: Annotated[tuple[LeadTime, ...], NoDecode] = parse_lead_times("1d,2h")
    quiet_hours: Annotated[QuietHours | None, NoDecode] = parse_quiet_hours("21:00-07:00")
    deadlines: Annotated[tuple[DeadlineRule, ...], NoDecode] = ()
    send_rate: float = Field(default=25, ge=0, le=1000)
    language: Language = Language.DE
    timezone: str = "Europe/Berlin"
    operators: Annotated[frozenset[int], NoDecode] = frozenset()
    allowed_chats: Annotated[frozenset[int], NoDecode] = frozenset()
    controller_name: str | None = None
    controller_contact: str | None = None
    controller_authority: str | None = None
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["text", "json"] = "text"
    clock: Path | None = None

    @field_validator(
        *("sources", "operators", "allowed_chats", "permitted_hosts"),
        *("look_back", "remind_before", "quiet_hours", "deadlines"),
        mode="before",
    )
    @classmethod
    def _read(cls, value: object, field: ValidationInfo) -> object:
        return _READERS[str(field.field_name)](value) if isinstance(value, str) else value

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError) as unknown:
            raise ValueError(f"die Zeitzone „{value}“ gibt es nicht; gemeint ist etwas wie Europe/Berlin") from unknown
        return value

    @property
    def zone(self) -> ZoneInfo:
        """The council's wall clock."""
        return ZoneInfo(self.timezone)

    def token(self) -> str:
        """The bot's token, from the setting or from the file; says what to do where it is missing."""
        token = self._written_token()
        if token is None:
            raise SettingsError(
                f"Es ist kein Telegram-Token gesetzt: von @BotFather holen und als {PREFIX}TELEGRAM_TOKEN "
                f"oder {PREFIX}TELEGRAM_TOKEN_FILE angeben (ohne Token geht: ratsbote demo)."
            )
        if not re.fullmatch(r"\d+:[\w-]+", token):
            raise SettingsError(
                "Das Telegram-Token hat nicht die Form 123456789:AbC…; bitte noch einmal von @BotFather kopieren."
            )
        return token

    def _written_token(self) -> str | None:
        if self.telegram_token is not None:
            return self.telegram_token.get_secret_value().strip()
        if self.telegram_token_file is None:
            return None
        try:
            return self.telegram_token_file.read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError) as unreadable:
            raise SettingsError(
                f"{PREFIX}TELEGRAM_TOKEN_FILE: {self.telegram_token_file} lässt sich nicht lesen."
            ) from unreadable


def load_settings() -> Settings:
    """The settings of this process; SettingsError names everything that is wrong at once."""
    try:
        return Settings()
    except ValidationError as wrong:
        faults = "; ".join(_fault(str(error["loc"][0]), error["msg"]) for error in wrong.errors())
        raise SettingsError(f"Falsche Einstellungen: {faults}") from None


def unknown_names() -> tuple[str, ...]:
    """Names with our prefix that mean nothing (yet): most often a slip of the pen."""
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    return tuple(sorted(name for name in os.environ if name.startswith(PREFIX) and name not in known))


def _fault(field: str, message: str) -> str:
    return f"{PREFIX}{field.upper()}: {message.removeprefix('Value error, ')}"


def _sources(text: str) -> tuple[SourceSetting, ...]:
    return tuple(_source(entry) for entry in text.split())


def _source(entry: str) -> SourceSetting:
    match = _SOURCE.fullmatch(entry)
    if match is None:
        raise ValueError(
            f"„{entry}“ ist keine Quelle; gemeint ist name=art+adresse mit einer Art aus {', '.join(_KINDS)}, "
            "zum Beispiel harburg=files+./inbox"
        )
    return SourceSetting(match["body"], match["kind"], match["place"])


def _hosts(text: str) -> frozenset[str]:
    return frozenset(map(_host, text.replace(",", " ").split()))


def _host(text: str) -> str:
    if not re.fullmatch(r"[\w.-]+(:\d+)?|\[[0-9A-Fa-f:]+\](:\d+)?", text):
        raise ValueError(f"„{text}“ ist kein Rechnername; gemeint ist etwas wie sitzungsdienst-harburg.hamburg.de")
    return text.lower()


def _span(text: str) -> timedelta:
    match = re.fullmatch(r"(\d{1,4})\s*([dw])", text.strip())
    if match is None:
        raise ValueError(f"„{text}“ ist keine Zeitspanne; gemeint sind Tage oder Wochen wie 90d oder 12w")
    return timedelta(days=int(match[1]) * (7 if match[2] == "w" else 1))


def _numbers(text: str) -> frozenset[int]:
    try:
        return frozenset(int(part) for part in text.replace(",", " ").split())
    except ValueError as wrong:
        raise ValueError(f"„{text}“ sind keine Chat-Nummern; gemeint sind ganze Zahlen mit Leerzeichen") from wrong


# How what is written in the environment is read, by setting.
_READERS: dict[str, Callable[[str], object]] = {
    "sources": _sources,
    "operators": _numbers,
    "allowed_chats": _numbers,
    "permitted_hosts": _hosts,
    "look_back": _span,
    "remind_before": parse_lead_times,
    "quiet_hours": parse_quiet_hours,
    "deadlines": parse_deadlines,
}
