"""May a source be read? robots.txt's word, asked before anything else and remembered."""

from dataclasses import dataclass

from bot.collecting.tools import Tools
from sources.errors import Refused, Unreachable
from sources.web.robots import RobotsVerdict
from storage.sources import source_failed, source_may_be_read


@dataclass(frozen=True, slots=True)
class Permission:
    """`skipped` is the sentence why not, None where it may be read; `by_operator` although robots.txt does not."""

    skipped: str | None = None
    by_operator: bool = False


async def permission(tools: Tools, row: int, place: str) -> Permission:
    """For the source of that row, at that address."""
    try:
        verdict = await tools.pages.verdict(place)
    except Unreachable as fault:
        said = str(fault)
        await tools.database.transaction(source_failed, row, now=tools.now(), kind=fault.kind, sentence=said)
        return Permission(skipped=said)
    except Refused as fault:  # nobody asked yet: we do not say who we are
        verdict = RobotsVerdict(allowed=False, reason=str(fault))
    await tools.database.transaction(
        source_may_be_read, row, allowed=verdict.allowed, reason=verdict.reason, now=tools.now()
    )
    return Permission(skipped=None if verdict.allowed else verdict.reason, by_operator=verdict.permitted_by_operator)
