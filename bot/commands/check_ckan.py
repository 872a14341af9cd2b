"""A first look at the transparency portal, for `check`: may it be read, and does it know the district?"""

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.collecting.pages import Pages, sentence_of
from bot.commands.check_source import Finding
from sources.ckan.searching import answer_of, district_of, search_address
from sources.errors import SourceError
from sources.oparl.json_text import read_object

_A_YEAR = timedelta(days=365)


async def look_at_portal(about: str, pages: Pages, place: str, *, now: Callable[[], datetime]) -> Finding:
    """robots.txt, then what the search finds of the last year. Raises Unreachable where robots.txt does not come."""
    verdict = await pages.verdict(place)
    if not verdict.allowed:
        return Finding(about, verdict.reason, good=False)
    try:
        district = district_of(place)
        url = search_address(place, district, since=now() - _A_YEAR, start=0)
        answer = answer_of(read_object((await pages.reader.fetch(url)).body))
    except SourceError as fault:
        return Finding(about, f"{verdict.reason} Aber: {sentence_of(fault, place)}", good=False)
    said = f"{verdict.reason} Bezirk {district}: {answer.count} Veröffentlichungen aus dem letzten Jahr."
    return Finding(about, said, good=answer.count > 0)
