"""The configured sources that tell in lists what changed: OParl servers, and the transparency portal (CKAN)."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.settings import Settings, SourceSetting
from council.published.bodies import Body
from storage.bodies import body_by_key
from storage.database import Database
from storage.sources import ensure_source

READ_BY_LISTS = frozenset({"oparl", "ckan"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedSource:
    """One council's system. `row` is the database's number for it, `place` the address of its System or Body, or that
    of the portal's interface with the district.
    """

    kind: str
    row: int
    body: Body
    place: str


def listed_settings(settings: Settings) -> tuple[SourceSetting, ...]:
    """Those of these kinds."""
    return tuple(each for each in settings.sources if each.kind in READ_BY_LISTS)


async def listed_source_of(database: Database, setting: SourceSetting) -> ListedSource:
    """The source's row, made if it is new. Until it has told the council's name, it is called by its key."""
    known = await database.read(body_by_key, setting.body)
    body = known or Body(key=setting.body, name=setting.body, host=urlsplit(setting.place).hostname)
    row = await database.transaction(ensure_source, body, setting.kind, setting.place)
    return ListedSource(kind=setting.kind, row=row, body=body, place=setting.place)
