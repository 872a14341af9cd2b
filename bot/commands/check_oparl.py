"""A first look at a council's OParl server, for `check`: may it be read, and what can it do?"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from bot.collecting.oparl_fetching import Fetching
from bot.collecting.pages import Pages, sentence_of
from bot.commands.check_source import Finding
from sources.errors import SourceError
from sources.oparl.ability import Ability, Direction
from sources.oparl.entry import Entry

_NEWEST = {
    Direction.NEWEST_FIRST: "vorn",
    Direction.NEWEST_LAST: "hinten",
    Direction.UNKNOWN: "vorn und hinten",
}


async def look_at_oparl(about: str, pages: Pages, place: str, *, now: Callable[[], datetime]) -> Finding:
    """robots.txt, the Body, and what the list of papers answers. Raises Unreachable where robots.txt does not come."""
    verdict = await pages.verdict(place)
    if not verdict.allowed:
        return Finding(about, verdict.reason, good=False)

    async def fetch(url: str) -> bytes:
        return (await pages.reader.fetch(url)).body

    fetching = Fetching(fetch, place, Path(), now=now)
    try:
        entry = await fetching.entry()
        probed = entry.lists.get("paper") or next(iter(entry.lists.values()), None)
        ability = await fetching.ability(probed) if probed else None
    except SourceError as fault:
        return Finding(about, f"{verdict.reason} Aber: {sentence_of(fault, place)}", good=False)
    return Finding(about, f"{verdict.reason} {_said(entry, ability, place)}", good=ability is not None)


def _said(entry: Entry, ability: Ability | None, place: str) -> str:
    if ability is None:
        return f"{entry.name or place} nennt keine Listen."
    licence = f" Lizenz: {entry.licence}." if entry.licence else ""
    return f"{entry.name or place}: {len(entry.lists | entry.parts)} Listen. {_way(ability)}{licence}"


def _way(ability: Ability) -> str:
    if ability.is_incremental:
        return "Der Server sagt, was sich seit der letzten Runde geändert hat."
    why = "filtert nicht nach Änderungen" if ability.times else "gibt keine brauchbaren Änderungszeiten"
    where = _NEWEST[ability.direction]
    return f"Der Server {why}: gelesen wird {where}, wo Neues steht, und einmal am Tag alles."
