"""`ratsbote import PATH …`: reads saved pages and remembers them."""

import argparse
import asyncio
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from bot.errors import CommandError
from bot.settings import Settings, load_settings
from council.published.bodies import Body, ConfiguredBody, choose_body, find_body, slug
from council.published.readings import Reading
from sources.errors import SourceError
from sources.files import read_files
from storage.bodies import all_bodies
from storage.database import Database
from storage.pages import PageRecorded, record_page
from storage.visits import Visit


def run(options: argparse.Namespace) -> int:
    """One line for each file; exit code 1 if one could not be read."""
    counts = asyncio.run(import_pages(load_settings(), options.paths, body_name=options.body))
    if not counts:
        raise CommandError("In den angegebenen Ordnern liegt keine Datei.")
    print(", ".join(f"{number} {what}" for what, number in counts.items()))
    return 1 if counts["nicht gelesen"] else 0


async def import_pages(settings: Settings, paths: Sequence[Path], *, body_name: str | None = None) -> Counter[str]:
    """Reads and records every page, each in a transaction of its own; returns how many came to which end."""
    counts: Counter[str] = Counter()
    async with Database.open(settings.database) as database:
        for path, outcome in read_files(paths, settings.timezone):
            if path.name.startswith(settings.database.name):
                continue  # our own database, lying in the folder with its -wal and lock
            try:
                if isinstance(outcome, SourceError):
                    raise outcome
                line, ending = await _record(database, settings, outcome, body_name)
            except (SourceError, CommandError) as fault:
                counts["nicht gelesen"] += 1
                print(f"{path}: {_without(path, str(fault))}", file=sys.stderr)
                continue
            counts[ending] += 1
            print(f"{path}: {line}")
    return counts


async def _record(database: Database, settings: Settings, reading: Reading, body_name: str | None) -> tuple[str, str]:
    body, recorded = await record_saved(database, settings, reading, body_name)
    return f"{_about(reading)}, {body.name}: {_ending(recorded)}", _ending(recorded)


async def record_saved(
    database: Database, settings: Settings, reading: Reading, body_name: str | None
) -> tuple[Body, PageRecorded]:
    """Stores a saved page silently, under the council it belongs to. Raises CommandError where nothing tells which."""
    body = await _body(database, settings, reading, body_name)
    visit = Visit(body=body, now=datetime.now(UTC).astimezone(settings.zone))
    return body, await database.transaction(record_page, visit, reading)


async def _body(database: Database, settings: Settings, reading: Reading, name: str | None) -> Body:
    known = await database.read(all_bodies)
    configured = _configured(settings)
    if name is None:
        chosen = choose_body(reading.assembly, reading.host, configured=configured, stored=known)
        if chosen is None:
            raise CommandError("Auf der Seite steht nicht, zu welchem Rat sie gehört; bitte mit --body NAME angeben.")
        return chosen
    if found := find_body(name, known):
        return found
    if not slug(name):
        raise CommandError(f"„{name}“ ist kein Name für einen Rat; er braucht wenigstens einen Buchstaben.")
    return Body(key=slug(name), name=reading.assembly or name, host=reading.host)


def _configured(settings: Settings) -> tuple[ConfiguredBody, ...]:
    """The councils of the settings, each with the hosts it is read from."""
    hosts: dict[str, list[str]] = {}
    for source in settings.sources:
        host = urlsplit(source.place).hostname if source.kind != "files" else None
        hosts.setdefault(source.body, []).extend([host] if host else [])
    return tuple(ConfiguredBody(key=key, hosts=tuple(names)) for key, names in hosts.items())


def _about(reading: Reading) -> str:
    references = [paper.reference for paper in reading.papers]
    meetings = [meeting.name for meeting in reading.meetings]
    items = [item.name or item.number or "TOP" for item in reading.items]
    organizations = [organization.name for organization in reading.organizations]
    about = [*references, *meetings, *items, *organizations] or [f"{len(reading.listed)} Drucksachen"]
    return about[0] if len(about) == 1 else f"{about[0]} und {len(about) - 1} weitere"


def _ending(recorded: PageRecorded) -> str:
    papers, meetings = recorded.papers, recorded.meetings
    if papers.not_public:
        return "nicht öffentlich"
    if papers.new or meetings.new:
        return "neu"
    if papers.changed or meetings.changed:
        return "geändert"
    return "unverändert"


def _without(path: Path, sentence: str) -> str:
    """The sentence names the file already; the line should not do so twice."""
    return sentence.removeprefix(f"„{path.name}“: ")
