"""`ratsbote import PATH …`: reads saved pages and JSON and remembers them."""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bot.commands.import_body import body_of
from bot.commands.import_progress import Watch, watching
from bot.commands.import_tally import KINDS_OF_OBJECTS, FileTally, Tally
from bot.errors import CommandError
from bot.settings import Settings, load_settings
from council.published.bodies import Body, find_body
from council.published.organizations import Organization
from council.published.readings import Reading
from sources.errors import SourceError
from sources.files import files_in, learn, read_files
from sources.oparl.moving import at_home
from storage.bodies import all_bodies
from storage.database import Database
from storage.known_keys import known_address
from storage.organizations import all_organizations
from storage.pages import PageRecorded, record_page
from storage.visits import Visit


def run(options: argparse.Namespace) -> int:
    """One line for each file and the sum; exit code 1 if one could not be read."""
    tally = asyncio.run(import_pages(load_settings(), options.paths, body_name=options.body))
    if not tally:
        raise CommandError("In den angegebenen Ordnern liegt keine Datei.")
    for line in tally.lines():
        print(line)
    return 1 if tally.pages["nicht gelesen"] else 0


async def import_pages(settings: Settings, paths: Sequence[Path], *, body_name: str | None = None) -> Tally:
    """Reads and records every page, each in a transaction of its own, and JSON in parts of some hundred objects: what
    is killed in between is as well begun again. Returns what it came to.
    """
    async with Database.open(settings.database) as database:
        known = await _known_organizations(database, body_name)
        files = [path for path in files_in(paths) if not path.name.startswith(settings.database.name)]
        learned = learn(files, timezone=settings.timezone, organizations=known)
        with watching(learned.total) as watch:
            importing = _Importing(database, settings, body_name, watch)
            for path, outcome in read_files(files, settings.timezone, learned=learned):
                await importing.take(path, outcome)
            return importing.ended()


class _Importing:
    """One run of the command. Files come one after another, JSON files in parts."""

    def __init__(self, database: Database, settings: Settings, body_name: str | None, watch: Watch) -> None:
        self._database = database
        self._settings = settings
        self._body_name = body_name
        self._watch = watch
        self._tally = Tally()
        self._file: FileTally | None = None

    async def take(self, path: Path, outcome: Reading | SourceError) -> None:
        if self._file is not None and self._file.path != path:
            self._close_file()
        try:
            if isinstance(outcome, SourceError):
                raise outcome
            body, recorded = await record_saved(self._database, self._settings, outcome, self._body_name)
        except (SourceError, CommandError) as fault:
            self._tally.pages["nicht gelesen"] += 1
            print(f"{path}: {_without(path, str(fault))}", file=sys.stderr)
            return
        if outcome.kind in KINDS_OF_OBJECTS:
            self._add_part(path, outcome, body, recorded)
            return
        self._tally.pages[_ending(recorded)] += 1
        print(f"{path}: {_about(outcome)}, {body.name}: {_ending(recorded)}")

    def ended(self) -> Tally:
        self._close_file()
        return self._tally

    def _add_part(self, path: Path, reading: Reading, body: Body, recorded: PageRecorded) -> None:
        self._file = self._file or FileTally(path)
        self._file.add(reading, recorded, body.name)
        if reading.attribution:
            self._tally.attributions.add(reading.attribution)
        for sentence in reading.skipped:
            print(f"{path}: {sentence}", file=sys.stderr)
        self._watch(reading)

    def _close_file(self) -> None:
        file, self._file = self._file, None
        if file is None:
            return
        print(file.line())
        self._tally.pages[file.ending()] += 1
        self._tally.objects += file.objects
        self._tally.skipped += file.skipped


async def record_saved(
    database: Database, settings: Settings, reading: Reading, body_name: str | None
) -> tuple[Body, PageRecorded]:
    """Stores a saved page silently, under the council it belongs to. Raises CommandError where nothing tells which."""
    body = await body_of(database, settings, reading, body_name)
    if reading.kind == "oparl":
        reading = at_home(reading, await database.read(known_address, body.key))
    now = datetime.now(UTC).astimezone(settings.zone)
    visit = Visit(body=body, now=now, complements=reading.kind == "ckan")
    return body, await database.transaction(record_page, visit, reading)


async def _known_organizations(database: Database, body_name: str | None) -> tuple[Organization, ...]:
    """Those of the council that is meant, as far as that is known before anything is read."""
    bodies = await database.read(all_bodies)
    body = find_body(body_name, bodies) if body_name else bodies[0] if len(bodies) == 1 else None
    return await database.read(all_organizations, body.key) if body else ()


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
