"""The configured sources that are read over HTTP, each with its row in the database."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.settings import Settings, SourceSetting
from council.published.bodies import Body
from sources.allris.addresses import Allris
from storage.bodies import body_by_key
from storage.database import Database
from storage.sources import ensure_source

READ_OVER_HTTP = frozenset({"allris"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One council's system. `row` is the database's number for it."""

    row: int
    body: Body
    place: str
    allris: Allris

    @property
    def name(self) -> str:
        return self.body.key


def http_settings(settings: Settings) -> tuple[SourceSetting, ...]:
    """Those that this version reads over HTTP."""
    return tuple(each for each in settings.sources if each.kind in READ_OVER_HTTP)


async def source_of(database: Database, setting: SourceSetting) -> Source:
    """The source's row, made if it is new. Until a page has told the council's name, it is called by its key."""
    allris = Allris.at(setting.place)
    known = await database.read(body_by_key, setting.body)
    body = known or Body(key=setting.body, name=setting.body, host=urlsplit(allris.root).hostname)
    row = await database.transaction(ensure_source, body, setting.kind, allris.root, can_look_up=True)
    return Source(row=row, body=body, place=allris.root, allris=allris)
