"""A first look at a council's system, for `check`: may it be read, and is what comes understood?"""

from dataclasses import dataclass
from datetime import date, tzinfo

from bot.collecting.pages import Pages, sentence_of
from bot.collecting.sources import http_settings
from bot.commands.structure_words import built_otherwise
from bot.settings import Settings
from council.published.readings import Page, Reading
from council.published.rounds import TargetKind
from sources.allris.addresses import CALENDARS, Allris
from sources.errors import NotFound, NotPublic, SourceError
from storage.database import Database
from storage.errors import StorageError
from storage.sources import TOLD_AFTER, SourceState, Structure, source_states

_WHAT_TO_DO = "Bitte auf eine neue Version achten oder die Seite den Entwicklern melden."


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report. Only what is not `good` makes the exit code 1."""

    about: str
    sentence: str
    good: bool = True


async def look_at(about: str, pages: Pages, place: str, *, today: date) -> Finding:
    """robots.txt, then this month's calendar. Raises Unreachable where robots.txt itself does not come."""
    verdict = await pages.verdict(place)
    if not verdict.allowed:
        return Finding(about, verdict.reason, good=False)
    try:
        reading = await _calendar(pages, Allris.at(place), today)
    except SourceError as fault:
        return Finding(about, f"{verdict.reason} Aber: {sentence_of(fault, place)}", good=False)
    name = reading.assembly or place
    said = f"{verdict.reason} {name}: der Kalender nennt {_sessions(len(reading.meetings))}."
    if reading.oddity is None:
        return Finding(about, said)
    return Finding(about, f"{said} Aber: {built_otherwise(Page.CALENDAR, reading.oddity, 1)}", good=False)


async def structures(settings: Settings) -> list[Finding]:
    """What rounds have found of layouts that changed, of the sources that are set up."""
    try:
        async with Database.open(settings.database) as database:
            states = await database.read(source_states)
    except StorageError:
        return []  # said already, of the database itself
    places = {(each.body, each.kind, Allris.at(each.place).root) for each in http_settings(settings)}
    return [
        Finding(f"Quelle {state.body.key} ({state.kind})", _told(state, found, settings.zone), good=False)
        for state in states
        if (state.body.key, state.kind, state.place) in places
        for found in state.structures
        if found.times >= TOLD_AFTER
    ]


def _told(state: SourceState, found: Structure, zone: tzinfo) -> str:
    since = f"seit {found.since.astimezone(zone):%d.%m.%Y %H:%M}"
    return f"{state.place}, {since}: {built_otherwise(found.page, found.finding, found.times)} {_WHAT_TO_DO}"


async def _calendar(pages: Pages, allris: Allris, today: date) -> Reading:
    month = f"{today:%Y-%m}"
    *others, last = CALENDARS
    for program in others:
        try:
            return await pages.read_one(allris.page(TargetKind.MONTH, month, calendar=program), Page.CALENDAR)
        except (NotPublic, NotFound):
            continue
    return await pages.read_one(allris.page(TargetKind.MONTH, month, calendar=last), Page.CALENDAR)


def _sessions(number: int) -> str:
    return "eine Sitzung in diesem Monat" if number == 1 else f"{number} Sitzungen in diesem Monat"
