"""`ratsbote check`: what is set up and what is wrong, each with how to mend it."""

import argparse
import asyncio
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from telegram.error import TelegramError

from bot.clock import now_of, refuse_moved_clock
from bot.collecting.listed_source import listed_settings
from bot.collecting.pages import Pages, open_reader, sentence_of
from bot.collecting.sources import http_settings
from bot.commands.check_ckan import look_at_portal
from bot.commands.check_oparl import look_at_oparl
from bot.commands.check_source import Finding, look_at, structures
from bot.errors import SettingsError
from bot.settings import PREFIX, Settings, SourceSetting, load_settings, unknown_names
from bot.telegram.application import build_application, running
from bot.telegram.errors import TokenRejected
from bot.telegram.transport import AiohttpRequest
from sources.errors import SourceError
from sources.web.worker import Worker
from storage.database import Database
from storage.errors import StorageError
from storage.questions import stored


def run(options: argparse.Namespace) -> int:
    """Prints one line for each thing checked; exit code 1 if one of them is wrong."""
    settings = load_settings()
    findings = [
        *_names(),
        asyncio.run(_database(settings)),
        *asyncio.run(_sources(settings)),
        *asyncio.run(structures(settings)),
        _notices(settings),
        *_clock(settings),
        asyncio.run(_token(settings)),
    ]
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


async def _sources(settings: Settings) -> list[Finding]:
    if not settings.sources:
        return [Finding("Quellen", "keine eingestellt; gespeicherte Seiten nimmt: ratsbote import")]
    chosen = (*http_settings(settings), *listed_settings(settings))
    async with open_reader(settings, [source.place for source in chosen]) as reader, Worker() as worker:
        pages = Pages(reader, worker, timezone=settings.timezone)
        clock = now_of(settings)
        return [await _source(pages, source, lambda: clock().astimezone(settings.zone)) for source in settings.sources]


async def _source(pages: Pages, source: SourceSetting, now: Callable[[], datetime]) -> Finding:
    about = f"Quelle {source.body} ({source.kind})"
    if source.kind == "files":
        return _folder(about, source)
    try:
        if source.kind == "oparl":
            return await look_at_oparl(about, pages, source.place, now=now)
        if source.kind == "ckan":
            return await look_at_portal(about, pages, source.place, now=now)
        return await look_at(about, pages, source.place, today=now().date())
    except SourceError as fault:
        return Finding(about, sentence_of(fault, source.place), good=False)


def _folder(about: str, source: SourceSetting) -> Finding:
    if not Path(source.place).is_dir():
        return Finding(about, f"Den Ordner {source.place} gibt es nicht; bitte anlegen.", good=False)
    return Finding(
        about, f"Ordner {source.place}; eingelesen wird er von run, oder jetzt mit: ratsbote sync {source.body}"
    )


def _notices(settings: Settings) -> Finding:
    leads = ", ".join(map(str, settings.remind_before))
    said = (
        f"Erinnerungen {leads} vorher" if leads else "keine Erinnerungen",
        f"Ruhezeit {settings.quiet_hours}" if settings.quiet_hours else "keine Ruhezeit",
        f"bis zu {settings.send_rate:g} in der Sekunde" if settings.send_rate else "ungebremst",
        f"{len(settings.operators) or 'keine'} für den Betrieb ({PREFIX}OPERATORS)",
    )
    return Finding("Benachrichtigungen", "; ".join(said))


def _clock(settings: Settings) -> Iterator[Finding]:
    if settings.clock is None:
        return
    try:
        refuse_moved_clock(settings)
    except SettingsError as fault:
        yield Finding("Uhr", str(fault), good=False)
    else:
        yield Finding("Uhr", f"verstellt: {now_of(settings)():%d.%m.%Y %H:%M} UTC ({settings.clock})")


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
