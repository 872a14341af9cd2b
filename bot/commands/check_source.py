"""A first look at a council's system, for `check`: may it be read, and is what comes understood?"""

from dataclasses import dataclass
from datetime import date

from bot.collecting.pages import Pages, sentence_of
from council.published.readings import Page, Reading
from council.published.rounds import TargetKind
from sources.allris.addresses import CALENDARS, Allris
from sources.errors import NotFound, NotPublic, SourceError


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
    return Finding(about, f"{verdict.reason} {name}: der Kalender nennt {_sessions(len(reading.meetings))}.")


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
