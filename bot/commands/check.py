"""`ratsbote check`: what is set up and what is wrong, each with how to mend it."""

import argparse
import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from telegram.error import TelegramError

from bot.errors import SettingsError
from bot.settings import Settings, SourceSetting, load_settings, unknown_names
from bot.telegram.application import build_application, running
from bot.telegram.errors import TokenRejected
from bot.telegram.transport import AiohttpRequest
from storage.database import Database
from storage.errors import StorageError
from storage.questions import stored


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report. Only what is not `good` makes the exit code 1."""

    about: str
    sentence: str
    good: bool = True


def run(options: argparse.Namespace) -> int:
    """Prints one line for each thing checked; exit code 1 if one of them is wrong."""
    settings = load_settings()
    findings = [*_names(), asyncio.run(_database(settings)), *_sources(settings), asyncio.run(_token(settings))]
    for finding in findings:
        print(f"{'gut   ' if finding.good else 'FEHLER'}  {finding.about}: {finding.sentence}")
    return 0 if all(finding.good for finding in findings) else 1


def _names() -> Iterator[Finding]:
    unknown = unknown_names()
    for name in unknown:
        yield Finding(
            "Einstellungen", f"{name} kennt diese Version nicht; bitte mit .env.example vergleichen.", good=False
        )
    if not unknown:
        yield Finding("Einstellungen", "gelesen")


async def _database(settings: Settings) -> Finding:
    about = f"Datenbank {settings.database}"
    try:
        async with Database.open(settings.database) as database:
            found = await database.read(stored)
    except StorageError as fault:
        return Finding(about, str(fault), good=False)
    return Finding(about, f"{found.papers} Drucksachen ({', '.join(found.bodies) or 'noch kein Rat'})")


def _sources(settings: Settings) -> Iterator[Finding]:
    if not settings.sources:
        yield Finding("Quellen", "keine eingestellt; gespeicherte Seiten nimmt: ratsbote import")
    for source in settings.sources:
        checks: Callable[[SourceSetting], Finding] = _folder if source.kind == "files" else _remote
        yield checks(source)


def _folder(source: SourceSetting) -> Finding:
    about = f"Quelle {source.body} ({source.kind})"
    if not Path(source.place).is_dir():
        return Finding(about, f"Den Ordner {source.place} gibt es nicht; bitte anlegen.", good=False)
    return Finding(about, f"Ordner {source.place}; eingelesen wird er mit: ratsbote import {source.place}")


def _remote(source: SourceSetting) -> Finding:
    sentence = (
        f"{source.place} wird von dieser Version noch nicht gelesen, nur zum Zuordnen gespeicherter Seiten benutzt."
    )
    return Finding(f"Quelle {source.body} ({source.kind})", sentence)


async def _token(settings: Settings) -> Finding:
    about = "Telegram"
    try:
        token = settings.token()
    except SettingsError as missing:
        return Finding(about, str(missing), good=False)
    application = build_application(token=token, api=settings.telegram_api, transport=AiohttpRequest())
    try:
        async with running(application):
            return Finding(about, f"angemeldet als @{application.bot.username}")
    except TokenRejected as rejected:
        return Finding(about, rejected.message, good=False)
    except TelegramError as fault:
        return Finding(about, f"{settings.telegram_api} antwortet nicht: {fault.message}", good=False)
